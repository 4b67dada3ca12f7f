package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stands.
 *
 * @param results how many of its lines came to what; a newer version may know more
 */
public record ReportSummary(ReportHeading heading, Standing standing, Map<String, Long> results) {
  /**
   * Where it stands.
   *
   * @param state a name of {@link ReportState}, or one that only a newer version knows
   * @param version of what a person decides on
   * @param last who booked it or booked it back last, and why; null where nobody did
   * @param progress how far it is; null where nothing is done with it
   */
  public record Standing(
      String state, long version, @Nullable Word last, @Nullable Progress progress) {}

  /**
   * All that is booked for one cause.
   *
   * @param cause a name of a cause of the journal
   * @param minorUnits their sum, as the receiver sees it
   */
  public record Sum(String cause, String currency, long entries, long minorUnits) {}
}
