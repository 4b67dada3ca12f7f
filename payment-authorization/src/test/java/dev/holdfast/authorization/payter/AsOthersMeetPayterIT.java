package dev.holdfast.authorization.payter;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.authorization.Scene;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.Method;
import dev.holdfast.events.Money;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payter's cloud as others meet it, and not as we once assumed it; and then every other way. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class AsOthersMeetPayterIT {
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
  void anotherSystemsSessionIsNotTakenForOurs() {
    var serial = scene.terminal();
    var theirs = scene.openForOthers(serial, 5000);
    scene.fault("AUTHORIZE", "ACT_THEN_DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");

    var held = scene.until(reference, AuthorizationChange.HELD).getLast();
    assertThat(held.getAttempts().getFirst().getGatewayReference()).isNotEqualTo(theirs);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    scene.until(reference, AuthorizationChange.CAPTURED);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
    assertThat(scene.journal("somebody-else")).doesNotContain("TAKEN 2340");
  }

  /** Ours is one of the two, and nothing says which: none is taken, and a person can look. */
  @Test
  void whereTwoNewSessionsFitNoneIsTaken() {
    var serial = scene.terminal();
    scene.fault("AUTHORIZE", "ANSWER_LATE", serial, 60_000);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");
    await().atMost(20, SECONDS).until(() -> scene.journal(reference).contains("RESERVED 5000"));
    scene.openForOthers(serial, 5000);

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(body(reference)).contains("need not be", "AUTHORIZING"));
  }

  @Test
  void aCaptureThatNothingConfirmsCountsByItsState() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    scene.until(reference, AuthorizationChange.CAPTURED);
  }

  @Test
  void aTerminalThatReadsCardsAlreadyIsTakenOver() {
    var serial = scene.terminal();
    scene.fault("START", "ACT_THEN_DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");

    scene.until(reference, AuthorizationChange.HELD);
  }

  @ParameterizedTest
  @CsvSource({"VISA, VISA", "MASTERCARD, MASTERCARD", "GIROCARD,"})
  void aCardIsKnownByItsLastDigitsAndItsScheme(String scheme, String known) {
    var serial = scene.terminal();
    scene.tap(serial, Map.of("profile", "APPROVE_ALL", "lastFour", "4242", "scheme", scheme));
    String reference = Scene.ask(serial, 20).path("reference");

    var card = scene.until(reference, AuthorizationChange.HELD).getLast().getCard();
    assertThat(card.getLastFour()).isEqualTo("4242");
    assertThat(card.getScheme()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QR_CODE", "PROPRIETARY"})
  void whatHasNoBankIsToldSoAndTheTerminalIsFreeAgain(String medium) {
    var serial = scene.terminal();
    scene.tap(serial, Map.of("profile", "APPROVE_ALL", "medium", medium));
    String reference = Scene.ask(serial, 20).path("reference");

    var abandoned = scene.until(reference, AuthorizationChange.ABANDONED);
    assertThat(abandoned.getLast().getReason()).contains("not a bank card");
    assertThat(abandoned).hasSize(2);
    assertThat(scene.held(serial, "APPROVE_ALL")).isNotEqualTo(reference);
  }

  @Test
  void aDeclinedSessionIsNoHold() {
    var serial = scene.terminal();
    scene.tap(serial, "DECLINE", 172_800);
    String reference = Scene.ask(serial, 20).path("reference");

    var declined = scene.until(reference, AuthorizationChange.DECLINED).getLast();
    assertThat(declined.getReason()).isEqualTo("The session is DECLINED");
    assertThat(declined.getAuthorized()).isEqualTo(new Money(0L, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 409, 422})
  void aRefusedCommitLeadsToTheNextRungWhateverItsCode(int status) {
    scene.speak(Map.of("commitRefusalStatus", status));
    var reference = scene.held(scene.terminal(), "REFUSE_ABOVE_HOLD");
    scene.settle(reference, 2, rung(Method.WHOLE, 6000), rung(Method.HOLD, 5000));

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getCaptured()).isEqualTo(new Money(5000L, "EUR"));
  }

  /** The hold is all that is left of the money, and no bank has said that it cannot be had. */
  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void aHoldIsNotGivenAwayForARefusalThatIsNoWordOfTheBank(int status) {
    scene.speak(Map.of("commitRefusalStatus", status));
    var reference = scene.held(scene.terminal(), "REFUSE_ABOVE_HOLD");
    scene.settle(reference, 2, rung(Method.WHOLE, 6000));

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(body(reference)).contains("NOT_PERMITTED", "UNKNOWN"));
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "honoursReference",
        "showsConfirmed",
        "showsRefusal",
        "showsExpiry",
        "readsPaymentMethods",
        "states",
        "names",
        "startStopStatus"
      })
  void aPaymentGoesWellHoweverTheCloudSpeaks(String setting) {
    Object otherwise =
        switch (setting) {
          case "states" -> "CARD_READING_READY";
          case "names" -> "MASKED_CARD_NUMBER";
          case "startStopStatus" -> 200;
          case "showsExpiry", "readsPaymentMethods" -> false;
          default -> true;
        };
    scene.speak(Map.of(setting, otherwise));
    var serial = scene.terminal();
    scene.fault("START", "ACT_THEN_DROP", serial);
    scene.fault("AUTHORIZE", "ACT_THEN_DROP", serial);
    scene.fault("COMMIT", "ACT_THEN_DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");
    var held = scene.until(reference, AuthorizationChange.HELD).getLast();
    assertThat(held.getCard().getLastFour()).isEqualTo("1234");
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    scene.until(reference, AuthorizationChange.CAPTURED);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @Test
  void aDeclineMayBeARefusalInsteadOfASession() {
    scene.speak(Map.of("declineStatus", 402));
    var serial = scene.terminal();
    scene.tap(serial, Map.of("profile", "DECLINE", "declineCode", "PIN_REQUIRED"));
    String reference = Scene.ask(serial, 20).path("reference");

    AuthorizationChanged declined = scene.until(reference, AuthorizationChange.DECLINED).getLast();
    assertThat(declined.getReason()).contains("PIN_REQUIRED");
  }

  private static String body(String reference) {
    return given().get("/authorizations/" + reference).asString();
  }
}
