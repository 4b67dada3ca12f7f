package dev.holdfast.terminal.payter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.infrastructure.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A test cloud of Payter's that knows every terminal, behind a wire; it counts the questions. */
public final class PayterDouble implements AutoCloseable {
  private final Set<String> notConfigured = ConcurrentHashMap.newKeySet();
  private final AtomicInteger questions = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Wire wire;

  private PayterDouble(HttpServer server) {
    this.server = server;
    this.wire = Wire.to("127.0.0.1", server.getAddress().getPort());
  }

  /** Starts it on a free port. */
  public static PayterDouble start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var payter = new PayterDouble(server);
    server.createContext("/", payter::handle);
    server.setExecutor(payter.threads);
    server.start();
    return payter;
  }

  /** By which settings a service finds it. */
  public Map<String, String> settings() {
    return Map.of(
        "holdfast.payter.test.url", "http://127.0.0.1:" + wire.port(),
        "holdfast.payter.test.api-key", "key",
        "holdfast.payter.timeout", "3s");
  }

  /** The way to it. */
  public Wire wire() {
    return wire;
  }

  /** How often it was asked, answered or not. */
  public int questions() {
    return questions.get();
  }

  /** What it says of a terminal from now on. */
  public void configures(String serial, boolean configured) {
    if (configured) {
      notConfigured.remove(serial);
    } else {
      notConfigured.add(serial);
    }
  }

  @Override
  public void close() {
    wire.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    questions.incrementAndGet();
    var path = exchange.getRequestURI().getPath();
    var configured = !notConfigured.contains(path.substring(path.lastIndexOf('/') + 1));
    var answer = "{\"online\": true, \"state\": \"IDLE\", \"configured\": " + configured + "}";
    try (exchange) {
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
