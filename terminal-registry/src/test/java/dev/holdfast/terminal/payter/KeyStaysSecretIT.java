package dev.holdfast.terminal.payter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.contracts.Topic;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.terminal.ChangeTerminals;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.stripe.StripeClient;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However a cloud misbehaves: its key is in no log, no answer of ours and no event. */
@QuarkusTest
@TestProfile(KeyStaysSecretIT.LogsRequests.class)
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class KeyStaysSecretIT {
  private static final String KEY = "very-secret-8731";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NEXT = new AtomicInteger(100_000);

  /** The worst that an operator can do: every request and answer is logged. */
  public static final class LogsRequests implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.rest-client.logging.scope", "request-response");
    }
  }

  @Inject ChangeTerminals changeTerminals;

  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final AtomicInteger askedElsewhere = new AtomicInteger();
  private final int number = NEXT.incrementAndGet();
  private HttpServer cloud;
  private HttpServer elsewhere;
  private CapturedLog log;

  @BeforeEach
  void start() throws IOException {
    cloud = server();
    elsewhere = server();
    elsewhere.createContext(
        "/",
        exchange -> {
          askedElsewhere.incrementAndGet();
          exchange.close();
        });
    log = new CapturedLog();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    log.close();
    cloud.stop(0);
    elsewhere.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PAYTER | 401 | text/plain       | wrong: KEY                                        | refuses our API key",
        "PAYTER | 403 | application/json | {\"wrong\": \"KEY\"}                              | refuses our API key",
        "PAYTER | 500 | text/html        | <pre>KEY</pre>                                    | HTTP 500",
        "PAYTER | 503 | application/json | {\"wrong\": \"KEY\"}                              | HTTP 503",
        "PAYTER | 200 | text/html        | <pre>KEY</pre>                                    | repeats our API key",
        "PAYTER | 200 | application/json | {\"online\": true, \"state\": \"KEY\"}            | repeats our API key",
        "PAYTER | 200 | application/json | {\"online\": true, \"state\": \"IDLE KEY\"}       | repeats our API key",
        "PAYTER | 200 | application/json | {\"online\": true, \"state\": \"\\u0076ery-secret-8731\"} | repeats our API key",
        "PAYTER | 200 | application/json | {\"online\": \"KEY\", \"state\": \"IDLE\"}        | repeats our API key",
        "STRIPE | 401 | application/json | {\"error\": {\"message\": \"Invalid API Key: KEY\"}} | refuses our API key",
        "STRIPE | 404 | application/json | {\"error\": {\"message\": \"KEY\"}}           | HTTP 404",
        "STRIPE | 500 | text/html        | <pre>KEY</pre>                                    | HTTP 500",
        "STRIPE | 200 | application/json | {\"id\": \"KEY\"}                                | repeats our API key",
        "STRIPE | 200 | application/json | {\"id\": \"ID\", \"livemode\": false, \"action\": {\"type\": \"\\u0073k_test_very-secret-8731\", \"status\": \"in_progress\"}} | an action that is not a word",
      })
  void whenTheCloudRepeatsIt(
      Vendor vendor, int status, String contentType, String body, String reason) throws Throwable {
    cloud.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", contentType);
          answer(exchange, status, body.replace("KEY", key(vendor)).replace("ID", serial(vendor)));
        });
    assertSecretThoughAskedFor(vendor, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "PAYTER, 301",
    "PAYTER, 302",
    "PAYTER, 303",
    "PAYTER, 307",
    "PAYTER, 308",
    "STRIPE, 307"
  })
  void whenTheCloudSendsUsElsewhere(Vendor vendor, int status) throws Throwable {
    var address = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
    cloud.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", address);
          answer(exchange, status, KEY);
        });
    assertSecretThoughAskedFor(vendor, "HTTP " + status);
    assertThat(askedElsewhere).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void whenTheCloudDoesNotAnswer(Vendor vendor) throws Throwable {
    cloud.createContext(
        "/",
        exchange -> {
          try {
            testIsOver.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    assertSecretThoughAskedFor(vendor, "no answer within");
  }

  @ParameterizedTest
  @EnumSource
  void whenTheCloudHangsUp(Vendor vendor) throws Throwable {
    cloud.createContext("/", HttpExchange::close);
    assertSecretThoughAskedFor(vendor, "cannot be reached");
  }

  private void assertSecretThoughAskedFor(Vendor vendor, String reason) throws Throwable {
    var serial = serial(vendor);
    var body = "{\"vendor\": \"%s\", \"country\": \"NL\", \"currency\": \"EUR\"}".formatted(vendor);
    given().contentType(ContentType.JSON).body(body).put("/terminals/" + serial);
    Logger.getLogger("io.vertx.core.http").finest("the log is captured");

    var answer = ask(vendor, serial).await().atMost(PATIENCE);

    assertThat(answer).isInstanceOf(Unknown.class);
    var heard = new Hear(Map.of(VendorEnvironment.TEST, answer));
    VertxContextSupport.subscribeAndAwait(() -> changeTerminals.change(serial, heard));
    assertThat(given().get("/terminals/" + serial).asString()).contains(reason).doesNotContain(KEY);
    try (var probe = TopicProbe.ofApplication()) {
      assertThat(
              probe.await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> !seen.isEmpty()))
          .isNotEmpty()
          .allSatisfy(record -> assertThat(record.toString()).doesNotContain(KEY));
    }
    assertThat(log.text()).contains("the log is captured").doesNotContain(KEY);
  }

  private Uni<CloudAnswer> ask(Vendor vendor, String serial) {
    var address = URI.create("http://127.0.0.1:" + cloud.getAddress().getPort() + "/cloud");
    var timeout = Duration.ofSeconds(10);
    return switch (vendor) {
      case PAYTER -> new PayterCloud(address, key(vendor), timeout, Clock.systemUTC()).ask(serial);
      case STRIPE -> StripeClient.about(serial, address, key(vendor), timeout);
    };
  }

  private static String key(Vendor vendor) {
    return switch (vendor) {
      case PAYTER -> KEY;
      case STRIPE -> "sk_test_" + KEY;
    };
  }

  private String serial(Vendor vendor) {
    return switch (vendor) {
      case PAYTER -> "P68SECRET" + number;
      case STRIPE -> "tmr_SECRET" + number;
    };
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("X-Asked-With", KEY);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer server() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }
}
