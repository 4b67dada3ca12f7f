package dev.holdfast.terminal.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.terminal.vendor.StatusPageSettings;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the page cannot be read never means that the vendor is down. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class StatusPageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough for an answer that comes, on a machine that is busy with other tests. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"components\": [{\"name\": \"CPS\", \"status\": \"major_outage\"}]} | DOWN | CPS: major_outage",
        "200 | {\"components\": []} | UNKNOWN | the status page has no component CPS",
        "200 | {} | UNKNOWN | the status page lists no components",
        "200 | null | UNKNOWN | the status page's answer is not its JSON",
        "200 | <html> | UNKNOWN | the status page's answer is not its JSON",
        "200 | {\"components\": [null]} | UNKNOWN | the status page's answer is not its JSON",
        "200 | '' | UNKNOWN | the status page's answer is not its JSON",
        "500 | {} | UNKNOWN | the status page answers HTTP 500",
        "302 | {} | UNKNOWN | the status page answers HTTP 302",
      })
  void saysWhatThePageSaysOrWhyItDoesNotKnow(
      int status, String body, VendorStatus expected, String detail) {
    answer(status, body);
    assertThat(observed(page(address()))).isEqualTo(new Observation(expected, detail, List.of()));
  }

  @Test
  void doesNotReadAnAnswerWithoutEnd() {
    var body = "{\"components\": []," + " ".repeat(1_000_000) + "}";
    answer(200, body);
    assertThat(observed(page(address())).detail())
        .isEqualTo("the status page's answer is too long");
  }

  @Test
  void doesNotKnowWhenThePageHangsUp() {
    server.createContext("/", exchange -> exchange.close());
    assertThat(observed(page(address())))
        .isEqualTo(
            new Observation(VendorStatus.UNKNOWN, "the status page cannot be reached", List.of()));
  }

  @Test
  void doesNotKnowWhenThePageDoesNotAnswer() {
    server.createContext("/", exchange -> {}); // neither answered nor closed
    assertThat(observed(page(address(), Duration.ofMillis(700))))
        .isEqualTo(
            new Observation(
                VendorStatus.UNKNOWN, "the status page gave no answer within 700 ms", List.of()));
  }

  @Test
  void doesNotKnowWithoutAnAddress() {
    assertThat(observed(page(Optional.empty())))
        .isEqualTo(
            new Observation(
                VendorStatus.UNKNOWN,
                "not configured: set holdfast.stripe.status-page.url",
                List.of()));
  }

  private void answer(int status, String body) {
    server.createContext(
        "/page/api/v2/summary.json",
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Optional<URI> address() {
    return Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page"));
  }

  private static Observation observed(StatusPage page) {
    var seen = page.read().await().atMost(PATIENCE);
    assertThat(seen).containsOnlyKeys(VendorEnvironment.values());
    return seen.getOrDefault(
        VendorEnvironment.PRODUCTION, new Observation(VendorStatus.DOWN, "", List.of()));
  }

  private static StatusPage page(Optional<URI> address) {
    return page(address, TIMEOUT);
  }

  private static StatusPage page(Optional<URI> address, Duration timeout) {
    return new StatusPage(
        Vendor.STRIPE,
        new StatusPageSettings() {
          @Override
          public Optional<URI> url() {
            return address;
          }

          @Override
          public Duration every() {
            return Duration.ofSeconds(30);
          }

          @Override
          public Duration timeout() {
            return timeout;
          }

          @Override
          public String testComponent() {
            return "CPS";
          }

          @Override
          public String productionComponent() {
            return "CPS";
          }
        },
        Clock.systemUTC());
  }
}
