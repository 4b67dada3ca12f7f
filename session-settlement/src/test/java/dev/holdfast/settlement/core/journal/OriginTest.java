package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.hears;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Name;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  private static final Settlement STATE =
      Run.of(hears(paidBack()), hears(close(1, "23.40"))).settlement();

  @ParameterizedTest
  @CsvSource({
    "CAPTURED, 2, 2, took-2, ",
    "CAPTURED, 2#2, 2, took-2, ",
    "REFUNDED, 3, 3, back-3, ",
    "REFUNDED, 4, 4, , ",
    "CORRECTED, CAPTURED/2, 2, took-2, ",
    "SESSION_BILLED, 1, , , 2026-11-22T12:00:00Z",
    "SHORTFALL, 1~1/2/refund 3, , , 2026-11-22T12:00:00Z",
    "SESSION_BILLED, 2, , , ",
    "GATEWAY_FEE, 2, , , "
  })
  void tellsWhereAnEntryComesFrom(
      Cause cause, String version, Integer attempt, String reference, Instant suppliedAt) {
    assertThat(Origin.of(new Name(Given.REFERENCE, cause, version), STATE))
        .extracting(Origin::attempt, Origin::gatewayReference, Origin::suppliedAt)
        .containsExactly(attempt, reference, suppliedAt);
  }

  /** Of the entry that bills them, and of what takes it back. */
  @ParameterizedTest
  @CsvSource({
    "SESSION_BILLED, 1, true",
    "CORRECTED, SESSION_BILLED/1, true",
    "SHORTFALL, 1/2, false",
    "CAPTURED, 2, false"
  })
  void tellsTheTaxesOfWhatIsBilled(Cause cause, String version, boolean tells) {
    var taxes = Given.close(1, "23.40").price().taxes();
    assertThat(taxes).isNotEmpty();
    assertThat(Origin.of(new Name(Given.REFERENCE, cause, version), STATE).taxes())
        .isEqualTo(tells ? taxes : List.of());
  }

  private static Hold paidBack() {
    Hold captured = Given.captured("50.00", Method.CAPTURE, "23.40");
    var capture =
        new Hold.Capture(
            2, Method.CAPTURE, Given.euro("23.40"), new GatewayTrace("P", "took-2", Given.NOON));
    var refund =
        new Hold.Refund(3, Given.euro("1.00"), null, new GatewayTrace("P", "back-3", Given.NOON));
    return new Hold(
        6,
        captured.standing(),
        captured.grant(),
        new Hold.Moves(capture, captured.released(), List.of(refund)),
        null);
  }
}
