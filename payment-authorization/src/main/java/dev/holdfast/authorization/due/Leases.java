package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.GatewaySettings;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How long claimed work is left alone: longer than it can take, so that a second instance takes it
 * only when the first has died, and no look-up is made while the call may still be under way.
 */
@ApplicationScoped
public class Leases {
  /** For an operator, who sees in a row whose work it is. */
  private final String instance =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

  private final DueSettings settings;
  private final GatewaySettings gateways;
  private final Circuits circuits;
  private final Shutdown shutdown;
  private final Clock clock;

  Leases(
      DueSettings settings,
      GatewaySettings gateways,
      Circuits circuits,
      Shutdown shutdown,
      Clock clock) {
    this.settings = settings;
    this.gateways = gateways;
    this.circuits = circuits;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /** The name of this instance, as claims have it. */
  public String instance() {
    return instance;
  }

  /** To be called before the database's time is asked for that the claim begins at. */
  public Instant begin() {
    return clock.instant();
  }

  /**
   * Takes the work of a locked row for this instance.
   *
   * @param begun as {@link #begin} said, by this instance's clock
   * @param now by the database's clock
   */
  public Claim claim(AuthorizationRow row, Instant begun, Instant now) {
    var state = row.toState();
    var work = Agenda.now(row.work().orElseThrow(), state, now);
    row.claim(new Agenda(work.ifAbandoned(), now.plus(length(work))), instance);
    var leaseEnds = begun.plus(length(work)).minus(longestCall());
    return new Claim(
        work, state, work == Work.SEND ? notPast(state, begun, now, leaseEnds) : leaseEnds);
  }

  /** No hold is asked for past its driver's time, by whichever clock. */
  private static Instant notPast(
      Authorization state, Instant begun, Instant now, Instant leaseEnds) {
    var driversTime = begun.plus(Duration.between(now, state.tap().cardDeadline()));
    return state instanceof Authorizing && driversTime.isBefore(leaseEnds)
        ? driversTime
        : leaseEnds;
  }

  /** A call that began now could outlast its lease: another may be at it before it ends. */
  public boolean isTooLate(Claim claim) {
    return clock.instant().isAfter(claim.goodUntil());
  }

  /**
   * Where the vendor's cloud does not answer, or this instance ends, a call waits until somebody
   * looks for due work.
   */
  public boolean mayCall(String vendor) {
    return !shutdown.isAsked() && !circuits.of(vendor).isOpen();
  }

  public Duration length(Work work) {
    return switch (work) {
      // Arming is up to three calls before the poll.
      case READ_CARD -> settings.cardPoll().plus(gateways.timeout().multipliedBy(3));
      // One call's time is left for what lies between the claim and the call.
      case SEND, LOOK_UP, DISARM -> longestCall().plus(gateways.timeout());
      case LAPSE -> settings.sweep();
    };
  }

  /** A call that is answered 409 is looked up at once: two calls. */
  private Duration longestCall() {
    return gateways.timeout().multipliedBy(2);
  }
}
