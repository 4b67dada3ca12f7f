package dev.holdfast.settlement.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.Reference;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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

  JournalTable(BookingDays days) {
    this.days = days;
  }

  /** An entry as it was booked, and the day of its CPO on which it counts. */
  public record Booked(JournalEntry entry, Instant bookedAt, LocalDate bookingDay) {}

  /** An entry as the table has it, with all its lines in their order. */
  public record Posted(JournalEntryRow entry, List<JournalLineRow> lines) {
    /**
     * The entry as it was booked.
     *
     * @throws WrittenByNewer if its cause or an account is one that this version does not know
     */
    public Booked booked() {
      return entry.booked(lines);
    }
  }

  /** Appends entries that are new: one batch for them, one for their lines. */
  public Uni<List<Booked>> append(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Set<String> cpoIds = entries.stream().map(JournalEntry::cpoId).collect(toSet());
    return days.open(transaction, cpoIds, bookedAt)
        .map(open ->
            entries.stream()
                .map(entry -> new Booked(entry, bookedAt, requireNonNull(open.get(entry.cpoId()))))
                .toList())
        .call(booked -> insert(transaction, booked));
  }

  /** Appends those of the entries that are not booked yet, each id once, and gives them. */
  public Uni<List<Booked>> appendNew(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    return transaction
        .session()
        .createNativeQuery(
            "select entry_id from journal_entry where entry_id = any(?1)", UUID.class)
        .setParameter(1, entries.stream().map(entry -> entry.name().id()).toArray(UUID[]::new))
        .getResultList()
        .map(known -> {
          Set<UUID> booked = new HashSet<>(known);
          return entries.stream().filter(entry -> booked.add(entry.name().id())).toList();
        })
        .chain(fresh -> append(transaction, fresh, bookedAt));
  }

  private static Uni<Void> insert(Transaction transaction, List<Booked> booked) {
    List<JournalEntryRow> entries = booked.stream().map(JournalEntryRow::of).toList();
    List<JournalLineRow> lines =
        booked.stream().flatMap(one -> JournalLineRow.of(one.entry()).stream()).toList();
    return SettlementTable.insert(transaction, entries)
        .chain(() -> JournalLineRow.insert(transaction, lines));
  }

  /** The entries of a payment in the order in which they were booked. */
  public Uni<List<Posted>> of(Reference reference) {
    return list("reference = ?1 order by bookedAt, cause, causeVersion", reference.value())
        .chain(entries -> getSession().chain(session -> withLines(session, entries)));
  }

  /** The entries with all their lines, in their order. */
  static Uni<List<Posted>> withLines(Mutiny.Session session, List<JournalEntryRow> entries) {
    return session
        .createNativeQuery(
            "select * from journal_line where entry_id = any(?1) order by line_number",
            JournalLineRow.class)
        .setParameter(1, entries.stream().map(JournalEntryRow::entryId).toArray(UUID[]::new))
        .getResultList()
        .map(lines -> join(entries, lines));
  }

  private static List<Posted> join(List<JournalEntryRow> entries, List<JournalLineRow> lines) {
    Map<UUID, List<JournalLineRow>> byEntry =
        lines.stream().collect(groupingBy(JournalLineRow::entryId));
    return entries.stream()
        .map(row -> new Posted(row, byEntry.getOrDefault(row.entryId(), List.of())))
        .toList();
  }
}
