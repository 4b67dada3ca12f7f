package dev.holdfast.terminal.stripe;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against a Stripe that answers whatever a test wants. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class StripeModeIT {
  private static final String KEY = "rk_live_51Secret";
  private HttpServer server;
  private volatile String asked = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksWithItsKeyAndReadsTheReader() {
    answer(200, "{\"id\": \"tmr_1234\", \"livemode\": true, \"status\": \"online\"}");

    assertThat(ask())
        .isInstanceOfSatisfying(Seen.class, seen -> assertThat(seen.online()).isTrue());
    assertThat(asked)
        .isEqualTo("GET /v1/terminal/readers/tmr_1234 Bearer rk_live_51Secret 2024-06-20");
  }

  @Test
  void knowsThatStripeDoesNotKnowIt() {
    answer(
        404, "{\"error\": {\"code\": \"resource_missing\", \"type\": \"invalid_request_error\"}}");
    assertThat(ask()).isInstanceOf(NotSeen.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"error\": {\"message\": \"Unrecognized request URL\"}} | HTTP 404",
        "404 | <html>not found</html>                                  | HTTP 404",
        "404 | ''                                                      | HTTP 404",
        "429 | {\"error\": {\"code\": \"rate_limit\"}}                 | HTTP 429",
        "401 | {\"error\": {\"message\": \"Invalid API Key\"}}         | refuses our API key",
        "200 | null                                                    | empty",
        "200 | ''                                                      | empty",
        "200 | []                                                      | not the JSON of a terminal",
        "200 | {\"id\": \"tmr_1234\", \"livemode\": false}             | not of this mode",
        "200 | {\"id\": \"tmr_1234\", \"last_seen_at\": \"soon\"}      | not the JSON of a terminal",
      })
  void turnsEveryOtherAnswerIntoAFactWithItsReason(int status, String body, String reason) {
    answer(status, body);
    assertThat(ask())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).contains(reason));
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked =
              String.join(
                  " ",
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  headers.getFirst("Authorization"),
                  headers.getFirst("Stripe-Version"));
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private CloudAnswer ask() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return StripeClient.about("tmr_1234", address, KEY, Duration.ofSeconds(5))
        .await()
        .atMost(Duration.ofSeconds(20));
  }
}
