package dev.holdfast.authorization.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GatewaysTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final Gateway test = new OfEnvironment("ONE", Environment.ACCEPTANCE);
  private final Gateway live = new OfEnvironment("TWO", Environment.PRODUCTION);
  private final Gateways gateways =
      new Gateways(
          List.of(test, live),
          () -> Duration.ofSeconds(1),
          SomeCircuits.at(Clock.systemUTC()),
          Environment.ACCEPTANCE);

  @Test
  void servesTerminalsOfTheVendorsThatAreSetUpForThisEnvironment() {
    assertThat(gateways.serves("ONE")).isTrue();
    assertThat(gateways.serves("TWO")).isFalse();
    assertThat(gateways.serves("THREE")).isFalse();
  }

  @Test
  void aPaymentKeepsItsGatewayWhenThatIsTakenOutOfTheSettings() {
    assertThat(gateways.of(tap("ONE"))).extracting(Gateway::vendor).isEqualTo("ONE");
    assertThat(gateways.of(tap("TWO"))).extracting(Gateway::vendor).isEqualTo("TWO");
    assertThatThrownBy(() -> gateways.of(tap("THREE"))).hasMessageContaining("THREE");
  }

  private static Tap tap(String vendor) {
    return new Tap(
        UUID.randomUUID(),
        Environment.ACCEPTANCE,
        new Tap.Reader("T1", vendor, "CPO-1"),
        "E1",
        false,
        Money.parse("EUR 50.00"),
        NOW,
        NOW);
  }

  /** A third gateway is one more implementation of the port, and nothing else. */
  private record OfEnvironment(String vendor, Environment environment) implements Gateway {
    @Override
    public boolean isOffered(Environment wanted) {
      return wanted == environment;
    }

    @Override
    public Uni<Arming> arm(Tap tap) {
      return Uni.createFrom().item(new Arming.Armed());
    }

    @Override
    public Uni<Arming> armAgain(Tap tap) {
      return arm(tap);
    }

    @Override
    public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
      return Uni.createFrom().item(new CardPoll.NotYet());
    }

    @Override
    public Uni<Disarming> disarm(Tap tap) {
      return Uni.createFrom().item(new Disarming.Disarmed());
    }

    @Override
    public Disarming notDisarmed(String why) {
      return new Disarming.Unsure(why);
    }

    @Override
    public Uni<Answer> send(GatewayCall call) {
      return lookUp(call);
    }

    @Override
    public Uni<Answer> lookUp(GatewayCall call) {
      return Uni.createFrom().item(new Answer.Unknown("Nobody is asked"));
    }
  }
}
