package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.JudgeReport;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.rest.report.GatewayReport;
import dev.holdfast.settlement.rest.report.ReportFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.util.List;

/** A file on disk, read on a thread that may wait for it. */
record LinesOfFile(Vertx vertx, GatewayReport report) implements JudgeReport.Source {
  @Override
  public int lastLine() {
    return report.lastLine();
  }

  @Override
  public Uni<JudgeReport.Lines> open() {
    return vertx.executeBlocking(report::open, false).map(file -> new Open(vertx, file));
  }

  private record Open(Vertx vertx, ReportFile file) implements JudgeReport.Lines {
    @Override
    public Uni<List<FileLine>> next(int most) {
      return vertx.executeBlocking(() -> file.next(most), false);
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
