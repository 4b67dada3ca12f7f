package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.SessionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/** Plays the steps of a payment at one terminal. */
final class Player {
  private static final Duration ROW = Duration.ofSeconds(90);

  private final Stage stage;
  private final Card card;
  private final String serial;
  private final VendorSide vendorSide;
  private final FinanceClerk clerk;
  private final Patience patience = new Patience(ROW);
  private String reference = "";
  private String sessionId = "";

  Player(Stage stage, Card card, String serial) {
    this.stage = stage;
    this.card = card;
    this.serial = serial;
    this.vendorSide = new VendorSide(stage, serial);
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
      case Step.StartSession _ ->
          stage.platform().publish(session(Amounts.eur(0)).started(Instant.now()));
      case Step.CloseSession close -> close(close.total(), close.times());
      case Step.CloseSessionOfAnotherHold close ->
          stage.platform().publish(session(sessionId, close.total()).closed(Instant.now()));
      case Step.CloseAgain again -> stage.platform().publish(again(again));
      case Step.CloseSecondSession second -> stage.platform().publish(second(second));
      case Step.GiveBack refund -> clerk.giveBack(reference, refund.amount());
      case Step.NoMoreIsTried most -> clerk.mustHaveTriedNoMore(reference, most.amount());
      case Step.Resolve resolve -> clerk.resolve(reference, resolve.resolution());
      case Step.CloseDay _ -> clerk.closeDay();
      case Step.MustCountLater _ -> clerk.mustCountLater(reference);
      case Step.AwaitRevision await -> awaitRevision(await.revision());
      case Step.AwaitSettlement await -> awaitStatus("/settlements/" + reference, await.status());
      case Step.IsFreeAgain(var cpoId, var why) -> {
        vendorSide.mustHaveGivenBack(reference);
        clerk.mustHoldNothing(reference, cpoId, why);
      }
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
      case Step.OthersAreUntouched _ -> vendorSide.othersMustBeUntouched();
      case Step.CaptureInPortal capture -> vendorSide.captureInPortal(reference, capture.amount());
      case Step.SayWhatHappened say ->
          new Operator(stage.frontDoor(), reference).say(say.happened());
      case Step.NothingIsTaken _ -> vendorSide.mustHaveTakenNothing(reference);
      case Step.KillOnceTaken _ -> killOnceTaken();
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

  private void awaitRevision(int revision) {
    var _ =
        patience.until(
            reference + " to be settled by revision " + revision,
            () -> stage.frontDoor().get("/settlements/" + reference),
            seen ->
                "SETTLED".equals(seen.path("status").textValue())
                    && seen.path("sessionRevision").intValue() == revision);
  }

  private void close(Money total, int times) {
    sessionId = "session-" + reference;
    SessionClosed closed = session(total).closed(Instant.now());
    for (int i = 0; i < times; i++) {
      stage.platform().publish(closed);
    }
  }

  private SessionClosed again(Step.CloseAgain again) {
    return SessionClosed.newBuilder(session(again.total()).closed(Instant.now()))
        .setRevision(again.revision())
        .build();
  }

  private SessionClosed second(Step.CloseSecondSession second) {
    return SessionClosed.newBuilder(session(second.total()).closed(Instant.now()))
        .setSessionId("second-session-" + reference)
        .build();
  }

  private SessionJson session(Money total) {
    return session("session-" + reference, total);
  }

  private SessionJson session(String id, Money total) {
    return SessionJson.of(reference, id, Site.evse(serial), total);
  }

  private void killOnceTaken() {
    var _ =
        patience.until(
            "the gateway's journal to show money taken for " + reference,
            () -> stage.simulator().get("/simulator/journal?reference=" + reference),
            VendorSide::showsTaken);
    stage.killPaymentAuthorization().run();
  }
}
