package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.counters.Reading;
import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a payment costs, by count: the counters of the benchmark, at a few payments. */
class PaymentCountsIT {
  private static final int TERMINALS = 3;
  private static final int EACH = 10;
  private static final int PAYMENTS = TERMINALS * EACH;

  private static PaymentFigures figures;
  private static LocalSystem system;

  @BeforeAll
  static void play() {
    Progress progress = new Progress(System.out);
    system =
        PaymentComparison.start(
            Path.of(System.getProperty("holdfast.root")), OptionalInt.empty(), progress);
    try (var benchmark = new PaymentBenchmark("this build", system, progress, TERMINALS)) {
      benchmark.install(Map.of());
      figures = benchmark.count(EACH, PaymentCountsIT::settle);
      assertThat(benchmark.errors()).isEmpty();
    }
    PaymentFigures.rows(List.of(figures))
        .forEach(row -> System.out.println(String.join(" | ", row)));
  }

  @Test
  void everyPaymentIsTimed() {
    assertThat(figures.payments())
        .hasSize(PAYMENTS)
        .allSatisfy(payment -> {
          // Calls beside each other, such as terminal-registry's, may take longer than the tap.
          assertThat(payment.tap().gateway()).isPositive();
          assertThat(payment.tap().total()).isPositive();
          assertThat(payment.decided()).isPositive();
          assertThat(payment.booked()).isGreaterThanOrEqualTo(payment.decided());
        });
  }

  @Test
  void everyProcessIsSeen() {
    assertThat(figures.moved().cpuMillis())
        .containsKeys(
            "terminal-registry",
            "payment-authorization",
            "session-settlement",
            "broker",
            "schema registry",
            "simulator",
            Reading.POSTGRESQL,
            Reading.THIS_COMMAND);
    assertThat(figures.cpuMillis()).isPositive();
  }

  @Test
  void recordsAreThoseThatThePlatformSentAndThoseOfItsAnswers() {
    assertThat(records(Topic.SESSION_STARTED)).isEqualTo(PAYMENTS);
    assertThat(records(Topic.SESSION_CLOSED)).isEqualTo(PAYMENTS);
    // Billed and captured.
    assertThat(records(Topic.JOURNAL)).isEqualTo(2 * PAYMENTS);
    assertThat(records(Topic.PARKED)).isZero();
    assertThat(Arrays.stream(Topic.values()).mapToLong(PaymentCountsIT::records).sum())
        .isEqualTo(count(Reading.RECORDS));
  }

  @Test
  void everyServiceWritesAndTheSumIsThatOfAll() {
    for (String what : new String[] {Reading.COMMITS, Reading.INSERTED, Reading.UPDATED}) {
      long sum =
          Arrays.stream(Service.values())
              .mapToLong(service -> count(Reading.of(what, service.title())))
              .sum();
      assertThat(sum).as(what).isEqualTo(count(what)).isPositive();
    }
    // A payment is a row of two services, and has two entries in the journal.
    assertThat(count(Reading.of(Reading.INSERTED, "payment-authorization")))
        .isGreaterThanOrEqualTo(PAYMENTS);
    assertThat(count(Reading.of(Reading.INSERTED, "session-settlement")))
        .isGreaterThanOrEqualTo(3 * PAYMENTS);
  }

  @Test
  void whatIsWrittenIsLoggedAheadAndAskedFor() {
    assertThat(count(Reading.WAL_RECORDS)).isGreaterThan(count(Reading.INSERTED));
    assertThat(count(Reading.WAL_BYTES)).isGreaterThan(count(Reading.WAL_RECORDS));
    // BEGIN and COMMIT are statements too.
    assertThat(count(Reading.STATEMENTS)).isGreaterThan(count(Reading.COMMITS));
    assertThat(count(Reading.ROUND_TRIPS)).isGreaterThan(count(Reading.COMMITS));
    assertThat(figures.moved().counts()).containsKey(Reading.EXCEPTIONS);
  }

  /** What was reached, and a tenth; whoever makes payments cheaper lowers it. */
  @Test
  void aPaymentCostsNoMoreThanItDid() {
    assertThat(count(Reading.RECORDS)).isLessThanOrEqualTo(14 * PAYMENTS);
    assertThat(count(Reading.INSERTED)).isLessThanOrEqualTo(21 * PAYMENTS);
  }

  @Test
  void topicsAndTablesAgreeAfterwards() {
    assertThat(Audit.of(Addresses.of(system.addresses())).run().differences()).isEmpty();
  }

  private static long records(Topic topic) {
    return count(Reading.of(Reading.RECORDS, topic.topicName()));
  }

  private static long count(String what) {
    return figures.moved().counts().getOrDefault(what, -1L);
  }

  private static void settle() {
    try {
      Thread.sleep(PaymentBenchmark.STATISTICS_ARE_TOLD);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
