package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.eur;
import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.authorization.stripe.StripeCard;
import dev.holdfast.authorization.stripe.StripeDoors;
import dev.holdfast.authorization.stripe.StripeFault;
import dev.holdfast.authorization.stripe.StripeResource;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.SimulatedStripe;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Payments at a reader of Stripe through the whole service; the simulator's journal is the witness.
 */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@WithTestResource(value = StripeResource.class, scope = TestResourceScope.GLOBAL)
class StripePaymentsIT {
  @SuppressWarnings("NullAway.Init") // filled by StripeResource
  StripeDoors stripe;

  private TopicProbe topics;
  private Scene scene;
  private StripeScene readers;

  @BeforeEach
  void open() {
    topics = TopicProbe.ofApplication();
    scene = new Scene();
    readers = new StripeScene(topics, stripe);
  }

  @AfterEach
  void close() {
    stripe.heal();
    scene.close();
    topics.close();
  }

  private String held(StripeCard card) {
    var reference = readers.asked(readers.reader(), card);
    scene.until(reference, AuthorizationChange.HELD);
    return reference;
  }

  private AuthorizationChanged captured(String reference) {
    return scene.until(reference, AuthorizationChange.CAPTURED).getLast();
  }

  private static List<String> attempts(AuthorizationChanged state) {
    return state.getAttempts().stream()
        .map(attempt -> attempt.getKind() + " " + attempt.getOutcome())
        .toList();
  }

  @Test
  void aTapBecomesAHoldWithTheCardsBrandAndLastFourAndNothingElseOfIt() {
    var reference = held(StripeCard.APPROVED);

    var hold = scene.versions(reference).getLast();
    assertThat(hold.getAuthorized()).isEqualTo(eur(5000));
    assertThat(hold.getExpiresAt()).isEqualTo("2096-10-02T07:06:40Z");
    assertThat(hold.getCard().getScheme() + hold.getCard().getLastFour()).isEqualTo("visa4242");
    assertThat(given().get("/authorizations/" + reference).asString() + hold)
        .doesNotContain("4111111111111111", "Zm9vYmFy", SimulatedStripe.TEST_KEY);
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000");
  }

  @Test
  void aPlanIsCapturedAndTheRestIsReleased() {
    var reference = held(StripeCard.APPROVED);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    var captured = captured(reference);
    assertThat(captured.getCaptured()).isEqualTo(eur(2340));
    assertThat(captured.getReleased()).isEqualTo(eur(2660));
    assertThat(stripe.journal(reference))
        .containsExactly("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @Test
  void overCommitTakesMoreThanTheHoldWhereTheBankAllows() {
    var reference = held(StripeCard.APPROVED);
    settleAbove(reference);

    var captured = captured(reference);
    assertThat(attempts(captured)).containsExactly("AUTHORIZE APPROVED", "OVER_COMMIT APPROVED");
    assertThat(captured.getCaptured()).isEqualTo(eur(6000));
    assertThat(captured.getAuthorized()).isEqualTo(eur(5000));
    assertThat(stripe.journal(reference))
        .containsExactly("RESERVED 5000", "RESERVED 1000", "TAKEN 6000");
  }

  private void settleAbove(String reference) {
    scene.settle(
        reference,
        2,
        rung(Method.OVER_COMMIT, 6000),
        rung(Method.WHOLE, 6000),
        rung(Method.HOLD, 5000));
  }

  @Test
  void whereTheBankDoesNotTheHoldIsTaken() {
    var reference = held(StripeCard.NO_MORE);
    settleAbove(reference);

    var captured = captured(reference);
    assertThat(attempts(captured))
        .containsExactly(
            "AUTHORIZE APPROVED", "OVER_COMMIT REFUSED", "WHOLE REFUSED", "HOLD APPROVED");
    assertThat(captured.getAttempts().get(1).getReason()).startsWith("card_declined");
    assertThat(captured.getAttempts().get(2).getReason()).startsWith("amount_too_large");
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000", "TAKEN 5000");
  }

  @Test
  void aHoldThatIsNotNeededIsGivenBack() {
    var reference = held(StripeCard.APPROVED);
    scene.settle(reference, 2, rung(Method.RELEASE, 5000));

    scene.until(reference, AuthorizationChange.RELEASED);
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void whatWasTakenIsRefundedInParts() {
    var reference = held(StripeCard.APPROVED);
    scene.settle(reference, 2, rung(Method.CAPTURE, 5000));
    captured(reference);
    scene.settle(reference, 3, rung(Method.REFUND, 1000));
    scene.until(reference, AuthorizationChange.REFUNDED);
    scene.settle(reference, 4, 1000, rung(Method.REFUND, 500));

    await()
        .atMost(30, SECONDS)
        .until(() -> scene.versions(reference).getLast().getRefunded().equals(eur(1500)));
    assertThat(stripe.journal(reference))
        .containsExactly("RESERVED 5000", "TAKEN 5000", "PAID_BACK 1000", "PAID_BACK 500");
  }

  @Test
  void aDeclinedCardHoldsNothing() {
    var reference = readers.asked(readers.reader(), StripeCard.DECLINED);

    var declined = scene.until(reference, AuthorizationChange.DECLINED).getLast();
    assertThat(declined.getReason()).startsWith("card_declined insufficient_funds");
    assertThat(stripe.journal(reference)).isEmpty();
  }

  @Test
  void aDriverWhoIsCancelledCanHoldNothingAfterwards() {
    var serial = readers.reader();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");
    await().atMost(30, SECONDS).until(() -> stripe.reader(serial).path("action").isObject());

    Scene.cancel(reference).then().statusCode(200);
    scene.until(reference, AuthorizationChange.ABANDONED);
    stripe.present(serial, StripeCard.APPROVED, null);
    assertThat(stripe.journal(reference)).isEmpty();
  }

  @Test
  void aCancelIsWrittenFirstAndToldUntilStripeSaysThatNoHoldCanCome() {
    var serial = readers.reader();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");
    stripe.fault("CANCEL", StripeFault.FAIL);

    Scene.cancel(reference).then().statusCode(200).body("status", equalTo("GIVING_UP"));
    scene.until(reference, AuthorizationChange.ABANDONED);
    assertThat(stripe.intent(reference).orElseThrow().path("status").asText())
        .isEqualTo("canceled");
  }

  @Test
  void aCardThatIsApprovedAfterACancelHoldsNothing() {
    var serial = readers.reader();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");
    await().atMost(30, SECONDS).until(() -> stripe.reader(serial).path("action").isObject());
    stripe.fault("CANCEL", StripeFault.FAIL);
    Scene.cancel(reference).then().statusCode(200).body("status", equalTo("GIVING_UP"));
    stripe.present(serial, StripeCard.APPROVED, null);

    scene.until(reference, AuthorizationChange.ABANDONED);
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void aCallbackBringsALookUpForwardThatWasPutOffForAMinute() {
    var reference = held(StripeCard.APPROVED);
    stripe.fault("CAPTURE", StripeFault.FAIL);
    stripe.fault("INTENT", StripeFault.FAIL);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    await().atMost(30, SECONDS).until(() -> scene.versions(reference).size() == 6);

    var event = StripeScene.event(stripe.intent(reference).orElseThrow());
    assertThat(StripeScene.callback(event).then().statusCode(200).extract().<String>path("result"))
        .isEqualTo("read again");
    assertThat(StripeScene.callback(event).statusCode()).isEqualTo(200);
    assertThat(captured(reference).getCaptured()).isEqualTo(eur(2340));
    assertThat(stripe.journal(reference)).contains("TAKEN 2340").doesNotHaveDuplicates();
  }

  @Test
  void aTerminalOfAVendorWithoutAGatewayIsRefused() {
    var serial = "ADY" + System.nanoTime();
    readers.announce(serial, "NOBODY");

    var refused = Scene.ask(serial, 0);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("vendor NOBODY, which no gateway here serves");
  }
}
