package dev.holdfast.settlement.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z,          2026-11-22T12:00:00Z",
    "2026-11-22T12:00:00.001Z,      2026-11-22T12:00:00.001Z",
    "2026-11-22T12:00:00.001000001Z, 2026-11-22T12:00:00.002Z",
    "2026-11-22T12:00:00.001999999Z, 2026-11-22T12:00:00.002Z"
  })
  void knowsTheEarliestTapOfAMomentToTheMillisecond(Instant moment, Instant tap) {
    assertThat(Reference.earliest(moment).tappedAt()).isEqualTo(tap);
  }

  @Test
  void isTheFirstOfItsMillisecond() {
    var earliest = Reference.earliest(Instant.ofEpochMilli(1));
    assertThat(earliest.text()).isEqualTo("00000000-0001-7000-8000-000000000000");
    assertThat(new Reference(UUID.fromString("0198aaaa-0001-4000-8000-000000000000")).tappedAt())
        .isEqualTo(Instant.EPOCH);
  }
}
