package dev.holdfast.settlement.rest.report;

import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Names;
import dev.holdfast.settlement.core.report.ReportLine.Payout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of Adyen's settlement details report:
 * docs.adyen.com/reporting/settlement-reconciliation/transaction-level/settlement-details-report.
 * The page calls Settled a credit, and its sample of 2023 has it in the debit column: so the type
 * says which way money went, and the side that is filled how much.
 */
final class AdyenLine {
  /** What their types say: what they are, and whether money comes in. */
  private static final Map<String, Type> TYPES =
      Map.ofEntries(
          Map.entry("SETTLED", new Type(Kind.CAPTURE, Way.IN)),
          Map.entry("SETTLEDREVERSED", new Type(Kind.CAPTURE, Way.OUT)),
          Map.entry("REFUNDED", new Type(Kind.REFUND, Way.OUT)),
          Map.entry("REFUNDEDREVERSED", new Type(Kind.REFUND, Way.IN)),
          Map.entry("CHARGEBACK", new Type(Kind.CHARGEBACK, Way.OUT)),
          Map.entry("SECONDCHARGEBACK", new Type(Kind.CHARGEBACK, Way.OUT)),
          Map.entry("CHARGEBACKREVERSED", new Type(Kind.CHARGEBACK, Way.IN)),
          Map.entry("FEE", new Type(Kind.CHARGE, Way.AS_WRITTEN)),
          Map.entry("PAYMENTCOST", new Type(Kind.CHARGE, Way.AS_WRITTEN)),
          Map.entry("MISCCOSTS", new Type(Kind.CHARGE, Way.AS_WRITTEN)),
          Map.entry("INVOICEDEDUCTION", new Type(Kind.CHARGE, Way.AS_WRITTEN)),
          Map.entry("RESERVEADJUSTMENT", new Type(Kind.RESERVE, Way.AS_WRITTEN)),
          Map.entry("DEPOSITCORRECTION", new Type(Kind.RESERVE, Way.AS_WRITTEN)),
          Map.entry("MERCHANTPAYOUT", new Type(Kind.PAYOUT, Way.IN)));

  private static final Type UNKNOWN = new Type(Kind.OTHER, Way.AS_WRITTEN);

  private static final List<String> FEES =
      List.of("Commission (NC)", "Markup (NC)", "Scheme Fees (NC)", "Interchange (NC)");

  private AdyenLine() {}

  private enum Way {
    IN,
    OUT,
    /** Its side says it. */
    AS_WRITTEN
  }

  private record Type(Kind kind, Way way) {}

  static ReportLine read(Row row) {
    Type type = TYPES.getOrDefault(row.needed("Type").toUpperCase(Locale.ROOT), UNKNOWN);
    return new ReportLine(
        type.kind,
        new Names(names(row, type.kind), null),
        amounts(row, type),
        new Payout(row.text("Merchant Account"), row.text("Batch Number")),
        row.time("Creation Date", "TimeZone"));
  }

  private static List<String> names(Row row, Kind kind) {
    return switch (kind) {
      case REFUND -> row.texts("Modification Reference");
      case CHARGEBACK -> row.texts("Psp Reference", "Modification Reference");
      case CAPTURE, PAYOUT, CHARGE, RESERVE, OTHER ->
          row.texts("Modification Reference", "Psp Reference");
    };
  }

  private static Amounts amounts(Row row, Type type) {
    String code = row.text("Gross Currency");
    CurrencyUnit currency = row.currency(code == null ? "Net Currency" : "Gross Currency");
    Money size =
        code == null ? null : row.filled("Gross Debit (GC)", "Gross Credit (GC)", currency);
    return size == null || type.kind == Kind.PAYOUT ? ofNet(row, type) : ofBoth(row, type, size);
  }

  /** A fee of Adyen's own, a correction, a payout: nothing was taken from a card. */
  private static Amounts ofNet(Row row, Type type) {
    CurrencyUnit currency =
        row.currency(row.text("Net Currency") == null ? "Gross Currency" : "Net Currency");
    Money net = difference(row, "Net", currency);
    return Amounts.of(type.kind == Kind.PAYOUT ? net.abs() : net, Money.zero(currency));
  }

  private static Amounts ofBoth(Row row, Type type, Money size) {
    Money written = difference(row, "Gross", size.getCurrencyUnit());
    Money gross =
        switch (type.way) {
          case IN -> size;
          case OUT -> size.negated();
          case AS_WRITTEN -> written;
        };
    Money net = net(row, gross.equals(written) ? Way.AS_WRITTEN : type.way);
    if (net == null) {
      return Amounts.of(gross, null);
    }
    if (net.isSameCurrency(gross)) {
      return Amounts.of(gross, gross.minus(net));
    }
    Money fee =
        Money.total(
            net.getCurrencyUnit(),
            FEES.stream().map(column -> row.amount(column, net.getCurrencyUnit())).toList());
    return new Amounts(gross, net.plus(fee), fee);
  }

  /**
   * Less than nothing may be left of a small amount. Where the gross amount is on the other side
   * than its type says, the side of the net amount says nothing, either.
   */
  private static @Nullable Money net(Row row, Way way) {
    if (row.text("Net Currency") == null
        || (row.text("Net Credit (NC)") == null && row.text("Net Debit (NC)") == null)) {
      return null;
    }
    Money net = difference(row, "Net", row.currency("Net Currency"));
    return switch (way) {
      case IN -> net.abs();
      case OUT -> net.abs().negated();
      case AS_WRITTEN -> net;
    };
  }

  private static Money difference(Row row, String which, CurrencyUnit currency) {
    String unit = which.equals("Net") ? "NC" : "GC";
    return row.amount("%s Credit (%s)".formatted(which, unit), currency)
        .minus(row.amount("%s Debit (%s)".formatted(which, unit), currency));
  }
}
