package dev.holdfast.samples.bad.terminal.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

final class LooksAtTheWall {
  Instant source() {
    return InstantSource.system().instant();
  }

  LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Supplier<Instant> later() {
    return Instant::now;
  }
}
