package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitGivenBack;
import dev.holdfast.scenarios.Step.AwaitRevision;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseAgain;
import dev.holdfast.scenarios.Step.CloseDay;
import dev.holdfast.scenarios.Step.CloseSecondSession;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.CloseSessionOfAnotherHold;
import dev.holdfast.scenarios.Step.GiveBack;
import dev.holdfast.scenarios.Step.IsFreeAgain;
import dev.holdfast.scenarios.Step.MakeUpReference;
import dev.holdfast.scenarios.Step.MustCountLater;
import dev.holdfast.scenarios.Step.Resolve;
import dev.holdfast.scenarios.Step.StartSession;
import dev.holdfast.scenarios.Step.TapCard;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rows of the demo in which a session says more than once, or other than, what it cost. */
final class SessionScenarios {
  private static final Money HOLD = eur(Scenarios.HOLD);
  private static final Money TOTAL = eur(2340);
  private static final Money REST = HOLD.minus(TOTAL);
  private static final Money DOLLARS = Money.ofMinor(CurrencyUnit.USD, 2340);

  static final List<Scenario> ALL =
      List.of(
          after(
              "corrected to less: the difference goes back",
              Result.eur(5000, 2000, 2340, 0, 2660, "FULL").andRefunded(340),
              new CloseAgain(eur(2000), 2),
              new AwaitRevision(2)),
          after(
              "corrected to more, after the capture",
              Result.eur(5000, 3000, 2340, 660, 2660, "HOLD_ONLY"),
              new CloseAgain(eur(3000), 2),
              new AwaitRevision(2)),
          after(
              "same revision closed with two totals",
              new Result(HOLD, TOTAL, TOTAL, eur(0), null, REST, "CONFLICTING_CLOSE"),
              new CloseAgain(eur(2350), 1),
              new AwaitSettlement("ATTENTION")),
          after(
              "two totals, and a person accepts the second",
              Result.eur(5000, 2350, 2340, 10, 2660, "HOLD_ONLY"),
              new CloseAgain(eur(2350), 1),
              new AwaitSettlement("ATTENTION"),
              new Resolve("ACCEPT_SECOND"),
              new AwaitSettlement("SETTLED")),
          after(
              "second session on one hold",
              new Result(HOLD, TOTAL, TOTAL, eur(0), null, REST, "SECOND_SESSION"),
              new CloseSecondSession(eur(1000)),
              new AwaitSettlement("ATTENTION")),
          row(
              "session of which no hold is known",
              new Result(null, TOTAL, null, null, null, null, "NO_AUTHORIZATION"),
              List.of(
                  new MakeUpReference(),
                  new CloseSession(TOTAL, 1),
                  new AwaitSettlement("AWAITING_HOLD"),
                  new AwaitSettlement("ATTENTION"))),
          row(
              "session in another currency than the hold",
              new Result(HOLD, DOLLARS, null, null, null, null, "CURRENCY_MISMATCH"),
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new CloseSession(DOLLARS, 1),
                  new AwaitSettlement("ATTENTION"))),
          after(
              "day closed, then corrected: counts on the next",
              Result.eur(5000, 2000, 2340, 0, 2660, "FULL").andRefunded(340),
              new CloseDay(),
              new CloseAgain(eur(2000), 2),
              new AwaitRevision(2),
              new MustCountLater()),
          after(
              "support gives something back",
              Result.eur(5000, 2340, 2340, 0, 2660, "FULL").andRefunded(500),
              new GiveBack(eur(500)),
              new AwaitSettlement("SETTLED")),
          after(
              "one session on two payments: the second costs nothing",
              Result.eur(5000, 0, 0, 0, 5000, "NOTHING_DUE"),
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new CloseSessionOfAnotherHold(TOTAL),
              new AwaitSettlement("ATTENTION"),
              new Resolve("ACCEPT_FIRST"),
              new AwaitSettlement("SETTLED")),
          new Scenario(
              "session that never begins: the hold is given back",
              Site.TELLS_STARTS,
              false,
              Card.GRANTS_EVERYTHING,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new AwaitAuthorization("HELD"),
                  new AwaitAuthorization("RELEASED"),
                  new AwaitSettlement("SETTLED"),
                  new AwaitGivenBack(),
                  new IsFreeAgain(Site.TELLS_STARTS, "No session began in time")),
              Result.without("RELEASED")),
          new Scenario(
              "session that never ends: a person is asked",
              false,
              Card.HOLDS_FOR_TWO_SECONDS,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new StartSession(),
                  new AwaitAuthorization("EXPIRED"),
                  new AwaitSettlement("ATTENTION")),
              new Result(HOLD, null, eur(0), eur(0), null, eur(0), "NOT_BILLED")));

  private SessionScenarios() {}

  /** After a session within the hold was settled. */
  private static Scenario after(String name, Result expected, Step... steps) {
    List<Step> all = new ArrayList<>(Scenarios.payment(TOTAL.getAmountMinorLong()));
    all.addAll(List.of(steps));
    return row(name, expected, all);
  }

  private static Scenario row(String name, Result expected, List<Step> steps) {
    return new Scenario(name, false, Card.GRANTS_EVERYTHING, steps, expected);
  }
}
