package dev.holdfast.settlement.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crash (SIGKILL) between any two steps loses and doubles nothing. */
@SuppressWarnings("NullAway.Init") // set before all tests
class CrashIT {
  private static final int PAYMENTS = 100;
  private static Ground ground;
  private static ServiceProcess service;

  @BeforeAll
  static void start() {
    ground = Ground.start();
    service = ground.service("crashing");
  }

  @AfterAll
  static void end() {
    service.close();
    ground.close();
  }

  @ParameterizedTest
  @EnumSource
  void losesAndDoublesNothing(StallPoint step) throws SQLException {
    var payments = new Payments(ground);
    try (Stall stall = Stall.at(step, ground)) {
      payments.publish(PAYMENTS);
      stall.awaitService();
      service.kill();
    }
    service.restart();
    payments.publish(1);
    payments.areEachSettledOnceAndBookedOnce();
    if (step == StallPoint.SENT_NOT_COMMITTED) {
      // Proof that the crash came where it was meant to: the relay cannot know that it had sent.
      assertThat(payments.saidAgain()).isPositive();
    }
  }

  /** Offsets are committed once a second at most: rows that are just there are ahead of them. */
  @Test
  void losesAndDoublesNothingWhenRowsAreCommittedAndOffsetsAreNot() throws SQLException {
    var payments = new Payments(ground);
    payments.publish(PAYMENTS);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> payments.settled() > 0);
    service.kill();
    assertThat(payments.settled()).isPositive();
    service.restart();
    payments.areEachSettledOnceAndBookedOnce();
  }
}
