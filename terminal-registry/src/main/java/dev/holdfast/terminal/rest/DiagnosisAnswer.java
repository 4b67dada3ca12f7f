package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Diagnosis;
import dev.holdfast.terminal.core.diagnosis.Question;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.text.CardNumbers;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as JSON carries it. Its sentences name the serial, which is masked in them where it
 * reads as a card number.
 *
 * @param reasons empty for a serial that is not registered
 */
@Schema(
    examples =
        """
        {"serial": "P68260000900017", "at": "2026-06-01T08:15:30Z", "environment": "ACCEPTANCE",
         "readiness": "NOT_READY", "reasons": ["NOT_BOUND_TO_CHARGER"],
         "verdict": {"ready": false, "check": 5, "title": "terminal is bound to a charger",
           "summary": "Check 5 fails: terminal is bound to a charger",
           "remedy": "Bind it with PUT /terminals/P68260000900017/binding", "whoActs": "CPO"},
         "checks": [
           {"number": 5, "id": "BOUND", "title": "terminal is bound to a charger",
            "outcome": "FAIL", "evidence": "no charger is set",
            "remedy": "Bind it with PUT /terminals/P68260000900017/binding", "whoActs": "CPO"}]}
        """)
record DiagnosisAnswer(
    String serial,
    Instant at,
    Environment environment,
    ReadinessAnswer readiness,
    List<Reason> reasons,
    Verdict verdict,
    List<CheckAnswer> checks) {
  /**
   * What it comes to: the first failing check, or that the terminal is ready.
   *
   * @param check the number of the failing check; null where none fails, as are title, remedy and
   *     whoActs
   */
  record Verdict(
      boolean ready,
      @Nullable Integer check,
      @Nullable String title,
      String summary,
      @Nullable String remedy,
      @Nullable Actor whoActs) {
    static Verdict of(Diagnosis diagnosis) {
      return diagnosis
          .firstFailing()
          .map(check ->
              new Verdict(
                  false,
                  check.question().number(),
                  check.question().title(),
                  CardNumbers.masked(diagnosis.summary()),
                  sentence(check),
                  actor(check)))
          .orElseGet(() ->
              new Verdict(true, null, null, CardNumbers.masked(diagnosis.summary()), null, null));
    }
  }

  /** One check. */
  record CheckAnswer(
      int number,
      Question id,
      String title,
      Outcome outcome,
      String evidence,
      @Nullable Instant seenAt,
      @Nullable String remedy,
      @Nullable Actor whoActs) {
    static CheckAnswer of(Check check) {
      return new CheckAnswer(
          check.question().number(),
          check.question(),
          check.question().title(),
          check.outcome(),
          CardNumbers.masked(check.evidence()),
          check.seenAt(),
          sentence(check),
          actor(check));
    }
  }

  static DiagnosisAnswer of(Diagnosis diagnosis) {
    var readiness = diagnosis.readiness();
    return new DiagnosisAnswer(
        diagnosis.serial(),
        diagnosis.at(),
        diagnosis.environment(),
        ReadinessAnswer.of(diagnosis.firstFailing().isEmpty()),
        readiness == null ? List.of() : readiness.reasons(),
        Verdict.of(diagnosis),
        diagnosis.checks().stream().map(CheckAnswer::of).toList());
  }

  private static @Nullable String sentence(Check check) {
    return check.remedy() == null ? null : CardNumbers.masked(check.remedy().sentence());
  }

  private static @Nullable Actor actor(Check check) {
    return check.remedy() == null ? null : check.remedy().whoActs();
  }
}
