package dev.holdfast.samples.bad.core;

import java.time.Instant;

final class ReadsTheClock {
  Instant decide() {
    return Instant.now();
  }
}
