package dev.holdfast.checks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Findings findings = new Findings("journal.v1");

  @Test
  void whatWaitsIsNoDifference() {
    Report report = report(3, 0, 0);

    assertThat(report.isClean()).isTrue();
    assertThat(report.waiting()).isEqualTo(3);
    assertThat(report.lines().getLast()).isEqualTo("Topics and tables agree.");
  }

  @Test
  void everyDifferenceIsCountedAndTheFirstAreTold() {
    for (int i = 0; i < 25; i++) {
      findings.add(Kind.UNREADABLE, "place " + i, "the record at %d cannot be read.".formatted(i));
    }
    findings.count(Kind.NOT_ON_TOPIC, 40);
    findings.leaveUntold(40);
    Report report = report(0, 0, 0);

    assertThat(report.isClean()).isFalse();
    assertThat(report.count()).isEqualTo(65);
    assertThat(report.differences()).hasSize(20);
    assertThat(report.lines())
        .contains(
            "journal.v1: the record at 0 cannot be read.",
            "journal.v1: 45 more differ than are told.",
            "Topics and tables DIFFER: 65 differences.");
  }

  @Test
  void saysWhatCannotBeTold() {
    assertThat(report(0, 2, 5).lines())
        .anyMatch(line -> line.startsWith("journal.v1: 2 times versions are left out"))
        .anyMatch(
            line -> line.startsWith("journal.v1: 5 rows are older than what the topic keeps"));
  }

  @Test
  void aKeyNeverLooksLikeALineOfOurs() {
    findings.add(Kind.NOT_IN_TABLE, "a\nTopics and tables agree.", "a\r\nb is on the topic.");

    assertThat(findings.told().getFirst())
        .hasToString("journal.v1: a??b is on the topic.")
        .extracting(Difference::key)
        .isEqualTo("a?Topics and tables agree.");
  }

  private Report report(long waiting, long compacted, long outlived) {
    return new Report(
        List.of(
            new TopicFigures(
                "journal.v1",
                new TopicFigures.Counts(5, 5, 5, waiting),
                new TopicFigures.Unsure(compacted, outlived),
                findings)));
  }
}
