package dev.holdfast.benchmarks;

import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.events.ChargingPlatform;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Closes sessions at a steady pace, and measures how long each takes from just before it is sent
 * until its decision is received: one process, one clock.
 *
 * @param first number of the first payment, whose hold is known already, as of all after it
 */
record Pace(Payments payments, int first, int count, double perSecond) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DECIDED = "/" + Tally.VERSIONS_OF_A_PAYMENT;

  /**
   * Runs, and gives the microseconds of each payment in their order.
   *
   * @throws IllegalStateException if some are not decided within a minute after the last was sent
   */
  long[] run(ChargingPlatform platform, String bootstrapServers) {
    AtomicLongArray sentAt = new AtomicLongArray(count);
    try (Published settlements = new Published(bootstrapServers, Topic.SETTLEMENTS)) {
      settlements.skipToEnd();
      var sending =
          CompletableFuture.runAsync(() -> send(platform, sentAt), Thread::startVirtualThread);
      long[] took = receive(settlements, sentAt, sending);
      sending.join();
      return took;
    }
  }

  private void send(ChargingPlatform platform, AtomicLongArray sentAt) {
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      var closed = payments.closed(first + i);
      long due = begin + Math.round(i / perSecond * 1e9);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      sentAt.set(i, System.nanoTime());
      var _ = platform.send(closed);
    }
    platform.flush();
  }

  private long[] receive(
      Published settlements, AtomicLongArray sentAt, CompletableFuture<Void> sending) {
    long[] took = new long[count];
    int missing = count;
    long end = Long.MAX_VALUE;
    while (missing > 0) {
      for (ConsumerRecord<byte[], byte[]> record : settlements.poll()) {
        long now = System.nanoTime();
        int i = payments.numberOf(Published.key(record)) - first;
        if (Published.header(record, "ce_id").endsWith(DECIDED) && took[i] == 0) {
          took[i] = (now - sentAt.get(i)) / 1_000;
          missing--;
        }
      }
      if (end == Long.MAX_VALUE && sending.isDone()) {
        end = System.nanoTime() + PATIENCE.toNanos();
      }
      if (end != Long.MAX_VALUE && System.nanoTime() - end > 0) {
        throw new IllegalStateException(missing + " sessions that were closed are not decided");
      }
    }
    return took;
  }
}
