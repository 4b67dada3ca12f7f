package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.authorization.postgres.AuthorizationTable.Newest;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a database that was restored from a backup does not know of authorizations, as it was
 * published, and publishes nothing. What may have been sent to the gateway is looked up, as after a
 * crash.
 */
@ApplicationScoped
public class RestoreHolds {
  private final AuthorizationTable authorizations;
  private final Timetable timetable;
  private final Clock clock;

  RestoreHolds(AuthorizationTable authorizations, DueSettings settings, Clock clock) {
    this.authorizations = authorizations;
    this.timetable = settings.rules().times();
    this.clock = clock;
  }

  /**
   * A version as it was published.
   *
   * @param key the name of the request that asked for it; null where this version does not tell it
   */
  public record Version(Authorization state, Instant at, @Nullable RequestKey key) {
    UUID reference() {
      return state.tap().reference();
    }
  }

  /**
   * What a published version tells, in short.
   *
   * @param tellsRequest does it tell the name of the request, as its first version alone does?
   */
  public record Mention(UUID reference, long version, boolean tellsRequest) {}

  /** Those that tell something that the database does not know. */
  public Uni<Set<Mention>> unknown(Transaction transaction, List<Mention> mentions) {
    return authorizations
        .newest(transaction, mentions.stream().map(Mention::reference).toList())
        .map(newest ->
            mentions.stream()
                .filter(each -> isNews(each, newest.get(each.reference())))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isNews(Mention mention, @Nullable Newest here) {
    return here == null
        || mention.version() > here.version()
        || (mention.tellsRequest() && !here.hasRequest());
  }

  /** Writes what is newer than the rows, or missing in them; versions come in their order. */
  public Uni<Void> restore(Transaction transaction, List<Version> versions) {
    return authorizations
        .lock(transaction, versions.stream().map(Version::reference).toList())
        .chain(rows -> write(transaction, rows, versions));
  }

  private Uni<Void> write(
      Transaction transaction, List<AuthorizationRow> known, List<Version> versions) {
    var rows = new LinkedHashMap<UUID, AuthorizationRow>();
    known.forEach(row -> rows.put(row.reference(), row));
    versions.forEach(version ->
        rows.compute(
            version.reference(),
            (reference, row) -> row == null ? newRow(version) : caughtUp(row, version)));
    var fresh = new ArrayList<>(rows.values());
    fresh.removeAll(known);
    return authorizations
        .insert(transaction, fresh)
        .chain(() -> authorizations.update(transaction, known));
  }

  private AuthorizationRow newRow(Version version) {
    return AuthorizationRow.of(version.state(), agenda(version), version.at(), version.key());
  }

  private AuthorizationRow caughtUp(AuthorizationRow row, Version version) {
    if (version.state().history().version() > row.version()) {
      row.become(version.state(), agenda(version), version.at());
    }
    if (version.key() != null) {
      row.nameRequest(version.key());
    }
    return row;
  }

  private @Nullable Agenda agenda(Version version) {
    return Agenda.of(version.state(), timetable, clock.instant()).orElse(null);
  }
}
