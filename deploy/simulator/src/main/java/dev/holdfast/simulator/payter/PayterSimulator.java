package dev.holdfast.simulator.payter;

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
import java.util.stream.Stream;

/**
 * Payter's cloud payment service over HTTP, both clouds, its status page, and the doors that
 * control it; the independent witness of what was reserved, taken, given back and paid back.
 */
public final class PayterSimulator implements AutoCloseable {
  /** The key that the TEST cloud takes. */
  public static final String TEST_API_KEY = Cloud.TEST.apiKey();

  /** The key that the PRODUCTION cloud takes. */
  public static final String PRODUCTION_API_KEY = Cloud.PRODUCTION.apiKey();

  private final HttpServer server;
  private final ExecutorService threads;
  private final Clouds clouds;
  private final Callbacks callbacks;

  static {
    // Read once by the JDK's server; without it each kept-alive answer waits 40 ms for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // By default it closes all but 200 of the connections that its callers keep for later.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
  }

  private PayterSimulator(
      HttpServer server, ExecutorService threads, Clouds clouds, Callbacks callbacks) {
    this.server = server;
    this.threads = threads;
    this.clouds = clouds;
    this.callbacks = callbacks;
  }

  /**
   * Starts on the loopback address.
   *
   * @param port the port, 0 for a free one
   * @param journal the durable file; the state is rebuilt from it when it exists
   * @throws UncheckedIOException if the port is taken or the journal cannot be read
   */
  public static PayterSimulator start(int port, Path journal) {
    return start(port, journal, Dialect.DEFAULT);
  }

  private static PayterSimulator start(int port, Path journal, Dialect dialect) {
    Clouds clouds = Clouds.open(journal, Clock.systemUTC());
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      Disturbance disturbance = new Disturbance();
      Dialects dialects = new Dialects(dialect);
      Callbacks callbacks = new Callbacks(clouds, disturbance, dialects);
      server.createContext("/", router(clouds, callbacks, disturbance, dialects));
      server.start();
      return new PayterSimulator(server, threads, clouds, callbacks);
    } catch (IOException taken) {
      clouds.close();
      throw new UncheckedIOException("The simulator cannot listen on port " + port, taken);
    }
  }

  private static Router router(
      Clouds clouds, Callbacks callbacks, Disturbance disturbance, Dialects dialects) {
    TerminalApi terminals = new TerminalApi(clouds, callbacks, dialects);
    SessionApi sessions = new SessionApi(clouds, callbacks, dialects);
    ControlApi control = new ControlApi(clouds, terminals, sessions, disturbance);
    SpentTime spent = new SpentTime(clouds);
    List<Route> routes =
        Stream.of(
                control.routes(),
                dialects.routes(),
                spent.routes(),
                terminals.routes(),
                new AuthorizeApi(clouds, dialects).routes(),
                sessions.routes(),
                new RefundApi(clouds, dialects).routes())
            .flatMap(List::stream)
            .toList();
    return new Router(routes, disturbance, spent, clouds::force);
  }

  /** Base URL; the clouds are at {@code /test} and {@code /production}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    callbacks.close();
    clouds.close();
  }

  /**
   * Runs as a process of its own until SIGTERM: {@code <port> <journal file> [<dialect>]}, the
   * dialect of both clouds as JSON.
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3 || !arguments[0].matches("\\d{1,5}")) {
      System.err.println("Usage: PayterSimulator <port> <journal file> [<dialect as JSON>]");
      System.exit(2);
    }
    PayterSimulator simulator =
        start(
            Integer.parseInt(arguments[0]),
            Path.of(arguments[1]).toAbsolutePath(),
            arguments.length == 2
                ? Dialect.DEFAULT
                : Json.MAPPER.readValue(arguments[2], Dialect.class));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("Payter cloud simulator at " + simulator.url());
  }
}
