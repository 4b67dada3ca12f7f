package dev.holdfast.local.scenario;

import org.joda.money.Money;

/** One thing that is done, or waited for, in a scenario. */
sealed interface Step {
  /** The charging platform asks for the hold and gets the reference, before any card is there. */
  record AskForHold() implements Step {}

  /** Somebody taps the scenario's card. */
  record TapCard() implements Step {}

  /** Waits until the authorization has this status. */
  record AwaitAuthorization(String status) implements Step {}

  /** The charging platform publishes that charging began. */
  record StartSession() implements Step {}

  /** The charging platform publishes that charging ended, so many times. */
  record CloseSession(Money total, int times) implements Step {}

  /** Waits until the settlement has this status. */
  record AwaitSettlement(String status) implements Step {}

  /** The charging platform wants no hold any more. */
  record CancelHold() implements Step {}

  /** The gateway will take the money at once, and answer the commit much later. */
  record HoldBackCommitAnswer() implements Step {}

  /**
   * As soon as the gateway has taken the money, kills payment-authorization and starts it again.
   */
  record KillOnceTaken() implements Step {}
}
