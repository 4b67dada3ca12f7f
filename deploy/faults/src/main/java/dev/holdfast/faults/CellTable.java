package dev.holdfast.faults;

import dev.holdfast.faults.Check.Harm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each cell came to, as a table in Markdown. */
record CellTable(List<Struck> struck, List<Difference> differences, Served served) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| target | fault | times | lost | doubled | longest time to serve again |");
    lines.add("|---|---|---|---|---|---|");
    for (Cell cell : Cell.ALL) {
      List<Struck> times = struck.stream().filter(fault -> fault.cell().equals(cell)).toList();
      if (!times.isEmpty()) {
        lines.add(
            "| %s | %s | %d | %d | %d | %s |"
                .formatted(
                    cell.target().word(),
                    cell.kind().word(),
                    times.size(),
                    count(cell, Harm.LOST),
                    count(cell, Harm.DOUBLED),
                    servedAgain(times)));
      }
    }
    return lines;
  }

  private long count(Cell cell, Harm harm) {
    return differences.stream()
        .filter(difference -> difference.check().harm() == harm)
        .filter(difference -> difference.cells().contains(cell))
        .count();
  }

  /** Until a driver who came after it had a hold, and a session closed after it was settled. */
  private String servedAgain(List<Struck> times) {
    List<Duration> took =
        times.stream().flatMap(fault -> served.againAfter(fault.mended()).stream()).toList();
    return took.stream()
        .max(Duration::compareTo)
        .map(longest -> String.format(Locale.ROOT, "%.1f s", longest.toMillis() / 1e3))
        .orElse("-");
  }
}
