package dev.holdfast.benchmarks;

import dev.holdfast.launcher.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param settlements of the backlog
 * @param drained time from the service's readiness, or its first word, to its last one
 * @param laterHalf settlements a second in the later half of them
 * @param plain inserts of the rows of settlements and journal
 * @param withOutbox those, and the rows that the outbox has held
 * @param paced how long each settlement took at a steady pace
 */
record SettlementFigures(
    int settlements,
    Duration drained,
    double laterHalf,
    Inserted plain,
    Inserted withOutbox,
    Paced paced) {
  private static final List<String> COLUMNS =
      List.of("what", "time", "settlements/s", "ratio to it");

  /** So many rows in so long. */
  record Inserted(long rows, Duration time) {
    Inserted plus(Inserted other) {
      return new Inserted(rows + other.rows, time.plus(other.time));
    }
  }

  /** At so many settlements a second, the microseconds of each from close to settlement. */
  @SuppressWarnings("ArrayRecordComponent") // figures are printed, never compared
  record Paced(double perSecond, long[] micros) {}

  /** Settlements a second of a drained backlog. */
  static double perSecond(int settlements, Duration time) {
    return settlements / (time.toNanos() / 1e9);
  }

  /** The service's rate as a share of the rate at which the rows alone can be inserted. */
  double ratioTo(Inserted inserted) {
    return (double) inserted.time().toNanos() / drained.toNanos();
  }

  /** The table, and a line of the latency. */
  List<String> lines() {
    TextTable table =
        new TextTable(
            COLUMNS,
            List.of(
                row("decided, booked and published", drained, ""),
                List.of("  later half", "", rate(laterHalf), ""),
                row("plain INSERT of those rows" + rows(plain), plain.time(), ratio(plain)),
                row(
                    "the same with outbox" + rows(withOutbox),
                    withOutbox.time(),
                    ratio(withOutbox))));
    String latency =
        "From session-closed to settlement published, at %s/s: p50 %s, p99 %s (%,d settlements)"
            .formatted(
                rate(paced.perSecond()),
                millis(TapFigures.percentile(paced.micros().clone(), 0.5)),
                millis(TapFigures.percentile(paced.micros().clone(), 0.99)),
                paced.micros().length);
    return Stream.concat(table.lines().stream(), Stream.of("", latency)).toList();
  }

  private List<String> row(String what, Duration time, String ratio) {
    return List.of(
        what,
        String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9),
        rate(perSecond(settlements, time)),
        ratio);
  }

  private String ratio(Inserted inserted) {
    return String.format(Locale.ROOT, "%.2f", ratioTo(inserted));
  }

  private static String rows(Inserted inserted) {
    return String.format(Locale.ROOT, " (%,d rows)", inserted.rows());
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,d", Math.round(perSecond));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
  }
}
