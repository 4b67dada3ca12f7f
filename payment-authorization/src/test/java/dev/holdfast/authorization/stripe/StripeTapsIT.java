package dev.holdfast.authorization.stripe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Disarming;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers, cards and holds at the simulator of Stripe. */
@QuarkusTest
class StripeTapsIT extends AtStripe {
  private static final Duration SOON = Duration.ofMillis(600);

  /** It ends as soon as the card is read; polls wait where another test was too much. */
  private static final Duration LONG = Duration.ofSeconds(20);

  @Inject Waiters waiters;
  @Inject StripeAccount account;
  @Inject FindIntent findIntent;
  @Inject Clock clock;

  private HeldAtStripe driver;

  @BeforeEach
  void comes() {
    driver = driver("EUR 50.00");
  }

  private CardPoll read() {
    return read(SOON);
  }

  private CardPoll read(Duration most) {
    return gateways.of(StripeAccount.VENDOR).awaitCard(driver.tap, most).await().indefinitely();
  }

  @Test
  void aPresentedCardIsReadAndItsHoldIsKnown() {
    assertThat(driver.arm()).isEqualTo(new Arming.Armed());
    assertThat(read()).isEqualTo(new CardPoll.NotYet());
    driver.present(StripeCard.APPROVED);

    assertThat(read(LONG)).isEqualTo(new CardPoll.Seen(new Card("visa", "4242")));
    assertThat(driver.send(driver.hold()))
        .isEqualTo(driver.lookUp(driver.hold()))
        .isInstanceOfSatisfying(
            Answer.Approved.class,
            approved -> {
              assertThat(approved.amount()).isEqualTo(Money.parse("EUR 50.00"));
              assertThat(approved.holdExpiresAt()).isEqualTo(Instant.ofEpochSecond(4_000_000_000L));
            });
    assertThat(driver.journal()).containsExactly("RESERVED 5000");
    assertThat(waiters.count()).isZero();
  }

  @Test
  void newsFromACallbackEndTheWaitLongBeforeTheNextPoll() {
    var never = GivenSettings.of(Map.of("holdfast.stripe.poll", "PT1H"));
    var schedule = new AwaitedIntents(waiters, never, clock);
    var patient = new StripeCards(findIntent, schedule, waiters, clock);
    var doors = account.doors(Environment.ACCEPTANCE).orElseThrow();
    driver.arm();
    var waiting =
        patient.await(doors, driver.tap, Duration.ofHours(1)).subscribeAsCompletionStage();
    await().atMost(30, SECONDS).until(() -> waiters.count() == 1);

    driver.present(StripeCard.APPROVED);
    var id = stripe.intent(driver.tap.reference().toString()).orElseThrow().path("id").asText();
    waiters.wake(id);
    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(30))
        .isEqualTo(new CardPoll.Seen(new Card("visa", "4242")));
  }

  @Test
  void aDeclinedCardIsReadAndRefusedAndNoOtherCardCanBeHeldAfterIt() {
    driver.arm();
    driver.present(StripeCard.DECLINED);

    assertThat(read(LONG)).isEqualTo(new CardPoll.Seen(new Card("visa", "4242")));
    assertThat(driver.send(driver.hold()))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("card_declined insufficient_funds"));
    assertThat(driver.status()).isEqualTo("canceled");
    assertThat(driver.journal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_INTENT, ACT_THEN_ANSWER_LATE",
    "CREATE_INTENT, ACT_THEN_FAIL",
    "CREATE_INTENT, DROP",
    "CREATE_INTENT, TOO_MANY",
    "PROCESS, ACT_THEN_ANSWER_LATE",
    "PROCESS, ACT_THEN_FAIL",
    "PROCESS, FAIL",
    "PROCESS, READER_TIMEOUT",
  })
  void whatDisturbsTheHandOffIsSurvivedWithOneIntent(String operation, StripeFault fault) {
    stripe.fault(operation, fault);
    assertThat(driver.arm()).isInstanceOf(Arming.Unsure.class);

    assertThat(driver.armAgain()).isEqualTo(new Arming.Armed());
    assertThat(stripe.intents(driver.tap.reference().toString())).isEqualTo(1);
    driver.present(StripeCard.APPROVED);
    assertThat(read(LONG)).isInstanceOf(CardPoll.Seen.class);
  }

  @Test
  void whoArmsAgainLeavesTheReaderAlone() {
    driver.arm();
    var before = stripe.calls("PROCESS");

    assertThat(driver.armAgain()).isEqualTo(new Arming.Armed());
    assertThat(stripe.calls("PROCESS")).isEqualTo(before);
  }

  @Test
  void aReaderThatIsOfflineCannotReadCards() {
    stripe.fault("PROCESS", StripeFault.READER_OFFLINE);

    assertThat(driver.arm()).isInstanceOf(Arming.Unable.class);
  }

  @Test
  void aReaderThatStoppedIsToldAndHandedThePaymentOnceMore() {
    driver.arm();
    driver.present(StripeCard.READER_FAILS);

    assertThat(read())
        .isEqualTo(new CardPoll.Unsure("The reader has stopped: terminal_reader_hardware_fault"));
    assertThat(driver.armAgain()).isEqualTo(new Arming.Armed());
    driver.present(StripeCard.APPROVED);
    assertThat(read(LONG)).isInstanceOf(CardPoll.Seen.class);
  }

  @Test
  void whoIsGivenUpBeforeTheCardCanHoldNothingAfterwards() {
    driver.arm();

    assertThat(driver.disarm()).isEqualTo(new Disarming.Disarmed());
    driver.present(StripeCard.APPROVED);
    assertThat(driver.journal()).isEmpty();
    assertThat(driver.armAgain()).isInstanceOf(Arming.Unable.class);
    assertThat(stripe.reader(driver.tap.reader().serial()).path("action").isNull()).isTrue();
  }

  @Test
  void whoIsGivenUpWhileTheCardIsHeldGetsTheMoneyBack() {
    driver.arm();
    driver.present(StripeCard.APPROVED);

    assertThat(driver.disarm()).isEqualTo(new Disarming.Disarmed());
    assertThat(driver.disarm()).isEqualTo(new Disarming.Disarmed());
    assertThat(driver.journal()).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
    assertThat(driver.send(driver.hold())).isInstanceOf(Answer.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"CREATE_INTENT, FAIL", "CREATE_INTENT, UNAUTHORIZED", "CANCEL, DROP", "CANCEL, FAIL"})
  void nobodyIsGivenUpWhileAHoldMayStillCome(String operation, StripeFault fault) {
    stripe.fault(operation, fault);

    assertThat(driver.disarm()).isInstanceOf(Disarming.Unsure.class);
  }

  @Test
  void whileASearchMayNotKnowTheIntentYetNoneIsMadeAndNobodyGivenUp() {
    stripe.fault("CREATE_INTENT", StripeFault.ACT_THEN_FAIL);
    assertThat(driver.arm()).isInstanceOf(Arming.Unsure.class);
    stripe.fault("SEARCH_INTENTS", StripeFault.NOT_INDEXED);
    assertThat(driver.armAgain()).isInstanceOf(Arming.Unsure.class);
    stripe.fault("SEARCH_INTENTS", StripeFault.NOT_INDEXED);
    assertThat(driver.disarm()).isInstanceOf(Disarming.Unsure.class);

    assertThat(driver.armAgain()).isEqualTo(new Arming.Armed());
    assertThat(stripe.intents(driver.tap.reference().toString())).isEqualTo(1);
  }

  @Test
  void anIntentWhoseCreationFailsForADayIsSearchedForUntilItIsCertainThatThereIsNone() {
    var longAgo =
        new HeldAtStripe(
            gateways.of(StripeAccount.VENDOR),
            stripe,
            Instant.now().minus(Duration.ofMinutes(3)),
            "EUR 50.00");
    stripe.fault("CREATE_INTENT", StripeFault.FAIL);
    assertThat(longAgo.arm()).isInstanceOf(Arming.Unsure.class);

    assertThat(longAgo.armAgain()).isInstanceOf(Arming.Unable.class);
    assertThat(longAgo.disarm()).isEqualTo(new Disarming.Disarmed());
  }

  @Test
  void afterADayTheIntentIsSearchedForAndNotMadeAgain() {
    var yesterday =
        new HeldAtStripe(
            gateways.of(StripeAccount.VENDOR),
            stripe,
            Instant.now().minus(Duration.ofDays(2)),
            "EUR 50.00");
    var before = stripe.calls("CREATE_INTENT");

    assertThat(yesterday.armAgain()).isInstanceOf(Arming.Unable.class);
    assertThat(yesterday.lookUp(yesterday.hold())).isInstanceOf(Answer.Refused.class);
    assertThat(stripe.calls("CREATE_INTENT")).isEqualTo(before);
  }

  @Test
  void aTestKeyServesAcceptanceOnly() {
    assertThat(gateways.of(StripeAccount.VENDOR).isOffered(Environment.ACCEPTANCE)).isTrue();
    assertThat(gateways.of(StripeAccount.VENDOR).isOffered(Environment.PRODUCTION)).isFalse();
  }
}
