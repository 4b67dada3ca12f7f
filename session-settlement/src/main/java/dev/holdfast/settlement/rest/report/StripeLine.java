package dev.holdfast.settlement.rest.report;

import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Names;
import dev.holdfast.settlement.core.report.ReportLine.Payout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A balance transaction of Stripe's: docs.stripe.com/reports/report-types/payout-reconciliation and
 * docs.stripe.com/reports/reporting-categories.
 */
final class StripeLine {
  private StripeLine() {}

  static ReportLine read(Row row) {
    Kind kind = kind(row.needed("reporting_category"));
    CurrencyUnit currency = row.currency("currency");
    Money moved = row.amount("gross", currency);
    // A payout leaves the balance, and comes to the bank.
    Money settled = kind == Kind.PAYOUT ? moved.negated() : moved;
    Money fee = row.fee("fee", kind, currency);
    return new ReportLine(
        kind,
        new Names(names(row, kind), row.needed("balance_transaction_id")),
        new Amounts(presented(row, settled), settled, fee),
        new Payout(null, payout(row, kind)),
        row.time(row.text("created_utc") == null ? "created" : "created_utc", ""));
  }

  private static Kind kind(String category) {
    return switch (category.toLowerCase(Locale.ROOT)) {
      case "charge", "charge_failure", "partial_capture_reversal" -> Kind.CAPTURE;
      case "refund", "refund_failure" -> Kind.REFUND;
      case "payout" -> Kind.PAYOUT;
      case "dispute", "dispute_reversal" -> Kind.CHARGEBACK;
      case "fee", "network_cost", "tax" -> Kind.CHARGE;
      case "risk_reserved_funds",
          "payment_network_reserved_funds",
          "connect_reserved_funds",
          "minimum_balance_hold",
          "payout_minimum_balance_hold",
          "payout_minimum_balance_release" ->
          Kind.RESERVE;
      default -> Kind.OTHER;
    };
  }

  private static List<String> names(Row row, Kind kind) {
    return kind == Kind.REFUND
        ? row.texts("refund_id", "source_id")
        : row.texts("payment_intent_id", "charge_id", "source_id");
  }

  /** What the card holder sees: the balance may be in another currency. */
  private static Money presented(Row row, Money settled) {
    String code = row.text("customer_facing_currency");
    if (code == null || row.text("customer_facing_amount") == null) {
      return settled;
    }
    CurrencyUnit currency = row.currency("customer_facing_currency");
    if (currency.equals(settled.getCurrencyUnit())) {
      return settled;
    }
    Money amount = row.amount("customer_facing_amount", currency).abs();
    return settled.isNegative() ? amount.negated() : amount;
  }

  private static @Nullable String payout(Row row, Kind kind) {
    return Optional.ofNullable(row.text("automatic_payout_id"))
        .or(() -> Optional.ofNullable(row.text("payout_id")))
        .or(() ->
            kind == Kind.PAYOUT ? Optional.ofNullable(row.text("source_id")) : Optional.empty())
        .orElse(null);
  }
}
