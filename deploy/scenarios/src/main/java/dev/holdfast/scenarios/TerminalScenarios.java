package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.Disturb;
import dev.holdfast.scenarios.Step.Line;
import dev.holdfast.scenarios.Step.NothingIsTaken;
import dev.holdfast.scenarios.Step.OthersAreUntouched;
import dev.holdfast.scenarios.Step.OthersHold;
import dev.holdfast.scenarios.Step.TapCard;
import java.util.List;

/** The rows of the demo in which a terminal is offline, or not alone with our driver. */
final class TerminalScenarios {
  static final List<Scenario> ALL =
      List.of(
          Scenarios.within(
              "terminal offline at capture, then online",
              Card.GRANTS_EVERYTHING,
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new Line(false),
              new CloseSession(eur(2340), 1),
              // The cloud has accepted it, and takes the money when it can.
              new AwaitSettlement("SETTLED"),
              new NothingIsTaken(),
              new Line(true)),
          Scenarios.within(
              "session that is not ours stands at the terminal",
              Card.GRANTS_EVERYTHING,
              new OthersHold(eur(Scenarios.HOLD)),
              new Disturb("AUTHORIZE", "ACT_THEN_DROP", 0),
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new CloseSession(eur(2340), 1),
              new AwaitSettlement("SETTLED"),
              new OthersAreUntouched()),
          new Scenario(
              "card of a charging network, which has no bank",
              false,
              Card.OF_A_CHARGING_NETWORK,
              List.of(new AskForHold(), new TapCard(), new AwaitAuthorization("ABANDONED")),
              Result.without("ABANDONED")));

  private TerminalScenarios() {}
}
