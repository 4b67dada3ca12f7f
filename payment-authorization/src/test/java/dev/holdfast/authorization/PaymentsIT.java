package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.eur;
import static dev.holdfast.authorization.Scene.rung;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments on the real stack, with the cloud's own journal as the witness. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class PaymentsIT {
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aTapBecomesAHoldAndEachVersionIsPublishedOnce() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");

    var versions = scene.until(reference, AuthorizationChange.HELD);
    assertThat(versions)
        .extracting(AuthorizationChanged::getChange)
        .containsExactly(
            AuthorizationChange.REQUESTED, AuthorizationChange.CARD_READ, AuthorizationChange.HELD);
    assertThat(versions).extracting(AuthorizationChanged::getVersion).containsExactly(1L, 2L, 3L);
    assertThat(versions.getLast().getAuthorized()).isEqualTo(eur(5000));
    assertThat(versions.getLast().getCard().getLastFour()).isEqualTo("1234");
    assertThat(UUID.fromString(reference).version()).isEqualTo(7);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  @Test
  void aPlanIsCapturedAndTheRestIsReleased() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(reference, 3, rung(Method.CAPTURE, 2340));

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getCaptured()).isEqualTo(eur(2340));
    assertThat(captured.getReleased()).isEqualTo(eur(2660));
    assertThat(captured.getSettlementVersion()).isEqualTo(3);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @Test
  void aPlanThatComesThreeTimesIsCapturedOnce() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    for (int i = 0; i < 3; i++) {
      scene.settle(reference, 3, rung(Method.CAPTURE, 5000));
    }
    scene.settle(reference, 2, rung(Method.CAPTURE, 100));
    scene.until(reference, AuthorizationChange.CAPTURED);
    scene.settle(reference, 4, rung(Method.CAPTURE, 100));

    var later = scene.held(scene.terminal(), "APPROVE_ALL");
    assertThat(scene.journal(reference)).containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 5000");
    assertThat(versionNumbers(reference)).isEqualTo(LongStream.rangeClosed(1, 5).boxed().toList());
    assertThat(later).isNotEqualTo(reference);
  }

  private List<Long> versionNumbers(String reference) {
    return scene.versions(reference).stream().map(AuthorizationChanged::getVersion).toList();
  }

  @Test
  void theRungsAreWalkedInOrder() {
    var reference = scene.held(scene.terminal(), "REFUSE_ABOVE_HOLD");
    scene.settle(
        reference,
        2,
        rung(Method.OVER_COMMIT, 6000),
        rung(Method.WHOLE, 6000),
        rung(Method.HOLD, 5000));

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getAttempts())
        .extracting(attempt -> attempt.getKind() + " " + attempt.getOutcome())
        .containsExactly(
            "AUTHORIZE APPROVED", "OVER_COMMIT REFUSED", "WHOLE REFUSED", "HOLD APPROVED");
    assertThat(captured.getCaptured()).isEqualTo(eur(5000));
  }

  @Test
  void overCommitTakesMoreThanTheHoldWhereTheBankAllows() {
    var reference = scene.held(scene.terminal(), "OVER_COMMIT");
    scene.settle(reference, 2, rung(Method.OVER_COMMIT, 6000), rung(Method.HOLD, 5000));

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getCaptured()).isEqualTo(eur(6000));
    assertThat(scene.journal(reference)).containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 6000");
  }

  @Test
  void refundsAreMadeInPartsAndNoneOnTopOfOneThatSettlementHadNotHeardOf() {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    scene.until(reference, AuthorizationChange.CAPTURED);
    scene.settle(reference, 3, rung(Method.REFUND, 340));
    scene.until(reference, AuthorizationChange.REFUNDED);
    scene.settle(reference, 4, rung(Method.REFUND, 840));
    scene.fault("REFUND", "ACT_THEN_DROP", serial);
    scene.settle(reference, 5, 340, rung(Method.REFUND, 500));

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(last(reference).getRefunded()).isEqualTo(eur(840)));
    assertThat(last(reference).getStatus()).isEqualTo(AuthorizationStatus.CAPTURED);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder(
            "RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660", "PAID_BACK 340", "PAID_BACK 500");
  }

  private AuthorizationChanged last(String reference) {
    return scene.versions(reference).getLast();
  }

  @Test
  void whereTheBankRefusesEveryRungTheHoldIsGivenBack() {
    scene.speak(Map.of("commitRefusalStatus", 402));
    var reference = scene.held(scene.terminal(), "REFUSE_ABOVE_HOLD");
    scene.settle(reference, 2, rung(Method.WHOLE, 6000));

    var released = scene.until(reference, AuthorizationChange.RELEASED).getLast();
    assertThat(released.getStatus()).isEqualTo(AuthorizationStatus.CAPTURE_FAILED);
    assertThat(released.getReleased()).isEqualTo(eur(5000));
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "GIVEN_BACK 5000");
  }

  @Test
  void aReleaseGivesTheHoldBack() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(reference, 2, rung(Method.RELEASE, 5000));

    var released = scene.until(reference, AuthorizationChange.RELEASED).getLast();
    assertThat(released.getReleased()).isEqualTo(eur(5000));
    assertThat(scene.journal(reference)).contains("GIVEN_BACK 5000");
  }

  @Test
  void aCaptureWhoseAnswerIsLostIsLookedUpAndTakenOnce() {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.fault("COMMIT", "ACT_THEN_DROP", serial);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    var versions = scene.until(reference, AuthorizationChange.CAPTURED);
    assertThat(versions)
        .anyMatch(each ->
            each.getStatus() == AuthorizationStatus.CAPTURING
                && each.getChange() == AuthorizationChange.ATTEMPT_ANSWERED
                && each.getAttempts().getLast().getOutcome() == AttemptOutcome.UNKNOWN);
    assertThat(versions.getLast().getAttempts()).hasSize(2);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @Test
  void aCaptureThatNeverReachedTheGatewayIsSentAgainAsTheSameAttempt() {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.fault("COMMIT", "DROP", serial);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getAttempts()).hasSize(2);
    assertThat(scene.journal(reference)).contains("TAKEN 2340");
  }

  @Test
  void anAuthorizationWhoseAnswerIsLostIsLookedUpAndHeldOnce() {
    var serial = scene.terminal();
    scene.fault("AUTHORIZE", "ACT_THEN_DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");

    var held = scene.until(reference, AuthorizationChange.HELD).getLast();
    assertThat(held.getAttempts()).hasSize(1);
    assertThat(held.getAttempts().getFirst().getKind()).isEqualTo(AttemptKind.AUTHORIZE);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  @Test
  void anAuthorizationThatNeverReachedTheGatewayIsSentAgain() {
    var serial = scene.terminal();
    scene.fault("AUTHORIZE", "DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");

    assertThat(scene.until(reference, AuthorizationChange.HELD).getLast().getAttempts()).hasSize(1);
  }

  @Test
  void aDeclinedCardHoldsNothing() {
    var serial = scene.terminal();
    scene.tap(serial, "DECLINE", 172_800);
    String reference = Scene.ask(serial, 20).then().statusCode(201).extract().path("reference");

    var declined = scene.until(reference, AuthorizationChange.DECLINED).getLast();
    assertThat(declined.getReason()).contains("DECLINED");
    assertThat(declined.getAuthorized()).isEqualTo(eur(0));
    assertThat(scene.journal(reference)).isEmpty();
  }
}
