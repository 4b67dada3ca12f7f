package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.gateway.SomeCircuits;
import io.smallrye.config.Secret;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAccountTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    var _ = VERTX.close();
  }

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

  @Test
  void sharesItsConfigurationWithTheRegistry() {
    var given =
        GivenSettings.of(
            Map.of(
                "holdfast.stripe.test.secret-key", "rk_test_1",
                "holdfast.stripe.production.secret-key", "rk_live_1",
                "holdfast.stripe.status-page.url", "https://status.example.com",
                "holdfast.stripe.status-page.every", "30s"));
    assertThat(given.secretKey().map(Secret::get)).isEmpty();
    assertThat(given.url()).hasToString("https://api.stripe.com");
  }

  private static StripeAccount account(Optional<String> key) {
    var given = new HashMap<String, String>();
    key.ifPresent(secret -> given.put("holdfast.stripe.secret-key", secret));
    return new StripeAccount(
        GivenSettings.of(given),
        () -> Duration.ofSeconds(10),
        SomeCircuits.at(Clock.systemUTC()),
        VERTX,
        Clock.systemUTC());
  }
}
