package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.JudgedLine;
import dev.holdfast.settlement.core.report.JudgedLine.Booked;
import dev.holdfast.settlement.core.report.JudgedLine.Said;
import dev.holdfast.settlement.core.report.LineEntries;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Names;
import dev.holdfast.settlement.core.report.ReportLine.Payout;
import dev.holdfast.settlement.core.report.ReportLine.Time;
import dev.holdfast.settlement.core.report.StoredLine.Owner;
import dev.holdfast.settlement.core.report.Verdict;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.core.report.Verdict.Transit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of a line of a report that was understood, as every query of it reads them. */
final class LineColumns {
  /** Of the table by the name of l. */
  static final String ALL =
      """
      l.line_number, l.kind, l.names[1], l.account, l.payout, l.currency, l.minor_units,
        l.settled_currency, l.settled_minor_units, l.fee_minor_units, l.entry_reference, l.cpo_id,
        l.result, l.remedy, l.books, l.transit_payout, l.transit_minor_units
      """;

  /** It is not kept: nothing is decided by it. */
  private static final Time NO_TIME = new Time(null, null);

  /** How many they are: further columns of a query follow. */
  static final int COUNT = 17;

  private final Object[] row;

  LineColumns(Object[] row) {
    this.row = row;
  }

  int number() {
    return ((Number) row[0]).intValue();
  }

  ReportLine said() {
    var kind = StateText.constant(place(), Kind.class, "kind", (String) row[1]);
    String name = text(2);
    var names = new Names(name == null ? List.of() : List.of(name), null);
    var amounts = new Amounts(money(5, 6), money(7, 8), row[9] == null ? null : money(7, 9));
    return new ReportLine(kind, names, amounts, new Payout(text(3), text(4)), NO_TIME);
  }

  Owner owner() {
    return new Owner(new Reference((UUID) row[10]), text(11));
  }

  Verdict verdict() {
    var result = StateText.constant(place(), Result.class, "result", (String) row[12]);
    String books = (String) row[14];
    List<Cause> causes =
        Stream.of(books.split(" "))
            .filter(cause -> !cause.isEmpty())
            .map(cause -> StateText.constant(place(), Cause.class, "books", cause))
            .toList();
    String payout = text(15);
    Transit transit = payout == null ? null : new Transit(payout, money(7, 16));
    return new Verdict(result, text(13), causes, transit);
  }

  /** As people look at it; the payment's reference stands behind. */
  JudgedLine judged() {
    String result = (String) row[12];
    UUID reference = (UUID) row[COUNT];
    if (row[1] == null) {
      return new JudgedLine(number(), result, text(13), null, new Booked(reference, List.of()));
    }
    try {
      var said = said();
      Amounts amounts = said.amounts();
      var shown =
          new Said(said.kind().name(), text(2), amounts.gross(), amounts.fee(), said.payout());
      // Nobody is asked to book it yet, so it has no name.
      var preview = new LineEntries(owner().reference(), "", "");
      List<JournalEntry> entries = preview.of(said, verdict(), reference != null);
      return new JudgedLine(number(), result, text(13), shown, new Booked(reference, entries));
    } catch (WrittenByNewer newer) {
      return new JudgedLine(number(), result, text(13), null, new Booked(reference, List.of()));
    }
  }

  @Nullable String text(int column) {
    return (String) row[column];
  }

  Money money(int currency, int minorUnits) {
    return Money.ofMinor(
        CurrencyUnit.of((String) row[currency]), ((Number) row[minorUnits]).longValue());
  }

  private String place() {
    return "line %d of a report".formatted(number());
  }
}
