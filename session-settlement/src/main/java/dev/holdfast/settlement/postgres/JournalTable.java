package dev.holdfast.settlement.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.delivery.Restorations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The journal: entries are appended, never changed. */
@ApplicationScoped
public class JournalTable {
  /** Lines are the most rows of all: a batch of single inserts took twice as long. */
  private static final String INSERT_LINES =
      """
      insert into journal_line
        (entry_id, line_number, account, side, minor_units, currency, detail)
      select * from unnest(
        cast(?1 as uuid[]), cast(?2 as bigint[]), cast(?3 as text[]), cast(?4 as text[]),
        cast(?5 as bigint[]), cast(?6 as text[]), cast(?7 as text[]))
      """;

  private final CalendarTable days;
  private final Restorations restorations;

  JournalTable(CalendarTable days, Restorations restorations) {
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
                .map(entry ->
                    new BookedEntry(entry, bookedAt, requireNonNull(open.get(entry.cpoId()))))
                .toList())
        .call(booked -> insert(transaction, booked));
  }

  /** Appends those of the entries that are not booked yet, each id once, and gives them. */
  public Uni<List<BookedEntry>> appendNew(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    return booked(transaction, entries.stream().map(entry -> entry.name().id()).toList())
        .map(known -> {
          var booked = new HashSet<UUID>(known);
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
        .chain(() -> insertLines(transaction, lines));
  }

  private static Uni<Void> insertLines(Transaction transaction, List<JournalLineRow> lines) {
    if (lines.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .session()
        .createNativeQuery(INSERT_LINES)
        .setParameter(1, lines.stream().map(JournalLineRow::entryId).toArray(UUID[]::new))
        .setParameter(2, numbers(lines, line -> (long) line.lineNumber()))
        .setParameter(3, texts(lines, JournalLineRow::account))
        .setParameter(4, texts(lines, JournalLineRow::side))
        .setParameter(5, numbers(lines, JournalLineRow::minorUnits))
        .setParameter(6, texts(lines, JournalLineRow::currency))
        .setParameter(7, texts(lines, JournalLineRow::detail))
        .executeUpdate()
        .invoke(written -> mustBe(lines.size(), written))
        .replaceWithVoid();
  }

  private static Long[] numbers(List<JournalLineRow> lines, Function<JournalLineRow, Long> number) {
    return lines.stream().map(number).toArray(Long[]::new);
  }

  private static @Nullable String[] texts(
      List<JournalLineRow> lines, Function<JournalLineRow, @Nullable String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }

  private static void mustBe(int expected, int written) {
    if (written != expected) {
      throw new IllegalStateException(
          "The journal took " + written + " lines instead of " + expected);
    }
  }
}
