package dev.holdfast.settlement.rest.report;

import static java.util.Comparator.naturalOrder;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    List<Instant> times = lines.stream().flatMap(line -> time(line).stream()).toList();
    return new ReportHeading(
        NamedUuid.of("report/" + format, file),
        format.name(),
        now,
        times.stream().min(naturalOrder()).orElse(now),
        times.stream().max(naturalOrder()).orElse(now));
  }

  private static Optional<Instant> time(FileLine line) {
    return switch (line) {
      case FileLine.Broken broken -> Optional.empty();
      case FileLine.Parsed(int _, ReportLine said) -> Optional.ofNullable(said.time().at());
    };
  }
}
