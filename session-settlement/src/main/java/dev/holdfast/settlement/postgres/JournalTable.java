package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Step;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journal: entries are appended, never changed. */
@ApplicationScoped
public class JournalTable implements PanacheRepositoryBase<JournalEntryRow, UUID> {

  /** An entry as it was booked. */
  public record Booked(JournalEntry entry, Instant bookedAt) {}

  /** Appends the entries of all steps: one batch for entries, one for their lines. */
  public Uni<Void> append(Transaction transaction, List<Step> steps, Instant bookedAt) {
    List<JournalEntryRow> entries = new ArrayList<>();
    List<JournalLineRow> lines = new ArrayList<>();
    for (Step step : steps) {
      for (JournalEntry entry : step.entries()) {
        entries.add(JournalEntryRow.of(entry, bookedAt));
        lines.addAll(JournalLineRow.of(entry));
      }
    }
    return SettlementTable.insert(transaction, entries)
        .chain(() -> JournalLineRow.insert(transaction, lines));
  }

  /** The entries of a payment in the order in which they were booked. */
  public Uni<List<Booked>> of(Reference reference) {
    return list("reference = ?1 order by bookedAt, cause, causeVersion", reference.value())
        .chain(this::withLines);
  }

  private Uni<List<Booked>> withLines(List<JournalEntryRow> entries) {
    List<UUID> ids = entries.stream().map(JournalEntryRow::entryId).toList();
    return getSession()
        .chain(session ->
            session
                .createQuery(
                    "from JournalLineRow where entryId in ?1 order by lineNumber",
                    JournalLineRow.class)
                .setParameter(1, ids)
                .getResultList())
        .map(lines -> join(entries, lines));
  }

  private static List<Booked> join(List<JournalEntryRow> entries, List<JournalLineRow> lines) {
    Map<UUID, List<JournalLineRow>> byEntry =
        lines.stream().collect(groupingBy(JournalLineRow::entryId));
    return entries.stream()
        .map(row -> row.booked(byEntry.getOrDefault(row.entryId(), List.of())))
        .toList();
  }
}
