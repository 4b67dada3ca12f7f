package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.HoldValidity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the state of an intent says of a call, whatever was sent before. */
class StripeIntentsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final StripeIntents intents =
      new StripeIntents(new HoldValidity(), new StripeCurrencies(), CLOCK);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "AUTHORIZE, requires_capture, Approved",
    "AUTHORIZE, succeeded, Approved",
    "AUTHORIZE, requires_payment_method, NotActed",
    "AUTHORIZE, processing, Unknown",
    "AUTHORIZE, requires_confirmation, Unknown",
    "AUTHORIZE, canceled, Refused",
    "AUTHORIZE, something_new, Unknown",
    "CAPTURE, succeeded, Approved",
    "CAPTURE, requires_capture, NotActed",
    "CAPTURE, canceled, Refused",
    "CAPTURE, processing, Unknown",
    "CAPTURE, something_new, Unknown",
    "OVER_COMMIT, requires_capture, NotActed",
    "OVER_COMMIT, succeeded, Approved",
    "WHOLE, canceled, Refused",
    "HOLD, succeeded, Approved",
    "RELEASE, canceled, Approved",
    "RELEASE, requires_capture, NotActed",
    "RELEASE, succeeded, Taken",
    "RELEASE, processing, Unknown",
    "REFUND, succeeded, Unknown",
  })
  void judgesByTheStateAlone(Kind kind, String status, String answer) {
    var json = Reply.tree(IntentTest.held(status, 5000, 2340));

    assertThat(intents.judge(GatewayCalls.of(kind, "EUR 50.00"), json).getClass().getSimpleName())
        .isEqualTo(answer);
  }

  @Test
  void aHoldIsWhatCanBeCapturedUntilTheChargeSaysItEnds() {
    var answer =
        intents.judge(
            GatewayCalls.of(Kind.AUTHORIZE, "EUR 50.00"),
            Reply.tree(IntentTest.held("requires_capture", 4000, 0)));

    assertThat(answer)
        .isEqualTo(
            new Answer.Approved(
                "pi_1", Money.parse("EUR 40.00"), Instant.ofEpochSecond(1_800_000_000)));
  }

  @Test
  void aHoldWithoutAnEndLastsAsLongAsTheTableSays() {
    var json = IntentTest.held("requires_capture", 5000, 0).replace("capture_before", "other");
    var answer = intents.judge(GatewayCalls.of(Kind.AUTHORIZE, "EUR 50.00"), Reply.tree(json));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Approved.class,
            approved -> assertThat(approved.holdExpiresAt()).isEqualTo(NOW.plusSeconds(172_800)));
  }

  @Test
  void aCaptureIsWhatWasReceived() {
    var answer =
        intents.judge(
            GatewayCalls.of(Kind.CAPTURE, "EUR 23.40"),
            Reply.tree(IntentTest.held("succeeded", 0, 2340)));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Approved.class,
            approved -> assertThat(approved.amount()).isEqualTo(Money.parse("EUR 23.40")));
  }

  @Test
  void aDeclinedCardIsRefusedWithStripesCodes() {
    var answer =
        intents.judge(
            GatewayCalls.of(Kind.AUTHORIZE, "EUR 50.00"), Reply.tree(IntentTest.declined()));

    assertThat(answer)
        .isEqualTo(
            new Answer.Refused(
                DeclineKind.FUNDS, "card_declined insufficient_funds Your card has no funds."));
  }

  @Test
  void anotherCurrencyIsNotOurPayment() {
    var json = Reply.tree(IntentTest.held("succeeded", 0, 2340));

    assertThat(intents.judge(GatewayCalls.of(Kind.CAPTURE, "USD 23.40"), json))
        .isInstanceOf(Answer.Unknown.class);
  }
}
