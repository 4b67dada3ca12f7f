package dev.holdfast.settlement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.WrittenByNewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A constant that only a newer version knows is told as such in every column. */
class NewerColumnsTest {
  private static final UUID REFERENCE = UUID.fromString("01934d3a-7c00-7000-8000-000000000001");
  private static final UUID ENTRY = UUID.fromString("01934d3a-7c00-5000-8000-000000000002");
  private static final OffsetDateTime NOON =
      Instant.parse("2026-11-22T12:00:00Z").atOffset(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "NEWER, CASH_AT_BANK, DEBIT, cause",
    "CAPTURED, NEWER, DEBIT, account",
    "CAPTURED, CASH_AT_BANK, NEWER, side"
  })
  void refusesAnEntry(String cause, String account, String side, String column) {
    assertThatThrownBy(() -> PostedEntry.of(lines(cause, account, side)).getFirst().booked())
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageContaining("does not know \"NEWER\" in " + column);
  }

  @Test
  void readsAnEntryThatItKnows() {
    assertThat(PostedEntry.of(lines("CAPTURED", "CASH_AT_BANK", "DEBIT")))
        .singleElement()
        .satisfies(posted -> assertThat(posted.booked().entry().lines()).hasSize(2));
  }

  @Test
  void refusesAMovement() {
    Object[] row = {REFERENCE, 2, "NEWER", "PAYTER", "movement-2", "cpo-7", "EUR", 2340L, NOON};
    assertThatThrownBy(() -> MovementPages.movement(row))
        .isInstanceOf(WrittenByNewer.class)
        .hasMessageContaining("does not know \"NEWER\" in kind");
    row[2] = "CAPTURE";
    assertThat(MovementPages.movement(row).trace().gatewayReference()).isEqualTo("movement-2");
  }

  private static List<Object[]> lines(String cause, String account, String side) {
    return List.of(line(cause, account, side, 1L), line(cause, account, "CREDIT", 2L));
  }

  private static Object[] line(String cause, String account, String side, long number) {
    return new Object[] {
      ENTRY,
      REFERENCE,
      "s-1",
      "cpo-7",
      cause,
      "1",
      NOON,
      NOON.toLocalDate(),
      number,
      account,
      side,
      2340L,
      "EUR",
      "vat"
    };
  }
}
