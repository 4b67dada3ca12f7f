package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.authorization.stripe.StripeKeys.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stripe as its documentation describes it, as far as readers are concerned: it refuses what Stripe
 * would refuse, replays its first answer to an idempotency key, and keeps a journal.
 */
public final class StripeDouble implements AutoCloseable {
  /** The key it accepts. */
  public static final String SECRET_KEY = "sk_test_51DoubleDouble";

  private static final Duration LATE = Duration.ofSeconds(4);

  private final StripeLedger ledger = new StripeLedger();
  private final Map<String, StripeFault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
  private final StripeKeys keys = new StripeKeys();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final Queue<StripeCall> underWay = new ConcurrentLinkedQueue<>();

  private StripeDouble(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine only. */
  public static StripeDouble start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var stripe = new StripeDouble(server);
    server.createContext("/", stripe::handle);
    server.setExecutor(stripe.threads);
    server.start();
    return stripe;
  }

  /** Its base URL. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The card waits at the reader until that asks for one. */
  public synchronized void present(String reader, StripeCard card, @Nullable Instant before) {
    ledger.reader(reader).waiting = card;
    ledger.reader(reader).captureBefore = before;
    ledger.reader(reader).meet();
  }

  /** The next call of that operation goes wrong. */
  public void fault(String operation, StripeFault fault) {
    faults.put(operation, fault);
  }

  /** The faults that no call has met yet are forgotten. */
  public void heal() {
    faults.clear();
  }

  /** How often an operation was called, replays included. */
  public long calls(String operation) {
    return calls.computeIfAbsent(operation, _ -> new AtomicLong()).get();
  }

  /** What was done to the card holder's money under this reference. */
  public synchronized List<String> journal(String reference) {
    return ledger
        .ofReference(reference)
        .map(intent -> List.copyOf(intent.journal))
        .orElse(List.of());
  }

  /** The intent of a payment as Stripe shows it. */
  public synchronized Optional<ObjectNode> intent(String reference) {
    return ledger.ofReference(reference).map(intent -> intent.json(true));
  }

  /** A reader as Stripe shows it. */
  public synchronized ObjectNode reader(String id) {
    return ledger.reader(id).json();
  }

  /** How many intents were made for one payment: more than one is an error. */
  public synchronized long intents(String reference) {
    return ledger.count(reference);
  }

  /** What somebody does to an intent with the dashboard, or Stripe itself. */
  synchronized void elsewhere(String reference, Consumer<StripeIntent> deed) {
    deed.accept(ledger.ofReference(reference).orElseThrow());
    ledger.readers().forEach(StripeReader::hear);
  }

  /** The calls that were held up on their way reach Stripe now; nobody waits for an answer. */
  void arriveNow() {
    for (var call = underWay.poll(); call != null; call = underWay.poll()) {
      answer(call, Optional.empty());
    }
  }

  /** As after a day: what was answered to a key is forgotten. */
  void forgetKeys() {
    keys.forget();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = StripeCall.of(exchange);
      calls.computeIfAbsent(call.operation(), _ -> new AtomicLong()).incrementAndGet();
      var fault = Optional.ofNullable(faults.remove(call.operation()));
      if (fault.filter(StripeFault.DROP::equals).isPresent()) {
        return;
      }
      if (fault.filter(StripeFault.ARRIVE_LATE::equals).isPresent()) {
        underWay.add(call);
        return;
      }
      var answer = answer(call, fault);
      if (fault.filter(StripeFault.ACT_THEN_ANSWER_LATE::equals).isPresent()) {
        Thread.sleep(LATE);
      }
      send(exchange, answer);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (answer.replayed()) {
      exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private synchronized Answer answer(StripeCall call, Optional<StripeFault> fault) {
    return atTheDoor(call, fault)
        .map(refusal -> StripeKeys.refusal(call, refusal))
        .orElseGet(() -> keys.once(call, () -> carryOut(call, fault).toString()));
  }

  /** What is refused before the key is looked at. */
  private static Optional<StripeRefusal> atTheDoor(StripeCall call, Optional<StripeFault> fault) {
    return ("Bearer " + SECRET_KEY).equals(call.authorization())
        ? fault.flatMap(StripeFault::atTheDoor)
        : StripeFault.UNAUTHORIZED.atTheDoor();
  }

  private ObjectNode carryOut(StripeCall call, Optional<StripeFault> fault) {
    if (fault.isEmpty()) {
      return carryOut(call);
    }
    return switch (fault.get()) {
      case FAIL -> throw StripeRefusal.broken();
      case ACT_THEN_FAIL -> {
        carryOut(call);
        throw StripeRefusal.broken();
      }
      case READER_BUSY -> throw StripeRefusal.ofReader("terminal_reader_busy");
      case READER_TIMEOUT -> throw StripeRefusal.ofReader("terminal_reader_timeout");
      case READER_OFFLINE -> throw StripeRefusal.ofReader("terminal_reader_offline");
      case NOT_INDEXED -> StripeLedger.nothingFound();
      case ACT_THEN_ANSWER_LATE, ARRIVE_LATE, DROP, TOO_MANY, LOCKED, KEY_IN_USE, UNAUTHORIZED ->
          carryOut(call);
    };
  }

  private ObjectNode carryOut(StripeCall call) {
    var form = call.form();
    var done =
        switch (call.operation()) {
          case "create" -> ledger.create(form);
          case "update" -> ledger.update(call.id(), form);
          case "search" -> ledger.search(form);
          case "intent" -> ledger.intent(call.id(), form.only().isExpanded());
          case "increment_authorization" -> ledger.increment(call.id(), form);
          case "capture" -> ledger.capture(call.id(), form);
          case "cancel" -> ledger.cancel(call.id(), form);
          case "refund" -> ledger.refund(form);
          case "refunds" -> ledger.refundsOf(form);
          case "reader" -> ledger.reader(call.id(), form);
          case "process_payment_intent" -> ledger.process(call.id(), form);
          case "cancel_action" -> ledger.cancelAction(call.id(), form);
          default -> throw StripeRefusal.invalid(404, "", "Unrecognized request URL");
        };
    ledger.readers().forEach(StripeReader::meet);
    return done;
  }
}
