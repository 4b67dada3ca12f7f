package dev.holdfast.faults;

import dev.holdfast.events.SessionClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A session on a hold that the driver was told of: started, closed as planned, and said until it is
 * heard.
 *
 * @param isOver tells that nothing more may be waited for
 */
record Charging(Payment payment, Platform platform, Served served, BooleanSupplier isOver) {
  private static final Set<String> ENDS = Set.of("SETTLED", "ATTENTION");
  private static final Duration LOOKS_AT_SETTLEMENT = Duration.ofSeconds(60);

  /** Charges, closes, and sees the session settled. */
  void play(String reference) {
    platform.start(payment, reference);
    Journey.sleep(payment.plan().charging());
    Instant stopped = Instant.now();
    for (Plan.Close close : payment.plan().closes()) {
      if (!payment.closes().isEmpty()) {
        Journey.sleep(payment.plan().thinking());
      }
      if (!publish(close, Platform.closed(payment, reference, close, stopped))) {
        return;
      }
    }
    seeSettled(reference);
  }

  /** True once the broker has it; false if nothing more may be waited for. */
  private boolean publish(Plan.Close close, SessionClosed closed) {
    payment.sending(close);
    while (!platform.close(closed)) {
      if (isOver.getAsBoolean()) {
        return false;
      }
      Journey.sleep(Journey.PAUSE);
    }
    payment.acknowledged();
    return true;
  }

  private void seeSettled(String reference) {
    Instant acknowledged = Instant.now();
    Instant end = acknowledged.plus(LOOKS_AT_SETTLEMENT);
    Optional<String> seen = Optional.empty();
    while (seen.isEmpty() && Instant.now().isBefore(end) && !isOver.getAsBoolean()) {
      Journey.sleep(Journey.PAUSE);
      seen = platform.settlement(reference).filter(ENDS::contains);
    }
    if (seen.isPresent()) {
      served.settled(acknowledged, Instant.now());
    }
  }
}
