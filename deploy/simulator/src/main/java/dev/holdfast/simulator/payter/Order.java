package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a session shall end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({@JsonSubTypes.Type(Order.Commit.class), @JsonSubTypes.Type(Order.Cancel.class)})
sealed interface Order {
  /** Take this much, and free the rest. */
  record Commit(long minorUnits, boolean overCommit) implements Order {}

  /** Take nothing. */
  record Cancel() implements Order {}
}
