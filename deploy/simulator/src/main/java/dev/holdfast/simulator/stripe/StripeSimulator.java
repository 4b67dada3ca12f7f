package dev.holdfast.simulator.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stripe over HTTP, and the doors that control it; the independent witness of what was reserved,
 * taken, given back and paid back.
 */
public final class StripeSimulator implements AutoCloseable {
  /** A secret key of the test mode. */
  public static final String TEST_KEY = "sk_test_51SimulatorSimulator";

  /** A restricted key of the test mode. */
  public static final String RESTRICTED_TEST_KEY = "rk_test_51SimulatorSimulator";

  /** A secret key of the live mode. */
  public static final String LIVE_KEY = "sk_live_51SimulatorSimulator";

  static final List<String> TEST_KEYS = List.of(TEST_KEY, RESTRICTED_TEST_KEY);
  static final List<String> LIVE_KEYS = List.of(LIVE_KEY);

  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final World world;
  private final Api api;
  private final Control control;

  static {
    // Read once by the JDK's server; without it each kept-alive answer waits 40 ms for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // By default it closes all but 200 of the connections that its callers keep for later.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
  }

  private StripeSimulator(HttpServer server, World world) {
    this.server = server;
    this.world = world;
    this.api = new Api(world, Clock.systemUTC());
    this.control = new Control(world, api, Clock.systemUTC());
  }

  /**
   * Starts on the loopback address.
   *
   * @param port the port, 0 for a free one
   * @param journal the durable file; the account is rebuilt from it when it exists
   * @throws UncheckedIOException if the port is taken or the journal cannot be read
   */
  public static StripeSimulator start(int port, Path journal) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = HttpServer.create(address, BACKLOG);
      var simulator = new StripeSimulator(server, new World(journal, Clock.systemUTC()));
      server.setExecutor(simulator.threads);
      server.createContext("/", simulator::handle);
      server.start();
      return simulator;
    } catch (IOException taken) {
      throw new UncheckedIOException("The simulator cannot listen on port " + port, taken);
    }
  }

  /** Base URL, up to and without {@code /v1}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    world.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = answer(exchange);
      if (reply != null) {
        write(exchange, reply);
      }
      // Closing before anything was written closes the connection.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Reply answer(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      return exchange.getRequestURI().getPath().startsWith(Control.ROOT)
          ? control.answer(exchange)
          : api.answer(Request.of(exchange));
    } catch (StripeError refused) {
      return Reply.of(refused);
    }
  }

  private void write(HttpExchange exchange, Reply reply) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    if (reply.replayed()) {
      headers.set("Idempotent-Replayed", "true");
    }
    var wait = world.account().retryAfter();
    if (reply.status() == 429 && wait > 0) {
      headers.set("Retry-After", Integer.toString(wait));
    }
    var bytes = Json.bytes(reply.body());
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Runs as a process of its own until SIGTERM: {@code <port> <journal file>}. */
  public static void main(String... arguments) {
    if (arguments.length != 2 || !arguments[0].matches("\\d{1,5}")) {
      System.err.println("Usage: StripeSimulator <port> <journal file>");
      System.exit(2);
    }
    var simulator = start(Integer.parseInt(arguments[0]), Path.of(arguments[1]).toAbsolutePath());
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("Stripe simulator at " + simulator.url());
  }
}
