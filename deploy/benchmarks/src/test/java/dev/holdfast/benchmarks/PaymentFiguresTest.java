package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.TapFigures.Tapped;
import dev.holdfast.benchmarks.counters.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaymentFiguresTest {
  private final PaymentFigures now = figures("this build", 100, Map.of(Reading.COMMITS, 600L));
  private final PaymentFigures before =
      figures("before", 400, Map.of(Reading.COMMITS, 1_200L, Reading.STATEMENTS, 5_000L));

  @Test
  void figuresAreOfAPayment() {
    assertThat(rows(List.of(now)))
        .contains(
            "payments counted|100.0",
            "payments a second|10.0",
            "tap, p50, ms|50.0",
            "tap without the gateway, p50, ms|30.0",
            "session-closed to settlement, p99, ms|2.0",
            "session-closed to settled and booked, p99.9, ms|3.0",
            "CPU ms a payment: services and PostgreSQL|1.0",
            "commits a payment|6.0");
  }

  @Test
  void whatWasNotCountedIsSaid() {
    assertThat(rows(List.of(now)))
        .contains("statements a payment|not counted", "exceptions a payment|not counted");
  }

  @Test
  void theRatioIsOfThisBuildToTheOther() {
    assertThat(PaymentFigures.header(List.of(now, before)))
        .containsExactly("what", "this build", "before", "ratio");
    assertThat(rows(List.of(now, before)))
        .contains(
            "commits a payment|6.0|12.0|0.50",
            "CPU ms a payment: services and PostgreSQL|1.0|4.0|0.25",
            "statements a payment|not counted|50.0|");
  }

  @Test
  void windowsAgreeWithinATenth() {
    assertThat(WarmUp.agree(90, 100)).isTrue();
    assertThat(WarmUp.agree(100, 89.9)).isFalse();
  }

  private static List<String> rows(List<PaymentFigures> builds) {
    return PaymentFigures.rows(builds).stream().map(cells -> String.join("|", cells)).toList();
  }

  private static PaymentFigures figures(String build, long cpuMillis, Map<String, Long> counts) {
    return new PaymentFigures(
        build,
        Duration.ofSeconds(10),
        LongStream.rangeClosed(1, 100)
            .mapToObj(i -> new PaymentTimes(new Tapped(i * 1_000, 20_000), 2_000, 3_000))
            .toList(),
        new Reading(Map.of("payment-authorization", cpuMillis, "broker", 1L), counts));
  }
}
