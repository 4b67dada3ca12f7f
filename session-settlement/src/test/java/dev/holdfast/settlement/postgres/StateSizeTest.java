package dev.holdfast.settlement.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A state is said whole, and the broker takes records of up to 1 MiB. */
class StateSizeTest {
  private static final int MOST_CONTENTS = 40;
  private static final int MOST_TAXES = 20;
  private static final int HALF_A_MEBIBYTE = 512 * 1024;

  /** Three bytes a character: as many as UTF-8 needs for one of UTF-16. */
  private static final String LONGEST_TAX = "\u20ac".repeat(100);

  private static final String LONGEST = LONGEST_TAX.repeat(2);

  @Test
  void holdsAllThatIsKeptOfAPaymentInHalfOfWhatARecordMayHold() {
    List<Close> closes =
        IntStream.rangeClosed(1, MOST_CONTENTS).mapToObj(StateSizeTest::largest).toList();
    var session = new Session(LONGEST, null, closes, List.of(), List.of(), List.of());
    Settlement state = new Settlement.AwaitingHold(new Reference(UUID.randomUUID()), 40, session);
    assertThat(session.contents()).isEqualTo(MOST_CONTENTS);
    assertThat(StateText.write(state).getBytes(UTF_8))
        .hasSizeBetween(HALF_A_MEBIBYTE / 2, HALF_A_MEBIBYTE);
  }

  private static Close largest(int revision) {
    var total = Money.ofMinor(CurrencyUnit.EUR, 99_999_999_999L);
    var tax =
        new Tax(
            LONGEST_TAX, "99.1234", Money.ofMinor(CurrencyUnit.EUR, 4_999_999_999L), null, null);
    var time = Instant.parse("2026-11-22T12:00:00.123456Z");
    return new Close(
        LONGEST,
        revision,
        new Close.Charging(LONGEST, time, time, 99_999_999_999L),
        new Close.Price(total, Collections.nCopies(MOST_TAXES, tax)),
        time);
  }
}
