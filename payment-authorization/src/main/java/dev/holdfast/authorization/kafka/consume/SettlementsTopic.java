package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.Decide;
import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Command.Settle;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Restorations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.SettlementChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Obeys settlements.v1: a settlement that is decided, or correcting, and has a plan is an order to
 * move money. All others are none of our business. An order for a reference that is not here, or
 * where there is no hold, is parked: settlement knows a hold only from us, so one of the two
 * databases is not what it was.
 */
@ApplicationScoped
class SettlementsTopic implements RecordHandler<SettlementChanged, Optional<Order>> {
  private final Inbox inbox;
  private final Decide decide;
  private final Dispatch dispatch;
  private final Restorations restorations;

  SettlementsTopic(Inbox inbox, Decide decide, Dispatch dispatch, Restorations restorations) {
    this.inbox = inbox;
    this.decide = decide;
    this.dispatch = dispatch;
    this.restorations = restorations;
  }

  @Incoming("settlements")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll).invoke(dispatch::wake);
  }

  @Override
  public Topic topic() {
    return Topic.SETTLEMENTS;
  }

  @Override
  public Optional<Order> read(String key, SettlementChanged settlement) {
    if (!key.equals(settlement.getReference())) {
      throw new Unacceptable(
          "The key %s is not the reference %s".formatted(key, settlement.getReference()));
    }
    return switch (settlement.getStatus()) {
      case DECIDED, CORRECTING -> order(settlement);
      case AWAITING_SESSION, AWAITING_HOLD, SETTLED, ATTENTION, UNRECOGNIZED -> Optional.empty();
    };
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<Optional<Order>> orders) {
    return decide
        .all(transaction, orders.stream().flatMap(Optional::stream).toList())
        .invoke(decisions -> decisions.forEach(SettlementsTopic::mustBePossible))
        .replaceWithVoid();
  }

  private static void mustBePossible(Decision decision) {
    if (decision instanceof Decision.Refused(var why)) {
      throw new Unacceptable(why.words());
    }
  }

  private Optional<Order> order(SettlementChanged settlement) {
    if (settlement.getPlan().isEmpty()) {
      return Optional.empty();
    }
    try {
      var paidBack = settlement.getRefunded();
      var refunded = paidBack == null ? null : MoneyCodec.fromAvro(paidBack);
      var rungs = settlement.getPlan().stream().map(SettlementsTopic::rung).toList();
      var command = new Settle(settlement.getVersion(), Plan.of(rungs, refunded));
      var mayBeDone = restorations.last().filter(settlement.getOccurredAt()::isBefore).isPresent();
      return Optional.of(new Order(reference(settlement.getReference()), command, mayBeDone));
    } catch (IllegalArgumentException wrong) {
      throw new Unacceptable("plan: " + wrong.getMessage(), wrong);
    }
  }

  private static UUID reference(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw new Unacceptable("reference: %s is not a UUID".formatted(text), wrong);
    }
  }

  private static Rung rung(dev.holdfast.events.Rung rung) {
    var kind =
        switch (rung.getMethod()) {
          case CAPTURE -> Kind.CAPTURE;
          case OVER_COMMIT -> Kind.OVER_COMMIT;
          case WHOLE -> Kind.WHOLE;
          case HOLD -> Kind.HOLD;
          case RELEASE -> Kind.RELEASE;
          case REFUND -> Kind.REFUND;
          case UNRECOGNIZED ->
              throw new Unacceptable(
                  "plan: a method that this version does not know: update it, then replay");
        };
    return new Rung(kind, MoneyCodec.fromAvro(rung.getAmount()));
  }
}
