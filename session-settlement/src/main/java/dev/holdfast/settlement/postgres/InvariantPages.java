package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.InvariantFinding;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was found of the invariants, for those who look at it. */
@ApplicationScoped
public class InvariantPages {
  private final Mutiny.SessionFactory sessionFactory;

  InvariantPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * What was found of each the last time, in the order of the enum; of one of an older version
   * nothing.
   */
  public Uni<List<InvariantFinding>> last() {
    return sessionFactory
        .withStatelessSession(session ->
            session
                .createNativeQuery(
                    "select invariant, broken_by, checked_at from invariant_finding",
                    Object[].class)
                .getResultList())
        .map(rows -> {
          Map<String, InvariantFinding> found = new HashMap<>();
          rows.stream()
              .map(InvariantPages::finding)
              .forEach(finding -> found.put(finding.invariant(), finding));
          return Stream.of(Invariant.values())
              .flatMap(invariant -> Stream.ofNullable(found.get(invariant.title())))
              .toList();
        });
  }

  private static InvariantFinding finding(Object[] row) {
    return new InvariantFinding(
        (String) row[0], ((Number) row[1]).longValue(), ((OffsetDateTime) row[2]).toInstant());
  }
}
