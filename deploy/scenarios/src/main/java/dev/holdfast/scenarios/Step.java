package dev.holdfast.scenarios;

import org.joda.money.Money;

/** One thing that is done, or waited for, in a scenario. */
sealed interface Step {
  /** The charging platform asks for the hold and gets the reference, before any card is there. */
  record AskForHold() implements Step {}

  /** The charging platform takes a reference that nobody has given it. */
  record MakeUpReference() implements Step {}

  /** Somebody taps the scenario's card. */
  record TapCard() implements Step {}

  /** As soon as the reader asks for card and PIN, the driver inserts the card and types the PIN. */
  record TypePin() implements Step {}

  /** Waits until the authorization has this status. */
  record AwaitAuthorization(String status) implements Step {}

  /** The charging platform publishes that charging began. */
  record StartSession() implements Step {}

  /** The charging platform publishes that charging ended, so many times. */
  record CloseSession(Money total, int times) implements Step {}

  /**
   * The charging platform publishes another close of the session: a correction, or, with a revision
   * that was published already, something that contradicts it.
   */
  record CloseAgain(Money total, int revision) implements Step {}

  /** The charging platform publishes that another session on the same hold has ended. */
  record CloseSecondSession(Money total) implements Step {}

  /** A person decides where the facts contradict each other. */
  record Resolve(String resolution) implements Step {}

  /** Support gives so much back although the price stands. */
  record GiveBack(Money amount) implements Step {}

  /** No attempt may have asked the gateway for more than this. */
  record NoMoreIsTried(Money amount) implements Step {}

  /**
   * The charging platform publishes the end of the session that it closed before on another hold.
   */
  record CloseSessionOfAnotherHold(Money total) implements Step {}

  /** Finance closes the CPO's day. */
  record CloseDay() implements Step {}

  /** What was booked since the day was closed must count on a later one. */
  record MustCountLater() implements Step {}

  /** Waits until the settlement is done, by this revision of the session. */
  record AwaitRevision(int revision) implements Step {}

  /** Waits until the settlement has this status. */
  record AwaitSettlement(String status) implements Step {}

  /**
   * Nothing is held any more for the CPO, and the trail says why.
   *
   * @param why words of the trail
   */
  record IsFreeAgain(String cpoId, String why) implements Step {}

  /** The charging platform wants no hold any more. */
  record CancelHold() implements Step {}

  /**
   * The next such call at this terminal goes wrong.
   *
   * @param operation as the simulator names it: COMMIT, CALLBACK
   * @param kind as the simulator names it: ANSWER_LATE, ACT_THEN_DROP, SERVER_ERROR, REFUSE
   * @param delayMillis how late an answer comes that is late
   */
  record Disturb(String operation, String kind, long delayMillis) implements Step {}

  /** The terminal's line comes or goes. */
  record Line(boolean online) implements Step {}

  /** The vendor's status page says this of its cloud, and payment-authorization has heard of it. */
  record VendorSays(String status, boolean takesTaps) implements Step {}

  /** Another system of the same account holds so much at this terminal. */
  record OthersHold(Money amount) implements Step {}

  /** What other systems hold must be as it was. */
  record OthersAreUntouched() implements Step {}

  /** Somebody takes so much of the hold in the vendor's portal. */
  record CaptureInPortal(Money amount) implements Step {}

  /**
   * An operator says what has become of the newest attempt, whose outcome the gateway does not
   * tell.
   *
   * @param happened as payment-authorization names it, without more than that: REFUSED, NOT_ACTED
   */
  record SayWhatHappened(String happened) implements Step {}

  /** Waits until a person must look at the authorization, for this cause. */
  record AwaitAttention(String cause) implements Step {}

  /** Waits until the gateway's journal shows that the hold is gone and nothing was taken. */
  record AwaitGivenBack() implements Step {}

  /** Some seconds pass, and the gateway's journal shows that nothing was taken. */
  record NothingIsTaken() implements Step {}

  /**
   * As soon as the gateway has taken the money, kills payment-authorization and starts it again.
   */
  record KillOnceTaken() implements Step {}
}
