package dev.holdfast.settlement.rest;

import static dev.holdfast.settlement.rest.Csv.column;

import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.postgres.JournalPages.Kept;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal as a table, a row a line; the order of the columns is a promise. */
final class JournalCsv {
  static final Csv<Row> TABLE =
      new Csv<>(
          List.of(
              column("bookingDay", row -> row.kept.booked().bookingDay()),
              column("bookedAt", row -> row.kept.booked().bookedAt()),
              column("cpoId", row -> row.entry().cpoId()),
              column("reference", row -> row.name().reference().value()),
              column("sessionId", row -> row.entry().sessionId()),
              column("entryId", row -> row.kept.entryId()),
              column("cause", row -> row.name().cause()),
              column("causeVersion", row -> row.name().version()),
              column("line", row -> row.number),
              column("account", row -> row.line().account()),
              column("side", row -> row.line().side()),
              column("amount", row -> row.line().amount().getAmount()),
              column("currency", row -> row.currency()),
              column("detail", row -> row.line().detail())));

  private JournalCsv() {}

  /** A line of an entry, by its number from 1. */
  record Row(Kept kept, int number) {
    JournalEntry entry() {
      return kept.booked().entry();
    }

    JournalEntry.Name name() {
      return entry().name();
    }

    JournalEntry.Line line() {
      return entry().lines().get(number - 1);
    }

    String currency() {
      return line().amount().getCurrencyUnit().getCode();
    }
  }

  /** The lines of an entry; of one currency, where one is asked for. */
  static Stream<Row> rows(Kept kept, @Nullable String currency) {
    return IntStream.rangeClosed(1, kept.booked().entry().lines().size())
        .mapToObj(number -> new Row(kept, number))
        .filter(row -> currency == null || row.currency().equals(currency));
  }
}
