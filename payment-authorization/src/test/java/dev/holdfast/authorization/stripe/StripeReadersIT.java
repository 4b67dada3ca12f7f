package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.Disarming;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that shows a payment of somebody else. */
@QuarkusTest
class StripeReadersIT extends AtStripe {
  private HeldAtStripe driver;
  private HeldAtStripe other;

  @BeforeEach
  void come() {
    driver = driver("EUR 50.00");
    other = driver.next("EUR 20.00");
  }

  private String shown() {
    return stripe
        .reader(driver.tap.reader().serial())
        .at("/action/process_payment_intent/payment_intent")
        .asText();
  }

  @Test
  void aPaymentThatIsOverIsTakenOffTheReader() {
    other.arm();
    other.cancelElsewhere();

    assertThat(driver.arm()).isEqualTo(new Arming.Armed());
    driver.present(StripeCard.APPROVED);
    assertThat(other.journal()).isEmpty();
    assertThat(driver.journal()).containsExactly("RESERVED 5000");
  }

  @Test
  void aPaymentThatSomebodyCanStillPayIsLeftOnTheReader() {
    other.arm();

    assertThat(driver.arm()).isInstanceOf(Arming.Unsure.class);
    assertThat(driver.armAgain()).isInstanceOf(Arming.Unsure.class);
    assertThat(shown()).isEqualTo(other.id());
  }

  @Test
  void whoIsGivenUpLeavesTheReaderToTheOther() {
    driver.arm();
    driver.cancelElsewhere();
    other.arm();

    assertThat(driver.disarm()).isEqualTo(new Disarming.Disarmed());
    assertThat(shown()).isEqualTo(other.id());
  }

  @Test
  void aReaderThatIsFreeAgainIsHandedThePaymentOnceMore() {
    stripe.fault("PROCESS", StripeFault.READER_BUSY);

    assertThat(driver.arm()).isInstanceOf(Arming.Unsure.class);
    assertThat(driver.armAgain()).isEqualTo(new Arming.Armed());
    assertThat(shown()).isEqualTo(driver.id());
  }

  @Test
  void whoseReaderSomebodyElseTookDoesNotTakeItBack() {
    driver.arm();
    takenElsewhere();

    assertThat(driver.armAgain()).isInstanceOf(Arming.Unsure.class);
    assertThat(shown()).isEqualTo(other.id());
  }

  /** Another system hands its payment to the reader, which shows ours. */
  private void takenElsewhere() {
    var elsewhere = driver("EUR 20.00");
    elsewhere.arm();
    stripe.elsewhere(
        "terminal/readers/%s/process_payment_intent".formatted(driver.tap.reader().serial()),
        "payment_intent=" + elsewhere.id());
    other = elsewhere;
  }

  @Test
  void ourOwnPaymentIsNotHandedOverOnceMore() {
    driver.arm();
    var before = stripe.calls("PROCESS");

    assertThat(driver.arm()).isEqualTo(new Arming.Armed());
    assertThat(stripe.calls("PROCESS")).isEqualTo(before);
  }

  @Test
  void aReaderThatCannotBeAskedIsNotCleared() {
    other.arm();
    other.cancelElsewhere();
    stripe.fault("READER", StripeFault.FAIL);

    assertThat(driver.arm()).isInstanceOf(Arming.Unsure.class);
    assertThat(shown()).isEqualTo(other.id());
  }
}
