package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitersTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Waiters waiters = new Waiters();

  @Test
  void newsThatCameWhileTheIntentWasReadAreNotMissed() {
    var bell = waiters.listen("pi_1");

    assertThat(waiters.wake("pi_1")).isTrue();
    assertThat(bell.within(LONG).await().atMost(LONG)).isTrue();
  }

  @Test
  void withoutNewsTheWaitEnds() {
    assertThat(waiters.listen("pi_1").within(Duration.ofMillis(1)).await().atMost(LONG)).isFalse();
  }

  @Test
  void aBellThatWasWaitedForInVainRingsAllTheSame() {
    var bell = waiters.listen("pi_1");
    bell.within(Duration.ofMillis(1)).await().atMost(LONG);

    assertThat(waiters.wake("pi_1")).isTrue();
    assertThat(bell.within(LONG).await().atMost(LONG)).isTrue();
  }

  @Test
  void nobodyIsWokenForAnotherIntentOrAfterLeaving() {
    waiters.listen("pi_1");
    assertThat(waiters.wake("pi_2")).isFalse();

    waiters.leave("pi_1");
    assertThat(waiters.wake("pi_1")).isFalse();
    assertThat(waiters.count()).isZero();
  }
}
