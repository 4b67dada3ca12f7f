package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.postgres.Reviews;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Judges terminals anew for which something else may follow though nobody said anything: a contract
 * started or ended, another limit came into force, or this version of the service brings others.
 */
@ApplicationScoped
public class ReviewTerminals {
  /** Terminals judged at a time: one transaction. */
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final Reviews reviews;
  private final ChangeTerminals changeTerminals;
  private final TerminalRules rules;
  private final InstantSource clock;
  // Once in this process's life: while two versions of the service run, they would take turns.
  private volatile boolean rulesCompared;

  ReviewTerminals(
      Transactions transactions,
      Reviews reviews,
      ChangeTerminals changeTerminals,
      TerminalRules rules,
      InstantSource clock) {
    this.transactions = transactions;
    this.reviews = reviews;
    this.changeTerminals = changeTerminals;
    this.rules = rules;
    this.clock = clock;
  }

  /** Safe in each instance: a second judgement of the same terminal finds nothing to do. */
  @Scheduled(
      every = "${holdfast.reviews.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> reviewDueTerminals() {
    return compareRules().chain(this::reviewAllDue);
  }

  private Uni<Void> reviewAllDue() {
    return due()
        .chain(serials ->
            serials.size() < BATCH
                ? reconsider(serials)
                : reconsider(serials).chain(this::reviewAllDue));
  }

  private Uni<Void> compareRules() {
    return rulesCompared
        ? Uni.createFrom().voidItem()
        : transactions
            .run(transaction ->
                reviews.dueIfOther(
                    transaction.session(), rules.standings().fingerprint(), clock.instant()))
            .invoke(() -> rulesCompared = true);
  }

  private Uni<List<String>> due() {
    return transactions.run(
        transaction -> reviews.due(transaction.session(), clock.instant(), BATCH));
  }

  private Uni<Void> reconsider(List<String> serials) {
    Map<String, TerminalCommand> commands =
        serials.stream().collect(toMap(serial -> serial, _ -> new Reconsider()));
    return serials.isEmpty()
        ? Uni.createFrom().voidItem()
        : changeTerminals.change(commands).replaceWithVoid();
  }
}
