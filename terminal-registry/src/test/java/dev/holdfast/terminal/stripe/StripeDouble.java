package dev.holdfast.terminal.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Stripe as its documentation describes it, as far as reading readers is concerned: each key sees
 * the readers of its mode, and it refuses what Stripe would refuse.
 */
public final class StripeDouble implements AutoCloseable {
  static final String TEST_KEY = "rk_test_51DoubleDouble";
  static final String LIVE_KEY = "sk_live_51DoubleDouble";

  private static final Pattern PATH = Pattern.compile("/v1/terminal/readers/([A-Za-z0-9_]+)");
  private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}(\\..+)?");

  private final Map<String, ObjectNode> test = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> live = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Answer(int status, ObjectNode body) {}

  private StripeDouble(HttpServer server) {
    this.server = server;
  }

  /** Starts it on a free port. */
  public static StripeDouble start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var stripe = new StripeDouble(server);
    server.createContext("/", stripe::handle);
    server.setExecutor(stripe.threads);
    server.start();
    return stripe;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A reader at a location, online and idle; what is other is for the test to put. */
  public ObjectNode hasInTestMode(String id) {
    return has(test, id, false);
  }

  /** As {@link #hasInTestMode}, with a card reader for real money. */
  public ObjectNode hasInLiveMode(String id) {
    return has(live, id, true);
  }

  /** Somebody deletes it in the dashboard. */
  public void deletes(String id) {
    var deleted = JsonNodeFactory.instance.objectNode();
    test.put(id, deleted.put("id", id).put("object", "terminal.reader").put("deleted", true));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static ObjectNode has(Map<String, ObjectNode> readers, String id, boolean live) {
    var reader = JsonNodeFactory.instance.objectNode();
    reader.put("id", id).put("object", "terminal.reader").putNull("action");
    reader.put("device_type", "bbpos_wisepos_e").put("label", "Blue rabbit");
    reader.put("livemode", live).put("location", "tml_FDOt2wlRZEdpd7").put("status", "online");
    readers.put(id, reader);
    return reader;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      var bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange) {
    var sent = exchange.getRequestHeaders();
    var key = String.valueOf(sent.getFirst("Authorization"));
    if (!key.equals("Bearer " + TEST_KEY) && !key.equals("Bearer " + LIVE_KEY)) {
      return refused(401, "", "Invalid API Key provided: " + key);
    }
    if (!VERSION.matcher(String.valueOf(sent.getFirst("Stripe-Version"))).matches()) {
      return refused(400, "", "Invalid Stripe API version");
    }
    var path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !exchange.getRequestMethod().equals("GET")) {
      return refused(404, "", "Unrecognized request URL");
    }
    if (exchange.getRequestURI().getQuery() != null) {
      return refused(400, "parameter_unknown", "Received unknown parameter");
    }
    var reader = (key.endsWith(TEST_KEY) ? test : live).get(path.group(1));
    return reader == null
        ? refused(404, "resource_missing", "No such terminal reader: '" + path.group(1) + "'")
        : new Answer(200, reader);
  }

  private static Answer refused(int status, String code, String message) {
    var body = JsonNodeFactory.instance.objectNode();
    var error = body.putObject("error").put("type", "invalid_request_error");
    error.put("message", message);
    if (!code.isEmpty()) {
      error.put("code", code);
    }
    return new Answer(status, body);
  }
}
