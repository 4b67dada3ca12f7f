package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.cpo.CountryLimit;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReadCountryLimitsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void readsTheLimitsThatTheServiceBringsWithIt() {
    var limits = ReadCountryLimits.fromFile();

    assertThat(limits.inForce("NL", NOW))
        .contains(
            new CountryLimit(
                "NL",
                Money.parse("EUR 50.00"),
                LocalDate.parse("2020-03-26"),
                "nfcw.com article 366173",
                "medium"));
    assertThat(limits.inForce("CZ", NOW).map(CountryLimit::source))
        .contains("common knowledge, to be confirmed");
    assertThat(limits.inForce("UZ", NOW).map(CountryLimit::highest))
        .contains(Money.parse("UZS 250000.00"));
    assertThat(limits.inForce("AQ", NOW)).isEmpty();
  }
}
