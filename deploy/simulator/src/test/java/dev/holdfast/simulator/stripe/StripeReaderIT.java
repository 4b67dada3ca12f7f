package dev.holdfast.simulator.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers, cards and banks as Stripe describes them. */
class StripeReaderIT extends AtStripe {
  @Test
  void aCardThatWaitsIsReadOnceTheReaderAsksForIt() {
    tap(Bank.APPROVES);
    var intent = intent();
    process(intent);

    assertThat(look(intent).summary()).isEqualTo("200 requires_capture");
    assertThat(look(intent).body().at("/latest_charge/payment_method_details/card_present/last4"))
        .hasToString("\"4242\"");
    assertThat(shown()).isEqualTo("succeeded " + intent);
  }

  @Test
  void aContactlessChargeThatWantsThePinFailsWhileTheReaderAsksForCardAndPin() {
    var intent = held(Bank.WANTS_PIN);

    var seen = look(intent).body();
    assertThat(seen.path("status").asText()).isEqualTo("requires_payment_method");
    assertThat(seen.at("/last_payment_error/decline_code").asText())
        .isEqualTo("online_or_offline_pin_required");
    assertThat(seen.at("/latest_charge/failure_code").asText()).isEqualTo("card_declined");
    assertThat(shown()).isEqualTo("in_progress " + intent);

    door("POST", "readers/tmr_1/pin", "{\"right\": true}");
    assertThat(look(intent).summary()).isEqualTo("200 requires_capture");
    assertThat(look(intent).body().path("last_payment_error").isNull()).isTrue();
    assertThat(shown()).isEqualTo("succeeded " + intent);
    assertThat(journal()).containsExactly("RESERVED 5000");
  }

  @Test
  void aWrongPinEndsTheAction() {
    var intent = held(Bank.WANTS_PIN);
    door("POST", "readers/tmr_1/pin", "{\"right\": false}");

    assertThat(look(intent).body().at("/last_payment_error/decline_code").asText())
        .isEqualTo("pin_try_exceeded");
    assertThat(shown()).isEqualTo("failed " + intent);
    assertThat(journal()).isEmpty();
  }

  @Test
  void aPaymentThatNobodyHasBegunGivesWayToTheNext() {
    var first = intent();
    var second = intent();
    process(first);

    assertThat(process(second).status()).isEqualTo(200);
    tap(Bank.APPROVES);
    assertThat(look(first).summary()).isEqualTo("200 requires_payment_method");
    assertThat(look(second).summary()).isEqualTo("200 requires_capture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WANTS_PIN", "IS_SLOW"})
  void aPaymentThatHasBegunDoesNotGiveWay(Bank bank) {
    var first = held(bank);

    assertThat(process(intent()).summary())
        .isEqualTo("400 invalid_request_error terminal_reader_busy");
    assertThat(shown()).isEqualTo("in_progress " + first);
  }

  @Test
  void aReaderIsNotInterruptedWhileTheBankIsAsked() {
    var intent = held(Bank.IS_SLOW);

    assertThat(post(READER_PATH + "/cancel_action", "").summary())
        .isEqualTo("400 invalid_request_error terminal_reader_busy");
    assertThat(look(intent).summary()).isEqualTo("200 processing");
  }

  @Test
  void aPaymentIsCanceledWhileItsBankIsAskedAndThenHoldsNothing() {
    var intent = held(Bank.IS_SLOW);
    assertThat(post("/v1/payment_intents/" + intent + "/cancel", "").summary())
        .isEqualTo("200 canceled");

    door("POST", "readers/tmr_1/bank", "{\"approves\": true}");
    assertThat(journal()).isEmpty();
  }

  @Test
  void aCanceledPaymentShowsNoErrorAndItsChargeStillSaysWhy() {
    var intent = held(Bank.DECLINES);
    assertThat(shown()).isEqualTo("failed " + intent);
    post("/v1/payment_intents/" + intent + "/cancel", "");

    var seen = look(intent).body();
    assertThat(seen.path("last_payment_error").isNull()).isTrue();
    assertThat(seen.at("/latest_charge/outcome/reason").asText()).isEqualTo("insufficient_funds");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whetherACanceledPaymentIsUpdatedIsASetting(boolean updated) {
    var intent = "/v1/payment_intents/" + intent();
    post(intent + "/cancel", "");
    door("PUT", "account", "{\"updatesCanceled\": %b}".formatted(updated));

    assertThat(post(intent, "metadata[hold]=kept").summary())
        .isEqualTo(
            updated ? "200 canceled" : "400 invalid_request_error payment_intent_unexpected_state");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReaderThatAsksForATipHoldsMoreUnlessItIsToldNotTo(boolean skipped) {
    door("PUT", "readers/tmr_1", "{\"tipping\": true}");
    var intent = intent();
    post(
        READER_PATH + "/process_payment_intent",
        "payment_intent=%s&process_config[skip_tipping]=%b".formatted(intent, skipped));
    tap(Bank.APPROVES);

    assertThat(look(intent).body().path("amount_capturable").asInt())
        .isEqualTo(skipped ? 5000 : 5500);
  }

  @Test
  void aHoldThatNobodyCapturesInTimeIsCanceledByStripe() {
    var intent = intent();
    process(intent);
    door("POST", "readers/tmr_1/tap", "{\"captureBefore\": 1}");

    assertThat(look(intent).text("cancellation_reason")).isEqualTo("automatic");
    assertThat(journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void whatIsOverIsNotBegunAgain() {
    var intent = held(Bank.APPROVES);
    assertThat(process(intent).summary())
        .isEqualTo("400 invalid_request_error intent_invalid_state");
  }

  @Test
  void aReaderThatIsOfflineOrNotThereTakesNoPayment() {
    door("PUT", "readers/tmr_1", "{\"status\": \"offline\"}");
    assertThat(process(intent()).summary())
        .isEqualTo("400 invalid_request_error terminal_reader_offline");
    assertThat(get("/v1/terminal/readers/tmr_2").summary())
        .isEqualTo("404 invalid_request_error resource_missing");
  }

  @Test
  void theJournalNamesThePaymentByWhatItsCallerCallsIt() {
    held(Bank.APPROVES);

    assertThat(door("GET", "journal?key=order&value=7", "")).hasSize(1);
    assertThat(door("GET", "journal?key=order&value=8", "")).isEmpty();
  }
}
