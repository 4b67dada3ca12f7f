package dev.holdfast.settlement.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs the invariants against all rows: a question for now and then, not for each request. */
@ApplicationScoped
public class InvariantPages {
  private final Mutiny.SessionFactory sessionFactory;

  InvariantPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** How many rows break it. */
  public Uni<Long> broken(Invariant invariant) {
    return sessionFactory.withStatelessSession(
        session -> session.createNativeQuery(invariant.count(), Long.class).getSingleResult());
  }
}
