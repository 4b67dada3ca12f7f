package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.core.report.Verdict.Transit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Holds a line of a report against what is known here. What it books does not depend on what it
 * comes to: the gateway moved that money, whoever is right. What it does not agree on stays open
 * where the payment's money is, and is told.
 */
public final class Reconciliation {
  private Reconciliation() {}

  /**
   * What is known when a line is judged.
   *
   * @param moved what moved here under its name; null where nothing is known
   * @param told what all lines of the movement come to, this one included
   * @param earlier what lines before it said of the same; null where there is none
   * @param elsewhere the CPO of a payment of that name, to which the line's account does not belong
   */
  public record Known(
      @Nullable Money moved,
      @Nullable Money told,
      @Nullable Earlier earlier,
      @Nullable String elsewhere) {}

  /** What earlier lines told of the same; what they left out is null. */
  public record Earlier(@Nullable Money fee, @Nullable String payout) {
    private boolean isPaidOut() {
      return fee != null && payout != null;
    }

    private boolean isAllOf(ReportLine line) {
      return (fee != null || line.amounts().fee() == null)
          && (payout != null || line.payout().name() == null);
    }
  }

  /** What a line comes to that is no transfer to the bank. */
  public static Verdict judge(ReportLine line, Known known) {
    Earlier earlier = known.earlier();
    Transit transit = transit(line, earlier);
    List<Cause> books = books(line, known, transit);
    String contradiction = earlier == null ? null : contradiction(line, earlier);
    if (contradiction != null) {
      return new Verdict(Result.AMOUNT_DIFFERS, contradiction, books, transit);
    }
    if (earlier != null && earlier.isAllOf(line)) {
      return new Verdict(Result.DUPLICATE, null, books, transit);
    }
    Result result = result(line, known);
    return new Verdict(result, remedy(line, known, result), books, transit);
  }

  /** The fee that was told first is booked; null where the line says nothing else. */
  private static @Nullable String contradiction(ReportLine line, Earlier earlier) {
    Money fee = line.amounts().fee();
    return fee == null || earlier.fee() == null || fee.equals(earlier.fee())
        ? null
        : "an earlier line told a fee of %s: ask the gateway which is right"
            .formatted(earlier.fee());
  }

  private static Result result(ReportLine line, Known known) {
    Money moved = known.moved();
    if (!line.kind().isOrdered()) {
      return Result.OTHER;
    }
    if (moved == null) {
      return Result.MISSING_HERE;
    }
    return moved.equals(known.told()) ? Result.MATCHED : Result.AMOUNT_DIFFERS;
  }

  private static @Nullable String remedy(ReportLine line, Known known, Result result) {
    if (known.elsewhere() != null) {
      return "the payment of this name is of CPO %s, and account %s is not: say whose the account is, or ask the gateway; what is booked of the line is no payment's"
          .formatted(known.elsewhere(), line.payout().account());
    }
    return switch (result) {
      case MATCHED ->
          line.amounts().fee() == null ? "its fee is not told: wait for a report that does" : null;
      case AMOUNT_DIFFERS ->
          "its lines come to %s, and here it is %s: ask the gateway which is right"
              .formatted(known.told(), known.moved());
      case MISSING_HERE ->
          "nothing is known of it here, and it goes to SUSPENSE: look for its payment in"
              + " payment-authorization; once it is settled, book this report back and again";
      case OTHER -> line.kind() == Kind.OTHER ? "it goes to SUSPENSE: find out what it is" : null;
      case DUPLICATE, BROKEN -> null;
    };
  }

  private static List<Cause> books(ReportLine line, Known known, @Nullable Transit transit) {
    Amounts amounts = line.amounts();
    Money fee = amounts.fee();
    Earlier earlier = known.earlier();
    var books = new ArrayList<Cause>();
    boolean isOwed = line.kind().isOrdered() && known.moved() != null;
    add(books, Cause.REPORTED, earlier == null && !isOwed && !amounts.gross().isZero());
    add(
        books,
        Cause.EXCHANGED,
        earlier == null && amounts.isExchanged() && !amounts.gross().isZero());
    boolean isNew = earlier == null || earlier.fee() == null;
    add(books, Cause.GATEWAY_FEE, isNew && fee != null && !fee.isZero());
    add(books, Cause.PAID_OUT, transit != null && !transit.amount().isZero());
    return books;
  }

  private static void add(List<Cause> books, Cause cause, boolean isToBeBooked) {
    if (isToBeBooked) {
      books.add(cause);
    }
  }

  /** Once both fee and payout are told, by whichever line. */
  private static @Nullable Transit transit(ReportLine line, @Nullable Earlier earlier) {
    Money fee = line.amounts().fee();
    String payout = line.payout().name();
    if (earlier != null) {
      fee = earlier.fee() == null ? fee : earlier.fee();
      payout = earlier.payout() == null ? payout : earlier.payout();
    }
    return fee == null || payout == null || (earlier != null && earlier.isPaidOut())
        ? null
        : new Transit(payout, line.amounts().settled().minus(fee));
  }

  /** What a transfer to the bank comes to, by what the lines of its payout put in transit. */
  public static Verdict judgePayout(ReportLine line, Money inTransit, boolean isBanked) {
    Money paid = line.amounts().settled();
    if (isBanked) {
      return new Verdict(Result.DUPLICATE, null, List.of(), null);
    }
    if (!paid.equals(inTransit)) {
      return new Verdict(
          Result.AMOUNT_DIFFERS,
          "its lines add up to %s: book the report that has the others first, or look for lines that are missing, broken, or without a fee"
              .formatted(inTransit),
          List.of(),
          null);
    }
    List<Cause> books = paid.isZero() ? List.of() : List.of(Cause.BANKED);
    return new Verdict(Result.MATCHED, null, books, null);
  }
}
