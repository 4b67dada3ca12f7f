package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that each test has to itself, and a caller of its API and its doors. */
class AtStripe {
  static final String INTENT =
      "amount=5000&currency=eur&capture_method=manual&payment_method_types[]=card_present"
          + "&payment_method_options[card_present][request_incremental_authorization_support]=true";
  static final String READER = "tmr_1";
  static final String READER_PATH = "/v1/terminal/readers/" + READER;

  @TempDir Path folder;
  StripeSimulator simulator;

  /** Every answer of the API that the test has seen. */
  final List<JsonNode> answers = new ArrayList<>();

  private HttpClient http;

  /** Status and body. */
  record Answer(int status, JsonNode body, boolean replayed) {
    String text(String field) {
      return body.path(field).asText();
    }

    /** Status, type and code of an error; status and the object's own status of what was done. */
    String summary() {
      var error = body.path("error");
      return error.isObject()
          ? "%d %s %s"
              .formatted(status, error.path("type").asText(), error.path("code").asText(""))
              .strip()
          : "%d %s".formatted(status, text("status"));
    }
  }

  @BeforeEach
  final void start() {
    http = HttpClient.newHttpClient();
    simulator = StripeSimulator.start(0, folder.resolve("journal"));
    door("PUT", "readers/" + READER, "{}");
    door("PUT", "account", "{\"perEndpoint\": 1000, \"inAll\": 1000, \"searchAfterMillis\": 0}");
  }

  @AfterEach
  final void stop() {
    http.close();
    simulator.close();
  }

  /** Ends it, and starts it again with its journal. */
  final void restart() {
    simulator.close();
    simulator = StripeSimulator.start(0, folder.resolve("journal"));
  }

  final Answer post(String path, String form) {
    return post(path, form, UUID.randomUUID().toString());
  }

  final Answer post(String path, String form, String key) {
    return api(
        StripeSimulator.TEST_KEY,
        request(path)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  final Answer get(String path) {
    return api(StripeSimulator.TEST_KEY, request(path));
  }

  final Answer api(String secret, HttpRequest.Builder request) {
    var answer = send(request.header("Authorization", "Bearer " + secret));
    answers.add(answer.body());
    return answer;
  }

  final JsonNode door(String method, String door, String body) {
    var answer =
        send(
            request(Control.ROOT + door).method(method, HttpRequest.BodyPublishers.ofString(body)));
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    return answer.body();
  }

  final HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(simulator.url().resolve(path));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          Json.parse(answer.body()),
          answer.headers().firstValue("Idempotent-Replayed").isPresent());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  /** A new intent's id. */
  final String intent() {
    return post("/v1/payment_intents", INTENT + "&metadata[order]=7").text("id");
  }

  /** Hands an intent to the reader. */
  final Answer process(String intent) {
    return post(READER_PATH + "/process_payment_intent", "payment_intent=" + intent);
  }

  final void tap(Bank bank) {
    door("POST", "readers/" + READER + "/tap", "{\"bank\": \"%s\"}".formatted(bank));
  }

  /** An intent with a hold. */
  final String held(Bank bank) {
    var intent = intent();
    process(intent);
    tap(bank);
    return intent;
  }

  final Answer look(String intent) {
    return get("/v1/payment_intents/" + intent + "?expand[]=latest_charge");
  }

  /** What the reader does: status and intent. */
  final String shown() {
    var action = get(READER_PATH).body().path("action");
    return action.path("status").asText()
        + " "
        + action.path("process_payment_intent").path("payment_intent").asText();
  }

  final List<String> journal() {
    var lines = new ArrayList<String>();
    door("GET", "journal", "")
        .forEach(line -> lines.add(line.path("kind").asText() + " " + line.path("minorUnits")));
    return lines;
  }
}
