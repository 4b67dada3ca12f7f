package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.HoldFilter.Place;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.authorization.postgres.AuthorizationPages;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.delivery.WrittenByNewer;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows authorizations as their rows have them. */
@ApplicationScoped
public class ShowHolds {
  private final AuthorizationPages pages;
  private final DueSettings settings;
  private final Clock clock;

  ShowHolds(AuthorizationPages pages, DueSettings settings, Clock clock) {
    this.pages = pages;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a row has to show. */
  public sealed interface Found {
    /** Where it stands in a list. */
    Place place();

    static Found in(AuthorizationRow row) {
      try {
        return new Shown(row.toState(), row.changedAt());
      } catch (WrittenByNewer unknown) {
        return new Unreadable(row.reference(), row.requestedAt(), unknown);
      }
    }
  }

  /** A state, and when it was reached. */
  public record Shown(Authorization state, Instant changedAt) implements Found {
    @Override
    public Place place() {
      return new Place(state.tap().at(), state.tap().reference());
    }
  }

  /** Written by a newer version: of it only what every version keeps alike. */
  public record Unreadable(UUID reference, Instant requestedAt, WrittenByNewer why)
      implements Found {
    @Override
    public Place place() {
      return new Place(requestedAt, reference);
    }
  }

  /** The authorization with this reference. */
  @WithSession
  public Uni<Optional<Found>> one(UUID reference) {
    return pages.findById(reference).map(row -> Optional.ofNullable(row).map(Found::in));
  }

  /**
   * Does the driver know by now whether the car will charge? Also true for what is not here, or
   * cannot be read here: no wait would change that.
   */
  Uni<Boolean> isDecided(UUID reference) {
    return one(reference).map(found -> found.filter(ShowHolds::isUndecided).isEmpty());
  }

  private static boolean isUndecided(Found found) {
    return switch (found) {
      case Shown(var state, _) -> Summary.of(state).status().isUndecided();
      case Unreadable _ -> false;
    };
  }

  /** A hold that ends before this, and that nobody has decided on, is near its end. */
  public Instant nearEnd() {
    return clock.instant().plus(settings.expiryNotice());
  }

  /** Those behind a place, or the first ones; the newest request first. */
  @WithSession
  public Uni<List<Found>> page(HoldFilter filter, @Nullable Place after, int most) {
    return pages.matching(filter, after, most).map(rows -> rows.stream().map(Found::in).toList());
  }

  /** How many there are, up to so many. */
  @WithSession
  public Uni<Long> count(HoldFilter filter, int most) {
    return pages.count(filter, most);
  }
}
