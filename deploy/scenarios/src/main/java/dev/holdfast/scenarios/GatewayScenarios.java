package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.Disturb;
import dev.holdfast.scenarios.Step.KillOnceTaken;
import dev.holdfast.scenarios.Step.NothingIsTaken;
import dev.holdfast.scenarios.Step.TapCard;
import dev.holdfast.scenarios.Step.VendorSays;
import java.util.List;

/** The rows of the demo in which the gateway, its answers or its callbacks go wrong. */
final class GatewayScenarios {
  // Longer than anybody waits: the process is killed before.
  private static final long HELD_BACK_MILLIS = 120_000;
  private static final long PAST_TIME_OUT_MILLIS = 12_000;

  static final List<Scenario> ALL =
      List.of(
          Scenarios.within(
              "killed after the gateway took, before it was written",
              Card.GRANTS_EVERYTHING,
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new Disturb("COMMIT", "ANSWER_LATE", HELD_BACK_MILLIS),
              new CloseSession(eur(2340), 1),
              new KillOnceTaken(),
              new AwaitSettlement("SETTLED")),
          disturbed("gateway takes, and answers after the time-out", "ANSWER_LATE"),
          disturbed("gateway takes, and drops the connection", "ACT_THEN_DROP"),
          disturbed("gateway fails without acting", "SERVER_ERROR"),
          Scenarios.within(
              "callback comes twice",
              Card.GRANTS_EVERYTHING,
              new Disturb("CALLBACK", "DUPLICATE", 0),
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new CloseSession(eur(2340), 1),
              new AwaitSettlement("SETTLED")),
          Scenarios.within(
              "vendor down for a while, the capture waits",
              Card.GRANTS_EVERYTHING,
              new AskForHold(),
              new TapCard(),
              new AwaitAuthorization("HELD"),
              new VendorSays("major_outage", false),
              new CloseSession(eur(2340), 1),
              new AwaitAuthorization("CAPTURING"),
              new NothingIsTaken(),
              new VendorSays("operational", true),
              new AwaitSettlement("SETTLED")));

  private GatewayScenarios() {}

  /** A session within the hold, whose commit goes wrong at the gateway. */
  private static Scenario disturbed(String name, String kind) {
    return Scenarios.within(
        name,
        Card.GRANTS_EVERYTHING,
        new AskForHold(),
        new TapCard(),
        new AwaitAuthorization("HELD"),
        new Disturb("COMMIT", kind, PAST_TIME_OUT_MILLIS),
        new CloseSession(eur(2340), 1),
        new AwaitSettlement("SETTLED"));
  }
}
