package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.Settings;
import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.authorization.postgres.RequestKey;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.AuthorizationChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes authorizations over from authorizations.v1 after the database was restored. What may have
 * been sent to the gateway is looked up, as after a crash.
 */
@ApplicationScoped
class OwnAuthorizations implements OwnTopic<AuthorizationChanged> {
  private final Authorizations authorizations;
  private final Settings settings;
  private final Timetable timetable;
  private final Clock clock;

  OwnAuthorizations(Authorizations authorizations, Settings settings, Clock clock) {
    this.authorizations = authorizations;
    this.settings = settings;
    this.timetable = new Timetable(settings.firstLookUp(), settings.expiryNotice());
    this.clock = clock;
  }

  @Override
  public Topic topic() {
    return Topic.AUTHORIZATIONS;
  }

  /**
   * A version that is not known, or the request's own name, which its first version alone tells.
   */
  @Override
  public Uni<List<AuthorizationChanged>> unknown(
      Transaction transaction, List<AuthorizationChanged> records) {
    return authorizations
        .known(transaction, records.stream().map(OwnAuthorizations::reference).toList())
        .map(known -> records.stream().filter(said -> isNews(said, known)).toList());
  }

  private static boolean isNews(AuthorizationChanged said, Map<UUID, Authorizations.Known> all) {
    var known = all.get(reference(said));
    return known == null
        || said.getVersion() > known.version()
        || (said.getRequest() != null && !known.hasRequest());
  }

  /**
   * Who stands at a terminal stands in the way of who came next, until it is known how it ended.
   */
  @Override
  public boolean waits(AuthorizationChanged said) {
    return switch (said.getStatus()) {
      case AWAITING_CARD, AUTHORIZING -> true;
      case HELD,
          DECLINED,
          ABANDONED,
          CAPTURING,
          CAPTURED,
          CAPTURE_FAILED,
          RELEASING,
          RELEASED,
          EXPIRED,
          REFUNDING,
          UNRECOGNIZED ->
          false;
    };
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<AuthorizationChanged> unknown) {
    return authorizations
        .lock(transaction, unknown.stream().map(OwnAuthorizations::reference).toList())
        .chain(rows -> write(transaction, rows, unknown));
  }

  private Uni<Void> write(
      Transaction transaction, List<AuthorizationRow> known, List<AuthorizationChanged> unknown) {
    Map<UUID, AuthorizationRow> rows = new LinkedHashMap<>();
    known.forEach(row -> rows.put(row.reference(), row));
    for (AuthorizationChanged said : unknown) {
      rows.merge(reference(said), row(said), (row, fresh) -> row.takeOver(fresh));
    }
    List<AuthorizationRow> fresh = new ArrayList<>(rows.values());
    fresh.removeAll(known);
    return authorizations
        .insert(transaction, fresh)
        .chain(() -> authorizations.update(transaction, known));
  }

  private AuthorizationRow row(AuthorizationChanged said) {
    Authorization state = new SaidAuthorization(said, settings.cardTimeout()).toState();
    Optional<Agenda> agenda = Agenda.of(state, timetable, clock.instant());
    var row = AuthorizationRow.of(state, agenda, requestKey(said).orElse(null));
    row.become(state, agenda, said.getOccurredAt());
    return row;
  }

  private static Optional<RequestKey> requestKey(AuthorizationChanged said) {
    return Optional.ofNullable(said.getRequest())
        .map(request ->
            new RequestKey(
                request.getKey(), HexFormat.of().formatHex(request.getDigest().array())));
  }

  private static UUID reference(AuthorizationChanged said) {
    return UUID.fromString(said.getReference());
  }
}
