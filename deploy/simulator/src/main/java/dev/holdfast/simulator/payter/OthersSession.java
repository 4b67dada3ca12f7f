package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A session that another system of the same account opens at a terminal. */
record OthersSession(long minorUnits, Card card) {
  OthersSession {
    if (minorUnits < 1 || minorUnits > TerminalApi.HIGHEST_MINOR_UNITS) {
      throw Refused.badInput("minorUnits must be 1 to " + TerminalApi.HIGHEST_MINOR_UNITS + ".");
    }
  }

  @JsonCreator
  static OthersSession of(
      @JsonProperty("minorUnits") @Nullable Long minorUnits,
      @JsonProperty("card") @Nullable Card card) {
    if (minorUnits == null) {
      throw Refused.badInput("minorUnits is missing: say what is held, e.g. 5000.");
    }
    return new OthersSession(minorUnits, card == null ? Card.good() : card);
  }
}
