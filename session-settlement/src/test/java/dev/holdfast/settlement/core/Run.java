package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.journal.Journal;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One settlement that hears of facts, with the journal that grows from it. */
public final class Run {
  private @Nullable Settlement settlement;
  private final Journal books = new Journal();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  public static Run of(Command... commands) {
    var run = new Run();
    for (Command command : commands) {
      run.hear(command);
    }
    return run;
  }

  public void hear(Command command) {
    Given.RULES
        .decide(settlement, command)
        .ifPresent(step -> {
          settlement = step.after();
          journal.addAll(books.follow(step.after()));
          changes.add(step.change());
        });
  }

  public Settlement settlement() {
    return Objects.requireNonNull(settlement);
  }

  public List<Change> changes() {
    return changes;
  }

  public List<JournalEntry> journal() {
    return journal;
  }

  /**
   * The entries as a set: their order in time may differ, what they book may not. Which session was
   * known when money moved is a note, and whether it stood on suspense before that was known.
   */
  public Set<JournalEntry> entries() {
    return journal.stream()
        .filter(entry -> !isOffSuspense(entry))
        .map(entry -> new JournalEntry(entry.name(), null, entry.cpoId(), entry.lines()))
        .collect(Collectors.toSet());
  }

  private boolean isOffSuspense(JournalEntry entry) {
    JournalEntry.Name name = entry.name().reversed().orElse(entry.name());
    return name.cause() == JournalEntry.Cause.SUSPENDED
        && journal.stream()
            .anyMatch(each -> each.name().reversed().filter(name::equals).isPresent());
  }

  public List<UUID> ids() {
    return journal.stream().map(entry -> entry.name().id()).toList();
  }

  public List<String> causes() {
    return journal.stream().map(e -> e.name().cause() + " " + e.name().version()).toList();
  }

  /** Debits less credits of an account, in euro. */
  public Money balance(JournalEntry.Account account) {
    return journal.stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.account() == account)
        .map(l -> l.side() == JournalEntry.Side.DEBIT ? l.amount() : l.amount().negated())
        .reduce(Given.euro("0.00"), Money::plus);
  }

  /** Debits less credits of an account, in minor units of whatever currency. */
  public long minor(JournalEntry.Account account) {
    return journal.stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.account() == account)
        .mapToLong(
            l -> (l.side() == JournalEntry.Side.DEBIT ? 1 : -1) * l.amount().getAmountMinorLong())
        .sum();
  }

  /** Status, plan and result in a line. */
  public String said() {
    return switch (settlement()) {
      case Settlement.Settled(var r, var v, var h, var s, Settlement.Result result) ->
          "SETTLED "
              + result.outcome()
              + ", shortfall "
              + result.shortfall().getAmount()
              + writtenOff(result.writtenOff());
      case Settlement.Attention attention -> "ATTENTION " + attention.reason();
      case Settlement other -> other.status() + plan(other);
    };
  }

  private static String writtenOff(@Nullable Money amount) {
    return amount == null ? "" : ", written off " + amount.getAmount();
  }

  private static String plan(Settlement settlement) {
    List<String> rungs =
        settlement.plan().stream().map(r -> r.method() + " " + r.amount().getAmount()).toList();
    return rungs.isEmpty() ? "" : " " + rungs;
  }
}
