package dev.holdfast.terminal.rest;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.diagnosis.Diagnosis;
import dev.holdfast.text.CardNumbers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A diagnosis as a person reads it, to look at or to send to who must act: the verdict first. */
final class DiagnosisText {
  private static final int COLUMNS = 110;
  private static final String INDENT = " ".repeat(12);
  private static final Pattern GAP = Pattern.compile("[\\p{C}\\p{Z}]+");

  private DiagnosisText() {}

  static String of(Diagnosis diagnosis) {
    return CardNumbers.masked(
        Stream.concat(verdict(diagnosis), diagnosis.checks().stream().flatMap(DiagnosisText::of))
            .collect(joining("\n", "", "\n")));
  }

  private static Stream<String> verdict(Diagnosis diagnosis) {
    var failing = diagnosis.firstFailing();
    var what =
        "%s: terminal %s in %s, asked at %s"
            .formatted(
                failing.isEmpty() ? "READY" : "NOT READY",
                diagnosis.serial(),
                diagnosis.environment(),
                seconds(diagnosis.at()));
    var why = failing.map(DiagnosisText::failure).orElseGet(() -> warnings(diagnosis));
    return Stream.of(paragraph("", what), why, Stream.of("")).flatMap(lines -> lines);
  }

  private static Stream<String> failure(Check check) {
    var fails = "Check %d fails: %s".formatted(check.question().number(), check.evidence());
    return Stream.concat(paragraph("", fails), remedy("", check.remedy()));
  }

  private static Stream<String> warnings(Diagnosis diagnosis) {
    var numbers =
        diagnosis.checks().stream()
            .filter(check -> check.outcome() == Outcome.WARN)
            .map(check -> Integer.toString(check.question().number()))
            .toList();
    return Stream.of(
        numbers.isEmpty() ? "No warnings." : "Warnings: check " + String.join(", ", numbers) + ".");
  }

  private static Stream<String> of(Check check) {
    var question = check.question();
    var title = "%-8s%2d  %s".formatted(check.outcome(), question.number(), question.title());
    var seenAt = check.seenAt() == null ? "" : " [%s]".formatted(seconds(check.seenAt()));
    return Stream.of(
            Stream.of(title),
            paragraph(INDENT, check.evidence() + seenAt),
            remedy(INDENT, check.remedy()))
        .flatMap(lines -> lines);
  }

  private static Stream<String> remedy(String indent, @Nullable Remedy remedy) {
    return remedy == null
        ? Stream.empty()
        : paragraph(indent + "-> " + actor(remedy.whoActs()), remedy.sentence());
  }

  private static String actor(@Nullable Actor actor) {
    return switch (actor) {
      case null -> "";
      case CPO -> "CPO: ";
      case PLATFORM -> "platform: ";
      case VENDOR -> "vendor: ";
      case CHARGER_MANUFACTURER -> "charger manufacturer: ";
    };
  }

  /**
   * A text behind its label, broken between words, with the lines below it aligned. What is no
   * printable word is left out: a serial and a vendor's word may be any text.
   */
  private static Stream<String> paragraph(String label, String text) {
    var lines = Stream.<String>builder();
    var line = new StringBuilder(label);
    for (var word : GAP.splitAsStream(text).filter(each -> !each.isEmpty()).toList()) {
      var isFirst = line.length() == label.length();
      if (!isFirst && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(label.length())).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
    }
    return lines.add(line.toString()).build();
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
