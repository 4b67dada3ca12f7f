package dev.holdfast.terminal.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.terminal.statuspage.StatusSummary.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusSummaryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String NAME = "Cloud Payment Service";

  @ParameterizedTest
  @CsvSource({
    "operational, OPERATIONAL, MAINTENANCE",
    "degraded_performance, DEGRADED, MAINTENANCE",
    "partial_outage, DEGRADED, MAINTENANCE",
    "major_outage, DOWN, DOWN",
    "under_maintenance, MAINTENANCE, MAINTENANCE",
    "on_holiday, UNKNOWN, UNKNOWN",
    ", UNKNOWN, UNKNOWN",
  })
  void readsTheWordsOfTheStatusPage(
      String word, VendorStatus status, VendorStatus whileItIsMaintained) {
    var components = List.of(new Component("Website", "operational"), new Component(NAME, word));

    assertThat(new StatusSummary(components, null).observe(NAME, NOW).status()).isEqualTo(status);
    assertThat(
            new StatusSummary(components, Windows.ofAll("in_progress")).observe(NAME, NOW).status())
        .isEqualTo(whileItIsMaintained);
  }

  @ParameterizedTest
  @CsvSource({
    "operational",
    "degraded_performance",
    "partial_outage",
    "major_outage",
    "under_maintenance"
  })
  void itsPageSaysTheSame(String word) throws IOException {
    var components = List.of(new Component(NAME, word));
    var row =
        "| `%s` | %s | %s |"
            .formatted(
                word,
                new StatusSummary(components, null).observe(NAME, NOW).status(),
                new StatusSummary(components, Windows.ofAll("verifying"))
                    .observe(NAME, NOW)
                    .status());

    assertThat(Files.readAllLines(Path.of("docs/vendors.md"))).contains(row);
  }

  @ParameterizedTest
  @CsvSource({
    "scheduled, OPERATIONAL",
    "in_progress, MAINTENANCE",
    "verifying, MAINTENANCE",
    "completed, OPERATIONAL"
  })
  void takesOnlyWhatIsUnderWayForMaintenance(String word, VendorStatus status) {
    var summary =
        new StatusSummary(List.of(new Component(NAME, "operational")), Windows.ofAll(word));

    assertThat(summary.observe(NAME, NOW).status()).isEqualTo(status);
  }

  @Test
  void saysWhyItIsMaintenanceThoughThePageCallsTheComponentOperational() {
    var summary =
        new StatusSummary(
            List.of(new Component(NAME, "operational")), Windows.ofAll("in_progress"));

    assertThat(summary.observe(NAME, NOW).detail())
        .isEqualTo(NAME + ": operational; maintenance under way: New database");
  }

  @Test
  void doesNotGuessWhenItsComponentIsNotThere() {
    assertThat(
            new StatusSummary(List.of(new Component("Website", "major_outage")), null)
                .observe(NAME, NOW))
        .isEqualTo(
            new Observation(
                VendorStatus.UNKNOWN, "the status page has no component " + NAME, List.of()));
    assertThat(new StatusSummary(null, null).observe(NAME, NOW).status())
        .isEqualTo(VendorStatus.UNKNOWN);
  }
}
