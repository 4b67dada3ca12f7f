package dev.holdfast.terminal.core.payment;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.payment.PaymentSamples.payment;
import static dev.holdfast.terminal.core.payment.PaymentSamples.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.payment.PaymentBatch.Previous;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentBatchTest {
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));
  private static final Instant NEXT_HOUR = NOW.plus(Duration.ofHours(1));
  private static final UUID FIRST = reference(NOW.plusSeconds(59), 1);
  private static final UUID SECOND = reference(NOW.plusSeconds(3599), 2);
  private static final UUID LATER = reference(NEXT_HOUR, 3);
  private static final UUID OLD = reference(LONG_AGO.minusMillis(1), 4);

  @Test
  void keepsTheNewestVersionOfEachWhateverTheOrder() {
    var newest = payment(FIRST, 3, Course.HELD);
    var batch =
        PaymentBatch.of(
            List.of(
                payment(FIRST, 2, Course.AUTHORIZING),
                payment(SECOND, 1, Course.WAITING),
                newest,
                payment(FIRST, 1, Course.WAITING)));
    assertThat(batch.references()).containsExactly(FIRST, SECOND);
    assertThat(batch.against(Map.of(), LONG_AGO).added())
        .containsExactly(newest, payment(SECOND, 1, Course.WAITING));
  }

  @Test
  void ordersAsTheDatabaseDoes() {
    var farAhead = reference(Instant.ofEpochMilli(1L << 47), 5);
    var batch =
        PaymentBatch.of(
            List.of(payment(farAhead, 1, Course.WAITING), payment(FIRST, 1, Course.WAITING)));
    assertThat(batch.references()).containsExactly(FIRST, farAhead);
  }

  @Test
  void countsNewPaymentsInTheHourInWhichTheyWereAskedFor() {
    var batch =
        PaymentBatch.of(
            List.of(
                payment(FIRST, 1, Course.DECLINED),
                payment(SECOND, 1, Course.HELD),
                payment(LATER, 1, Course.GOOD)));
    var changes = batch.against(Map.of(), LONG_AGO);
    assertThat(changes.added()).hasSize(3);
    assertThat(changes.changed()).isEmpty();
    assertThat(changes.hours())
        .containsExactly(
            Map.entry(NOW, new PaymentCount(2, 1)), Map.entry(NEXT_HOUR, new PaymentCount(1, 0)));
  }

  @Test
  void countsOnlyWhatIsDifferentFromBefore() {
    var answered = payment(FIRST, 4, Course.HELD);
    var again = payment(LATER, 4, Course.CAPTURING);
    var known =
        Map.of(
            FIRST,
            new Previous(3, new PaymentCount(1, 1)),
            LATER,
            new Previous(3, new PaymentCount(1, 0)));
    var changes = PaymentBatch.of(List.of(answered, again)).against(known, LONG_AGO);
    assertThat(changes.added()).isEmpty();
    assertThat(changes.changed()).containsExactly(answered, again);
    assertThat(changes.hours()).containsExactly(Map.entry(NOW, new PaymentCount(0, -1)));
  }

  @Test
  void countsNothingWhereDifferencesCancelOut() {
    var known = Map.of(FIRST, new Previous(2, new PaymentCount(1, 1)));
    var heard = List.of(payment(FIRST, 3, Course.HELD), payment(SECOND, 3, Course.WAITING));
    var swapped = List.of(payment(FIRST, 3, Course.WAITING), payment(SECOND, 3, Course.DECLINED));
    assertThat(PaymentBatch.of(heard).against(known, LONG_AGO).hours()).hasSize(1);
    assertThat(PaymentBatch.of(swapped).against(known, LONG_AGO).hours()).isEmpty();
  }

  @Test
  void ignoresVersionsThatItHasSeen() {
    var known =
        Map.of(
            FIRST,
            new Previous(3, PaymentCount.NONE),
            SECOND,
            new Previous(4, new PaymentCount(1, 0)));
    var heard = List.of(payment(FIRST, 3, Course.DECLINED), payment(SECOND, 3, Course.DECLINED));
    var changes = PaymentBatch.of(heard).against(known, LONG_AGO);
    assertThat(changes.added()).isEmpty();
    assertThat(changes.changed()).isEmpty();
    assertThat(changes.hours()).isEmpty();
  }

  @Test
  void forgetsWhatIsOldAndHasEnded() {
    var changes =
        PaymentBatch.of(List.of(payment(OLD, 5, Course.GOOD))).against(Map.of(), LONG_AGO);
    assertThat(changes.added()).isEmpty();
    assertThat(changes.hours()).isEmpty();
    var kept = payment(reference(LONG_AGO, 6), 5, Course.GOOD);
    assertThat(PaymentBatch.of(List.of(kept)).against(Map.of(), LONG_AGO).added())
        .containsExactly(kept);
  }

  @Test
  void keepsWhatIsOldWhileItsMoneyIsUnderWayButCountsItNoMore() {
    var held = payment(OLD, 3, Course.HELD);
    var added = PaymentBatch.of(List.of(held)).against(Map.of(), LONG_AGO);
    assertThat(added.added()).containsExactly(held);
    assertThat(added.hours()).isEmpty();

    var ended = payment(OLD, 5, Course.FAILED);
    var known = Map.of(OLD, new Previous(3, held.count()));
    var changed = PaymentBatch.of(List.of(ended)).against(known, LONG_AGO);
    assertThat(changed.changed()).containsExactly(ended);
    assertThat(changed.hours()).isEmpty();
  }
}
