package dev.holdfast.local.scenario;

import static dev.holdfast.local.scenario.Amounts.eur;

import dev.holdfast.local.scenario.Step.AskForHold;
import dev.holdfast.local.scenario.Step.AwaitAuthorization;
import dev.holdfast.local.scenario.Step.AwaitSettlement;
import dev.holdfast.local.scenario.Step.CloseSession;
import dev.holdfast.local.scenario.Step.HoldBackCommitAnswer;
import dev.holdfast.local.scenario.Step.KillOnceTaken;
import dev.holdfast.local.scenario.Step.StartSession;
import dev.holdfast.local.scenario.Step.TapCard;
import java.util.List;

/** The rows of the demo. The hold is 50.00 EUR in each. */
final class Scenarios {
  static final long HOLD = 5000;

  private static final boolean OVER_COMMIT = true;
  private static final boolean NO_OVER_COMMIT = false;

  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "session within the hold",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              payment(2340),
              Result.eur(HOLD, 2340, 2340, 0, 2660, "FULL")),
          new Scenario(
              "session exactly the hold",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              payment(HOLD),
              Result.eur(HOLD, HOLD, HOLD, 0, 0, "FULL")),
          new Scenario(
              "above the hold, over-commit off, bank refuses",
              NO_OVER_COMMIT,
              Card.REFUSES_ABOVE_HOLD,
              payment(6000),
              Result.eur(HOLD, 6000, HOLD, 1000, 0, "HOLD_ONLY")),
          new Scenario(
              "above the hold, over-commit off, bank accepts the whole",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              payment(6000),
              Result.eur(HOLD, 6000, 6000, 0, 0, "FULL")),
          new Scenario(
              "above the hold, over-commit on, bank allows it",
              OVER_COMMIT,
              Card.ALLOWS_OVER_COMMIT,
              payment(6000),
              Result.eur(HOLD, 6000, 6000, 0, 0, "OVER_COMMITTED")),
          new Scenario(
              "above the hold, over-commit on, bank refuses both",
              OVER_COMMIT,
              Card.REFUSES_ABOVE_HOLD,
              payment(6000),
              Result.eur(HOLD, 6000, HOLD, 1000, 0, "HOLD_ONLY")),
          new Scenario(
              "session of 0",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              payment(0),
              Result.eur(HOLD, 0, 0, 0, HOLD, "NOTHING_DUE")),
          new Scenario(
              "session closed delivered three times",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new CloseSession(eur(2340), 3),
                  new AwaitSettlement("SETTLED")),
              Result.eur(HOLD, 2340, 2340, 0, 2660, "FULL")),
          new Scenario(
              "session closed before the hold is known",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new CloseSession(eur(2340), 1),
                  new AwaitSettlement("AWAITING_HOLD"),
                  new TapCard(),
                  new AwaitSettlement("SETTLED")),
              Result.eur(HOLD, 2340, 2340, 0, 2660, "FULL")),
          new Scenario(
              "card declined",
              NO_OVER_COMMIT,
              Card.DECLINES,
              List.of(new AskForHold(), new TapCard(), new AwaitAuthorization("DECLINED")),
              Result.without("DECLINED")),
          new Scenario(
              "killed after the gateway took, before it was written",
              NO_OVER_COMMIT,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new HoldBackCommitAnswer(),
                  new CloseSession(eur(2340), 1),
                  new KillOnceTaken(),
                  new AwaitSettlement("SETTLED")),
              Result.eur(HOLD, 2340, 2340, 0, 2660, "FULL")));

  private Scenarios() {}

  private static List<Step> payment(long totalMinorUnits) {
    return List.of(
        new AskForHold(),
        new TapCard(),
        new AwaitAuthorization("HELD"),
        new StartSession(),
        new CloseSession(eur(totalMinorUnits), 1),
        new AwaitSettlement("SETTLED"));
  }
}
