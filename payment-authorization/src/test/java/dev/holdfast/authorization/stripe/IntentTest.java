package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.stripe.Intent.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an intent, and what is not. */
class IntentTest {
  @Test
  void readsTheHoldTheCardAndTheEndFromTheCharge() {
    var intent = Intent.of(Reply.tree(held("requires_capture", 5000, 0)));

    assertThat(intent.id()).isEqualTo("pi_1");
    assertThat(intent.capturable()).isEqualTo(5000);
    assertThat(intent.card()).isEqualTo(new Card("visa", "4242"));
    assertThat(intent.captureBefore()).contains(Instant.ofEpochSecond(1_800_000_000));
    assertThat(intent.incrementable()).isFalse();
    assertThat(intent.toString()).doesNotContain("4111111111111111", "Zm9v");
  }

  @Test
  void readsWhyTheBankSaidNoAndOfWhichCard() {
    var intent = Intent.of(Reply.tree(declined()));

    assertThat(intent.hasFailed()).isTrue();
    assertThat(intent.isHeld()).isFalse();
    assertThat(intent.ending())
        .hasValueSatisfying(why ->
            assertThat(why).isEqualTo("card_declined insufficient_funds Your card has no funds."));
    assertThat(intent.card()).isEqualTo(new Card("mastercard", "4444"));
  }

  @Test
  void withoutAChargeNothingIsKnownOfTheCard() {
    var intent =
        Intent.of(Reply.tree(held("requires_payment_method", 0, 0).replace("latest", "no")));

    assertThat(intent.hasFailed()).isFalse();
    assertThat(intent.card()).isEqualTo(new Card(null, null));
    assertThat(intent.captureBefore()).isEmpty();
    assertThat(intent.incrementable()).isTrue();
  }

  @Test
  void aFailedChargeSaysWhyAlsoWhereTheIntentDoesNotAnyMore() {
    var canceled =
        """
        {"id": "pi_1", "object": "payment_intent", "status": "canceled", "currency": "eur",
         "amount": 5000, "amount_capturable": 0, "amount_received": 0, "last_payment_error": null,
         "cancellation_reason": "abandoned",
         "latest_charge": {"object": "charge", "failure_code": "card_declined",
           "failure_message": "Your card was declined.",
           "outcome": {"reason": "insufficient_funds"}}}
        """;

    assertThat(Intent.of(Reply.tree(canceled)).ending())
        .contains("card_declined insufficient_funds Your card was declined.");
  }

  @ParameterizedTest
  @CsvSource({
    "requires_payment_method, REQUIRES_PAYMENT_METHOD, false",
    "requires_confirmation, REQUIRES_CONFIRMATION, false",
    "requires_action, REQUIRES_ACTION, false",
    "processing, PROCESSING, false",
    "requires_capture, REQUIRES_CAPTURE, true",
    "succeeded, SUCCEEDED, true",
    "canceled, CANCELED, false",
    "something_new, OTHER, false",
  })
  void knowsStripesStatesAndSurvivesNewOnes(String text, Status status, boolean held) {
    var intent = Intent.of(Reply.tree(held(text, 0, 0)));

    assertThat(intent.status()).isEqualTo(status);
    assertThat(intent.isHeld()).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"object\":\"charge\",\"id\":\"ch_1\"}",
        "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"amount_capturable\":\"50\"}",
        "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"amount_capturable\":1.5}",
        "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"amount_capturable\":99999999999999999999}",
      })
  void refusesWhatIsNoIntent(String text) {
    assertThatThrownBy(() -> Intent.of(Reply.tree(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static String held(String status, long capturable, long received) {
    return """
    {"id": "pi_1", "object": "payment_intent", "status": "%s", "currency": "eur",
     "amount": 5000, "amount_capturable": %d, "amount_received": %d,
     "last_payment_error": null, "cancellation_reason": null,
     "latest_charge": {"id": "ch_1", "object": "charge", "payment_method_details": {
       "type": "card_present", "card_present": {
         "brand": "visa", "last4": "4242", "capture_before": 1800000000,
         "network_transaction_id": "4111111111111111", "fingerprint": "Zm9v",
         "incremental_authorization_supported": false}}}}
    """
        .formatted(status, capturable, received);
  }

  static String declined() {
    return """
    {"id": "pi_1", "object": "payment_intent", "status": "requires_payment_method",
     "currency": "eur", "amount": 5000, "amount_capturable": 0, "amount_received": 0,
     "last_payment_error": {"type": "card_error", "code": "card_declined",
       "decline_code": "insufficient_funds", "message": "Your card has no funds.",
       "payment_method": {"id": "pm_1", "object": "payment_method", "type": "card_present",
         "card_present": {"brand": "mastercard", "last4": "4444"}}}}
    """;
  }
}
