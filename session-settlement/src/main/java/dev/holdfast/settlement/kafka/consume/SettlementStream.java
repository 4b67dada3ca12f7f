package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.settlement.WatchSettlements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads settlements.v1 from now on, for those who watch. */
@ApplicationScoped
class SettlementStream {
  private final WatchSettlements watchSettlements;

  SettlementStream(WatchSettlements watchSettlements) {
    this.watchSettlements = watchSettlements;
  }

  @Incoming("stream")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return watchSettlements.topic().receive(poll);
  }
}
