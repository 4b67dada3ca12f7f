package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What persons want booked, for those who look at it. */
@ApplicationScoped
public class ManualEntryPages {
  private final Mutiny.SessionFactory sessionFactory;

  ManualEntryPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * At most so many that were asked for before that place, the newest first; null: the first ones.
   */
  public Uni<List<ManualEntry>> list(
      ManualFilter.@Nullable Place last, ManualFilter filter, int most) {
    var conditions = new Conditions();
    if (last != null) {
      conditions.bind("lastAt", last.askedAt());
      conditions.bind("lastId", last.id());
      conditions.must("(asked_at, id) < (:lastAt, :lastId)");
    }
    conditions.constant("state", filter.state());
    conditions.when("cpo", filter.cpoId(), "cpo_id = :cpo");
    conditions.bind("most", most);
    return select(conditions, "order by asked_at desc, id desc limit :most");
  }

  /** The one with that id. */
  public Uni<Optional<ManualEntry>> find(UUID id) {
    var conditions = new Conditions();
    conditions.when("id", id, "id = :id");
    return select(conditions, "").map(found -> found.stream().findFirst());
  }

  private Uni<List<ManualEntry>> select(Conditions conditions, String order) {
    var query =
        ManualColumns.SELECT.formatted(conditions.where() + order)
            + " order by asked_at desc, id desc, line_number";
    return sessionFactory
        .withStatelessSession(
            session -> conditions.list(session.createNativeQuery(query, Object[].class)))
        .map(ManualColumns::entries);
  }
}
