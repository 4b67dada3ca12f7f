package dev.holdfast.checks.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares one topic with its table. Rows and outbox are looked at as of one moment, and the topic
 * is read on after it: what was committed then is in the outbox or, once it was deleted there, on
 * the topic. What has moved on in between is looked at again.
 */
final class Comparison {
  private static final int LOOKS_AGAIN = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Subject subject;
  private final Addresses addresses;
  private final Findings findings;
  private final History history;
  private final Intake intake;
  private final Wording wording;
  private final Map<Key, Verdict> suspects = new HashMap<>();
  private long outlived;

  Comparison(Subject subject, Addresses addresses, TopicTail tail, WriterSchemas schemas) {
    this.subject = subject;
    this.addresses = addresses;
    this.findings = new Findings(subject.name());
    this.history = new History(subject.versioned(), findings);
    this.intake = new Intake(subject, tail, new Reading(subject, schemas), findings, history);
    this.wording = new Wording(subject, history, findings, intake::said);
  }

  TopicFigures run() {
    try (Moment before = Moment.of(subject, addresses)) {
      intake.excuse(before);
    }
    intake.readAll();
    look(null, this::judge);
    history.unmet(key -> suspects.put(key, Verdict.NO_ROW));
    for (int again = 0; again < LOOKS_AGAIN && !suspects.isEmpty(); again++) {
      pause();
      lookAgain(List.copyOf(suspects.keySet()), (key, row) -> {});
    }
    tellFirst();
    suspects.values().forEach(verdict -> verdict.count(findings));
    return new TopicFigures(
        subject.name(),
        new TopicFigures.Counts(intake.records(), history.keys(), history.met(), intake.waiting()),
        new TopicFigures.Unsure(history.unsure(), outlived),
        findings);
  }

  private void look(@Nullable Collection<Key> keys, BiConsumer<Key, Snapshot.Row> judgement) {
    try (Moment moment = Moment.of(subject, addresses)) {
      intake.readOn();
      intake.unsent(moment, keys == null);
      moment.rows(keys, judgement);
    }
  }

  /** Judges these keys anew; who wants their rows as well is handed them. */
  private void lookAgain(Collection<Key> keys, BiConsumer<Key, Snapshot.Row> reader) {
    Set<Key> found = new HashSet<>();
    look(
        keys,
        (key, row) -> {
          found.add(key);
          judge(key, row);
          reader.accept(key, row);
        });
    keys.stream().filter(key -> !found.contains(key)).forEach(key -> judge(key, null));
  }

  private void judge(Key key, Snapshot.@Nullable Row row) {
    Verdict verdict = verdict(key, row);
    if (verdict.isGood()) {
      suspects.remove(key);
    } else {
      suspects.put(key, verdict);
    }
  }

  private Verdict verdict(Key key, Snapshot.@Nullable Row row) {
    if (row == null) {
      return history.find(key) == null ? Verdict.GOOD : Verdict.NO_ROW;
    }
    Seen seen = history.meet(key);
    if (seen == null && subject.outlives(row.at())) {
      outlived++;
      return Verdict.GOOD;
    }
    long missing = history.missing(key, row.version()).count(row.version());
    if (seen == null || seen.version() < row.version()) {
      return new Verdict(missing, false, false);
    }
    boolean behind = seen.version() > row.version();
    boolean differs = !behind && !seen.says(Content.ofJson(row.content()));
    return new Verdict(missing, behind, differs);
  }

  /** Looks a last time at the first of what differs, for the words. */
  private void tellFirst() {
    if (suspects.isEmpty()) {
      return;
    }
    List<Key> first =
        suspects.keySet().stream()
            .sorted(Comparator.comparing(Key::toString))
            .limit(Findings.MOST_TOLD)
            .toList();
    findings.leaveUntold(suspects.size() - first.size());
    Map<Key, Snapshot.Row> rows = new HashMap<>();
    lookAgain(first, rows::put);
    for (Key key : first) {
      Verdict verdict = suspects.get(key);
      if (verdict != null) {
        wording.tell(key, verdict, rows.get(key));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Stopped before everything was compared.", stopped);
    }
  }
}
