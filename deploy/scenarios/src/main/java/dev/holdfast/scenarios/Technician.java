package dev.holdfast.scenarios;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays one complaint at one terminal: a tap, the diagnosis, the mending, and a tap again. */
final class Technician {
  private static final Duration MENDED_WITHIN = Duration.ofSeconds(30);

  private final Stage stage;
  private final Complaint complaint;
  private final String serial;
  private final Site site;
  private final Taps taps;
  private final List<String> trouble = new ArrayList<>();
  private Finding seen = Finding.NOTHING;
  private String verdict = "-";

  Technician(Stage stage, Complaint complaint, String serial) {
    this.stage = stage;
    this.complaint = complaint;
    this.serial = serial;
    this.site = new Site(stage);
    this.taps = new Taps(stage, serial);
  }

  /** Plays it all; what was not found as expected is mended, too: others may suffer from it. */
  ComplaintRow play() {
    attempt(this::find);
    attempt(this::mend);
    return new ComplaintRow(complaint, seen, verdict, taps.references(), trouble);
  }

  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (IllegalStateException | UncheckedIOException failed) {
      trouble.add(String.valueOf(failed.getMessage()));
    }
  }

  private void find() {
    complaint.causes().forEach(act -> site.carryOut(serial, act));
    Tap before = before(complaint.expected().before());
    Diagnosis diagnosis = diagnosis();
    verdict = diagnosis.verdict();
    seen = new Finding(before, diagnosis.advice(lookedAt()), seen.after());
  }

  private Tap before(Tap expected) {
    return switch (expected) {
      case Tap.Refused(var reasons) -> taps.refused(reasons);
      case Tap.Held _, Tap.None _, Tap.Other _ -> taps.held();
    };
  }

  private void mend() {
    complaint.mending().forEach(act -> site.carryOut(serial, act));
    var _ =
        new Patience(MENDED_WITHIN)
            .until(
                "a diagnosis of %s without complaint".formatted(serial),
                this::diagnosis,
                diagnosis -> diagnosis.isMended(lookedAt()));
    if (!complaint.mending().isEmpty()) {
      seen = new Finding(seen.before(), seen.advice(), taps.held());
    }
  }

  private int lookedAt() {
    return complaint.expected().advice().check();
  }

  private Diagnosis diagnosis() {
    return new Diagnosis(stage.frontDoor().get("/terminals/" + serial + "/diagnosis"));
  }
}
