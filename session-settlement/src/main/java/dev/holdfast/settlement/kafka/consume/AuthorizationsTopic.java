package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.SettlePayments.ReceivedFact;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.payment.Hold.Standing;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of holds and of what became of them, on authorizations.v1. */
@ApplicationScoped
class AuthorizationsTopic implements RecordHandler<AuthorizationChanged, ReceivedFact> {
  private final Inbox inbox;
  private final SettlePayments settlePayments;

  AuthorizationsTopic(Inbox inbox, SettlePayments settlePayments) {
    this.inbox = inbox;
    this.settlePayments = settlePayments;
  }

  @Incoming("authorizations")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.AUTHORIZATIONS;
  }

  @Override
  public ReceivedFact read(String key, AuthorizationChanged changed) {
    Reference reference = Checks.reference(key, changed.getReference());
    Command command = command(reference, changed);
    return new ReceivedFact(command, HoldStoryReader.of(changed));
  }

  private static Command command(Reference reference, AuthorizationChanged changed) {
    return switch (changed.getStatus()) {
      case AWAITING_CARD, AUTHORIZING -> new Command.HoldPending(reference);
      // What is under way at the gateway has not moved money yet.
      case HELD, CAPTURING, RELEASING -> hold(reference, changed, Standing.HELD);
      case CAPTURED, REFUNDING -> hold(reference, changed, Standing.CAPTURED);
      case CAPTURE_FAILED -> hold(reference, changed, Standing.CAPTURE_FAILED);
      case RELEASED -> hold(reference, changed, Standing.RELEASED);
      case EXPIRED -> hold(reference, changed, Standing.EXPIRED);
      case DECLINED -> hold(reference, changed, Standing.DECLINED);
      case ABANDONED -> hold(reference, changed, Standing.ABANDONED);
      case UNRECOGNIZED ->
          throw new Unacceptable(
              "status: one that this version does not know; update this service, then replay");
    };
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<ReceivedFact> received) {
    return settlePayments.settle(transaction, received);
  }

  private static Command hold(
      Reference reference, AuthorizationChanged changed, Standing standing) {
    return new Command.HoldChanged(reference, HoldReader.of(changed, standing));
  }
}
