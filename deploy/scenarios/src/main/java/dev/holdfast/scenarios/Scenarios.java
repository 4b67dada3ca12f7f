package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.NoMoreIsTried;
import dev.holdfast.scenarios.Step.StartSession;
import dev.holdfast.scenarios.Step.TapCard;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the demo. The hold is 50.00 EUR in each. */
final class Scenarios {
  static final long HOLD = 5000;

  private static final boolean OVER_COMMIT = true;
  private static final boolean NO_OVER_COMMIT = false;

  private static final List<Scenario> PAYMENTS =
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
              "partial approval",
              NO_OVER_COMMIT,
              Card.GRANTS_HALF,
              payment(3000),
              Result.eur(HOLD / 2, 3000, HOLD / 2, 500, 0, "HOLD_ONLY")),
          new Scenario(
              "partial approval, and the card's scheme forbids more",
              OVER_COMMIT,
              Card.GRANTS_HALF_ON_MASTERCARD,
              Stream.concat(payment(3000).stream(), Stream.of(new NoMoreIsTried(eur(HOLD / 2))))
                  .toList(),
              Result.eur(HOLD / 2, 3000, HOLD / 2, 500, 0, "HOLD_ONLY")),
          new Scenario(
              "hold expires before the session ends",
              NO_OVER_COMMIT,
              Card.HOLDS_FOR_TWO_SECONDS,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new StartSession(),
                  new AwaitAuthorization("EXPIRED"),
                  new CloseSession(eur(2340), 1),
                  new AwaitSettlement("SETTLED")),
              Result.eur(HOLD, 2340, 0, 2340, 0, "NOT_COVERED")));

  static final List<Scenario> ALL =
      Stream.of(
              PAYMENTS,
              GatewayScenarios.ALL,
              TerminalScenarios.ALL,
              OperatorScenarios.ALL,
              SessionScenarios.ALL,
              StripeScenarios.ALL)
          .flatMap(List::stream)
          .toList();

  private Scenarios() {}

  static Scenario within(String name, Card card, Step... steps) {
    return new Scenario(
        name, NO_OVER_COMMIT, card, List.of(steps), Result.eur(HOLD, 2340, 2340, 0, 2660, "FULL"));
  }

  /** A session from the request for its hold to the ledger. */
  static List<Step> payment(long totalMinorUnits) {
    return List.of(
        new AskForHold(),
        new TapCard(),
        new AwaitAuthorization("HELD"),
        new StartSession(),
        new CloseSession(eur(totalMinorUnits), 1),
        new AwaitSettlement("SETTLED"));
  }
}
