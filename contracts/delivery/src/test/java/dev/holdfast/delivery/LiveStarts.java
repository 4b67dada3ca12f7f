package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionStarted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who watches what is said, as the streams of services do. */
@ApplicationScoped
class LiveStarts {
  private final LiveTopic<SessionStarted> said;

  LiveStarts(Inbox inbox) {
    this.said = new LiveTopic<>(inbox, Topic.SESSION_STARTED, SessionStarted.class);
  }

  @Incoming("stream")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return said.receive(poll);
  }

  Multi<SessionStarted> changes() {
    return said.changes();
  }
}
