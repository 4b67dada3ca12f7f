package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/** The settlement report of a gateway: which columns it has, and what they say. */
public enum Format {
  /** Payter's transaction export. Nothing public describes its columns: these are assumed. */
  PAYTER(
      PayterLine::read,
      "send the export with a header",
      "session_id",
      "type",
      "currency",
      "amount"),

  /** Adyen's settlement details report. */
  ADYEN(
      AdyenLine::read,
      "send the settlement details report with its header",
      "Psp Reference",
      "Type",
      "Gross Currency",
      "Gross Debit (GC)",
      "Gross Credit (GC)"),

  /** Stripe's itemized payout reconciliation report, or one of its balance reports. */
  STRIPE(
      StripeLine::read,
      "tick it among the columns when you download the report: it is not there by default",
      "reporting_category",
      "currency",
      "gross",
      "fee",
      "balance_transaction_id",
      "payment_intent_id",
      "automatic_payout_id or payout_id");

  @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
  private final Function<Row, ReportLine> reading;

  private final String remedy;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of is not changed once made
  private final List<String> required;

  Format(Function<Row, ReportLine> reading, String remedy, String... required) {
    this.reading = reading;
    this.remedy = remedy;
    this.required = List.of(required);
  }

  /** The columns without which a file says nothing; of "one or another" either will do. */
  List<String> required() {
    return required;
  }

  /** How to mend a file that has not all of them. */
  String remedy() {
    return remedy;
  }

  /** What a line says; refused with the column and the remedy where it cannot be understood. */
  ReportLine read(Row row) {
    ReportLine line = reading.apply(row);
    Money fee = line.amounts().fee();
    // Nobody pays for taking money from a card: such a fee is written with the wrong sign.
    boolean isTaken = line.kind() == Kind.CAPTURE && line.amounts().gross().isPositive();
    if (isTaken && fee != null && fee.isNegative()) {
      throw new Unacceptable(
          "fee: %s is below zero for money that was taken; write what is kept above zero"
              .formatted(fee));
    }
    return line.kind() == Kind.CHARGEBACK
        ? line.disputed(DisputeCells.of(row, name(), line))
        : line;
  }
}
