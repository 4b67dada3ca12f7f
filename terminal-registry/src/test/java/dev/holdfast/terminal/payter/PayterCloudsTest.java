package dev.holdfast.terminal.payter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayterCloudsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "holdfast.payter.test.url, http://127.0.0.1/test",
    "holdfast.payter.test.api-key, secret",
    "holdfast.payter.timeout, 7s",
  })
  void doNotAskWithoutBothAddressAndKey(String setting, String value) {
    var settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(PayterSettings.class)
            .withDefaultValues(Map.of(setting, value))
            .build()
            .getConfigMapping(PayterSettings.class);

    assertThat(
            new PayterClouds(settings, Clock.fixed(NOW, ZoneOffset.UTC))
                .ask(VendorEnvironment.TEST, "P6820211200171")
                .await()
                .indefinitely())
        .isEqualTo(
            new Unknown(
                NOW,
                "not configured: set holdfast.payter.test.url and holdfast.payter.test.api-key"));
  }
}
