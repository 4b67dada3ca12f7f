package dev.holdfast.authorization.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.gateway.SomeCircuits;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAccountTest {
  @ParameterizedTest
  @CsvSource({
    "sk_test_1, ACCEPTANCE",
    "rk_test_1, ACCEPTANCE",
    "sk_live_1, PRODUCTION",
    "rk_live_1, PRODUCTION",
  })
  void aKeyTellsTheEnvironmentThatItPairsWith(String key, Environment environment) {
    assertThat(StripeAccount.pairsWith(key)).contains(environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pk_test_1", "whsec_1", "1"})
  void whatIsNoSecretKeyPairsWithNothing(String key) {
    assertThat(StripeAccount.pairsWith(key)).isEmpty();
    assertThat(account(Optional.of(key)).of(Environment.ACCEPTANCE)).isEmpty();
  }

  @Test
  void withoutAKeyNothingIsOffered() {
    assertThat(account(Optional.empty()).of(Environment.ACCEPTANCE)).isEmpty();
    assertThat(account(Optional.empty()).of(Environment.PRODUCTION)).isEmpty();
    assertThat(account(Optional.empty()).isLive()).isFalse();
  }

  private static StripeAccount account(Optional<String> key) {
    var settings = new GivenSettings(key.map(GivenSettings.Given::new), Duration.ofSeconds(1));
    return new StripeAccount(
        settings, () -> Duration.ofSeconds(10), SomeCircuits.at(Clock.systemUTC()));
  }
}
