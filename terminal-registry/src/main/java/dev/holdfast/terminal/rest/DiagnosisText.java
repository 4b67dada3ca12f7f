package dev.holdfast.terminal.rest;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.diagnosis.Diagnosis;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A diagnosis as a person reads it, to look at or to send to who must act. */
final class DiagnosisText {
  private static final String INDENT = " ".repeat(13);

  private DiagnosisText() {}

  static String of(Diagnosis diagnosis) {
    return """
    Terminal %s in %s, asked at %s
    VERDICT: %s
    %s
    %s
    """
        .formatted(
            diagnosis.serial(),
            diagnosis.environment(),
            seconds(diagnosis.at()),
            verdict(diagnosis),
            diagnosis.firstFailing().map(check -> remedy(check.remedy()) + "\n").orElse(""),
            diagnosis.checks().stream().map(DiagnosisText::lines).collect(joining("\n")));
  }

  private static String verdict(Diagnosis diagnosis) {
    return diagnosis
        .firstFailing()
        .map(check ->
            "check %d fails. %s.".formatted(check.question().number(), diagnosis.summary()))
        .orElseGet(() -> diagnosis.summary() + ".");
  }

  private static String lines(Check check) {
    var seenAt = check.seenAt() == null ? "" : " (" + seconds(check.seenAt()) + ")";
    var line =
        "%2d %-8s  %s%n%s%s%s"
            .formatted(
                check.question().number(),
                check.outcome(),
                check.question().title(),
                INDENT,
                check.evidence(),
                seenAt);
    return check.remedy() == null || check.outcome() == Outcome.PASS
        ? line
        : line + "\n" + INDENT + remedy(check.remedy());
  }

  private static String remedy(@Nullable Remedy remedy) {
    return remedy == null ? "" : actor(remedy.whoActs()) + remedy.sentence();
  }

  private static String actor(@Nullable Actor actor) {
    return switch (actor) {
      case null -> "-> ";
      case CPO -> "-> CPO: ";
      case PLATFORM -> "-> platform: ";
      case VENDOR -> "-> vendor: ";
      case CHARGER_MANUFACTURER -> "-> charger manufacturer: ";
    };
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
