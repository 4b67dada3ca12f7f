package dev.holdfast.settlement.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.EntryDiffers;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The journal: entries are appended, never changed. An entry is one row, with all its lines. */
@ApplicationScoped
public class JournalTable {
  private static final String INSERT =
      """
      insert into journal_entry
        (entry_id, reference, session_id, cpo_id, cause, cause_version, booked_at, booking_day,
         accounts, sides, amounts, currencies, details)
      select entry_id, any_value(reference), any_value(session_id), any_value(cpo_id),
        any_value(cause), any_value(cause_version),
        timestamptz 'epoch' + any_value(at_micros) * interval '1 microsecond',
        cast(any_value(booking_day) as date),
        array_agg(account order by number), array_agg(side order by number),
        array_agg(minor_units order by number), array_agg(currency order by number),
        array_agg(detail order by number)
      from unnest(
          cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]), cast(?4 as text[]),
          cast(?5 as text[]), cast(?6 as text[]), cast(?7 as bigint[]), cast(?8 as text[]),
          cast(?9 as text[]), cast(?10 as text[]), cast(?11 as bigint[]), cast(?12 as text[]),
          cast(?13 as text[]))
        with ordinality as line(entry_id, reference, session_id, cpo_id, cause, cause_version,
          at_micros, booking_day, account, side, minor_units, currency, detail, number)
      group by entry_id
      """;

  private static final String OF_PAYMENTS =
      "select "
          + JournalLine.COLUMNS
          + " from journal_line where reference = any(?1) order by booked_at, entry_id, line_number";

  private final CalendarTable days;

  JournalTable(CalendarTable days) {
    this.days = days;
  }

  /** Appends entries that are not booked yet, with one statement. */
  public Uni<List<BookedEntry>> append(
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

  /**
   * Appends those of the entries that are not booked yet, each name once, and gives them.
   *
   * <p>Fails with {@link EntryDiffers} if one is booked with other lines.
   */
  public Uni<List<BookedEntry>> appendNew(
      Transaction transaction, List<JournalEntry> entries, Instant bookedAt) {
    Set<Reference> references =
        entries.stream().map(entry -> entry.name().reference()).collect(toSet());
    return of(transaction, references)
        .map(booked -> {
          var known = new HashMap<JournalEntry.Name, JournalEntry>();
          booked.forEach(each -> known.put(each.entry().name(), each.entry()));
          return entries.stream().filter(entry -> isNew(entry, known)).toList();
        })
        .chain(fresh -> append(transaction, fresh, bookedAt));
  }

  private static boolean isNew(JournalEntry entry, Map<JournalEntry.Name, JournalEntry> known) {
    JournalEntry booked = known.putIfAbsent(entry.name(), entry);
    if (booked != null && !booked.hasLinesOf(entry)) {
      throw new EntryDiffers(booked, entry);
    }
    return booked == null;
  }

  /** All entries of these payments, in the order in which they were booked. */
  public Uni<List<BookedEntry>> of(Transaction transaction, Collection<Reference> references) {
    return transaction
        .session()
        .createNativeQuery(OF_PAYMENTS, Object[].class)
        .setParameter(1, references.stream().map(Reference::value).toArray(UUID[]::new))
        .getResultList()
        .map(rows -> PostedEntry.of(rows).stream().map(PostedEntry::booked).toList());
  }

  /** Inserts entries as they were booked, whatever day is closed since. */
  public static Uni<Void> insert(Transaction transaction, List<BookedEntry> booked) {
    var lines = new ArrayList<JournalLine>();
    booked.forEach(entry -> lines.addAll(JournalLine.of(entry)));
    return lines.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery(INSERT)
            .setParameter(1, lines.stream().map(JournalLine::entryId).toArray(UUID[]::new))
            .setParameter(2, lines.stream().map(JournalLine::reference).toArray(UUID[]::new))
            .setParameter(3, texts(lines, JournalLine::sessionId))
            .setParameter(4, texts(lines, JournalLine::cpoId))
            .setParameter(5, texts(lines, JournalLine::cause))
            .setParameter(6, texts(lines, JournalLine::causeVersion))
            .setParameter(7, numbers(lines, line -> micros(line.bookedAt())))
            .setParameter(8, texts(lines, line -> line.bookingDay().toString()))
            .setParameter(9, texts(lines, JournalLine::account))
            .setParameter(10, texts(lines, JournalLine::side))
            .setParameter(11, numbers(lines, JournalLine::minorUnits))
            .setParameter(12, texts(lines, JournalLine::currency))
            .setParameter(13, texts(lines, JournalLine::detail))
            .executeUpdate()
            .invoke(written -> mustBe(booked.size(), written))
            .replaceWithVoid();
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Long[] numbers(List<JournalLine> lines, Function<JournalLine, Long> number) {
    return lines.stream().map(number).toArray(Long[]::new);
  }

  private static @Nullable String[] texts(
      List<JournalLine> lines, Function<JournalLine, @Nullable String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }

  private static void mustBe(int expected, int written) {
    if (written != expected) {
      throw new IllegalStateException(
          "The journal took " + written + " entries instead of " + expected);
    }
  }
}
