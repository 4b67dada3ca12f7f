package dev.holdfast.samples.good.terminal.vendor;

import java.time.Instant;

/** A port. */
public interface Line {
  /** Is it open then? */
  boolean isOpenAt(Instant now);
}
