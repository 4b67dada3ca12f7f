package dev.holdfast.settlement.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.delivery.Restorations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Reference;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal: entries are appended, never changed. */
@ApplicationScoped
public class JournalTable implements PanacheRepositoryBase<JournalEntryRow, UUID> {

  private final BookingDays days;
  private final Restorations restorations;

  JournalTable(BookingDays days, Restorations restorations) {
    this.days = days;
    this.restorations = restorations;
  }

  /**
   * Appends entries that are new: one batch for them, one for their lines. Where the database was
   * restored, an entry may have been taken over whose settlement is booked anew.
   */
  public Uni<List<BookedEntry>> append(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    return restorations.last().isPresent()
        ? appendNew(transaction, entries, bookedAt)
        : appendAll(transaction, entries, bookedAt);
  }

  private Uni<List<BookedEntry>> appendAll(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Set<String> cpoIds = entries.stream().map(JournalEntry::cpoId).collect(toSet());
    return days.open(transaction, cpoIds, bookedAt)
        .map(open ->
            entries.stream()
                .map(entry -> new BookedEntry(entry, bookedAt, requireNonNull(open.get(entry.cpoId()))))
                .toList())
        .call(booked -> insert(transaction, booked));
  }

  /** Appends those of the entries that are not booked yet, each id once, and gives them. */
  public Uni<List<BookedEntry>> appendNew(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    return booked(transaction, entries.stream().map(entry -> entry.name().id()).toList())
        .map(known -> {
          Set<UUID> booked = new HashSet<>(known);
          return entries.stream().filter(entry -> booked.add(entry.name().id())).toList();
        })
        .chain(fresh -> appendAll(transaction, fresh, bookedAt));
  }

  /** Those of these ids that are booked. */
  public Uni<List<UUID>> booked(Transaction transaction, Collection<UUID> ids) {
    return transaction
        .session()
        .createNativeQuery(
            "select entry_id from journal_entry where entry_id = any(?1)", UUID.class)
        .setParameter(1, ids.toArray(UUID[]::new))
        .getResultList();
  }

  /** Inserts entries as they were booked, whatever day is closed since. */
  public static Uni<Void> insert(Transaction transaction, List<BookedEntry> booked) {
    List<JournalEntryRow> entries = booked.stream().map(JournalEntryRow::of).toList();
    List<JournalLineRow> lines =
        booked.stream().flatMap(one -> JournalLineRow.of(one.entry()).stream()).toList();
    return SettlementTable.insert(transaction, entries)
        .chain(() -> JournalLineRow.insert(transaction, lines));
  }

  /** The entries of a payment in the order in which they were booked. */
  public Uni<List<PostedEntry>> of(Reference reference) {
    return list("reference = ?1 order by bookedAt, cause, causeVersion", reference.value())
        .chain(entries -> getSession().chain(session -> withLines(session, entries)));
  }

  /** The entries with all their lines, in their order. */
  static Uni<List<PostedEntry>> withLines(Mutiny.Session session, List<JournalEntryRow> entries) {
    return session
        .createNativeQuery(
            "select * from journal_line where entry_id = any(?1) order by line_number",
            JournalLineRow.class)
        .setParameter(1, entries.stream().map(JournalEntryRow::entryId).toArray(UUID[]::new))
        .getResultList()
        .map(lines -> join(entries, lines));
  }

  private static List<PostedEntry> join(List<JournalEntryRow> entries, List<JournalLineRow> lines) {
    Map<UUID, List<JournalLineRow>> byEntry =
        lines.stream().collect(groupingBy(JournalLineRow::entryId));
    return entries.stream()
        .map(row -> new PostedEntry(row, byEntry.getOrDefault(row.entryId(), List.of())))
        .toList();
  }
}
