package dev.holdfast.settlement.rest.report;

import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The settlement report of a gateway: which columns it has, and what they say. */
public enum Format {
  /** Payter's transaction export. Nothing public describes its columns: these are assumed. */
  PAYTER("session_id", "type", "currency", "amount") {
    @Override
    ReportLine read(Row row) {
      Kind kind =
          switch (row.needed("type").toUpperCase(Locale.ROOT)) {
            case "CAPTURE", "COMMIT", "SALE" -> Kind.CAPTURE;
            case "REFUND" -> Kind.REFUND;
            case "PAYOUT" -> Kind.PAYOUT;
            default -> Kind.OTHER;
          };
      CurrencyUnit currency = row.currency("currency");
      Money amount = row.amount("amount", currency);
      // Whether refunds are written with a sign is not known: below zero they are here.
      Money gross = kind == Kind.REFUND ? amount.abs().negated() : amount;
      return new ReportLine(
          kind,
          kind == Kind.REFUND ? row.texts("refund_id") : row.texts("session_id"),
          new Amounts(gross, fee(kind, row.amountIfTold("fee", currency), gross)),
          row.text("payout_id"),
          row.time("date", "time_zone"));
    }
  },

  /**
   * Adyen's settlement details report: docs.adyen.com/reporting/settlement-reconciliation,
   * transaction level.
   */
  ADYEN("Psp Reference", "Type", "Gross Currency", "Gross Debit (GC)", "Gross Credit (GC)") {
    @Override
    ReportLine read(Row row) {
      Kind kind =
          switch (row.needed("Type").toUpperCase(Locale.ROOT)) {
            case "SETTLED" -> Kind.CAPTURE;
            case "REFUNDED" -> Kind.REFUND;
            case "MERCHANTPAYOUT" -> Kind.PAYOUT;
            default -> Kind.OTHER;
          };
      boolean ofNet = kind == Kind.PAYOUT || row.text("Gross Currency") == null;
      CurrencyUnit currency = row.currency(ofNet ? "Net Currency" : "Gross Currency");
      Money net = difference(row, currency, "Net Credit (NC)", "Net Debit (NC)");
      Money gross =
          ofNet ? net : difference(row, currency, "Gross Credit (GC)", "Gross Debit (GC)");
      return new ReportLine(
          kind,
          kind == Kind.REFUND
              ? row.texts("Modification Reference")
              : row.texts("Modification Reference", "Psp Reference"),
          new Amounts(gross, fee(kind, keptOf(row, gross, net), gross)),
          row.text("Batch Number"),
          row.time("Creation Date", "TimeZone"));
    }
  },

  /** Stripe's itemized payout reconciliation: docs.stripe.com/reports/payout-reconciliation. */
  STRIPE("reporting_category", "currency", "gross", "fee") {
    @Override
    ReportLine read(Row row) {
      Kind kind =
          switch (row.needed("reporting_category").toLowerCase(Locale.ROOT)) {
            case "charge" -> Kind.CAPTURE;
            case "refund" -> Kind.REFUND;
            case "payout" -> Kind.PAYOUT;
            default -> Kind.OTHER;
          };
      CurrencyUnit currency = row.currency("currency");
      Money gross = row.amount("gross", currency);
      Instant created = row.time("created_utc", "");
      return new ReportLine(
          kind,
          kind == Kind.REFUND
              ? row.texts("refund_id", "source_id")
              : row.texts("payment_intent_id", "charge_id", "source_id"),
          new Amounts(gross, fee(kind, row.amountIfTold("fee", currency), gross)),
          row.text("automatic_payout_id"),
          created == null ? row.time("created", "") : created);
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a List.of is not changed once made
  private final List<String> required;

  Format(String... required) {
    this.required = List.of(required);
  }

  /** Whose terminals its payments were made at; null: Adyen moves money for those of any vendor. */
  public @Nullable String vendor() {
    return this == ADYEN ? null : name();
  }

  /** The columns without which a file says nothing. */
  List<String> required() {
    return required;
  }

  /** What a line says; refused with the column and the remedy where it cannot be understood. */
  abstract ReportLine read(Row row);

  /** What is not told is not known where money moved; nothing is kept of anything else. */
  private static @Nullable Money fee(Kind kind, @Nullable Money told, Money gross) {
    boolean hasMoved = kind == Kind.CAPTURE || kind == Kind.REFUND;
    return told != null || hasMoved ? told : Money.zero(gross.getCurrencyUnit());
  }

  /** What Adyen keeps is what it does not pay out: it splits that into many columns. */
  private static @Nullable Money keptOf(Row row, Money gross, Money net) {
    boolean isTold = row.text("Net Credit (NC)") != null || row.text("Net Debit (NC)") != null;
    boolean isSame = gross.getCurrencyUnit().getCode().equalsIgnoreCase(row.text("Net Currency"));
    return isTold && isSame ? gross.minus(net) : null;
  }

  private static Money difference(Row row, CurrencyUnit currency, String plus, String minus) {
    return row.amount(plus, currency).minus(row.amount(minus, currency));
  }
}
