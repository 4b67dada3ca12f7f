package dev.holdfast.simulator.payter;

/** What the caller gets: an answer, or a connection that closes without one. */
sealed interface Reply {
  record Send(Answer answer) implements Reply {}

  record Drop() implements Reply {}
}
