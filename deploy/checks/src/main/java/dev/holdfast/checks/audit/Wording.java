package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in words what differs. */
final class Wording {
  private static final int LONGEST = 400;

  private final Subject subject;
  private final History history;
  private final Findings findings;
  private final Function<Place, Optional<Said>> said;

  /** Will ask what the topic says at a place. */
  Wording(
      Subject subject, History history, Findings findings, Function<Place, Optional<Said>> said) {
    this.subject = subject;
    this.history = history;
    this.findings = findings;
    this.said = said;
  }

  void tell(Key key, Verdict verdict, Snapshot.@Nullable Row row) {
    Seen seen = history.find(key);
    if (row == null) {
      if (seen != null) {
        findings.tell(
            Kind.NOT_IN_TABLE,
            key,
            "%s is on the topic (%s), and the table %s has no such row."
                .formatted(named(key, seen.version()), seen.place(), subject.table().name()));
      }
      return;
    }
    if (verdict.notOnTopic() > 0) {
      findings.tell(Kind.NOT_ON_TOPIC, key, missing(key, row));
    }
    if (verdict.notInTable() && seen != null) {
      findings.tell(
          Kind.NOT_IN_TABLE,
          key,
          "%s is on the topic (%s), and the table %s is at version %d."
              .formatted(
                  named(key, seen.version()), seen.place(), subject.table().name(), row.version()));
    }
    if (verdict.differs() && seen != null) {
      findings.tell(
          Kind.DIFFERING,
          key,
          named(key, row.version()) + ": " + String.join("; ", differing(seen, row)) + ".");
    }
  }

  private String missing(Key key, Snapshot.Row row) {
    if (!subject.versioned()) {
      return "%s is in the table %s, and neither on the topic nor in the outbox: %s."
          .formatted(key, subject.table().name(), brief(Content.ofJson(row.content()).toString()));
    }
    Gaps gaps = history.missing(key, row.version());
    return "%s, %s: in the table %s (now at version %d), and neither on the topic nor in the outbox."
        .formatted(key, gaps.words(row.version()), subject.table().name(), row.version());
  }

  private List<String> differing(Seen seen, Snapshot.Row row) {
    Content table = Content.ofJson(row.content()).only(seen.fields());
    List<String> words =
        said.apply(seen.place())
            .map(topic -> topic.content().differencesFrom(table))
            .orElse(List.of());
    return words.isEmpty()
        ? List.of("what " + seen.place() + " has is not what the table has")
        : words.stream().map(Wording::brief).toList();
  }

  private String named(Key key, long version) {
    return subject.versioned() ? key + ", version " + version : key.toString();
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
