package dev.holdfast.authorization.kafka.in;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.events.AuthorizationChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What is said on authorizations.v1 from now on. Each instance reads the whole topic, so a watcher
 * sees every change, whichever instance has made it.
 */
@ApplicationScoped
public class AuthorizationStream {
  /** A watcher who is so far behind is cut off, and reads the list when it comes again. */
  private static final int FARTHEST_BEHIND = 10_000;

  private final Inbox inbox;
  private final BroadcastProcessor<AuthorizationChanged> said = BroadcastProcessor.create();

  AuthorizationStream(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("stream")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox
        .show(Topic.AUTHORIZATIONS, poll)
        .invoke(records -> records.forEach(this::say))
        .replaceWithVoid();
  }

  /** Changes from now on, of one authorization in their order. */
  public Multi<AuthorizationChanged> changes() {
    return said.onOverflow().buffer(FARTHEST_BEHIND);
  }

  private void say(SpecificRecord record) {
    said.onNext((AuthorizationChanged) record);
  }
}
