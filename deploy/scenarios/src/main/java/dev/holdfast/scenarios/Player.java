package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.launcher.RestApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays the steps of a payment at one terminal. */
final class Player {
  private static final Duration ROW = Duration.ofSeconds(90);

  private final Stage stage;
  private final Card card;
  private final String serial;
  private final VendorSide vendorSide;
  private final Witness witness;
  private final CarSessions sessions;
  private final FinanceClerk clerk;
  private final Patience patience = new Patience(ROW);
  private String reference = "";

  Player(Stage stage, Card card, String serial) {
    this.stage = stage;
    this.card = card;
    this.serial = serial;
    this.vendorSide = new VendorSide(stage, serial);
    this.witness = new Witness(stage.simulator());
    this.sessions = new CarSessions(stage.platform(), serial);
    this.clerk = new FinanceClerk(stage.frontDoor());
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
      case Step.MakeUpReference _ -> reference = UUID.randomUUID().toString();
      case Step.TapCard _ -> vendorSide.tap(card);
      case Step.TypePin _ -> vendorSide.typePin();
      case Step.AwaitAuthorization await ->
          awaitStatus("/authorizations/" + reference, await.status());
      case Step.StartSession _ -> sessions.start(reference);
      case Step.CloseSession close -> sessions.close(reference, close.total(), close.times());
      case Step.CloseSessionOfAnotherHold close -> sessions.closeSameAs(reference, close.total());
      case Step.CloseAgain again -> sessions.closeAgain(reference, again.total(), again.revision());
      case Step.CloseSecondSession second -> sessions.closeSecond(reference, second.total());
      case Step.GiveBack refund -> clerk.giveBack(reference, refund.amount());
      case Step.NoMoreIsTried most -> clerk.mustHaveTriedNoMore(reference, most.amount());
      case Step.Resolve resolve -> clerk.resolve(reference, resolve.resolution());
      case Step.CloseDay _ -> clerk.closeDay();
      case Step.MustCountLater _ -> clerk.mustCountLater(reference);
      case Step.AwaitRevision await -> awaitRevision(await.revision());
      case Step.AwaitSettlement await -> awaitStatus("/settlements/" + reference, await.status());
      case Step.IsFreeAgain(var cpoId, var why) -> clerk.mustHoldNothing(reference, cpoId, why);
      case Step.CancelHold _ ->
          stage
              .frontDoor()
              .post(
                  "/authorizations/" + reference + "/cancel",
                  Map.of("by", "demo", "reason", "the driver went away"));
      case Step.Disturb disturb -> vendorSide.disturb(disturb);
      case Step.Line line -> vendorSide.line(line.online());
      case Step.VendorSays says -> vendorSide.say(says);
      case Step.OthersHold others -> vendorSide.othersHold(others.amount());
      case Step.OthersAreUntouched _ -> witness.othersMustBeUntouched();
      case Step.CaptureInPortal capture -> vendorSide.captureInPortal(reference, capture.amount());
      case Step.SayWhatHappened say ->
          new Operator(stage.frontDoor(), reference).say(say.happened());
      case Step.AwaitAttention await -> awaitAttention(await.cause());
      case Step.NothingIsTaken _ -> witness.mustHaveTakenNothing(reference);
      case Step.AwaitGivenBack _ -> witness.awaitGivenBack(reference);
      case Step.KillOnceTaken _ -> {
        witness.awaitTaken(reference);
        stage.killPaymentAuthorization().run();
      }
    }
  }

  /** Asked again while the terminal is news that has not arrived at payment-authorization yet. */
  private String askForHold() {
    return patience
        .until(
            "a reference for a hold at " + serial,
            () -> stage.frontDoor().send("POST", "/authorizations", Site.holdRequest(serial)),
            RestApi.Answer::isGood)
        .body()
        .required("reference")
        .textValue();
  }

  private void awaitStatus(String path, String status) {
    var _ =
        patience.until(
            path + " " + status,
            () -> stage.frontDoor().find(path).orElse(MissingNode.getInstance()),
            seen -> status.equals(seen.path("status").textValue()));
  }

  private void awaitAttention(String cause) {
    var _ =
        patience.until(
            reference + " to need a person for " + cause,
            () -> stage.frontDoor().get("/authorizations/" + reference),
            seen -> seen.path("attentions").findValuesAsText("cause").contains(cause));
  }

  private void awaitRevision(int revision) {
    var _ =
        patience.until(
            reference + " to be settled by revision " + revision,
            () -> stage.frontDoor().get("/settlements/" + reference),
            seen ->
                "SETTLED".equals(seen.path("status").textValue())
                    && seen.path("sessionRevision").intValue() == revision);
  }
}
