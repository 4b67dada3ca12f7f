package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The double refuses what Stripe refuses: else the adapter's tests would prove nothing. */
class StripeDoubleIT {
  private static final String INTENT =
      "amount=5000&currency=eur&capture_method=manual&payment_method_types[]=card_present"
          + "&payment_method_options[card_present][request_incremental_authorization_support]=true";

  private static HttpClient client;
  private static StripeDouble stripe;

  @BeforeAll
  static void start() throws IOException {
    client = HttpClient.newHttpClient();
    stripe = StripeDouble.start();
  }

  @AfterAll
  static void stop() {
    stripe.close();
    client.close();
  }

  private static String post(String path, String form) {
    return post(path, form, UUID.randomUUID().toString(), StripeDouble.SECRET_KEY);
  }

  private static String post(String path, String form, String key, String secret) {
    return call(
        path,
        secret,
        HttpRequest.newBuilder()
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Status, type and code of an error; status and the object's own status of what was done. */
  private static String call(String path, String secret, HttpRequest.Builder request) {
    var sent = send(path, secret, request);
    var body = Reply.tree(sent.body());
    var error = body.path("error");
    return error.isObject()
        ? "%d %s %s".formatted(sent.statusCode(), text(error, "type"), text(error, "code")).strip()
        : "%d %s".formatted(sent.statusCode(), text(body, "status"));
  }

  private static HttpResponse<String> send(
      String path, String secret, HttpRequest.Builder request) {
    try {
      return client.send(
          request
              .uri(stripe.url().resolve(path))
              .header("Authorization", "Bearer " + secret)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  /** A new intent, with a card that its bank approved if that is wanted. */
  private static String intent(boolean held) {
    var reference = UUID.randomUUID().toString();
    post("/v1/payment_intents", INTENT + "&metadata[reference]=" + reference);
    var id = text(stripe.intent(reference).orElseThrow(), "id");
    if (held) {
      stripe.present("tmr_" + reference, StripeCard.APPROVED, null);
      post(
          "/v1/terminal/readers/tmr_" + reference + "/process_payment_intent",
          "payment_intent=" + id);
    }
    return "/v1/payment_intents/" + id;
  }

  @Test
  void anotherKeyIsRefusedWhateverItsMode() {
    for (var secret : new String[] {"", "sk_live_51DoubleDouble", "sk_test_other"}) {
      assertThat(post("/v1/payment_intents", INTENT, "k", secret))
          .isEqualTo("401 invalid_request_error");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /capture, amount_to_capture=100&tip=1",
    "'', /increment_authorization, amount=6000&reason=more",
    "'', /cancel, reason=none",
    "'', '', amount=1",
    "/v1/refunds, '', payment_intent=pi_1&amount=1&currency=eur",
    "/v1/terminal/readers/tmr_1/process_payment_intent, '', payment_intent=pi_1&amount=1",
    "/v1/terminal/readers/tmr_1/cancel_action, '', payment_intent=pi_1",
  })
  void anUnknownParameterIsRefused(String path, String operation, String form) {
    var address = path.isEmpty() ? intent(true) + operation : path;

    assertThat(post(address, form)).isEqualTo("400 invalid_request_error parameter_unknown");
  }

  @Test
  void anUnknownParameterOfAReadingIsRefused() {
    var read = HttpRequest.newBuilder();
    assertThat(call(intent(true) + "?fields=id", StripeDouble.SECRET_KEY, read))
        .isEqualTo("400 invalid_request_error parameter_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1e3", "100000000", ""})
  void whatIsNoAmountIsRefused(String amount) {
    assertThat(post("/v1/payment_intents", INTENT.replace("5000", amount)))
        .isEqualTo("400 invalid_request_error parameter_invalid_integer");
  }

  @ParameterizedTest
  @CsvSource({
    "eur, 49, amount_too_small",
    "kwd, 5124, parameter_invalid_integer",
    "isk, 550, parameter_invalid_integer",
  })
  void anAmountThatTheCurrencyDoesNotHaveIsRefused(String currency, long amount, String code) {
    var form = INTENT.replace("eur", currency).replace("5000", Long.toString(amount));

    assertThat(post("/v1/payment_intents", form)).isEqualTo("400 invalid_request_error " + code);
  }

  @ParameterizedTest
  @CsvSource({
    "/capture, amount_to_capture=100",
    "/increment_authorization, amount=6000",
  })
  void withoutAHoldNothingIsTakenOrRaised(String operation, String form) {
    assertThat(post(intent(false) + operation, form))
        .isEqualTo("400 invalid_request_error payment_intent_unexpected_state");
  }

  @Test
  void whatIsOverIsNotBegunAgain() {
    var intent = intent(true);
    assertThat(post(intent + "/cancel", "")).isEqualTo("200 canceled");

    for (var operation : new String[] {"/cancel", ""}) {
      assertThat(post(intent + operation, ""))
          .isEqualTo("400 invalid_request_error payment_intent_unexpected_state");
    }
    var id = intent.substring(intent.lastIndexOf('/') + 1);
    assertThat(post("/v1/terminal/readers/tmr_2/process_payment_intent", "payment_intent=" + id))
        .isEqualTo("400 invalid_request_error intent_invalid_state");
    assertThat(post("/v1/refunds", "amount=1&payment_intent=" + id))
        .isEqualTo("400 invalid_request_error payment_intent_unexpected_state");
  }

  @Test
  void aKeyIsForOneCallOnlyAndReplaysItsAnswer() {
    var intent = intent(true);
    assertThat(post(intent + "/capture", "amount_to_capture=100", "one", StripeDouble.SECRET_KEY))
        .isEqualTo("200 succeeded")
        .isEqualTo(
            post(intent + "/capture", "amount_to_capture=100", "one", StripeDouble.SECRET_KEY));

    assertThat(post(intent + "/capture", "amount_to_capture=101", "one", StripeDouble.SECRET_KEY))
        .isEqualTo("400 idempotency_error");
    assertThat(post(intent + "/cancel", "", "one", StripeDouble.SECRET_KEY))
        .isEqualTo("400 idempotency_error");
  }

  @Test
  void aKeyIsNotUsedUpByWhatWasNotBegun() {
    var key = UUID.randomUUID().toString();
    var wrong = INTENT + "&tip=1";
    assertThat(post("/v1/payment_intents", wrong, key, StripeDouble.SECRET_KEY)).startsWith("400");

    assertThat(post("/v1/payment_intents", INTENT, key, StripeDouble.SECRET_KEY))
        .isEqualTo("200 requires_payment_method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/payment_intents/pi_none/capture", "/v1/terminal/readers/x/cancel_action"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(post(path, "")).isEqualTo("404 invalid_request_error resource_missing");
  }

  @Test
  void aReaderIsNotInterruptedWhileTheBankIsAsked() {
    var reference = UUID.randomUUID().toString();
    var reader = "/v1/terminal/readers/tmr_" + reference;
    post("/v1/payment_intents", INTENT + "&metadata[reference]=" + reference);
    stripe.present("tmr_" + reference, StripeCard.SLOW, null);
    var id = text(stripe.intent(reference).orElseThrow(), "id");
    post(reader + "/process_payment_intent", "payment_intent=" + id);

    assertThat(post(reader + "/cancel_action", ""))
        .isEqualTo("409 invalid_request_error terminal_reader_busy");
    assertThat(post("/v1/payment_intents/" + id + "/cancel", ""))
        .isEqualTo("400 invalid_request_error payment_intent_unexpected_state");
  }
}
