package dev.holdfast.settlement.due;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Silence;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Patience;
import dev.holdfast.settlement.core.StartWait;
import dev.holdfast.settlement.postgres.DeadlineTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which deadlines have passed, and up to when each may be met: as far as the topics were read whose
 * silence it is.
 */
@ApplicationScoped
public class DueDeadlines {
  private final Transactions transactions;
  private final DeadlineTable deadlines;
  private final Silence silence;
  private final Clock clock;

  DueDeadlines(Transactions transactions, DeadlineTable deadlines, Silence silence, Clock clock) {
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.silence = silence;
    this.clock = clock;
  }

  @Produces
  @Singleton
  static Patience patience(DeadlineSettings settings) {
    return new Patience(
        settings.waitForHold(),
        new StartWait(
            settings.publishesStarts().orElse(Set.of()),
            settings.waitForStart(),
            settings.waitForSession()),
        settings.releaseBeforeExpiry(),
        settings.waitForClose(),
        settings.waitForExecution());
  }

  /** Those that have passed for some settlement, each with the moment up to which it may be met. */
  public Uni<Map<Deadline, Instant>> find() {
    return transactions
        .run(transaction -> deadlines.passed(transaction, clock.instant()))
        .chain(passed -> passed.isEmpty() ? Uni.createFrom().item(Map.of()) : readUpTo(passed));
  }

  private Uni<Map<Deadline, Instant>> readUpTo(Set<Deadline> passed) {
    var read = new EnumMap<Topic, Instant>(Topic.class);
    return Multi.createFrom()
        .items(passed.stream().flatMap(each -> topics(each).stream()).distinct())
        .onItem()
        .transformToUniAndConcatenate(
            topic -> silence.knownUpTo(topic).invoke(until -> read.put(topic, until)))
        .collect()
        .last()
        .map(all -> until(passed, read));
  }

  private static Map<Deadline, Instant> until(Set<Deadline> passed, Map<Topic, Instant> read) {
    var until = new EnumMap<Deadline, Instant>(Deadline.class);
    for (Deadline deadline : passed) {
      topics(deadline).stream()
          .map(topic -> read.getOrDefault(topic, Instant.EPOCH))
          .min(Instant::compareTo)
          .ifPresent(earliest -> until.put(deadline, earliest));
    }
    return until;
  }

  /** Where what the deadline waits for would be said. */
  private static Set<Topic> topics(Deadline deadline) {
    return switch (deadline) {
      case HOLD_UNKNOWN, NOT_EXECUTED -> Set.of(Topic.AUTHORIZATIONS);
      // A close tells of a session whose start was never said.
      case NOT_STARTED -> Set.of(Topic.SESSION_STARTED, Topic.SESSION_CLOSED);
      case NOT_CLOSED, NOT_BILLED, UNDECIDED -> Set.of(Topic.SESSION_CLOSED);
    };
  }
}
