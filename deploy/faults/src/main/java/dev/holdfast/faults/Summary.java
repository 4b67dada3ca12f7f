package dev.holdfast.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a drill came to, in lines. */
record Summary(Options options, Load load, Served served, List<Struck> struck, Duration took) {

  /**
   * The table of cells, what was found, and the verdict with the seed as the last line.
   *
   * @param reports how many settlement reports were taken
   */
  List<String> lines(List<Difference> differences, Verdict verdict, int reports) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(new CellTable(struck, differences, served).lines());
    lines.add("");
    lines.addAll(verdict.lines());
    List<Payment> payments = load.payments();
    lines.add(
        "%d payments, %d told a reference, %d closed; %d drivers found no free terminal; %d reports"
            .formatted(
                payments.size(),
                payments.stream().filter(payment -> payment.reference() != null).count(),
                payments.stream().filter(Payment::isClosed).count(),
                load.turnedAway(),
                reports));
    lines.add(
        "Seed %d, %d:%02d minutes: %s"
            .formatted(
                options.seed(),
                took.toMinutes(),
                took.toSecondsPart(),
                verdict.isGood()
                    ? "everything is as expected."
                    : "NOT as expected, caught by " + verdict.caughtBy() + "."));
    return lines;
  }
}
