package dev.holdfast.settlement.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.TakeOverPayments;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Settlement.Status;
import dev.holdfast.settlement.postgres.CarriedState;
import dev.holdfast.settlement.postgres.SettlementTable.Version;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes settlements over from settlements.v1, which carries their whole state for that. */
@ApplicationScoped
class OwnSettlements implements OwnTopic<SettlementChanged> {
  private final TakeOverPayments takeOver;
  private final Clock clock;

  OwnSettlements(TakeOverPayments takeOver, Clock clock) {
    this.takeOver = takeOver;
    this.clock = clock;
  }

  @Override
  public Topic topic() {
    return Topic.SETTLEMENTS;
  }

  @Override
  public Uni<List<SettlementChanged>> unknown(
      Transaction transaction, List<SettlementChanged> records) {
    return transaction
        .session()
        .createNativeQuery(
            "select reference, version from settlement where reference = any(?1)", Object[].class)
        .setParameter(1, records.stream().map(OwnSettlements::reference).toArray(UUID[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (UUID) row[0], row -> (Long) row[1])))
        .map(known -> records.stream().filter(said -> isNews(said, known)).toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<SettlementChanged> unknown) {
    return takeOver.takeOver(transaction, unknown.stream().map(OwnSettlements::version).toList());
  }

  @Override
  public Uni<Void> complete(Transaction transaction, List<String> keys) {
    List<Reference> references =
        keys.stream().map(key -> new Reference(UUID.fromString(key))).toList();
    return takeOver
        .bookWhatIsOwed(transaction, references, clock.instant())
        .chain(booked -> transaction.publish(booked.stream().map(JournalRecord::posted).toList()));
  }

  private static boolean isNews(SettlementChanged said, Map<UUID, Long> known) {
    return said.getVersion() > known.getOrDefault(reference(said), 0L);
  }

  private static Version version(SettlementChanged said) {
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
    return new Version(CarriedState.read(status, said.getState()), said.getOccurredAt());
  }

  private static UUID reference(SettlementChanged said) {
    return UUID.fromString(said.getReference());
  }
}
