package dev.holdfast.benchmarks.counters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {
  private final Answers answers = new Answers(5432);

  @Test
  void whatEachConnectionSentIsAddedUp() {
    assertThat(total("ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40001 bbr data_segs_out:7 lastsnd:1"))
        .isEqualTo(7);
    assertThat(total("ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40001 bbr data_segs_out:9 lastsnd:1"))
        .isEqualTo(9);
    assertThat(total("ESTAB 51 0 127.0.0.1:5432 127.0.0.1:40002 bbr data_segs_out:5 lastsnd:1"))
        .isEqualTo(14);
  }

  @Test
  void aNewConnectionOnAnOldPortBeginsAnew() {
    assertThat(total("ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40001 bbr data_segs_out:9")).isEqualTo(9);
    assertThat(total("ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40001 bbr data_segs_out:2")).isEqualTo(11);
  }

  @Test
  void aConnectionThatHasSentNothingCountsNothing() {
    assertThat(total("ESTAB 0 0 127.0.0.1:5432 127.0.0.1:40001 bbr segs_out:2")).isZero();
  }

  private long total(String line) {
    answers.add(line);
    return answers.sum();
  }
}
