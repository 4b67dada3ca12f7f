package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Place;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where terminals are and were, for who reads; needs an open session. */
@ApplicationScoped
public class Bindings implements PanacheRepositoryBase<BindingRow, BindingRow.Key> {
  /**
   * A binding that holds or held.
   *
   * @param version the terminal's version that began it
   * @param validTo null while it holds
   */
  public record Dated(long version, Place place, Instant validFrom, @Nullable Instant validTo) {}

  /** The bindings of a terminal that began before that version of it, the newest first. */
  public Uni<List<Dated>> before(String serial, long version, int limit) {
    return find("serial = ?1 and version < ?2 order by version desc", serial, version)
        .range(0, limit - 1)
        .list()
        .map(rows -> rows.stream().map(BindingRow::toDated).toList());
  }

  /** How many bindings a terminal has had. */
  public Uni<Long> count(String serial) {
    return count("serial", serial);
  }
}
