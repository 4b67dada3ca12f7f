package dev.holdfast.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * One port for the console and all REST APIs: passes requests on by the first segment of their
 * path, unbuffered.
 */
public final class FrontDoor implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int CONNECT_MILLIS = 2_000;
  // A tap may wait for its card for a minute, so many requests are open at once.
  private static final int CONNECTIONS_PER_SERVICE = 1_000;

  private final Vertx vertx;
  private final List<Door> doors;
  private final Map<Door, HttpProxy> proxies = new LinkedHashMap<>();
  private final HttpServer server;

  private FrontDoor(Vertx vertx, int port, List<Door> doors) {
    this.vertx = vertx;
    this.doors = List.copyOf(doors);
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
    for (Door door : this.doors) {
      proxies.put(
          door,
          HttpProxy.reverseProxy(client)
              .origin(OriginRequestProvider.selector(_ -> Future.succeededFuture(address(door))))
              .addInterceptor(passingOn(door)));
    }
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(LOOPBACK)
                    .setPort(port)
                    .setHttp2ClearTextEnabled(false))
            .requestHandler(this::handle);
  }

  /**
   * Opens the door on the loopback address.
   *
   * @param port the port, 0 for a free one
   * @throws PortTaken if somebody listens there
   */
  public static FrontDoor open(int port, List<Door> doors) {
    Vertx vertx = Vertx.vertx();
    FrontDoor door = new FrontDoor(vertx, port, doors);
    try {
      door.server.listen().toCompletionStage().toCompletableFuture().join();
      return door;
    } catch (CompletionException taken) {
      door.close();
      throw new PortTaken(port, taken);
    }
  }

  /** The base URL of all REST APIs. */
  public URI url() {
    return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
  }

  /** Where a path leads, if anywhere. */
  static Optional<Door> find(List<Door> doors, String path) {
    return doors.stream().filter(door -> door.leads(path)).findFirst();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path() == null ? "/" : request.path();
    if (Pages.answer(request, path)) {
      return;
    }
    find(doors, path)
        .ifPresentOrElse(
            door -> Objects.requireNonNull(proxies.get(door)).handle(request),
            () -> refuse(request, unknown(path)));
  }

  private Problem unknown(String path) {
    String known = doors.stream().map(Door::prefix).collect(Collectors.joining(", "));
    return new Problem(
        404, "Not Found", "Nothing is behind " + path + ". Known prefixes: " + known + ".");
  }

  private static void refuse(HttpServerRequest request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(problem.json());
  }

  private static SocketAddress address(Door door) {
    return SocketAddress.inetSocketAddress(door.port().getAsInt(), LOOPBACK);
  }

  private static ProxyInterceptor passingOn(Door door) {
    return new ProxyInterceptor() {
      @Override
      public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.request().setURI(door.behind(context.request().getURI()));
        return context.sendRequest().recover(_ -> Future.succeededFuture(down(context, door)));
      }
    };
  }

  private static ProxyResponse down(ProxyContext context, Door door) {
    context.request().release();
    Problem problem =
        new Problem(
            502,
            "Bad Gateway",
            door.service() + " does not answer. See its log, or try again when it is up.");
    return context
        .request()
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .setBody(Body.body(problem.json()));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
