package dev.holdfast.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One driver alone, after all others: the gateway is away when the session is closed, and comes
 * back. Under load each payment wakes what is due of the others; this one must be done although
 * nobody wakes it.
 */
final class LastDriver {
  private static final Cell FAULT = new Cell(Target.GATEWAY, Kind.CUT_OFF);
  private static final Plan PLAN =
      new Plan(
          Plan.Ending.CLOSED,
          Plan.closes(Plan.Ending.CLOSED, 2_300),
          Duration.ZERO,
          Duration.ZERO,
          true);
  private static final Duration AWAY = Duration.ofSeconds(8);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Platform platform;
  private final Breaking breaking;
  private final Payment payment;

  LastDriver(Platform platform, Breaking breaking, Terminal terminal) {
    this.platform = platform;
    this.breaking = breaking;
    this.payment = new Payment(-1, terminal, PLAN, Instant.now());
  }

  Payment payment() {
    return payment;
  }

  /** Pays; what is found if that does not come to an end. */
  Optional<Difference> pay() {
    new Journey(payment, platform, new Served(), () -> false).tap();
    String reference = payment.reference();
    if (reference == null || !payment.toldStatus().equals("HELD")) {
      return Optional.of(found("was not held, but " + payment.toldStatus()));
    }
    platform.start(payment, reference);
    breaking.during(FAULT, () -> close(reference));
    return isSettled(reference)
        ? Optional.empty()
        : Optional.of(found("is not settled " + SETTLED_WITHIN.toSeconds() + " s after its end"));
  }

  private void close(String reference) {
    Plan.Close close = PLAN.closes().getFirst();
    payment.sending(close);
    while (!platform.close(Platform.closed(payment, reference, close, Instant.now()))) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    payment.acknowledged();
    LockSupport.parkNanos(AWAY.toNanos());
  }

  /** Asks session-settlement only: to ask for the authorization could wake what is due of it. */
  private boolean isSettled(String reference) {
    return Quiet.until(
        SETTLED_WITHIN, () -> platform.settlement(reference).filter("SETTLED"::equals).isPresent());
  }

  private Difference found(String seen) {
    String reference = payment.reference();
    String about = reference == null ? "the last driver" : reference;
    return new Difference(Check.WITHOUT_END, about, "the last payment " + seen, Set.of(FAULT));
  }
}
