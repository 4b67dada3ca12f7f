package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Disarming.Disarmed;
import dev.holdfast.authorization.gateway.Disarming.Unsure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment is cancelled while its card is approved: never both, whoever is late. */
@QuarkusTest
class StripeFateIT extends AtStripe {
  @Inject StripeAccount account;

  private HeldAtStripe driver;

  @BeforeEach
  void comes() {
    driver = driver("EUR 50.00");
    driver.arm();
  }

  private Answer told() {
    return driver.send(driver.hold());
  }

  private void assertHeld() {
    assertThat(driver.journal()).containsExactly("RESERVED 5000");
    assertThat(driver.status()).isEqualTo("requires_capture");
  }

  private void assertGivenBack() {
    assertThat(driver.journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
    assertThat(driver.status()).isEqualTo("canceled");
  }

  @Test
  void aHoldThatWasToldOfIsNotGivenUp() {
    driver.present(StripeCard.APPROVED);
    assertThat(told()).isInstanceOf(Approved.class);

    assertThat(driver.disarm())
        .isEqualTo(new Unsure("Its card was approved: the payment is REQUIRES_CAPTURE"));
    assertThat(driver.lookUp(driver.hold())).isInstanceOf(Approved.class);
    assertHeld();
  }

  @Test
  void aCancelThatReachesStripeAfterTheHoldWasToldOfDoesNothing() {
    stripe.fault("CANCEL", StripeFault.ARRIVE_LATE);
    assertThat(driver.disarm()).isInstanceOf(Unsure.class);
    driver.present(StripeCard.APPROVED);
    assertThat(told()).isInstanceOf(Approved.class);

    stripe.arriveNow();
    assertHeld();
  }

  @Test
  void aHoldWhoseKeepingReachesStripeAfterTheCancelIsNotToldOf() {
    driver.present(StripeCard.APPROVED);
    stripe.fault("UPDATE_INTENT", StripeFault.ARRIVE_LATE);
    assertThat(told()).isInstanceOf(Unknown.class);
    assertThat(driver.disarm()).isEqualTo(new Disarmed());

    stripe.arriveNow();
    assertThat(driver.lookUp(driver.hold())).isInstanceOf(Refused.class);
    assertGivenBack();
  }

  @Test
  void aHoldIsGivenBackByWhoeverFindsThatItWasGivenUp() {
    stripe.fault("CANCEL", StripeFault.FAIL);
    assertThat(driver.disarm()).isInstanceOf(Unsure.class);
    driver.present(StripeCard.APPROVED);

    assertThat(told()).isEqualTo(new Refused("It was given up meanwhile"));
    assertThat(driver.disarm()).isEqualTo(new Disarmed());
    assertGivenBack();
  }

  @ParameterizedTest
  @EnumSource(
      value = StripeFault.class,
      names = {"FAIL", "ACT_THEN_FAIL", "DROP", "TOO_MANY", "LOCKED", "KEY_IN_USE"})
  void aHoldIsToldOfOnceItIsCertainThatItIsKept(StripeFault fault) {
    driver.present(StripeCard.APPROVED);
    stripe.fault("UPDATE_INTENT", fault);
    assertThat(told()).isInstanceOf(Unknown.class);

    assertThat(driver.lookUp(driver.hold())).isInstanceOf(Approved.class);
    assertThat(driver.disarm()).isInstanceOf(Unsure.class);
    assertHeld();
  }

  @ParameterizedTest
  @EnumSource(
      value = StripeFault.class,
      names = {"FAIL", "ACT_THEN_FAIL", "DROP", "TOO_MANY", "LOCKED", "KEY_IN_USE"})
  void aPaymentIsGivenUpOnceItIsCertainThatItIsCancelled(StripeFault fault) {
    driver.present(StripeCard.APPROVED);
    stripe.fault("CANCEL", fault);
    assertThat(driver.disarm()).isInstanceOf(Unsure.class);

    assertThat(driver.disarm()).isEqualTo(new Disarmed());
    assertThat(told()).isInstanceOf(Refused.class);
    assertGivenBack();
  }

  @Test
  void whoIsGivenUpWhileTheBankIsAskedHoldsNothingWhateverItSays() {
    driver.present(StripeCard.SLOW);
    assertThat(driver.disarm()).isEqualTo(new Disarmed());
    stripe.bankApproves(driver.tap.reader().serial());

    assertThat(told()).isInstanceOf(Refused.class);
    assertThat(driver.journal()).isEmpty();
    assertThat(driver.status()).isEqualTo("canceled");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHoldThatWasCanceledBeforeItIsKeptIsNotToldOf(boolean updated) {
    driver.present(StripeCard.APPROVED);
    var seen = new Approved(driver.id(), Money.parse("EUR 50.00"), Instant.now());
    stripe.updatesCanceled(updated);
    driver.cancelElsewhere();

    var api = account.of(Environment.ACCEPTANCE).orElseThrow();
    assertThat(IntentFate.keep(api, driver.tap, seen).await().indefinitely())
        .isInstanceOfAny(Refused.class, Unknown.class);
    stripe.updatesCanceled(true);
  }

  @RepeatedTest(10)
  void ofTwoAtOnceOneWins() {
    driver.present(StripeCard.APPROVED);
    var disarming =
        gateways.of(StripeAccount.VENDOR).disarm(driver.tap).subscribeAsCompletionStage();
    var telling =
        gateways.of(StripeAccount.VENDOR).send(driver.hold()).subscribeAsCompletionStage();

    var held = telling.join() instanceof Approved;
    assertThat(disarming.join() instanceof Disarming.Disarmed).isNotEqualTo(held);
    assertThat(driver.status()).isEqualTo(held ? "requires_capture" : "canceled");
  }
}
