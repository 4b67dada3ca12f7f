package dev.holdfast.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Replays what waits for a newer version of this service: that may be the one that runs now. An
 * instance that still cannot read the row leaves the record waiting, and those of its key behind.
 */
@ApplicationScoped
class ReplayWaiting {
  private static final Logger LOG = Logger.getLogger(ReplayWaiting.class);
  private static final int PAGE = 100;

  private final ParkedRows rows;
  private final ReplayParked replayParked;
  private final UnderWay underWay;

  ReplayWaiting(ParkedRows rows, ReplayParked replayParked, UnderWay underWay) {
    this.rows = rows;
    this.replayParked = replayParked;
    this.underWay = underWay;
  }

  @Scheduled(
      every = "${holdfast.delivery.replay-waiting:60s}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> onTimer() {
    return underWay
        .watch("replay of what waits for a newer version", () -> from(0, new HashSet<>()))
        .onFailure()
        .invoke(failure -> LOG.warnf("What waits for a newer version was not tried: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> from(long after, Set<String> stillWaiting) {
    return rows.waitingForNewer(after, PAGE)
        .chain(page ->
            page.isEmpty()
                ? Uni.createFrom().voidItem()
                : replay(page, stillWaiting).chain(() -> from(page.getLast().id, stillWaiting)));
  }

  private Uni<Void> replay(List<ParkedRow> page, Set<String> stillWaiting) {
    return Multi.createFrom()
        .iterable(page)
        .onItem()
        .transformToUniAndConcatenate(row -> replay(row, stillWaiting))
        .collect()
        .last();
  }

  private Uni<Void> replay(ParkedRow row, Set<String> stillWaiting) {
    String key = row.topic + Arrays.toString(row.key);
    if (stillWaiting.contains(key)) {
      return Uni.createFrom().voidItem();
    }
    return replayParked
        .replay(row)
        .invoke(outcome -> {
          switch (outcome) {
            case ReplayParked.Outcome.Replayed replayed ->
                LOG.infof("Parked record %d was replayed by itself", row.id);
            case ReplayParked.Outcome.RefusedAgain refused -> stillWaiting.add(key);
            case ReplayParked.Outcome.ReplayedBefore before -> {
              // by another instance
            }
          }
        })
        .replaceWithVoid();
  }
}
