package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.Arming;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Amounts that Stripe cannot take, and payments that others moved. */
@QuarkusTest
class StripeOddMoneyIT extends AtStripe {
  @Test
  void whatStripeCannotHoldOrTakeIsRoundedDownAndSaid() {
    var held = driver("KWD 50.009").holding(StripeCard.APPROVED);
    assertMoved("KWD 50.00", held.lookUp(held.hold()));

    assertMoved("KWD 1.23", held.send(held.next(Kind.CAPTURE, "KWD 1.234")));
    assertMoved("KWD 0.51", held.send(held.next(Kind.REFUND, "KWD 0.519")));
    assertThat(held.journal())
        .containsExactly("RESERVED 50000", "TAKEN 1230", "GIVEN_BACK 48770", "PAID_BACK 510");
  }

  @Test
  void anIncrementIsRoundedDownToo() {
    var held = driver("KWD 50.000").holding(StripeCard.APPROVED);

    assertMoved("KWD 60.00", held.send(held.next(Kind.OVER_COMMIT, "KWD 60.009")));
    assertThat(held.journal()).containsExactly("RESERVED 50000", "RESERVED 10000", "TAKEN 60000");
  }

  @ParameterizedTest
  @CsvSource({"KWD 0.009, Stripe cannot take KWD 0.009", "EUR 0.49, amount_too_small"})
  void whatIsTooLittleToHoldIsNotAskedFor(String money, String reason) {
    assertThat(driver(money).arm())
        .isInstanceOfSatisfying(
            Arming.Unable.class, unable -> assertThat(unable.reason()).startsWith(reason));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CAPTURE", "OVER_COMMIT", "REFUND"})
  void whatIsTooLittleToMoveIsRefused(Kind kind) {
    var held = driver("KWD 50.000").holding(StripeCard.APPROVED);

    assertThat(held.send(held.next(kind, "KWD 0.009"))).isInstanceOf(Refused.class);
    assertThat(held.journal()).containsExactly("RESERVED 50000");
  }

  @Test
  void whatSomebodyElseCapturedIsTheCaptureAndCannotBeReleased() {
    var held = held(StripeCard.APPROVED);
    held.captureElsewhere(3000);

    assertMoved("EUR 30.00", held.send(held.next(Kind.CAPTURE, "EUR 23.40")));
    assertMoved("EUR 30.00", held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")));
    assertThat(held.send(held.next(Kind.RELEASE, "EUR 50.00")))
        .isInstanceOfSatisfying(
            Taken.class, taken -> assertThat(taken.amount()).hasToString("EUR 30.00"));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "TAKEN 3000", "GIVEN_BACK 2000");
  }

  @Test
  void whatStripeReleasedWhenItsTimeWasOverIsReleased() {
    var held = held(StripeCard.APPROVED);
    held.lapse();

    assertMoved("EUR 50.00", held.send(held.next(Kind.RELEASE, "EUR 50.00")));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void afterTheLastIncrementTheHoldCanStillBeTaken() {
    var held = held(StripeCard.NO_MORE);
    for (var attempt = 0; attempt < 10; attempt++) {
      assertThat(held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.reason()).startsWith("card_declined"));
    }

    assertThat(held.send(held.next(Kind.OVER_COMMIT, "EUR 60.00")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).contains("incremented"));
    assertMoved("EUR 50.00", held.send(held.next(Kind.HOLD, "EUR 50.00")));
  }

  @ParameterizedTest
  @EnumSource(
      value = StripeFault.class,
      names = {"LOCKED", "KEY_IN_USE"})
  void whoIsNotAloneAtAPaymentWaits(StripeFault fault) {
    var held = held(StripeCard.APPROVED);
    var capture = held.next(Kind.CAPTURE, "EUR 23.40");
    stripe.fault("CAPTURE", fault);

    assertThat(held.send(capture)).isInstanceOf(Unknown.class);
    assertThat(held.lookUp(capture)).isInstanceOf(NotActed.class);
    assertMoved("EUR 23.40", held.send(capture));
  }

  @Test
  void aRefundIsFoundAlsoWhereStripeHasForgottenItsKey() {
    var held = held(StripeCard.APPROVED);
    held.send(held.next(Kind.CAPTURE, "EUR 50.00"));
    var refund = held.next(Kind.REFUND, "EUR 50.00");
    stripe.fault("REFUND", StripeFault.ACT_THEN_FAIL);
    assertThat(held.send(refund)).isInstanceOf(Unknown.class);
    stripe.forgetKeys();

    assertMoved("EUR 50.00", held.send(refund));
    assertThat(held.journal()).containsExactly("RESERVED 5000", "TAKEN 5000", "PAID_BACK 5000");
  }

  @Test
  void whatSomebodyElsePaidBackIsNotOurRefund() {
    var held = held(StripeCard.APPROVED);
    held.send(held.next(Kind.CAPTURE, "EUR 50.00"));
    held.refundElsewhere(5000);

    assertThat(held.send(held.next(Kind.REFUND, "EUR 10.00")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).startsWith("charge_already_refunded"));
  }
}
