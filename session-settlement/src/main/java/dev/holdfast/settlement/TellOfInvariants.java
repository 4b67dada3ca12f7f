package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.InvariantFinding;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Are the books sound, and has somebody looked lately? A health group of its own, for who watches:
 * a service whose books are not sound serves.
 */
@HealthGroup("books")
@ApplicationScoped
class TellOfInvariants implements AsyncHealthCheck {
  /** A run that fails once is made up for by the next. */
  private static final int MISSED_RUNS = 3;

  private final CheckInvariants checkInvariants;
  private final Duration tooOld;
  private final Clock clock;

  TellOfInvariants(
      CheckInvariants checkInvariants, CheckInvariants.Settings settings, Clock clock) {
    this.checkInvariants = checkInvariants;
    this.tooOld = settings.every().multipliedBy(MISSED_RUNS);
    this.clock = clock;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return checkInvariants.last().map(findings -> of(findings, clock.instant()));
  }

  private HealthCheckResponse of(List<InvariantFinding> findings, Instant now) {
    var response = HealthCheckResponse.named("invariants").up();
    Optional<Instant> oldest =
        findings.stream().map(InvariantFinding::checkedAt).min(Comparator.naturalOrder());
    oldest.ifPresent(at -> response.withData("checkedAt", at.toString()));
    for (InvariantFinding finding : findings) {
      if (finding.rows() > 0) {
        response.down().withData(finding.invariant(), finding.rows());
      }
    }
    if (oldest.filter(at -> at.plus(tooOld).isBefore(now)).isPresent()) {
      response.down();
    }
    return response.build();
  }
}
