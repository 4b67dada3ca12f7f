package dev.holdfast.settlement;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Journal;
import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.JournalEntry.Cause;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.postgres.BookedEntries;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.MovementTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import dev.holdfast.settlement.postgres.SettlementTable.Version;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes settlements over as they were published, after the database was restored from a backup:
 * nothing is judged anew.
 */
@ApplicationScoped
public class TakeOverPayments {
  private final SettlementTable settlements;
  private final MovementTable movements;
  private final JournalTable journal;
  private final KeepViews views;

  TakeOverPayments(
      SettlementTable settlements, MovementTable movements, JournalTable journal, KeepViews views) {
    this.settlements = settlements;
    this.movements = movements;
    this.journal = journal;
    this.views = views;
  }

  /** Writes the versions, which the rows have not seen, in their order. */
  public Uni<Void> takeOver(Transaction transaction, List<Version> versions) {
    return settlements
        .lock(transaction, versions.stream().map(each -> each.state().reference()).toList())
        .chain(locked -> {
          Map<Reference, Settlement> before = new HashMap<>();
          locked.forEach((reference, row) -> before.put(reference, row.toState()));
          return settlements
              .writeVersions(transaction, locked, versions)
              .chain(() -> movements.write(transaction, versions.stream().map(Version::state)))
              .chain(() -> views.follow(transaction, before, versions));
        });
  }

  /**
   * Books what the states of these payments call for and nobody has published: a crash may have
   * come between a version and its entries. Gives what the caller must publish.
   */
  public Uni<List<JournalTable.Booked>> bookWhatIsOwed(
      Transaction transaction, List<Reference> references, Instant now) {
    return settlements
        .lock(transaction, references)
        .chain(
            locked -> BookedEntries.of(transaction, references).map(booked -> owed(locked, booked)))
        .chain(owed -> journal.appendNew(transaction, owed, now));
  }

  private static List<JournalEntry> owed(
      Map<Reference, SettlementRow> rows, List<BookedEntries.Dated> booked) {
    Map<Reference, List<BookedEntries.Dated>> byPayment =
        booked.stream().collect(groupingBy(each -> each.entry().name().reference()));
    return rows.values().stream()
        .flatMap(row -> owed(row, byPayment.getOrDefault(row.reference(), List.of())).stream())
        .toList();
  }

  /** What was booked after the version that is known belongs to one that will come again. */
  private static List<JournalEntry> owed(SettlementRow row, List<BookedEntries.Dated> booked) {
    return Journal.owed(
        booked.stream()
            .filter(each -> !each.bookedAt().isAfter(row.changedAt()))
            .map(BookedEntries.Dated::entry)
            .filter(TakeOverPayments::followsFromTheState)
            .toList(),
        row.toState());
  }

  private static boolean followsFromTheState(JournalEntry entry) {
    Cause cause = entry.name().cause();
    return cause != Cause.GATEWAY_FEE && cause != Cause.PAID_OUT;
  }
}
