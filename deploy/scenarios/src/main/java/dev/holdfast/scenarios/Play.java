package dev.holdfast.scenarios;

import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plays every payment and every complaint, and tells whether all came out as expected. */
final class Play {
  private final Stage stage;
  private final Progress progress;

  /** Will play at these doors, and tell its progress. */
  Play(Stage stage, Progress progress) {
    this.stage = stage;
    this.progress = progress;
  }

  /** Plays all rows; true when each is as expected and both journals agree. */
  boolean all() {
    Ledgers ledgers = new Ledgers(stage.frontDoor(), stage.simulator(), stage.stripe());
    Payments payments = new Payments(stage, progress, ledgers);
    payments.play();
    List<ComplaintRow> complaints = complaints();
    // Looked at not before the end: what a late duplicate had spoiled shows.
    List<Row> rows = payments.look();
    show(rows);
    explain(complaints);
    boolean reconciled = new GatewayReport(stage.frontDoor(), progress).isAsExpected(asked(rows));
    boolean sound =
        new LedgerCheck(stage, progress, ledgers)
            .passes(
                Stream.concat(
                        rows.stream().map(Row::reference),
                        complaints.stream().flatMap(row -> row.references().stream()))
                    .filter(reference -> !reference.isEmpty())
                    .toList());
    return sound
        && reconciled
        && rows.stream().allMatch(Row::isAsExpected)
        && complaints.stream().allMatch(ComplaintRow::isAsExpected);
  }

  /** The payments that a hold was asked for. */
  private List<String> asked(List<Row> rows) {
    return rows.stream()
        .map(Row::reference)
        .filter(reference -> !reference.isEmpty())
        .filter(reference -> stage.frontDoor().find("/authorizations/" + reference).isPresent())
        .toList();
  }

  private List<ComplaintRow> complaints() {
    List<ComplaintRow> rows = new ArrayList<>();
    for (Complaint complaint : Complaints.ALL) {
      long begin = System.nanoTime();
      String serial = "P68260001%05d".formatted(rows.size() + 1);
      ComplaintRow row = new Technician(stage, complaint, serial).play();
      progress.done(
          (row.trouble().isEmpty() ? "played: " : "FAILED: ") + "terminal, " + complaint.name(),
          begin);
      rows.add(row);
    }
    return rows;
  }

  private void show(List<Row> rows) {
    show("scenario", Row.RESULT_COLUMNS, rows.stream().map(Row::cells).toList());
  }

  private void explain(List<ComplaintRow> rows) {
    progress.say("");
    progress.say("Why does my terminal not work? Each cause is shown, diagnosed, and mended:");
    show("terminal", Finding.COLUMNS, rows.stream().map(ComplaintRow::cells).toList());
    for (ComplaintRow row : rows) {
      progress.say("");
      row.explanation().forEach(progress::say);
    }
  }

  private void show(String first, List<String> columns, List<List<String>> cells) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(columns);
    header.add("as expected");
    progress.say("");
    new TextTable(header, cells).lines().forEach(progress::say);
  }
}
