package dev.holdfast.authorization.gateway.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stripe as its documentation describes it, as far as readers are concerned: it refuses what Stripe
 * would refuse, replays its first answer to an idempotency key, and keeps a journal.
 */
public final class StripeDouble implements AutoCloseable {
  /** The key it accepts. */
  public static final String SECRET_KEY = "sk_test_51DoubleDouble";

  private static final Duration LATE = Duration.ofSeconds(4);
  private static final Pattern PATH =
      Pattern.compile("/v1/(payment_intents|refunds|terminal/readers)(?:/([^/]+))?(?:/([a-z_]+))?");

  private final StripeLedger ledger = new StripeLedger();
  private final Map<String, StripeFault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Kept(String request, int status, String body) {}

  private record Call(String method, String operation, String id, StripeForm form, String text) {}

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

  /** As somebody else would with the dashboard, or Stripe itself when the hold runs out. */
  public synchronized void cancelledElsewhere(String reference) {
    ledger.ofReference(reference).orElseThrow().cancel("automatic");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = read(exchange);
      calls.computeIfAbsent(call.operation(), _ -> new AtomicLong()).incrementAndGet();
      var fault = Optional.ofNullable(faults.remove(call.operation()));
      if (fault.filter(StripeFault.DROP::equals).isPresent()) {
        return;
      }
      var answer = answer(exchange, call, fault);
      if (fault.filter(StripeFault.ACT_THEN_ANSWER_LATE::equals).isPresent()) {
        Thread.sleep(LATE);
      }
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Kept answer(HttpExchange exchange, Call call, Optional<StripeFault> fault) {
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    try {
      authorize(exchange, fault);
      var first = key == null ? null : kept.get(key);
      if (first != null) {
        if (!first.request().equals(call.text())) {
          throw StripeRefusal.ofKey();
        }
        exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        return first;
      }
      return keep(key, new Kept(call.text(), 200, carryOut(call, fault).toString()));
    } catch (StripeRefusal refusal) {
      var answer = new Kept(call.text(), refusal.status, refusal.body().toString());
      return refusal.executed ? keep(key, answer) : answer;
    }
  }

  private Kept keep(@Nullable String key, Kept answer) {
    if (key != null) {
      kept.put(key, answer);
    }
    return answer;
  }

  private static void authorize(HttpExchange exchange, Optional<StripeFault> fault) {
    var sent = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + SECRET_KEY).equals(sent)
        || fault.filter(StripeFault.UNAUTHORIZED::equals).isPresent()) {
      throw StripeRefusal.invalid(401, "", "Invalid API Key provided: " + SECRET_KEY);
    }
    if (fault.filter(StripeFault.TOO_MANY::equals).isPresent()) {
      throw StripeRefusal.tooMany();
    }
  }

  private ObjectNode carryOut(Call call, Optional<StripeFault> fault) {
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
      case ACT_THEN_ANSWER_LATE, DROP, TOO_MANY, UNAUTHORIZED -> carryOut(call);
    };
  }

  private ObjectNode carryOut(Call call) {
    var form = call.form();
    var done =
        switch (call.operation()) {
          case "create" -> ledger.create(form);
          case "search" -> ledger.search(form);
          case "intent" -> ledger.intent(call.id(), form.only().isExpanded());
          case "increment_authorization" -> ledger.increment(call.id(), form);
          case "capture" -> ledger.capture(call.id(), form);
          case "cancel" -> ledger.cancel(call.id(), form);
          case "refund" -> ledger.refund(form);
          case "refunds" -> ledger.refundsOf(form);
          case "reader" -> ledger.reader(call.id()).json();
          case "process_payment_intent" -> ledger.process(call.id(), form);
          case "cancel_action" -> ledger.cancelAction(call.id());
          default -> throw StripeRefusal.invalid(404, "", "Unrecognized request URL");
        };
    ledger.readers().forEach(StripeReader::meet);
    return done;
  }

  private static Call read(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var uri = exchange.getRequestURI();
    var path = PATH.matcher(uri.getPath());
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    var form = StripeForm.of(method.equals("GET") ? query : sent);
    var matches = path.matches();
    var id = matches && path.group(2) != null ? path.group(2) : "";
    var operation = matches ? operation(method, path.toMatchResult()) : "unknown";
    return new Call(method, operation, id, form, method + uri + form.fields());
  }

  private static String operation(String method, MatchResult path) {
    if (path.group(3) != null) {
      return path.group(3);
    }
    var get = method.equals("GET");
    return switch (path.group(1)) {
      case "refunds" -> get ? "refunds" : "refund";
      case "terminal/readers" -> "reader";
      default -> {
        if (!get) {
          yield path.group(2) == null ? "create" : "unknown";
        }
        yield "search".equals(path.group(2)) ? "search" : "intent";
      }
    };
  }
}
