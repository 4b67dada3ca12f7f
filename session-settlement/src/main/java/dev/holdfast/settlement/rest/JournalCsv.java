package dev.holdfast.settlement.rest;

import static dev.holdfast.settlement.rest.Csv.amount;
import static dev.holdfast.settlement.rest.Csv.column;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.ShowJournal.Entry;
import dev.holdfast.settlement.ShowJournal.Line;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal as a table, a row a line; the order of the columns is a promise. */
final class JournalCsv {
  static final String EXAMPLE =
      """
      bookingDay,bookedAt,cpoId,reference,sessionId,entryId,cause,causeVersion,line,account,side,amount,currency,detail
      2026-06-01,2026-06-01T09:02:11Z,NL-HLD,019ac2b4-6a3c-7d20-9c52-3f6a1be0c111,session-77,5b0a7e0e-8d0f-5f0e-9a35-0f6f0f5f1c11,SHORTFALL,1,1,OVERAGE_RECEIVABLE,DEBIT,10.00,EUR,
      """;

  static final Csv<Row> TABLE =
      new Csv<>(
          List.of(
              column("bookingDay", row -> row.entry().bookingDay()),
              column("bookedAt", row -> row.entry().bookedAt()),
              column("cpoId", row -> row.entry().cpoId()),
              column("reference", row -> row.entry().reference().value()),
              column("sessionId", row -> row.entry().sessionId()),
              column("entryId", row -> row.entry().entryId()),
              column("cause", row -> row.entry().cause()),
              column("causeVersion", row -> row.entry().causeVersion()),
              column("line", row -> row.number),
              column("account", row -> row.line().account()),
              column("side", row -> row.line().side()),
              column("amount", row -> amount(row.money())),
              column("currency", row -> row.line().currency()),
              column("detail", row -> row.line().detail())));

  private JournalCsv() {}

  /** A line of an entry, by its number from 1. */
  record Row(Entry entry, int number) {
    Line line() {
      return entry.lines().get(number - 1);
    }

    Amount money() {
      return new Amount(line().minorUnits(), line().currency());
    }
  }

  /** The lines of an entry; of one currency, where one is asked for. */
  static Stream<Row> rows(Entry entry, @Nullable String currency) {
    return IntStream.rangeClosed(1, entry.lines().size())
        .mapToObj(number -> new Row(entry, number))
        .filter(row -> currency == null || row.line().currency().equals(currency));
  }
}
