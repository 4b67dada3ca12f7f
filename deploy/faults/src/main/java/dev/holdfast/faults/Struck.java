package dev.holdfast.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A fault as it was. */
record Struck(Cell cell, Instant begun, Instant mended) {
  private static final Duration ECHO = Duration.ofSeconds(30);

  /** The cells of the faults in whose time, or soon after, something was under way. */
  static Set<Cell> cells(List<Struck> struck, Instant from, Instant to) {
    return struck.stream()
        .filter(fault -> fault.begun().isBefore(to.plus(ECHO)))
        .filter(fault -> fault.mended().plus(ECHO).isAfter(from))
        .map(Struck::cell)
        .collect(Collectors.toUnmodifiableSet());
  }
}
