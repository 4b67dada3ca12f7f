package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What the vendor has set up for a terminal, and whether its line is up. */
record TerminalSettings(String currency, boolean online, boolean activated, boolean configured) {
  TerminalSettings {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException unknown) {
      throw Refused.badInput("currency must be an ISO 4217 code, for example EUR.");
    }
  }

  @JsonCreator
  static TerminalSettings of(
      @JsonProperty("currency") @Nullable String currency,
      @JsonProperty("online") @Nullable Boolean online,
      @JsonProperty("activated") @Nullable Boolean activated,
      @JsonProperty("configured") @Nullable Boolean configured) {
    return new TerminalSettings(
        currency == null ? "EUR" : currency,
        online == null || online,
        activated == null || activated,
        configured == null || configured);
  }
}
