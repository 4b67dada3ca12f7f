package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Admission;
import dev.holdfast.authorization.core.Authorization;

/** What became of a request for a hold. */
public sealed interface Placed {
  /** A new authorization; its terminal is being armed. */
  record New(Authorization state) implements Placed {}

  /** The same request was made before: this is what became of it. */
  record Again(Authorization state) implements Placed {}

  /** The key was used for another request. */
  record KeyTaken() implements Placed {}

  /** The registry has not told of this terminal. */
  record UnknownTerminal() implements Placed {}

  /** Another driver stands at the terminal. */
  record Busy() implements Placed {}

  /** No gateway here serves the terminals of this vendor. */
  record NoGateway(String vendor) implements Placed {}

  /** The terminal may not take a card now. */
  record NotReady(Admission.NotReady why) implements Placed {}

  /** The request does not fit the terminal. */
  record Wrong(Admission.Wrong what) implements Placed {}
}
