package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaymentsTest {
  private final Payments payments = new Payments(Instant.parse("2026-11-26T12:00:00Z"));

  @Test
  void referencesAreSortableUuidsThatTellTheirNumber() {
    List<String> references = IntStream.range(0, 5_000).mapToObj(payments::reference).toList();

    assertThat(references).isSorted().doesNotHaveDuplicates();
    assertThat(references)
        .map(UUID::fromString)
        .allMatch(uuid -> uuid.version() == 7 && uuid.variant() == 2);
    assertThat(payments.numberOf(references.get(4_999))).isEqualTo(4_999);
  }

  @Test
  void holdAndSessionAreOfOnePayment() {
    assertThat(payments.held(7).getReference())
        .isEqualTo(payments.closed(7).getReference())
        .isEqualTo(payments.reference(7));
  }

  @Test
  void taxIsBilledOnEverySession() {
    assertThat(IntStream.range(0, 7_000).mapToObj(payments::closed))
        .allSatisfy(closed ->
            assertThat(closed.getTaxes().getFirst().getAmount().getMinorUnits()).isPositive());
  }

  @Test
  void someSessionsCostMoreThanTheHold() {
    assertThat(IntStream.range(0, 7_000).mapToObj(payments::closed))
        .anyMatch(closed -> closed.getTotal().getMinorUnits() > 5_000)
        .anyMatch(closed -> closed.getTotal().getMinorUnits() < 5_000);
  }
}
