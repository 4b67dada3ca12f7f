package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.WatchHolds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads authorizations.v1 from now on, for those who watch. */
@ApplicationScoped
class AuthorizationStream {
  private final WatchHolds watchHolds;

  AuthorizationStream(WatchHolds watchHolds) {
    this.watchHolds = watchHolds;
  }

  @Incoming("stream")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return watchHolds.topic().receive(poll);
  }
}
