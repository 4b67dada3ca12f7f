package dev.holdfast.terminal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.terminal.payter.PayterClient;
import dev.holdfast.terminal.statuspage.StatusPage;
import dev.holdfast.terminal.stripe.StripeClient;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that is silent, or stalls in the middle of an answer, is no answer, and ends in time. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // set before each test
class StalledVendorIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a client keeps connections to one address. */
  private static final int MANY = 120;

  private static final String LONG = ", \"more\": \"" + " ".repeat(2_000) + "\"}";

  private HttpServer server;
  private Wire wire;

  enum Outsider {
    PAYTER("{\"online\": true, \"state\": \"IDLE\""),
    STRIPE("{\"id\": \"tmr_1234\", \"livemode\": true, \"status\": \"online\""),
    STATUS_PAGE("{\"components\": [{\"name\": \"CPS\", \"status\": \"operational\"}]");

    final String answer;

    Outsider(String answer) {
      this.answer = answer + LONG;
    }

    /** One client, and what it says each time that it is asked: good, or why not. */
    Supplier<Uni<String>> at(URI address) {
      return switch (this) {
        case PAYTER -> {
          var cloud = PayterClient.at(address, "key", TIMEOUT);
          yield () -> cloud.apply("P6820211200171").map(StalledVendorIT::inWords);
        }
        case STRIPE -> {
          var cloud = StripeClient.at(address, "rk_live_51Key", TIMEOUT);
          yield () -> cloud.apply("tmr_1234").map(StalledVendorIT::inWords);
        }
        case STATUS_PAGE -> {
          var page = new StatusPage(Vendor.PAYTER, page(address), Clock.systemUTC());
          yield () -> page.read().map(StalledVendorIT::inWords);
        }
      };
    }
  }

  enum BadLine {
    SILENT,
    STALLS_IN_THE_HEAD,
    STALLS_IN_THE_BODY;

    void begin(Wire wire) {
      switch (this) {
        case SILENT -> wire.silence();
        case STALLS_IN_THE_HEAD -> wire.stallAfter(40);
        case STALLS_IN_THE_BODY -> wire.stallAfter(1_000);
      }
    }
  }

  static Stream<Arguments> everybodyOnEveryBadLine() {
    return Stream.of(Outsider.values())
        .flatMap(outsider ->
            Stream.of(BadLine.values()).map(badLine -> Arguments.of(outsider, badLine)));
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    wire = Wire.to("127.0.0.1", server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    wire.close();
    server.stop(0);
  }

  @ParameterizedTest
  @MethodSource("everybodyOnEveryBadLine")
  void didNotAnswerAndIsAskedAgainAsIfNothingHadBeen(Outsider outsider, BadLine badLine) {
    answer(outsider.answer);
    var client = outsider.at(URI.create("http://127.0.0.1:" + wire.port()));
    assertThat(ask(client, 1)).containsOnly("good");

    badLine.begin(wire);
    assertThat(ask(client, MANY))
        .hasSize(MANY)
        .allSatisfy(said -> assertThat(said).contains("no answer within 5000 ms"));

    wire.pass();
    assertThat(ask(client, MANY)).containsOnly("good");
  }

  private static List<String> ask(Supplier<Uni<String>> client, int times) {
    return Uni.join()
        .all(Stream.generate(client).limit(times).toList())
        .andFailFast()
        .await()
        .atMost(PATIENCE);
  }

  private static String inWords(CloudAnswer answer) {
    return switch (answer) {
      case CloudAnswer.Seen _, CloudAnswer.NotSeen _ -> "good";
      case CloudAnswer.Unknown unknown -> unknown.reason();
    };
  }

  private static String inWords(Map<VendorEnvironment, Observation> seen) {
    var test = Objects.requireNonNull(seen.get(VendorEnvironment.TEST));
    return test.status() == VendorStatus.OPERATIONAL ? "good" : String.valueOf(test.detail());
  }

  private void answer(String body) {
    server.createContext(
        "/",
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static StatusPageSettings page(URI address) {
    return new StatusPageSettings() {
      @Override
      public Optional<URI> url() {
        return Optional.of(address);
      }

      @Override
      public Duration every() {
        return Duration.ofSeconds(30);
      }

      @Override
      public Duration timeout() {
        return TIMEOUT;
      }

      @Override
      public String testComponent() {
        return "CPS";
      }

      @Override
      public String productionComponent() {
        return "CPS";
      }
    };
  }
}
