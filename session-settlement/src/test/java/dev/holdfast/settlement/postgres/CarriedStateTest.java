package dev.holdfast.settlement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.payment.Tax;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CarriedStateTest {
  private static final Instant TAPPED = Instant.parse("2026-11-22T12:03:41.123456Z");
  private static final Money TOTAL = Money.ofMinor(CurrencyUnit.EUR, 2340);

  /**
   * As a record holds it: never changed here, or what was said before is lost with the database.
   */
  private static final String SAID_BEFORE =
      """
      Aa3UTQqDMBAF4PsIU2YmM4m6L3QhrnqBmJ/7H6FRCkVMUKRZZJUEhve+tMtuJBoPLiCCK6KhXzf8Ldpp\
      kAoHbXXtYGKe4LVpOcjYPpNLFIiA+U08ohmFHsRG1O5t3Kt2eQjv1LvPJEk0Q0jJg1iXwWO2oJEzepP6\
      oG5HoDXBEQVbi+cwMA6BvDLYLAlkUYUhYALOLlLWpWTLbTwXb58Dm6euhNs913k6qnFrDF7x1zz5AylU\
      KtNS+c3ypkxBW8fZSu7/Xj8=\
      """;

  @Test
  void isReadBackAsItWas() {
    assertThat(CarriedState.read(Status.SETTLED, CarriedState.write(settled())))
        .isEqualTo(settled());
  }

  @Test
  void isReadBackFromARecordOfEarlierTimes() {
    var said = ByteBuffer.wrap(Base64.getDecoder().decode(SAID_BEFORE));
    assertThat(CarriedState.read(Status.SETTLED, said)).isEqualTo(settled());
  }

  // Each version of each payment carries it, through the outbox and on the topic.
  @Test
  void staysSmall() {
    assertThat(CarriedState.write(settled()).remaining()).isLessThan(250);
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatThrownBy(() -> CarriedState.read(Status.SETTLED, null))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> CarriedState.read(Status.SETTLED, ByteBuffer.wrap(new byte[] {2})))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("newer version");
    ByteBuffer half = CarriedState.write(settled()).limit(40);
    assertThatThrownBy(() -> CarriedState.read(Status.SETTLED, half))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("ends in the middle");
  }

  private static Settlement settled() {
    var grant = new Hold.Grant("NL-HLD", Money.ofMinor(CurrencyUnit.EUR, 5000), true, TAPPED, null);
    var receipt = new GatewayTrace("PAYTER", "8f14e45f-ceea-467f-a0f6-5d2f0a3e8c57", TAPPED);
    var moves =
        new Hold.Moves(
            new Hold.Capture(2, Method.CAPTURE, TOTAL, receipt),
            Money.ofMinor(CurrencyUnit.EUR, 2660),
            List.of());
    var close =
        new Close(
            "0d9c1a52-6f4e-4b55-9c0e-2f7d1f5b7c02",
            1,
            new Close.Charging("NL*HLD*E1234*1", TAPPED, TAPPED, 41_000),
            new Close.Price(
                TOTAL,
                List.of(new Tax("VAT", "21", Money.ofMinor(CurrencyUnit.EUR, 406), null, null))),
            TAPPED);
    var session =
        new Session(close.sessionId(), null, List.of(close), List.of(), List.of(), List.of());
    return new Settlement.Settled(
        new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000001")),
        4,
        new Hold(5, Hold.Standing.CAPTURED, grant, moves, null),
        session,
        new Settlement.Result(Outcome.FULL, Money.zero(CurrencyUnit.EUR)));
  }
}
