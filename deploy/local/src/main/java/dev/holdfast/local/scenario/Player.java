package dev.holdfast.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.local.events.SessionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Plays the steps of a payment at one terminal. */
final class Player {
  private static final Duration ROW = Duration.ofSeconds(60);
  // Longer than anybody waits: the process is killed, or gives up, before.
  private static final long HELD_BACK_MILLIS = 120_000;

  private final Stage stage;
  private final Card card;
  private final String serial;
  private final Patience patience = new Patience(ROW);
  private String reference = "";

  Player(Stage stage, Card card, String serial) {
    this.stage = stage;
    this.card = card;
    this.serial = serial;
  }

  /** The payment's reference; empty until the hold has been asked for. */
  String reference() {
    return reference;
  }

  /**
   * Does the steps; may be called again to go on.
   *
   * @throws IllegalStateException if something that a step waits for is not seen in time
   */
  void play(List<Step> steps) {
    steps.forEach(this::take);
  }

  private void take(Step step) {
    switch (step) {
      case Step.AskForHold _ -> reference = askForHold();
      case Step.TapCard _ -> tap();
      case Step.AwaitAuthorization await ->
          awaitStatus("/authorizations/" + reference, await.status());
      case Step.StartSession _ ->
          stage.platform().publish(session(Amounts.eur(0)).started(Instant.now()));
      case Step.CloseSession close -> close(close.total(), close.times());
      case Step.AwaitSettlement await -> awaitStatus("/settlements/" + reference, await.status());
      case Step.CancelHold _ ->
          stage.frontDoor().post("/authorizations/" + reference + "/cancel", "");
      case Step.HoldBackCommitAnswer _ -> holdBackCommitAnswer();
      case Step.KillOnceTaken _ -> killOnceTaken();
    }
  }

  /** Asked again while the terminal is news that has not arrived at payment-authorization yet. */
  private String askForHold() {
    return patience
        .until(
            "a reference for a hold at " + serial,
            () -> stage.frontDoor().send("POST", "/authorizations", holdRequest(serial)),
            RestApi.Answer::isGood)
        .body()
        .required("reference")
        .textValue();
  }

  /** The charging platform's request for a hold; the answer does not wait for the card. */
  static Map<String, Object> holdRequest(String serial) {
    return Map.of("terminalSerial", serial, "evseId", Site.evse(serial), "waitSeconds", 0);
  }

  private void tap() {
    stage.simulator().post("/simulator/clouds/test/terminals/" + serial + "/tap", card.tap());
  }

  private void awaitStatus(String path, String status) {
    var _ =
        patience.until(
            path + " " + status,
            () -> stage.frontDoor().find(path).orElse(MissingNode.getInstance()),
            seen -> status.equals(seen.path("status").textValue()));
  }

  private void close(Money total, int times) {
    SessionClosed closed = session(total).closed(Instant.now());
    for (int i = 0; i < times; i++) {
      stage.platform().publish(closed);
    }
  }

  private SessionJson session(Money total) {
    return SessionJson.of(reference, "session-" + serial, Site.evse(serial), total);
  }

  private void holdBackCommitAnswer() {
    stage
        .simulator()
        .post(
            "/simulator/faults",
            Map.of(
                "operation",
                "COMMIT",
                "kind",
                "ANSWER_LATE",
                "serial",
                serial,
                "delayMillis",
                HELD_BACK_MILLIS));
  }

  private void killOnceTaken() {
    var _ =
        patience.until(
            "the gateway's journal to show money taken for " + reference,
            () -> stage.simulator().get("/simulator/journal?reference=" + reference),
            Player::showsTaken);
    stage.killPaymentAuthorization().run();
  }

  private static boolean showsTaken(JsonNode journal) {
    return journal.findValuesAsText("kind").contains("TAKEN");
  }
}
