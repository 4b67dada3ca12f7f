package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.stripe.Budget.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of one account: what is too much, and for whom something is left. */
class BudgetTest {
  private final Moving clock = new Moving();
  private final Budget budget = new Budget(25, 100, clock);

  private static final class Moving extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private int spent(String endpoint, Share share, int tries) {
    var spent = 0;
    for (var attempt = 0; attempt < tries; attempt++) {
      spent += budget.spend(endpoint, share).isZero() ? 1 : 0;
    }
    return spent;
  }

  @Test
  void neverMoreThanTheLimitsInAnySecond() {
    var sent = new ArrayDeque<Instant>();
    for (var step = 0; step < 10_000; step++) {
      clock.now = clock.now.plusMillis(7);
      if (budget.spend("endpoint " + step % 6, Share.MONEY).isZero()) {
        sent.addLast(clock.now);
      }
      while (sent.peekFirst() != null && !sent.peekFirst().isAfter(clock.now.minusSeconds(1))) {
        sent.removeFirst();
      }
      assertThat(sent).hasSizeLessThanOrEqualTo(100);
    }
    assertThat(spent("endpoint 0", Share.MONEY, 30)).isLessThanOrEqualTo(25);
  }

  @Test
  void whoeverElseWaitsSomethingIsLeftForMoney() {
    assertThat(spent("read", Share.POLL, 2_000)).isEqualTo(12);
    assertThat(spent("read", Share.DRIVER, 2_000)).isEqualTo(6);
    assertThat(spent("read", Share.MONEY, 2_000)).isEqualTo(7);
    assertThat(spent("read", Share.MONEY, 1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 7"})
  void afterARefusalNobodySendsUntilTheTimeThatStripeAskedFor(long asked, long seconds) {
    budget.refused(Duration.ofSeconds(asked));

    assertThat(spent("read", Share.MONEY, 10)).isZero();
    clock.now = clock.now.plusSeconds(seconds);
    assertThat(spent("read", Share.MONEY, 10)).isEqualTo(10);
  }

  @Test
  void pollsWaitLongerEachTime() {
    for (var refusal = 0; refusal < 5; refusal++) {
      budget.refused(Duration.ZERO);
    }
    clock.now = clock.now.plusSeconds(10);
    assertThat(spent("read", Share.POLL, 1)).isZero();
    assertThat(spent("read", Share.MONEY, 1)).isEqualTo(1);

    clock.now = clock.now.plusSeconds(30);
    assertThat(spent("read", Share.POLL, 1)).isEqualTo(1);
  }

  @Test
  void allIdsOfAnEndpointAreCountedTogether() {
    assertThat(KeepsBudget.endpoint("GET", "/v1/payment_intents/pi_1"))
        .isEqualTo(KeepsBudget.endpoint("GET", "/v1/payment_intents/pi_2"))
        .isNotEqualTo(KeepsBudget.endpoint("POST", "/v1/payment_intents/pi_1"))
        .isNotEqualTo(KeepsBudget.endpoint("GET", "/v1/payment_intents/search"));
  }
}
