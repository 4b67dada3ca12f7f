package dev.holdfast.terminal.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.VendorReport.Observation;
import dev.holdfast.terminal.core.VendorStatus;
import dev.holdfast.terminal.statuspage.Summary.Component;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  private static final String NAME = "Cloud Payment Service";

  @ParameterizedTest
  @CsvSource({
    "operational, OPERATIONAL",
    "degraded_performance, DEGRADED",
    "partial_outage, DEGRADED",
    "major_outage, DOWN",
    "under_maintenance, MAINTENANCE",
    "on_holiday, UNKNOWN",
    ", UNKNOWN",
  })
  void readsTheWordsOfTheStatusPage(String word, VendorStatus status) {
    var summary =
        new Summary(List.of(new Component("Website", "operational"), new Component(NAME, word)));

    assertThat(summary.observe(NAME).status()).isEqualTo(status);
  }

  @Test
  void doesNotGuessWhenItsComponentIsNotThere() {
    assertThat(new Summary(List.of(new Component("Website", "major_outage"))).observe(NAME))
        .isEqualTo(
            new Observation(VendorStatus.UNKNOWN, "the status page has no component " + NAME));
    assertThat(new Summary(null).observe(NAME).status()).isEqualTo(VendorStatus.UNKNOWN);
  }
}
