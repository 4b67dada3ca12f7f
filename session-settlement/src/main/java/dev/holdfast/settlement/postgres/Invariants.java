package dev.holdfast.settlement.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs the invariants against all rows: a question for now and then, not for each request. */
@ApplicationScoped
public class Invariants {
  private final Mutiny.SessionFactory sessionFactory;

  Invariants(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** An invariant, and how many rows break it. */
  public record Finding(String invariant, long rows) {}

  /** One finding an invariant, in the order of the enum. */
  public Uni<List<Finding>> check() {
    return sessionFactory.withStatelessSession(session ->
        Multi.createFrom()
            .items(Invariant.values())
            .onItem()
            .transformToUniAndConcatenate(invariant -> check(session, invariant))
            .collect()
            .asList());
  }

  private static Uni<Finding> check(Mutiny.StatelessSession session, Invariant invariant) {
    String name = invariant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return session
        .createNativeQuery(invariant.count(), Long.class)
        .getSingleResult()
        .map(rows -> new Finding(name, rows));
  }
}
