package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.terminal.payter.PayterDouble;
import dev.holdfast.terminal.stripe.StripeResource;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.SimulatedStripe;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two instances of the registry on one database, a double of Payter and the simulator of Stripe.
 */
final class TwoInstances implements AutoCloseable {
  private static final String NAME = "terminal-registry-restarts";

  private final AtomicInteger next = new AtomicInteger(100_000);
  private final Infrastructure infrastructure = SharedInfrastructure.started();
  private final Database database = infrastructure.database(NAME);
  private final HttpClient http = HttpClient.newHttpClient();
  private final PayterDouble payter;
  private final SimulatedStripe stripe;
  private final ServiceProcess one;
  private final ServiceProcess other;

  private TwoInstances(PayterDouble payter, SimulatedStripe stripe, Map<String, String> vendors) {
    this.payter = payter;
    this.stripe = stripe;
    var settings = new HashMap<>(Stack.settings(infrastructure, NAME));
    settings.putAll(vendors);
    settings.put("holdfast.vendor-visits.every", "1s");
    // No visit is due again by itself: a test says when.
    settings.put("holdfast.vendor-visits.interval", "PT5H");
    this.one = ServiceProcess.start(Path.of(""), settings);
    this.other = ServiceProcess.start(Path.of(""), settings);
  }

  static TwoInstances start() throws IOException {
    var payter = PayterDouble.start();
    var stripe = SimulatedStripe.start();
    var vendors = new HashMap<>(payter.settings());
    vendors.putAll(StripeResource.settings(stripe));
    return new TwoInstances(payter, stripe, vendors);
  }

  PayterDouble payter() {
    return payter;
  }

  SimulatedStripe stripe() {
    return stripe;
  }

  ServiceProcess one() {
    return one;
  }

  ServiceProcess other() {
    return other;
  }

  TopicProbe probe() {
    return TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  /** Both run, vendors answer, and no terminal of another test is due. */
  void reset() throws SQLException {
    payter.wire().pass();
    for (var instance : List.of(one, other)) {
      if (!instance.isReady()) {
        instance.terminate();
        instance.restart();
      }
    }
    change("update vendor_visit set due_at = now() + interval '1 day'");
  }

  List<String> importPayterTerminals(int many) throws IOException, InterruptedException {
    var serials = IntStream.range(0, many).mapToObj(_ -> "P68R" + next.incrementAndGet()).toList();
    var file = new StringBuilder("serial,vendor,model,country,currency\n");
    serials.forEach(serial -> file.append(serial).append(",PAYTER,P68,NL,EUR\n"));
    var request =
        HttpRequest.newBuilder(one.url().resolve("/terminals/import"))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(file.toString()));
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return serials;
  }

  String registerStripeReader() throws IOException, InterruptedException {
    var reader = "tmr_FDOt2wlRZE" + next.incrementAndGet();
    assertThat(put(one, reader, "STRIPE", "WisePOS", "If-None-Match")).isEqualTo(201);
    return reader;
  }

  /** At whichever instance answers, as a caller behind a load balancer would. */
  void put(String serial, String model) throws InterruptedException {
    for (int attempt = 0; !isPut(attempt % 2 == 0 ? one : other, serial, model); attempt++) {
      Thread.sleep(50);
    }
  }

  private boolean isPut(ServiceProcess instance, String serial, String model)
      throws InterruptedException {
    try {
      return put(instance, serial, "PAYTER", model, "If-Match") == 200;
    } catch (IOException notThere) {
      return false;
    }
  }

  private int put(
      ServiceProcess instance, String serial, String vendor, String model, String precondition)
      throws IOException, InterruptedException {
    var body =
        "{\"vendor\": \"%s\", \"model\": \"%s\", \"country\": \"NL\", \"currency\": \"EUR\"}"
            .formatted(vendor, model);
    var request =
        HttpRequest.newBuilder(instance.url().resolve("/terminals/" + serial))
            .header("Content-Type", "application/json")
            .header(precondition, "*")
            .PUT(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  int post(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).POST(BodyPublishers.noBody());
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  void change(String statement) throws SQLException {
    try (var connection = connect();
        var change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  /** Of a query's first row the first column; null where there is none. */
  @Nullable String text(String query) throws SQLException {
    try (var connection = connect();
        var found = connection.createStatement().executeQuery(query)) {
      return found.next() ? found.getString(1) : null;
    }
  }

  long number(String query) throws SQLException {
    return Long.parseLong(String.valueOf(text(query)));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  @Override
  public void close() {
    one.close();
    other.close();
    http.close();
    payter.close();
    stripe.close();
  }
}
