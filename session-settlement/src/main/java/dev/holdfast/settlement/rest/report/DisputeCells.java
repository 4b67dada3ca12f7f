package dev.holdfast.settlement.rest.report;

import dev.holdfast.settlement.core.report.ChargebackDeadlines;
import dev.holdfast.settlement.core.report.Dispute;
import dev.holdfast.settlement.core.report.Dispute.Answer;
import dev.holdfast.settlement.core.report.Dispute.Stage;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.text.csv.CsvTable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a line say of a chargeback. No gateway's settlement report has a column for the
 * deadline that we know of: one that somebody adds counts before what the gateway publishes.
 */
final class DisputeCells {
  private static final ChargebackDeadlines DEADLINES = read();
  private static final String SECOND = "SECONDCHARGEBACK";

  private DisputeCells() {}

  static Dispute of(Row row, String gateway, ReportLine line) {
    if (line.amounts().gross().isPositive()) {
      return new Dispute(Stage.REVERSAL, null);
    }
    return SECOND.equalsIgnoreCase(row.text("Type"))
        ? new Dispute(Stage.SECOND_CHARGEBACK, null)
        : new Dispute(Stage.CHARGEBACK, answer(row, gateway, line.time().at()));
  }

  private static @Nullable Answer answer(Row row, String gateway, @Nullable Instant toldAt) {
    Instant written = row.time("Respond By", "TimeZone").at();
    if (written != null) {
      return new Answer(written, "the report");
    }
    return toldAt == null
        ? null
        : DEADLINES.of(gateway, row.text("Payment Method"), toldAt).orElse(null);
  }

  static ChargebackDeadlines read() {
    var rows = CsvTable.ofResource(DisputeCells.class, "/chargeback-deadlines.csv").rows();
    return new ChargebackDeadlines(rows.stream().map(DisputeCells::row).toList());
  }

  private static ChargebackDeadlines.Row row(CsvTable.Row row) {
    String scheme = row.get("scheme");
    return new ChargebackDeadlines.Row(
        row.get("gateway"),
        scheme.isEmpty() ? null : scheme,
        Integer.parseInt(row.get("days")),
        LocalDate.parse(row.get("valid_from")),
        row.get("source"));
  }
}
