package dev.holdfast.simulator.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It refuses what Stripe refuses: else it would be no witness. */
class StripeProtocolIT extends AtStripe {
  private static final String INTENTS = "/v1/payment_intents";

  @ParameterizedTest
  @ValueSource(strings = {"", "sk_test_other", "sk_live_other"})
  void anotherKeyIsRefused(String secret) {
    assertThat(api(secret, request(READER_PATH)).summary()).isEqualTo("401 invalid_request_error");
  }

  @Test
  void eachModeHasObjectsOfItsOwn() {
    var intent = intent();

    assertThat(api(StripeSimulator.LIVE_KEY, request(INTENTS + "/" + intent)).summary())
        .isEqualTo("404 invalid_request_error resource_missing");
    assertThat(api(StripeSimulator.RESTRICTED_TEST_KEY, request(INTENTS + "/" + intent)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "INTENT/capture, amount_to_capture=100&tip=1",
    "INTENT/increment_authorization, amount=6000&reason=more",
    "INTENT/cancel, reason=none",
    "INTENT, amount=1",
    "/v1/refunds, payment_intent=pi_1&amount=1&currency=eur",
    "/v1/terminal/readers/tmr_1/process_payment_intent, payment_intent=pi_1&amount=1",
    "/v1/terminal/readers/tmr_1/cancel_action, payment_intent=pi_1",
  })
  void anUnknownParameterIsRefused(String path, String form) {
    var address = path.replace("INTENT", INTENTS + "/" + held(Bank.APPROVES));

    assertThat(post(address, form).summary())
        .isEqualTo("400 invalid_request_error parameter_unknown");
  }

  @Test
  void anUnknownParameterOfAReadingIsRefused() {
    assertThat(get(INTENTS + "/" + intent() + "?fields=id").summary())
        .isEqualTo("400 invalid_request_error parameter_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1e3", "100000000"})
  void whatIsNoAmountIsRefused(String amount) {
    assertThat(post(INTENTS, INTENT.replace("5000", amount)).summary())
        .isEqualTo("400 invalid_request_error parameter_invalid_integer");
  }

  @ParameterizedTest
  @CsvSource({
    "eur, 49, amount_too_small",
    "kwd, 5124, parameter_invalid_integer",
    "isk, 550, parameter_invalid_integer",
  })
  void anAmountThatTheCurrencyDoesNotHaveIsRefused(String currency, long amount, String code) {
    door("PUT", "account", "{\"currencies\": [\"eur\", \"kwd\", \"isk\"]}");
    var form = INTENT.replace("eur", currency).replace("5000", Long.toString(amount));

    assertThat(post(INTENTS, form).summary()).isEqualTo("400 invalid_request_error " + code);
  }

  @Test
  void onlyTheCurrencyOfTheAccountsCountryIsTakenInPerson() {
    var refused = post(INTENTS, INTENT.replace("eur", "gbp"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/error/message").asText()).contains("gbp", "card_present", "eur");
  }

  @ParameterizedTest
  @CsvSource({
    "/capture, amount_to_capture=100",
    "/increment_authorization, amount=6000",
  })
  void withoutAHoldNothingIsTakenOrRaised(String operation, String form) {
    assertThat(post(INTENTS + "/" + intent() + operation, form).summary())
        .isEqualTo("400 invalid_request_error payment_intent_unexpected_state");
  }

  @Test
  void aKeyIsForOneCallOnlyAndReplaysItsAnswer() {
    var path = INTENTS + "/" + held(Bank.APPROVES);
    var first = post(path + "/capture", "amount_to_capture=100", "one");
    var again = post(path + "/capture", "amount_to_capture=100", "one");

    assertThat(first.summary()).isEqualTo("200 succeeded").isEqualTo(again.summary());
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(post(path + "/capture", "amount_to_capture=101", "one").summary())
        .isEqualTo("400 idempotency_error");
    assertThat(post(path + "/cancel", "", "one").summary()).isEqualTo("400 idempotency_error");
  }

  @Test
  void aFailureIsReplayedForItsKey() {
    door("POST", "faults", "{\"endpoint\": \"CREATE_INTENT\", \"kind\": \"FAIL\"}");

    assertThat(post(INTENTS, INTENT, "k").summary()).isEqualTo("500 api_error");
    var again = post(INTENTS, INTENT, "k");
    assertThat(again.summary()).isEqualTo("500 api_error");
    assertThat(again.replayed()).isTrue();
  }

  @Test
  void aKeyIsNotUsedUpByWhatWasNotBegun() {
    assertThat(post(INTENTS, INTENT + "&tip=1", "k").status()).isEqualTo(400);
    assertThat(post(INTENTS, INTENT, "k").summary()).isEqualTo("200 requires_payment_method");
  }

  @Test
  void whatIsCapturedAndPaidBackIsInTheJournalAlsoAfterARestart() {
    var intent = held(Bank.APPROVES);
    post(INTENTS + "/" + intent + "/increment_authorization", "amount=6000");
    post(INTENTS + "/" + intent + "/capture", "amount_to_capture=5500");
    post("/v1/refunds", "amount=300&payment_intent=" + intent);
    var before = journal();
    restart();

    assertThat(before)
        .isEqualTo(journal())
        .containsExactly(
            "RESERVED 5000", "RESERVED 1000", "TAKEN 5500", "GIVEN_BACK 500", "PAID_BACK 300");
    assertThat(look(intent).summary()).isEqualTo("200 succeeded");
  }

  @Test
  void moreThanTheHoldOrTheCaptureIsRefused() {
    var intent = held(Bank.APPROVES_NO_MORE);
    var path = INTENTS + "/" + intent;

    assertThat(post(path + "/increment_authorization", "amount=6000").summary())
        .isEqualTo("402 card_error card_declined");
    assertThat(post(path + "/capture", "amount_to_capture=5001").summary())
        .isEqualTo("400 invalid_request_error amount_too_large");
    assertThat(post(path + "/capture", "").summary()).isEqualTo("200 succeeded");
    assertThat(post("/v1/refunds", "payment_intent=" + intent).summary())
        .isEqualTo("200 succeeded");
    assertThat(post("/v1/refunds", "payment_intent=" + intent).summary())
        .isEqualTo("400 invalid_request_error charge_already_refunded");
  }

  @Test
  void theTwentySixthCallOfASecondIsRefusedWhateverTheIdAndSaysWhenToComeAgain() {
    door("PUT", "account", "{\"perEndpoint\": 25, \"inAll\": 60, \"retryAfterSeconds\": 2}");
    var refused = 0;
    for (var call = 0; call < 60; call++) {
      refused += get(INTENTS + "/pi_" + call).status() == 429 ? 1 : 0;
    }

    assertThat(refused).isPositive();
    assertThat(door("GET", "refused", "").path("INTENT").asInt()).isEqualTo(refused);
    assertThat(answers.getLast().at("/error/code").asText()).isEqualTo("rate_limit");
  }

  @Test
  void whatArrivesLateIsCarriedOutAfterItsCallerHasGone() {
    var intent = held(Bank.APPROVES);
    door("POST", "faults", "{\"endpoint\": \"CANCEL\", \"kind\": \"ARRIVE_LATE\"}");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> post(INTENTS + "/" + intent + "/cancel", ""))
        .isInstanceOf(AssertionError.class);
    assertThat(look(intent).summary()).isEqualTo("200 requires_capture");

    door("POST", "late-calls", "");
    assertThat(look(intent).summary()).isEqualTo("200 canceled");
    assertThat(journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void anAddressThatIsNotKnownIsNotFound() {
    assertThat(get("/v1/customers").status()).isEqualTo(404);
    assertThat(
            api(StripeSimulator.TEST_KEY, request(READER_PATH).method("DELETE", none())).status())
        .isEqualTo(404);
  }

  private static HttpRequest.BodyPublisher none() {
    return HttpRequest.BodyPublishers.noBody();
  }
}
