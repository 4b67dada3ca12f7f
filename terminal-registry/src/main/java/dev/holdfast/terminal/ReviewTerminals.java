package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.UnderWay;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.postgres.ReviewTable.Due;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges terminals anew for which something else may follow though nobody said anything: a contract
 * started or ended, another limit came into force, or this version of the service brings others.
 */
@ApplicationScoped
public class ReviewTerminals {
  /** Terminals judged at a time: one transaction. */
  private static final int BATCH = 500;

  /** One that is left to a newer version is looked at again after so long. */
  private static final Duration LEFT_FOR = Duration.ofMinutes(1);

  private final FindReviews findReviews;
  private final ChangeManyTerminals changeTerminals;
  private final Clock clock;
  private final UnderWay underWay;
  private final Map<String, Instant> leftUntil = new ConcurrentHashMap<>();

  ReviewTerminals(
      FindReviews findReviews,
      ChangeManyTerminals changeTerminals,
      Clock clock,
      UnderWay underWay) {
    this.findReviews = findReviews;
    this.changeTerminals = changeTerminals;
    this.clock = clock;
    this.underWay = underWay;
  }

  /** Safe in each instance: a second judgement of the same terminal finds nothing to do. */
  @Scheduled(
      every = "${holdfast.reviews.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> reviewDueTerminals() {
    return findReviews.compareRules().chain(() -> reviewAllAfter(Due.FIRST));
  }

  /** Goes on behind what it could not judge: that stays due, and must not hold up the rest. */
  private Uni<Void> reviewAllAfter(Due seen) {
    return underWay
        .watch("reviews of terminals", () -> reviewSome(seen))
        .chain(due ->
            due.size() < BATCH ? Uni.createFrom().voidItem() : reviewAllAfter(due.getLast()));
  }

  private Uni<List<Due>> reviewSome(Due seen) {
    return findReviews
        .due(seen, BATCH)
        .call(due -> reconsider(due.stream().map(Due::serial).filter(this::isReadable).toList()));
  }

  private boolean isReadable(String serial) {
    var until = leftUntil.get(serial);
    return until == null || !until.isAfter(clock.instant());
  }

  private Uni<Void> reconsider(List<String> serials) {
    Map<String, TerminalCommand> commands =
        serials.stream().collect(toMap(serial -> serial, _ -> new Reconsider()));
    return serials.isEmpty()
        ? Uni.createFrom().voidItem()
        : changeTerminals.change(commands).invoke(this::remember).replaceWithVoid();
  }

  private void remember(Map<String, Decision> decisions) {
    var until = clock.instant().plus(LEFT_FOR);
    decisions.forEach((serial, decision) -> {
      if (decision instanceof Refused) {
        leftUntil.put(serial, until);
      } else {
        leftUntil.remove(serial);
      }
    });
  }
}
