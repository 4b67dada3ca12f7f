package dev.holdfast.settlement.act;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Silence;
import dev.holdfast.settlement.core.Deadline;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Up to when each deadline may be met: as far as the topics were read whose silence it is. */
@ApplicationScoped
class HeardUntil {
  private final Silence silence;

  HeardUntil(Silence silence) {
    this.silence = silence;
  }

  /** Of these deadlines. */
  Uni<Map<Deadline, Instant>> of(Set<Deadline> deadlines) {
    Map<Topic, Instant> known = new EnumMap<>(Topic.class);
    return Multi.createFrom()
        .items(deadlines.stream().flatMap(each -> topics(each).stream()).distinct())
        .onItem()
        .transformToUniAndConcatenate(
            topic -> silence.knownUpTo(topic).invoke(until -> known.put(topic, until)))
        .collect()
        .last()
        .map(all -> until(deadlines, known));
  }

  private static Map<Deadline, Instant> until(Set<Deadline> deadlines, Map<Topic, Instant> known) {
    Map<Deadline, Instant> until = new EnumMap<>(Deadline.class);
    for (Deadline deadline : deadlines) {
      topics(deadline).stream()
          .map(topic -> known.getOrDefault(topic, Instant.EPOCH))
          .min(Instant::compareTo)
          .ifPresent(earliest -> until.put(deadline, earliest));
    }
    return until;
  }

  /** Where what the deadline waits for would be said. */
  private static Set<Topic> topics(Deadline deadline) {
    return switch (deadline) {
      case HOLD_UNKNOWN -> Set.of(Topic.AUTHORIZATIONS);
      // A close tells of a session whose start was never said.
      case NOT_STARTED -> Set.of(Topic.SESSION_STARTED, Topic.SESSION_CLOSED);
      case NOT_CLOSED -> Set.of(Topic.SESSION_CLOSED);
    };
  }
}
