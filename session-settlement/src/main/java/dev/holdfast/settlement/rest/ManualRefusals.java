package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.journal.AccountKind;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualFilter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is refused of entries that a person wants booked: which field, what, and how to mend it. */
final class ManualRefusals {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final String LINES = "lines";

  private ManualRefusals() {}

  /** Unless all of them are on accounts of money, and debits are credits. */
  static void refuse(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String account = lines.get(i).account().name();
      if (AccountKind.of(account).filter(kind -> kind != AccountKind.MEMO).isEmpty()) {
        throw Problems.refused(
            "lines[%d].account".formatted(i),
            account + " holds no money",
            "send an account that GET /trial-balance shows");
      }
    }
    lines.stream()
        .map(line -> line.amount().getCurrencyUnit())
        .distinct()
        .forEach(currency -> balance(lines, currency));
  }

  private static void balance(List<Line> lines, CurrencyUnit currency) {
    Money debits = sum(lines, currency, Side.DEBIT);
    Money credits = sum(lines, currency, Side.CREDIT);
    if (!debits.isEqual(credits)) {
      throw Problems.of(
              UNPROCESSABLE,
              "Entry does not balance",
              LINES,
              "debits are %s, and credits %s".formatted(debits, credits),
              "send lines whose debits are their credits in each currency")
          .build();
    }
  }

  private static Money sum(List<Line> lines, CurrencyUnit currency, Side side) {
    return lines.stream()
        .filter(line -> line.side() == side && line.amount().getCurrencyUnit().equals(currency))
        .map(Line::amount)
        .reduce(Money.zero(currency), Money::plus);
  }

  static HttpProblem linesOrReversal() {
    return Problems.refused(
        "reverses",
        "comes with lines or a CPO of its own",
        "send either cpo and lines, or reverses alone");
  }

  static HttpProblem missing(String field) {
    return Problems.refused(
        field, "is missing", "send cpo and lines, or reverses to take an entry back");
  }

  static HttpProblem unknown(UUID entry) {
    return Problems.of(
            NOT_FOUND,
            "Unknown entry",
            "entry",
            "nobody has asked for an entry with the id " + entry,
            "send an id of GET /manual-entries")
        .build();
  }

  static HttpProblem notReversible(UUID entry) {
    return Problems.of(
            UNPROCESSABLE,
            "Not reversible",
            "reverses",
            "%s is no entry that a person has booked, or takes one back itself".formatted(entry),
            "send the id of one of GET /manual-entries?state=BOOKED that reverses none")
        .build();
  }

  static HttpProblem reversedAlready() {
    return Problems.of(
            CONFLICT,
            "Reversed already",
            "reverses",
            "another entry takes it back, or waits to",
            "see GET /manual-entries; reject the one that waits, or leave it")
        .build();
  }

  static HttpProblem dayNotOpen(BookingCalendar calendar) {
    return Problems.of(
            CONFLICT,
            "Day not open",
            "bookingDay",
            Optional.ofNullable(calendar.closedThrough())
                    .map(day -> "all is closed up to " + day)
                    .orElse("nothing is closed")
                + ", and only days of the last year that have begun are open",
            "leave bookingDay out to book on the day that is open; reject an entry that waits for"
                + " a day that was closed, and ask for it anew")
        .build();
  }

  static HttpProblem decided(ManualEntry entry) {
    return Problems.of(
            CONFLICT,
            "Not possible",
            "entry",
            "it is " + ManualFilter.Standing.of(entry),
            "ask for another entry; a booked one can be reversed by one")
        .build();
  }
}
