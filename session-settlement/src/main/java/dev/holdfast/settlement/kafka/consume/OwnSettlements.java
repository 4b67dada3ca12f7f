package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.TakeOverPayments;
import dev.holdfast.settlement.TakeOverPayments.PublishedVersion;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes settlements over from settlements.v1, which carries their whole state for that. */
@ApplicationScoped
class OwnSettlements implements OwnTopic<SettlementChanged> {
  private final TakeOverPayments takeOverPayments;

  OwnSettlements(TakeOverPayments takeOverPayments) {
    this.takeOverPayments = takeOverPayments;
  }

  @Override
  public Topic topic() {
    return Topic.SETTLEMENTS;
  }

  @Override
  public Uni<List<SettlementChanged>> unknown(
      Transaction transaction, List<SettlementChanged> records) {
    return takeOverPayments
        .versions(transaction, records.stream().map(OwnSettlements::reference).distinct().toList())
        .map(known -> records.stream().filter(said -> isNews(said, known)).toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<SettlementChanged> unknown) {
    return takeOverPayments.takeOver(
        transaction, unknown.stream().map(OwnSettlements::published).toList());
  }

  @Override
  public Uni<Void> complete(Transaction transaction, List<String> keys) {
    return takeOverPayments.bookWhatIsOwed(
        transaction, keys.stream().map(key -> new Reference(UUID.fromString(key))).toList());
  }

  private static boolean isNews(SettlementChanged said, Map<Reference, Long> known) {
    return said.getVersion() > known.getOrDefault(reference(said), 0L);
  }

  private static PublishedVersion published(SettlementChanged said) {
    Status status =
        switch (said.getStatus()) {
          case AWAITING_SESSION -> Status.AWAITING_SESSION;
          case AWAITING_HOLD -> Status.AWAITING_HOLD;
          case DECIDED -> Status.DECIDED;
          case SETTLED -> Status.SETTLED;
          case CORRECTING -> Status.CORRECTING;
          case ATTENTION -> Status.ATTENTION;
          case UNRECOGNIZED ->
              throw new Unacceptable(
                  "status: one that this version does not know; update this service, then start it"
                      + " again");
        };
    return new PublishedVersion(status, said.getState(), said.getOccurredAt());
  }

  private static Reference reference(SettlementChanged said) {
    return new Reference(UUID.fromString(said.getReference()));
  }
}
