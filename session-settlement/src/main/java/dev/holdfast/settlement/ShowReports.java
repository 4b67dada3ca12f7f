package dev.holdfast.settlement;

import dev.holdfast.settlement.core.report.JudgedLine;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportSummary;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.postgres.ReportPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the gateways' reports that were read, and what became of their lines. */
@ApplicationScoped
public class ShowReports {
  private final ReportPages pages;

  ShowReports(ReportPages pages) {
    this.pages = pages;
  }

  /** The report of that id. */
  public Uni<Optional<ReportSummary>> one(UUID id) {
    return pages.find(id);
  }

  /** At most so many behind that place, or the first ones; those read last first. */
  public Uni<List<ReportSummary>> list(ReportHeading.@Nullable Place after, int most) {
    return pages.after(after, most);
  }

  /** What is booked for a report, or would be. */
  public Uni<List<ReportSummary.Sum>> sums(UUID id) {
    return pages.sums(id);
  }

  /** At most so many lines of a report behind that one; null: of any result. */
  public Uni<List<JudgedLine>> lines(UUID id, @Nullable Result result, int after, int most) {
    return pages.lines(id, result, after, most);
  }
}
