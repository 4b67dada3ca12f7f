package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;

/** The service, whose Stripe is the simulator: its journal is the witness. */
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@WithTestResource(value = StripeResource.class, scope = TestResourceScope.GLOBAL)
class AtStripe {
  @Inject Gateways gateways;

  @SuppressWarnings("NullAway.Init") // filled by StripeResource
  StripeDoors stripe;

  @AfterEach
  void heal() {
    stripe.heal();
  }

  final HeldAtStripe driver(String money) {
    return new HeldAtStripe(gateways.of(StripeAccount.VENDOR), stripe, Instant.now(), money);
  }

  final HeldAtStripe held(StripeCard card) {
    return driver("EUR 50.00").holding(card);
  }

  static void assertMoved(String money, Answer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Approved.class,
            approved -> assertThat(approved.amount()).isEqualTo(Money.parse(money)));
  }
}
