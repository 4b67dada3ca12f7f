package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Carries requests out, one at a time: key, rate, fault, idempotency key, and then the deed. */
final class Api {
  private final World world;
  private final RateLimits limits;
  private final Keys keys;
  private final Map<Endpoint, Fault> faults = new EnumMap<>(Endpoint.class);
  private final Queue<Request> underWay = new ConcurrentLinkedQueue<>();

  Api(World world, Clock clock) {
    this.world = world;
    this.limits = new RateLimits(clock);
    this.keys = new Keys(clock);
  }

  /** The answer, or null where the connection is closed without one. */
  @Nullable Reply answer(Request request) throws InterruptedException {
    Optional<Fault> fault;
    Optional<Reply> reply;
    synchronized (world) {
      fault = Optional.ofNullable(faults.remove(request.endpoint()));
      reply = answer(request, fault);
    }
    world.force();
    if (fault.filter(late -> late.what() == Fault.Kind.ANSWER_LATE).isPresent()) {
      Thread.sleep(fault.get().delayMillis());
    }
    return reply.orElse(null);
  }

  private Optional<Reply> answer(Request request, Optional<Fault> fault) {
    if (!request.hasGoodKey()) {
      return Optional.of(Reply.of(StripeError.noKey()));
    }
    var account = world.account();
    var inAll = account.mostInAll(request.isLive());
    if (!limits.takes(request.endpoint(), account.mostPerEndpoint(), inAll)) {
      return Optional.of(Reply.of(StripeError.tooMany()));
    }
    return fault.isEmpty() ? Optional.of(done(request)) : disturbed(request, fault.get());
  }

  private Optional<Reply> disturbed(Request request, Fault fault) {
    return switch (fault.what()) {
      case DROP -> Optional.empty();
      case ARRIVE_LATE -> {
        underWay.add(request);
        yield Optional.empty();
      }
      case ANSWER_LATE -> Optional.of(done(request));
      case FAIL -> Optional.of(keys.once(request, () -> broken()));
      case ACT_THEN_FAIL ->
          Optional.of(
              keys.once(
                  request,
                  () -> {
                    carryOut(request);
                    return broken();
                  }));
      case REFUSE -> Optional.of(refused(request, fault.refusal()));
      case FINDS_NOTHING ->
          Optional.of(Reply.ok(Shapes.list("search_result", "/v1/payment_intents/search")));
    };
  }

  private Reply refused(Request request, StripeError refusal) {
    return refusal.isBegun() ? keys.once(request, () -> throwing(refusal)) : Reply.of(refusal);
  }

  private static Reply broken() {
    return throwing(StripeError.broken());
  }

  private static Reply throwing(StripeError error) {
    throw error;
  }

  private Reply done(Request request) {
    return keys.once(request, () -> Reply.ok(carryOut(request)));
  }

  private ObjectNode carryOut(Request request) {
    request.form().allowOnly(request.endpoint().parameters());
    var intents = world.intents();
    var readers = world.readers();
    return switch (request.endpoint()) {
      case CREATE_INTENT -> intents.create(request);
      case LIST_INTENTS -> world.pages().list(request);
      case SEARCH_INTENTS -> world.pages().search(request);
      case INTENT -> intents.retrieve(request);
      case UPDATE_INTENT -> intents.update(request);
      case INCREMENT -> world.captures().increment(request);
      case CAPTURE -> world.captures().capture(request);
      case CANCEL -> intents.cancel(request);
      case CHARGE -> intents.charge(request);
      case REFUND -> world.refunds().create(request);
      case LIST_REFUNDS -> world.refunds().list(request);
      case LIST_READERS -> readers.list(request);
      case READER -> readers.retrieve(request);
      case PROCESS -> readers.process(request);
      case CANCEL_ACTION -> readers.cancelAction(request);
      case PRESENT -> readers.present(request);
    };
  }

  /** Used under the world's lock, as all that follows. */
  void disturb(Fault fault) {
    fault.what();
    faults.put(fault.at(), fault);
  }

  void heal() {
    faults.clear();
  }

  /** The calls that were held up reach Stripe now; nobody waits for an answer. */
  void arriveNow() {
    for (var request = underWay.poll(); request != null; request = underWay.poll()) {
      done(request);
    }
  }

  void forgetKeys() {
    keys.forget();
  }

  RateLimits limits() {
    return limits;
  }
}
