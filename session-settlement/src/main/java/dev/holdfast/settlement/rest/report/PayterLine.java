package dev.holdfast.settlement.rest.report;

import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Names;
import dev.holdfast.settlement.core.report.ReportLine.Payout;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A line of Payter's transaction export. Nothing public describes it: all of this is assumed. */
final class PayterLine {
  private PayterLine() {}

  static ReportLine read(Row row) {
    Kind kind = kind(row.needed("type"));
    CurrencyUnit currency = row.currency("currency");
    Money amount = row.amount("amount", currency);
    // Whether refunds are written with a sign is not known: below zero they are here.
    Money gross = kind == Kind.REFUND ? amount.abs().negated() : amount;
    return new ReportLine(
        kind,
        new Names(row.texts(kind == Kind.REFUND ? "refund_id" : "session_id"), null),
        Amounts.of(gross, row.fee("fee", kind, currency)),
        new Payout(null, row.text("payout_id")),
        row.time("date", "time_zone"));
  }

  private static Kind kind(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "CAPTURE", "COMMIT", "SALE" -> Kind.CAPTURE;
      case "REFUND" -> Kind.REFUND;
      case "PAYOUT" -> Kind.PAYOUT;
      case "CHARGEBACK" -> Kind.CHARGEBACK;
      case "FEE", "SUBSCRIPTION" -> Kind.CHARGE;
      default -> Kind.OTHER;
    };
  }
}
