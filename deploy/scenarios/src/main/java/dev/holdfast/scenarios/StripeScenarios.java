package dev.holdfast.scenarios;

import static dev.holdfast.scenarios.Amounts.eur;

import dev.holdfast.scenarios.Step.AskForHold;
import dev.holdfast.scenarios.Step.AwaitAuthorization;
import dev.holdfast.scenarios.Step.AwaitSettlement;
import dev.holdfast.scenarios.Step.CloseSession;
import dev.holdfast.scenarios.Step.TapCard;
import dev.holdfast.scenarios.Step.TypePin;
import java.util.List;

/** The rows of the demo that are paid at readers of Stripe. */
final class StripeScenarios {
  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "Stripe: session within the hold",
              true,
              Card.GRANTS_EVERYTHING_AT_STRIPE,
              payment(2340),
              Result.eur(Scenarios.HOLD, 2340, 2340, 0, 2660, "FULL")),
          new Scenario(
              "Stripe: above the hold, the bank raises it",
              true,
              Card.GRANTS_EVERYTHING_AT_STRIPE,
              payment(6000),
              Result.eur(Scenarios.HOLD, 6000, 6000, 0, 0, "OVER_COMMITTED")),
          new Scenario(
              "Stripe: the bank wants the PIN after a contactless attempt",
              true,
              Card.WANTS_PIN_AT_STRIPE,
              List.of(
                  new AskForHold(),
                  new TapCard(),
                  new TypePin(),
                  new AwaitAuthorization("HELD"),
                  new CloseSession(eur(2340), 1),
                  new AwaitSettlement("SETTLED")),
              Result.eur(Scenarios.HOLD, 2340, 2340, 0, 2660, "FULL")));

  private StripeScenarios() {}

  private static List<Step> payment(long cents) {
    return List.of(
        new AskForHold(),
        new TapCard(),
        new AwaitAuthorization("HELD"),
        new CloseSession(eur(cents), 1),
        new AwaitSettlement("SETTLED"));
  }
}
