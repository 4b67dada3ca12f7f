package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionStarted;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTest {
  private static final long SECONDS_OF_2026 = 1_795_343_730L;

  @ParameterizedTest
  @EnumSource(Topic.class)
  void refusesTheCharacterNulInEveryTextOfEveryTopic(Topic topic) {
    for (Schema.Field field : topic.schema().getFields()) {
      if (field.schema().getType() == Schema.Type.STRING) {
        GenericData.Record record = new GenericData.Record(topic.schema());
        record.put(field.pos(), "before\0after");
        assertThatExceptionOfType(Unacceptable.class)
            .as(field.name())
            .isThrownBy(() -> Plausible.only("key", (IndexedRecord) record))
            .withMessageStartingWith(field.name() + " holds the character U+0000")
            .withMessageContaining("publish again without it");
      }
    }
  }

  @Test
  void refusesTheCharacterNulInTheKey() {
    assertThatExceptionOfType(Unacceptable.class)
        .isThrownBy(() -> Plausible.only("a\0", started(Instant.ofEpochSecond(SECONDS_OF_2026))))
        .withMessageStartingWith("key holds");
  }

  /** The same moment in seconds, milliseconds and nanoseconds, taken for microseconds. */
  @ParameterizedTest
  @ValueSource(
      longs = {
        SECONDS_OF_2026,
        SECONDS_OF_2026 * 1_000,
        SECONDS_OF_2026 * 1_000_000_000,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0
      })
  void refusesATimeThatNoClockShows(long micros) {
    Instant time =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    assertThatExceptionOfType(Unacceptable.class)
        .isThrownBy(() -> Plausible.only("key", started(time)))
        .withMessageStartingWith("startedAt is " + time)
        .withMessageContaining("no clock could have shown this time")
        .withMessageContaining("microseconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-11-22T10:15:30Z", "2199-12-31T23:59:59Z"})
  void letsEveryOtherTimePass(String time) {
    SessionStarted record = started(Instant.parse(time));
    assertThat(Plausible.only("key", record)).isSameAs(record);
  }

  private static SessionStarted started(Instant at) {
    return SessionStarted.newBuilder()
        .setReference("reference")
        .setSessionId("session")
        .setEvseId("NL*ABC*E1")
        .setStartedAt(at)
        .build();
  }
}
