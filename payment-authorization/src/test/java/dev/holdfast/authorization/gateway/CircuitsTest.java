package dev.holdfast.authorization.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitsTest {
  private final Ticking clock = new Ticking();
  private final Circuits circuits = SomeCircuits.at(clock);
  private final Circuit circuit = circuits.of("PAYTER");

  @Test
  void letsAllThroughUntilSoManyCallsInARowFail() {
    failed(2);
    circuit.answered();
    failed(2);

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.permits(64)).isEqualTo(64);
  }

  @Test
  void letsOneThroughEachTimeThePauseIsOver() {
    failed(3);
    assertThat(circuit.permits(64)).isZero();

    clock.go(Duration.ofSeconds(10));
    assertThat(circuit.permits(64)).isEqualTo(1);
    assertThat(circuit.permits(0)).isZero();
    circuit.called();
    assertThat(circuit.permits(64)).isZero();
    circuit.failed();
    clock.go(Duration.ofMillis(9_999));
    assertThat(circuit.permits(64)).isZero();
    clock.go(Duration.ofMillis(1));
    assertThat(circuit.permits(64)).isEqualTo(1);
  }

  @Test
  void letsOneThroughInTimeWhateverIsCalledWithoutAPermit() {
    failed(3);
    clock.go(Duration.ofSeconds(6));
    failed(1);

    clock.go(Duration.ofSeconds(4));
    assertThat(circuit.permits(64)).isEqualTo(1);
  }

  @Test
  void letsAllThroughAgainOnceOneIsAnswered() {
    failed(5);
    circuit.answered();

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.permits(64)).isEqualTo(64);
  }

  @Test
  void keepsVendorsApart() {
    failed(3);

    assertThat(circuits.of("STRIPE").isOpen()).isFalse();
    assertThat(circuits.of("PAYTER")).isSameAs(circuit);
  }

  private void failed(int times) {
    for (int i = 0; i < times; i++) {
      circuit.called();
      circuit.failed();
    }
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    void go(Duration on) {
      now = now.plus(on);
    }

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
}
