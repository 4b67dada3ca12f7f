package dev.holdfast.settlement.core;

import java.util.UUID;

/** The authorization reference: names one payment everywhere, for ever. */
public record Reference(UUID value) {
  /** The 36 characters that topics and REST use. */
  public String text() {
    return value.toString();
  }
}
