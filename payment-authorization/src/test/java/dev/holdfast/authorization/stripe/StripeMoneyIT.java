package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.Kind;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Captures, increments, releases and refunds at the simulator, whose journal is the witness. */
@QuarkusTest
class StripeMoneyIT extends AtStripe {
  @Test
  void aCaptureTakesItsAmountOnceAndGivesBackTheRest() {
    var held = held(StripeCard.APPROVED);
    var capture = held.next(Kind.CAPTURE, "EUR 23.40");

    assertMoved("EUR 23.40", held.send(capture));
    assertMoved("EUR 23.40", held.send(capture));
    assertMoved("EUR 23.40", held.lookUp(capture));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @ParameterizedTest
  @CsvSource({
    "CAPTURE, CAPTURE",
    "OVER_COMMIT, CAPTURE",
    "OVER_COMMIT, INCREMENT",
    "RELEASE, CANCEL",
  })
  void aFailureIsReadAndItsReplayIsNoAnswer(Kind kind, String operation) {
    var held = held(StripeCard.APPROVED);
    var call = held.next(kind, kind == Kind.OVER_COMMIT ? "EUR 60.00" : "EUR 50.00");
    stripe.fault(operation, StripeFault.FAIL);

    assertThat(held.send(call)).isInstanceOf(Unknown.class);
    assertThat(held.lookUp(call)).isInstanceOf(NotActed.class);
    assertThat(held.send(call)).isInstanceOf(Approved.class);
    assertThat(held.journal()).doesNotHaveDuplicates().hasSizeBetween(2, 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = StripeFault.class,
      names = {"ACT_THEN_FAIL", "ACT_THEN_ANSWER_LATE"})
  void whatWasDoneWithoutAnAnswerIsFoundAndNotDoneAgain(StripeFault fault) {
    var held = held(StripeCard.APPROVED);
    var capture = held.next(Kind.HOLD, "EUR 50.00");
    stripe.fault("CAPTURE", fault);

    assertThat(held.send(capture)).isInstanceOf(Unknown.class);
    assertMoved("EUR 50.00", held.lookUp(capture));
    assertMoved("EUR 50.00", held.send(capture));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "TAKEN 5000");
  }

  @ParameterizedTest
  @EnumSource(
      value = StripeFault.class,
      names = {"UNAUTHORIZED", "DROP"})
  void ourOwnFaultIsNoRefusalOfTheBank(StripeFault fault) {
    var held = held(StripeCard.APPROVED);
    var capture = held.next(Kind.CAPTURE, "EUR 23.40");
    stripe.fault("CAPTURE", fault);

    assertThat(held.send(capture))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).doesNotContain("sk_test"));
    assertThat(held.lookUp(capture)).isInstanceOf(NotActed.class);
    assertMoved("EUR 23.40", held.send(capture));
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, account_invalid",
    "400, invalid_request_error, ''",
    "402, api_error, card_declined",
    "402, card_error, processing_error",
    "400, invalid_request_error, amount_too_large",
  })
  void whatIsNoWordOfTheBankNeverEndsTheLastRung(int status, String type, String code) {
    var held = held(StripeCard.APPROVED);
    var capture = held.next(Kind.HOLD, "EUR 50.00");
    stripe.fault("CAPTURE", StripeFault.refusal(status, type, code));

    assertThat(held.send(capture)).isInstanceOf(Unknown.class);
    assertThat(held.lookUp(capture)).isInstanceOf(NotActed.class);
    assertThat(held.status()).isEqualTo("requires_capture");
  }

  @Test
  void whatWasTooMuchIsSentOnceMore() {
    var held = held(StripeCard.APPROVED);
    stripe.fault("CAPTURE", StripeFault.TOO_MANY);

    assertMoved("EUR 23.40", held.send(held.next(Kind.CAPTURE, "EUR 23.40")));
  }

  @Test
  void aKeyThatIsUsedForSomethingElseIsUnknownAndSaysSo() {
    var held = held(StripeCard.APPROVED);
    stripe.fault("CAPTURE", StripeFault.FAIL);
    held.send(held.next(Kind.CAPTURE, "EUR 23.40"));

    assertThat(held.send(held.again(Kind.CAPTURE, "EUR 23.41")))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("idempotency", "a person must look"));
    assertThat(held.journal()).containsExactly("RESERVED 5000");
  }

  @Test
  void moreThanTheHoldIsRefusedAndTheHoldCanStillBeTaken() {
    var held = held(StripeCard.APPROVED);

    assertThat(held.send(held.next(Kind.WHOLE, "EUR 60.00")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("amount_too_large"));
    assertMoved("EUR 50.00", held.send(held.next(Kind.HOLD, "EUR 50.00")));
  }

  @Test
  void overCommitAsksForMoreAndTakesIt() {
    var held = held(StripeCard.APPROVED);

    assertMoved("EUR 60.00", held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "RESERVED 1000", "TAKEN 6000");
  }

  @Test
  void afterACrashBetweenIncrementAndCaptureOnlyTheCaptureIsMade() {
    var held = held(StripeCard.APPROVED);
    var overCommit = held.next(Kind.OVER_COMMIT, "EUR 60.00");
    stripe.fault("CAPTURE", StripeFault.DROP);
    assertThat(held.send(overCommit)).isInstanceOf(Unknown.class);
    var increments = stripe.calls("INCREMENT");

    assertThat(held.lookUp(overCommit)).isInstanceOf(NotActed.class);
    assertMoved("EUR 60.00", held.send(overCommit));
    assertThat(stripe.calls("INCREMENT")).isEqualTo(increments);
    assertThat(held.journal()).containsExactly("RESERVED 5000", "RESERVED 1000", "TAKEN 6000");
  }

  @Test
  void anIncrementThatTheBankDeclinesLeavesTheHold() {
    var held = held(StripeCard.NO_MORE);

    assertThat(held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).startsWith("card_declined insufficient_funds"));
    assertMoved("EUR 50.00", held.send(held.next(Kind.HOLD, "EUR 50.00")));
  }

  @Test
  void aCardThatTakesNoIncrementIsNotAskedForOne() {
    var held = held(StripeCard.NOT_INCREMENTABLE);
    var before = stripe.calls("INCREMENT");

    assertThat(held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00"))).isInstanceOf(Refused.class);
    assertThat(stripe.calls("INCREMENT")).isEqualTo(before);
  }

  @Test
  void aReleaseGivesBackOnceAndNotAfterACapture() {
    var released = held(StripeCard.APPROVED);
    var release = released.next(Kind.RELEASE, "EUR 50.00");
    assertMoved("EUR 50.00", released.send(release));
    assertMoved("EUR 50.00", released.send(released.next(Kind.RELEASE, "EUR 50.00")));
    assertThat(released.journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");

    var captured = held(StripeCard.APPROVED);
    captured.send(captured.next(Kind.CAPTURE, "EUR 50.00"));
    assertThat(captured.send(captured.next(Kind.RELEASE, "EUR 50.00"))).isInstanceOf(Taken.class);
  }

  @Test
  void aHoldThatLapsedAtStripeIsRefusedForEveryRung() {
    var held = held(StripeCard.APPROVED);
    held.lapse();

    assertThat(held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")))
        .isEqualTo(held.send(held.next(Kind.HOLD, "EUR 50.00")))
        .isEqualTo(new Refused("The payment is cancelled: automatic"));
  }

  @Test
  void refundsArePartialAndRepeatedAndNeverMoreThanWasTaken() {
    var held = held(StripeCard.APPROVED);
    held.send(held.next(Kind.CAPTURE, "EUR 50.00"));
    var first = held.next(Kind.REFUND, "EUR 10.00");

    assertMoved("EUR 10.00", held.send(first));
    assertMoved("EUR 10.00", held.send(first));
    assertMoved("EUR 10.00", held.send(held.next(Kind.REFUND, "EUR 10.00")));
    assertThat(held.send(held.next(Kind.REFUND, "EUR 30.01"))).isInstanceOf(Refused.class);
    assertThat(held.journal())
        .containsExactly("RESERVED 5000", "TAKEN 5000", "PAID_BACK 1000", "PAID_BACK 1000");
  }

  @Test
  void aRefundWithoutAnAnswerIsFoundByItsAttempt() {
    var held = held(StripeCard.APPROVED);
    held.send(held.next(Kind.CAPTURE, "EUR 50.00"));
    held.send(held.next(Kind.REFUND, "EUR 10.00"));
    var refund = held.next(Kind.REFUND, "EUR 10.00");
    assertThat(held.lookUp(refund)).isInstanceOf(NotActed.class);
    stripe.fault("REFUND", StripeFault.ACT_THEN_FAIL);

    assertThat(held.send(refund)).isInstanceOf(Unknown.class);
    assertMoved("EUR 10.00", held.lookUp(refund));
  }

  @Test
  void aRefundThatFailedIsNeverSentWithAnotherKey() {
    var held = held(StripeCard.APPROVED);
    held.send(held.next(Kind.CAPTURE, "EUR 50.00"));
    var refund = held.next(Kind.REFUND, "EUR 10.00");
    stripe.fault("REFUND", StripeFault.FAIL);

    assertThat(held.send(refund)).isInstanceOf(Unknown.class);
    assertThat(held.lookUp(refund)).isInstanceOf(NotActed.class);
    assertThat(held.send(refund)).isInstanceOf(Unknown.class);
    assertThat(held.journal()).containsExactly("RESERVED 5000", "TAKEN 5000");
  }
}
