package dev.holdfast.terminal.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a cloud that answers whatever a test wants. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class PayterCloudIT {
  private static final String SERIAL = "P6820211200171";
  private static final String KEY = "very-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough for an answer that comes, on a machine that is busy with other tests. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private HttpServer server;
  private volatile String asked = "";
  private volatile String type = "application/json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.stop(0);
  }

  @Test
  void asksWithItsKeyAndReadsTheTerminal() {
    answer(200, "{\"serial\": \"P1\", \"online\": true, \"state\": \"IDLE\", \"new\": 1}");

    assertThat(ask())
        .isInstanceOfSatisfying(Seen.class, seen -> assertThat(seen.online()).isTrue());
    assertThat(asked).isEqualTo("/cloud/terminals/" + SERIAL + " CPS apikey=\"very-secret\"");
  }

  @Test
  void knowsThatTheCloudDoesNotKnowIt() {
    answer(404, "{}");
    assertThat(ask()).isInstanceOf(NotSeen.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {}                            | refuses our API key",
        "403 | {}                            | refuses our API key",
        "500 | {}                            | HTTP 500",
        "503 | <html>                        | HTTP 503",
        "302 | {}                            | HTTP 302",
        "200 | <html>hello</html>            | not the JSON of a terminal",
        "200 | []                            | not the JSON of a terminal",
        "200 | null                          | empty",
        "200 | {}                            | no online or state",
        "200 | {\"online\": true, \"state\": \"4111 1111 1111 1111\"} | not a word",
        "200 | {\"online\": true, \"state\": \"ID\\u0007LE\"}         | not a word",
        "200 | {\"online\": \"perhaps\"}     | not the JSON of a terminal",
      })
  void turnsEveryOtherAnswerIntoAFactWithItsReason(int status, String body, String reason) {
    answer(status, body);
    assertThat(ask())
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.reason()).contains(reason).doesNotContain(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/octet-stream", "nonsense", "multipart/form-data"})
  void goesByTheAnswerNotByTheTypeThatItIsSaidToHave(String contentType) {
    type = contentType;
    answer(200, "{\"online\": true, \"state\": \"IDLE\"}");
    assertThat(ask()).isInstanceOf(Seen.class);
    server.removeContext("/");
    answer(200, "hello");
    assertThat(reasonOf(ask())).isEqualTo("the answer is not the JSON of a terminal");
  }

  @Test
  void doesNotReadAnAnswerWithoutEnd() {
    answer(200, "{\"online\": true, \"state\": \"IDLE\"" + " ".repeat(65_536) + "}");
    assertThat(reasonOf(ask())).isEqualTo("the cloud's answer is too long");
  }

  @Test
  void doesNotWaitForEver() {
    server.createContext(
        "/",
        exchange -> {
          try {
            testIsOver.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    assertThat(reasonOf(ask(Duration.ofMillis(700))))
        .isEqualTo("the cloud gave no answer within 700 ms");
  }

  @Test
  void survivesAnEmptyAnswerAndAHungUpLine() {
    answer(200, "");
    assertThat(ask()).isInstanceOf(Unknown.class);
    server.removeContext("/");
    server.createContext("/", exchange -> exchange.close());
    assertThat(reasonOf(ask())).isEqualTo("the cloud cannot be reached");
  }

  @Test
  void survivesACloudThatIsNotThere() throws IOException {
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    assertThat(reasonOf(askAt(URI.create("http://127.0.0.1:" + closedPort), TIMEOUT)))
        .isEqualTo("the cloud cannot be reached");
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          asked =
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization");
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private CloudAnswer ask() {
    return ask(TIMEOUT);
  }

  private CloudAnswer ask(Duration timeout) {
    var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/cloud";
    return askAt(URI.create(address), timeout);
  }

  private static CloudAnswer askAt(URI address, Duration timeout) {
    return new PayterCloud(address, KEY, timeout, Clock.systemUTC())
        .ask(SERIAL)
        .await()
        .atMost(PATIENCE);
  }

  private static String reasonOf(CloudAnswer answer) {
    assertThat(answer).isInstanceOf(Unknown.class);
    return ((Unknown) answer).reason();
  }
}
