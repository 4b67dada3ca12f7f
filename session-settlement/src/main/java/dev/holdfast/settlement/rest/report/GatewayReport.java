package dev.holdfast.settlement.rest.report;

import static java.util.Comparator.naturalOrder;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.Reconciliation;
import dev.holdfast.settlement.core.report.Reconciliation.Covered;
import dev.holdfast.settlement.core.report.ReportHeading;
import java.time.Instant;
import java.util.List;

/** A gateway's report as somebody sent it: its id is made of its bytes. */
public record GatewayReport(ReportHeading heading, List<FileLine> lines) {
  /** Reads a file; one that is no such report at all is refused. */
  public static GatewayReport read(Format format, byte[] file, Instant now) {
    var lines = lines(format, file);
    return new GatewayReport(heading(format, file, lines, now), lines);
  }

  private static List<FileLine> lines(Format format, byte[] file) {
    try {
      return ReportFile.read(format, file);
    } catch (Unacceptable unreadable) {
      var what = String.valueOf(unreadable.getMessage()).split(": ", 2);
      throw Problems.refused(what[0], "this file cannot be read", what[1]);
    }
  }

  private static ReportHeading heading(
      Format format, byte[] file, List<FileLine> lines, Instant now) {
    var covered = Reconciliation.covered(lines);
    return new ReportHeading(
        NamedUuid.of("report/" + format, file),
        format.name(),
        now,
        covered.stream().map(Covered::from).min(naturalOrder()).orElse(now),
        covered.stream().map(Covered::to).max(naturalOrder()).orElse(now));
  }
}
