package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.RestoreHolds;
import dev.holdfast.authorization.RestoreHolds.Mention;
import dev.holdfast.authorization.WatchHolds;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.AuthorizationChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads authorizations back from authorizations.v1 after the database was restored. */
@ApplicationScoped
class OwnAuthorizations implements OwnTopic<AuthorizationChanged> {
  private final RestoreHolds restoreHolds;
  private final DueSettings settings;

  OwnAuthorizations(RestoreHolds restoreHolds, DueSettings settings) {
    this.restoreHolds = restoreHolds;
    this.settings = settings;
  }

  @Override
  public Topic topic() {
    return Topic.AUTHORIZATIONS;
  }

  @Override
  public Uni<List<AuthorizationChanged>> unknown(
      Transaction transaction, List<AuthorizationChanged> records) {
    return restoreHolds
        .unknown(transaction, records.stream().map(OwnAuthorizations::mention).toList())
        .map(unknown ->
            records.stream().filter(record -> unknown.contains(mention(record))).toList());
  }

  private static Mention mention(AuthorizationChanged said) {
    return new Mention(reference(said), said.getVersion(), said.getRequest() != null);
  }

  /**
   * Who stands at a terminal stands in the way of who came next, until it is known how it ended.
   */
  @Override
  public boolean waits(AuthorizationChanged said) {
    return !WatchHolds.isDecided(said);
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<AuthorizationChanged> unknown) {
    return restoreHolds.restore(transaction, unknown.stream().map(this::version).toList());
  }

  private RestoreHolds.Version version(AuthorizationChanged said) {
    var state = new AuthorizationRecord(said, settings.cardTimeout()).toState();
    return new RestoreHolds.Version(state, said.getOccurredAt(), requestKey(said).orElse(null));
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
