package dev.holdfast.authorization.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.attempt.DeclineKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclineCodesTest {
  @ParameterizedTest
  @CsvSource({
    "card_declined insufficient_funds Your card has insufficient funds., FUNDS",
    "card_declined generic_decline Your card was lost_card., OTHER",
    "EXPIRED_CARD, EXPIRED_CARD",
    "expired_card Your card has expired., EXPIRED_CARD",
    "card_declined online_or_offline_pin_required, PIN_NEEDED",
    "'', OTHER",
    "do_not_honor, OTHER"
  })
  void aReasonTellsByItsFirstWords(String reason, DeclineKind kind) {
    assertThat(DeclineCodes.kindIn(reason)).isEqualTo(kind);
  }
}
