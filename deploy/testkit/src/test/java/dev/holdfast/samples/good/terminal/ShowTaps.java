package dev.holdfast.samples.good.terminal;

import dev.holdfast.samples.good.terminal.core.Tap;
import dev.holdfast.samples.good.terminal.postgres.TapTable;
import dev.holdfast.samples.good.terminal.vendor.Line;
import java.time.Clock;
import java.time.Instant;

/** A verb. */
public final class ShowTaps {
  private final TapTable taps;
  private final Line line;
  private final Clock clock;

  ShowTaps(TapTable taps, Line line, Clock clock) {
    this.taps = taps;
    this.line = line;
    this.clock = clock;
  }

  /** Shows one. */
  public Tap show() {
    return line.isOpenAt(Instant.now(clock)) ? taps.first() : taps.first().next();
  }
}
