package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.BindingPeriod;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where terminals are and were, for who reads; needs an open session. */
@ApplicationScoped
public class BindingPages implements PanacheRepositoryBase<BindingRow, BindingRow.Key> {
  /** The bindings of a terminal that began before that version of it, the newest first. */
  public Uni<List<BindingPeriod>> before(String serial, long version, int limit) {
    return find("serial = ?1 and version < ?2 order by version desc", serial, version)
        .range(0, limit - 1)
        .list()
        .map(rows -> rows.stream().map(BindingRow::toPeriod).toList());
  }

  /** How many bindings a terminal has had. */
  public Uni<Long> count(String serial) {
    return count("serial", serial);
  }
}
