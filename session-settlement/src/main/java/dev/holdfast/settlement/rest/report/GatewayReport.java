package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.report.ReportHeading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.UUID;

/** A gateway's report as somebody sent it: its id is made of its bytes. */
public final class GatewayReport {
  private final ReportHeading heading;
  private final Format format;
  private final ReportText text;

  private GatewayReport(ReportHeading heading, Format format, ReportText text) {
    this.heading = heading;
    this.format = format;
    this.text = text;
  }

  /** Looks through a file; one that is no such report at all is refused. */
  public static GatewayReport of(Format format, Path file, Instant now) {
    try {
      var heading = new ReportHeading(id(format, file), format.name(), now, now, now);
      var report = new GatewayReport(heading, format, ReportText.of(file));
      report.open().close();
      return report;
    } catch (Unacceptable unreadable) {
      var what = String.valueOf(unreadable.getMessage()).split(": ", 2);
      throw Problems.refused(what[0], "this file cannot be read", what[1]);
    }
  }

  private static UUID id(Format format, Path file) {
    var digest = NamedUuid.digest("report/" + format);
    try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return NamedUuid.of(digest);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whose it is; from when to when only its lines say. */
  public ReportHeading heading() {
    return heading;
  }

  /** The number of its last line. */
  public int lastLine() {
    return text.lastLine();
  }

  /** Begins to read it; to be closed. */
  public ReportFile open() {
    return ReportFile.open(format, text);
  }
}
