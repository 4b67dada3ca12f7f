package dev.holdfast.authorization.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Whatever an adapter does, or does not, its callers are answered. */
class BoundedGatewayTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Tap TAP =
      new Tap(
          UUID.randomUUID(),
          Environment.ACCEPTANCE,
          new Tap.Reader("T1", "ODD", "CPO-1"),
          "E1",
          false,
          Money.parse("EUR 50.00"),
          NOW,
          NOW);
  private static final GatewayCall CALL =
      new GatewayCall(
          TAP,
          Optional.empty(),
          new Attempt(
              1,
              Kind.AUTHORIZE,
              Money.parse("EUR 50.00"),
              Outcome.SENT,
              null,
              null,
              NOW,
              0,
              null,
              null,
              null));

  private final Circuits circuits = SomeCircuits.at(Clock.systemUTC());
  private final AtomicInteger givenUp = new AtomicInteger();

  @Test
  void aCallThatNeverEndsIsNotCertainAndIsGivenUp() {
    var silent = bounded(new Odd(true, this::never));

    assertThat(silent.arm(TAP).await().atMost(PATIENCE)).isInstanceOf(Arming.Unsure.class);
    assertThat(silent.armAgain(TAP).await().atMost(PATIENCE)).isInstanceOf(Arming.Unsure.class);
    assertThat(silent.awaitCard(TAP, Duration.ZERO).await().atMost(PATIENCE))
        .isInstanceOf(CardPoll.Unsure.class);
    assertThat(silent.disarm(TAP).await().atMost(PATIENCE)).isInstanceOf(Disarming.Unsure.class);
    assertThat(silent.send(CALL).await().atMost(PATIENCE))
        .isEqualTo(new Answer.Unknown("No answer within 200 ms"));
    assertThat(silent.lookUp(CALL).await().atMost(PATIENCE)).isInstanceOf(Answer.Unknown.class);
    assertThat(givenUp).hasValue(6);
    assertThat(circuits.of("ODD").isOpen()).isTrue();
  }

  @Test
  void aCallThatFailsIsNotCertainAndTellsNoSecret() {
    var failing =
        bounded(
            new Odd(
                true,
                () -> Uni.createFrom().failure(new IllegalStateException("GET /x?callback=1"))));

    assertThat(failing.lookUp(CALL).await().atMost(PATIENCE))
        .isEqualTo(new Answer.Unknown("GET /x?***"));
  }

  @Test
  void aCallThatBreaksBeforeItBeginsIsNotCertainEither() {
    var broken =
        bounded(
            new Odd(
                true,
                () -> {
                  throw new IllegalStateException("broken");
                }));

    assertThat(broken.send(CALL).await().atMost(PATIENCE)).isEqualTo(new Answer.Unknown("broken"));
  }

  @Test
  void whereNothingIsSetUpNobodyIsCalled() {
    var absent = bounded(new Odd(false, this::never));

    assertThat(absent.send(CALL).await().atMost(PATIENCE))
        .isEqualTo(new Answer.Unknown("ODD is not set up here"));
    assertThat(givenUp).hasValue(0);
    assertThat(circuits.of("ODD").isOpen()).isFalse();
  }

  private Gateway bounded(Gateway gateway) {
    return new BoundedGateway(gateway, Duration.ofMillis(100), circuits.of(gateway.vendor()));
  }

  private Uni<Object> never() {
    return Uni.createFrom().nothing().onCancellation().invoke(givenUp::incrementAndGet);
  }

  /** Does the same with every call, whatever it is asked. */
  private record Odd(boolean isSetUp, Supplier<Uni<Object>> does) implements Gateway {
    @Override
    public String vendor() {
      return "ODD";
    }

    @Override
    public boolean isOffered(Environment environment) {
      return isSetUp;
    }

    @Override
    public Uni<Arming> arm(Tap tap) {
      return does.get().map(Arming.class::cast);
    }

    @Override
    public Uni<Arming> armAgain(Tap tap) {
      return does.get().map(Arming.class::cast);
    }

    @Override
    public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
      return does.get().map(CardPoll.class::cast);
    }

    @Override
    public Uni<Disarming> disarm(Tap tap) {
      return does.get().map(Disarming.class::cast);
    }

    @Override
    public Disarming notDisarmed(String why) {
      return new Disarming.Unsure(why);
    }

    @Override
    public Uni<Answer> send(GatewayCall call) {
      return does.get().map(Answer.class::cast);
    }

    @Override
    public Uni<Answer> lookUp(GatewayCall call) {
      return does.get().map(Answer.class::cast);
    }
  }
}
