package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.postgres.AuthorizationPages;
import dev.holdfast.authorization.postgres.AuthorizationPages.Wanted;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows authorizations as their rows have them. */
@ApplicationScoped
public class ShowHolds {
  private final AuthorizationPages pages;

  ShowHolds(AuthorizationPages pages) {
    this.pages = pages;
  }

  /** A state, and when it was reached. */
  public record Shown(Authorization state, Instant changedAt) {
    static Shown of(AuthorizationRow row) {
      return new Shown(row.toState(), row.changedAt());
    }
  }

  /** A page, and how many there are on all pages. */
  public record Listed(List<Shown> shown, long total) {}

  /** The authorization with this reference. */
  @WithSession
  public Uni<Optional<Shown>> one(UUID reference) {
    return pages.findById(reference).map(row -> Optional.ofNullable(row).map(Shown::of));
  }

  /** Does the driver know by now whether the car will charge? Also true for what is not here. */
  Uni<Boolean> isDecided(UUID reference) {
    return one(reference)
        .map(shown ->
            shown.filter(found -> Summary.of(found.state()).status().isUndecided()).isEmpty());
  }

  /** One page, the newest request first. */
  @WithSession
  public Uni<Listed> page(Wanted wanted, int page, int size) {
    var query = pages.matching(wanted);
    return query
        .page(page, size)
        .list()
        .map(rows -> rows.stream().map(Shown::of).toList())
        .chain(shown -> query.count().map(total -> new Listed(shown, total)));
  }
}
