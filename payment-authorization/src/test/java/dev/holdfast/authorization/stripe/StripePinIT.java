package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Disarming;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contactless charge that fails because its bank wants the PIN: the reader asks for it. */
@QuarkusTest
class StripePinIT extends AtStripe {
  private static final Duration SOON = Duration.ofSeconds(3);

  /** It ends as soon as the payment is decided. */
  private static final Duration LONG = Duration.ofSeconds(20);

  private HeldAtStripe driver;

  @BeforeEach
  void taps() {
    driver = driver("EUR 50.00");
    driver.arm();
    driver.present(StripeCard.WANTS_PIN);
  }

  private CardPoll read(Duration most) {
    return gateways.of(StripeAccount.VENDOR).awaitCard(driver.tap, most).await().indefinitely();
  }

  @Test
  void thePinAfterAContactlessAttemptEndsInAHold() {
    assertThat(read(SOON)).isEqualTo(new CardPoll.NotYet());
    driver.pin(true);

    assertThat(read(LONG)).isEqualTo(new CardPoll.Seen(new Card("visa", "4242")));
    assertMoved("EUR 50.00", driver.send(driver.hold()));
    assertThat(driver.journal()).containsExactly("RESERVED 5000");
  }

  @Test
  void aPinThatIsWrongTooOftenIsRefused() {
    driver.pin(false);

    assertThat(read(LONG)).isInstanceOf(CardPoll.Seen.class);
    assertThat(driver.send(driver.hold()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).startsWith("card_declined pin_try_exceeded"));
    assertThat(driver.journal()).isEmpty();
  }

  @Test
  void whileTheReaderAsksForThePinNothingIsDecided() {
    assertThat(driver.lookUp(driver.hold())).isInstanceOf(Unknown.class);
    driver.pin(true);

    assertMoved("EUR 50.00", driver.lookUp(driver.hold()));
  }

  @Test
  void whoTypesNoPinIsGivenUpAndHoldsNothingAfterwards() {
    assertThat(driver.disarm()).isEqualTo(new Disarming.Disarmed());

    assertThat(driver.lookUp(driver.hold())).isInstanceOf(Refused.class);
    assertThat(driver.journal()).isEmpty();
  }

  @Test
  void afterTheDriversTimeThePinIsNotWaitedFor() {
    var late =
        new HeldAtStripe(
            gateways.of(StripeAccount.VENDOR),
            stripe,
            Instant.now().minus(Duration.ofMinutes(2)),
            "EUR 50.00");
    late.arm();
    late.present(StripeCard.WANTS_PIN);

    assertThat(late.lookUp(late.hold()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).startsWith("card_declined"));
    assertThat(late.status()).isEqualTo("canceled");
  }

  @Test
  void aDeclineThatIsToldLateStillHasItsReason() {
    var declined = driver("EUR 50.00");
    declined.arm();
    declined.present(StripeCard.DECLINED);
    declined.cancelElsewhere();

    assertThat(declined.lookUp(declined.hold()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reason()).contains("card_declined", "insufficient_funds"));
  }

  @Test
  void aReaderThatAsksForTipsIsToldNotTo() {
    var other = driver("EUR 50.00");
    stripe.tipping(other.tap.reader().serial());
    other.arm();
    other.present(StripeCard.APPROVED);

    assertMoved("EUR 50.00", other.send(other.hold()));
  }
}
