package dev.holdfast.terminal.core.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * Why a payment is, or will be, stuck if nothing more is heard of it.
 *
 * @param from since when it is where it is, or until when it may stay there
 * @param patient may it last a while before it counts, or does it count at once?
 */
public record Suspicion(Instant from, boolean patient, String why) {
  /** Is it stuck now, where what takes its time may take that long? */
  public boolean holds(Instant now, Duration patience) {
    return !now.isBefore(patient ? from.plus(patience) : from);
  }
}
