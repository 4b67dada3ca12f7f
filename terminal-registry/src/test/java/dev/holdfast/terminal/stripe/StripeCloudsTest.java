package dev.holdfast.terminal.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mode is only asked with a key of that mode. */
class StripeCloudsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void doNotAskWithoutAKey() {
    assertThat(asked(VendorEnvironment.TEST))
        .isEqualTo(
            new Unknown(
                NOW,
                "not configured: set holdfast.stripe.test.secret-key to a secret or restricted key of test mode"));
    assertThat(asked(VendorEnvironment.PRODUCTION))
        .isEqualTo(
            new Unknown(
                NOW,
                "not configured: set holdfast.stripe.production.secret-key to a secret or restricted key of live mode"));
  }

  @ParameterizedTest
  @CsvSource({
    "holdfast.stripe.test.secret-key, sk_live_51Secret",
    "holdfast.stripe.test.secret-key, pk_test_51Secret",
    "holdfast.stripe.secret-key, rk_live_51Secret",
    "holdfast.stripe.secret-key, whsec_51Secret",
    "holdfast.stripe.production.secret-key, sk_test_51Secret",
  })
  void haveNoUseForAKeyOfTheOtherModeOrNone(String setting, String key) {
    assertThat(StripeClouds.key(VendorEnvironment.TEST, settings(Map.of(setting, key)))).isEmpty();
  }

  @Test
  void takeTheAccountsKeyWhereAModeHasNoneOfItsOwn() {
    var given =
        settings(
            Map.of(
                "holdfast.stripe.secret-key", "sk_live_51Account",
                "holdfast.stripe.test.secret-key", "rk_test_51Readers"));

    assertThat(StripeClouds.key(VendorEnvironment.TEST, given).orElseThrow().secret())
        .isEqualTo("rk_test_51Readers");
    assertThat(StripeClouds.key(VendorEnvironment.PRODUCTION, given).orElseThrow().secret())
        .isEqualTo("sk_live_51Account");
    var own = settings(Map.of("holdfast.stripe.production.secret-key", "rk_live_51Readers"));
    assertThat(StripeClouds.key(VendorEnvironment.PRODUCTION, own).orElseThrow().secret())
        .isEqualTo("rk_live_51Readers");
  }

  @ParameterizedTest
  @CsvSource({
    "sk_test_51Secret, TEST",
    "rk_test_51Secret, TEST",
    "sk_live_51Secret, PRODUCTION",
    "rk_live_51Secret, PRODUCTION",
    "pk_live_51Secret,",
    "51Secret,",
  })
  void tellTheModeOfAKeyByItsPrefix(String key, @Nullable VendorEnvironment mode) {
    assertThat(StripeKey.of(key).map(StripeKey::mode).orElse(null)).isEqualTo(mode);
  }

  private static CloudAnswer asked(VendorEnvironment mode) {
    return new StripeClouds(settings(Map.of()), Clock.fixed(NOW, ZoneOffset.UTC))
        .ask(mode, "tmr_FDOt2wlRZEdpd7")
        .await()
        .indefinitely();
  }

  private static StripeSettings settings(Map<String, String> given) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(StripeSettings.class)
        .withDefaultValues(given)
        .build()
        .getConfigMapping(StripeSettings.class);
  }
}
