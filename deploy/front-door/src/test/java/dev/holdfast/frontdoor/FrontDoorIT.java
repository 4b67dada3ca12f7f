package dev.holdfast.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The front door with a service behind it and one that is down. */
class FrontDoorIT {
  private static final int NOBODY = 1;

  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer service;
  private FrontDoor door;

  @BeforeEach
  void open() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.start();
    int port = service.getAddress().getPort();
    door =
        FrontDoor.open(
            0,
            List.of(
                new Door("/terminals", "terminal-registry", () -> port, false),
                new Door("/terminal-registry", "terminal-registry", () -> port, true),
                new Door("/journal", "session-settlement", () -> NOBODY, false)));
  }

  @AfterEach
  void close() {
    door.close();
    service.stop(0);
    http.close();
  }

  @Test
  void requestGoesThroughWithMethodQueryAndBody() throws Exception {
    service.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] echo =
              (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, echo.length);
          exchange.getResponseBody().write(echo);
          exchange.close();
        });

    var answer = send("PUT", "/terminals/P1?a=%2Fb", "{\"x\":1}");
    var stripped = send("GET", "/terminal-registry/q/health", "");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("PUT /terminals/P1?a=%2Fb {\"x\":1}");
    assertThat(stripped.body()).isEqualTo("GET /q/health ");
  }

  @Test
  void eventsArriveWhileTheStreamIsStillOpen() throws Exception {
    CountDownLatch firstWasRead = new CountDownLatch(1);
    service.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            firstWasRead.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseBody().write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });

    var stream =
        http.send(
            request("GET", "/terminals/events", ""), HttpResponse.BodyHandlers.ofInputStream());
    try (var reader =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("data: one");
      firstWasRead.countDown();
      assertThat(reader.lines().toList()).contains("data: two");
    }
  }

  /** A download that fails in the middle must not look whole. */
  @Test
  @Timeout(30)
  void answerThatBreaksOffBehindTheDoorBreaksOffBeforeIt() {
    service.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("the first page".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          throw new IOException("the second page fails");
        });

    assertThatThrownBy(() -> send("GET", "/terminals/export", "")).isInstanceOf(IOException.class);
  }

  @Test
  void unknownPrefixIsAnsweredWithTheKnownOnes() throws Exception {
    var answer = send("GET", "/nothing", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    assertThat(answer.body()).contains("/nothing", "/terminals", "/journal");
  }

  @Test
  void serviceThatIsDownIsNamed() throws Exception {
    var answer = send("GET", "/journal?reference=x", "");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    assertThat(answer.body()).contains("session-settlement");
  }

  @Test
  void portThatIsTakenIsNamed() {
    int taken = service.getAddress().getPort();

    assertThatThrownBy(() -> FrontDoor.open(taken, List.of()))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining(Integer.toString(taken));
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(door.url() + path))
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
