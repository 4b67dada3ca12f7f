package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAttention;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitGivenBack;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CancelHold;
import dev.holdfast.scenarios.Step.CaptureInPortal;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.Disturb;
import dev.holdfast.scenarios.Step.Resolve;
import dev.holdfast.scenarios.Step.SayWhatHappened;
import dev.holdfast.scenarios.Step.TapCard;
import java.util.List;

/** The rows of the demo in which the gateway and we do not know the same. */
final class OperatorScenarios {
  private static final long AFTER_ITS_LOOK_UP_MILLIS = 10_000;

  static final List<Scenario> ALL =
      List.of(
          Scenarios.within(
              "bank asked after the call was given up and looked up",
              Card.GRANTS_EVERYTHING,
              new Disturb("AUTHORIZE", "ACT_LATE", AFTER_ITS_LOOK_UP_MILLIS),
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new CloseSession(eur(2340), 1),
              new AwaitSettlement("SETTLED")),
          Scenarios.within(
              "capture that nobody answers for, an operator says it was never made",
              Card.GRANTS_EVERYTHING,
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new Disturb("COMMIT", "DROP", 0),
              new Disturb("SESSION", "SERVER_ERROR", 0),
              new CloseSession(eur(2340), 1),
              new SayWhatHappened("NOT_ACTED"),
              new AwaitSettlement("SETTLED")),
          new Scenario(
              "the gateway refuses to give a hold back, and a person says RETRY",
              false,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new Disturb("CANCEL", "REFUSE", 0),
                  new CloseSession(eur(0), 1),
                  new AwaitAttention("RELEASE_REFUSED"),
                  new Resolve("RETRY"),
                  new AwaitGivenBack(),
                  new AwaitSettlement("SETTLED")),
              Result.eur(Scenarios.HOLD, 0, 0, 0, Scenarios.HOLD, "NOTHING_DUE")),
          new Scenario(
              "captured by hand in the vendor's portal, then a session of 0",
              false,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new CaptureInPortal(eur(2340)),
                  new CloseSession(eur(0), 1),
                  new AwaitSettlement("SETTLED")),
              Result.eur(Scenarios.HOLD, 0, 2340, 0, 2660, "NOTHING_DUE").andRefunded(2340)),
          new Scenario(
              "captured by hand, and no session comes: a person pays it back",
              false,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new CaptureInPortal(eur(2340)),
                  new CancelHold(),
                  new AwaitSettlement("ATTENTION"),
                  new Resolve("REFUND"),
                  new AwaitSettlement("SETTLED")),
              Result.eur(Scenarios.HOLD, 0, 2340, 0, 2660, "NOTHING_DUE").andRefunded(2340)));

  private OperatorScenarios() {}
}
