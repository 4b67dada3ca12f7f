package dev.holdfast.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.simulator.stripe.StripeSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The Stripe simulator in this JVM, and its doors; requests of a test are as those of anybody. */
public final class SimulatedStripe implements AutoCloseable {
  /** The key of the test mode that it takes. */
  public static final String TEST_KEY = StripeSimulator.TEST_KEY;

  /** A restricted one. */
  public static final String RESTRICTED_TEST_KEY = StripeSimulator.RESTRICTED_TEST_KEY;

  /** The key of the live mode. */
  public static final String LIVE_KEY = StripeSimulator.LIVE_KEY;

  private static final String DOORS = "/simulator/stripe/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StripeSimulator simulator;
  private final HttpClient http = HttpClient.newHttpClient();

  private SimulatedStripe(StripeSimulator simulator) {
    this.simulator = simulator;
  }

  /** On a free port, with a journal of its own; a search knows everything at once. */
  public static SimulatedStripe start() {
    var journal = SharedInfrastructure.workFolder("stripe").resolve(UUID.randomUUID() + ".jsonl");
    var stripe = new SimulatedStripe(StripeSimulator.start(0, journal));
    stripe.put("account", Map.of("searchAfterMillis", 0, "perEndpoint", 10_000, "inAll", 10_000));
    return stripe;
  }

  /** Its base URL. */
  public URI url() {
    return simulator.url();
  }

  /** The movements of one payment, by a key of its intent's metadata: {@code TAKEN 2340}. */
  public List<String> journal(String key, String value) {
    return StreamSupport.stream(
            get("journal?key=%s&value=%s".formatted(key, value)).spliterator(), false)
        .map(line -> line.path("kind").asText() + " " + line.path("minorUnits").asText())
        .toList();
  }

  /** What a door shows. */
  public JsonNode get(String door) {
    return door("GET", door, Map.of());
  }

  /** Sets something up. */
  public void put(String door, Map<String, ?> body) {
    door("PUT", door, body);
  }

  /** Has something happen. */
  public void post(String door, Map<String, ?> body) {
    door("POST", door, body);
  }

  /** Takes something away. */
  public void delete(String door) {
    door("DELETE", door, Map.of());
  }

  /** Somebody else calls the API, as a dashboard does. */
  public HttpResponse<String> call(String path, String form) {
    return send(
        HttpRequest.newBuilder(url().resolve(path))
            .header("Authorization", "Bearer " + TEST_KEY)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private JsonNode door(String method, String door, Map<String, ?> body) {
    try {
      var answer =
          send(
              HttpRequest.newBuilder(url().resolve(DOORS + door))
                  .method(
                      method,
                      HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("%s %s: %s".formatted(method, door, answer.body()));
      }
      return MAPPER.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(notJson);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new IllegalStateException("The simulator does not answer", gone);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(closing);
    }
  }

  @Override
  public void close() {
    http.close();
    simulator.close();
  }
}
