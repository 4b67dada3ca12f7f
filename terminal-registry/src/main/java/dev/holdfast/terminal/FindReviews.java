package dev.holdfast.terminal;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.postgres.ReviewTable;
import dev.holdfast.terminal.postgres.ReviewTable.Due;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Finds terminals that are due to be judged anew: all of them once the rules are others. */
@ApplicationScoped
class FindReviews {
  private final Transactions transactions;
  private final ReviewTable reviews;
  private final TerminalRules rules;
  private final Clock clock;
  // Once in this process's life: while two versions of the service run, they would take turns.
  private volatile boolean rulesCompared;

  FindReviews(Transactions transactions, ReviewTable reviews, TerminalRules rules, Clock clock) {
    this.transactions = transactions;
    this.reviews = reviews;
    this.rules = rules;
    this.clock = clock;
  }

  Uni<Void> compareRules() {
    return rulesCompared
        ? Uni.createFrom().voidItem()
        : transactions
            .run(transaction ->
                reviews.dueIfOther(transaction, rules.standings().fingerprint(), clock.instant()))
            .invoke(() -> rulesCompared = true);
  }

  Uni<List<Due>> due(Due seen, int limit) {
    return transactions.run(transaction -> reviews.due(transaction, seen, clock.instant(), limit));
  }
}
