package dev.holdfast.terminal.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentHistoryTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, false",
    "10, 0, 0, 0, false",
    "10, 1, 0, 0, true",
    "0, 0, 100, 10, false",
    "10, 1, 100, 10, false",
    "10, 2, 100, 10, true",
    "100, 11, 10, 1, true",
    "100, 9, 10, 1, false",
    "10, 1, 100, 0, true",
    "10, 0, 100, 0, false"
  })
  void isWorseThanTheFleetWhereAGreaterPartIsInTrouble(
      long finished, long troubled, long othersFinished, long othersTroubled, boolean worse) {
    var own = new PaymentCount(finished, troubled);
    var others = new PaymentCount(othersFinished, othersTroubled);
    assertThat(history(own, others).isWorseThanFleet()).isEqualTo(worse);
  }

  @Test
  void addsAndTakesAway() {
    assertThat(new PaymentCount(5, 2).plus(new PaymentCount(1, 1)))
        .isEqualTo(new PaymentCount(6, 3));
    assertThat(new PaymentCount(5, 2).minus(new PaymentCount(1, 1)))
        .isEqualTo(new PaymentCount(4, 1));
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(PaymentHistory.NONE.isWorseThanFleet()).isFalse();
    assertThat(PaymentHistory.NONE.lastGoodAt()).isNull();
    assertThat(PaymentHistory.NONE.stuck()).isEmpty();
  }

  @Test
  void doesNotChange() {
    var troubles = new TreeMap<String, Integer>();
    var stuck = new ArrayList<StuckPayment>();
    var history =
        new PaymentHistory(
            Duration.ofDays(7), PaymentCount.NONE, PaymentCount.NONE, troubles, stuck, null, null);
    troubles.put("DECLINED", 1);
    stuck.add(new StuckPayment("a", "b", Samples.NOW));
    assertThat(history.troubles()).isEmpty();
    assertThat(history.stuck()).isEmpty();
    assertThatThrownBy(() -> history.troubles().put("DECLINED", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static PaymentHistory history(PaymentCount own, PaymentCount others) {
    return new PaymentHistory(
        Duration.ofDays(7), own, others, new TreeMap<>(), List.of(), null, null);
  }
}
