package dev.holdfast.authorization.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.HoldValidity;
import dev.holdfast.authorization.gateway.OtherPayments;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the sessions at a terminal are ours. */
class OwnSessionTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final UUID REFERENCE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final String OLD = session("old", "AUTHORIZED", 5000);
  private static final String NEW = session("new", "AUTHORIZED", 5000);
  private static final PayterSettings SETTINGS =
      new SmallRyeConfigBuilder()
          .withMapping(PayterSettings.class)
          .build()
          .getConfigMapping(PayterSettings.class);

  private final SessionStates states = new SessionStates(SETTINGS);
  private OtherPayments.Claims claims = new OtherPayments.Claims(Set.of(), false);
  private Duration later = Duration.ofSeconds(5);

  @Test
  void whatIsNewAndFitsIsOurs() {
    assertThat(among(before(OLD), OLD, NEW))
        .isInstanceOfSatisfying(
            Approved.class, found -> assertThat(found.gatewayReference()).isEqualTo("new"));
  }

  @Test
  void whatStoodThereBeforeIsNot() {
    assertThat(among(before(OLD), OLD)).isInstanceOf(NotActed.class);
    assertThat(among(before())).isInstanceOf(NotActed.class);
  }

  @Test
  void ofTwoThatFitNeitherIs() {
    assertThat(among(before(), OLD, NEW))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).contains("old, new"));
  }

  /** One driver after the other: the first one's call may come late, onto the second one's card. */
  @Test
  void whatMayBeAnotherPaymentsIsNot() {
    claims = new OtherPayments.Claims(Set.of(), true);

    assertThat(among(before(), NEW)).isInstanceOf(Unknown.class);
  }

  @Test
  void whatIsAnotherPaymentsIsNot() {
    claims = new OtherPayments.Claims(Set.of("new"), false);

    assertThat(among(before(), NEW)).isInstanceOf(NotActed.class);
  }

  @Test
  void withoutALookBeforeNothingIsKnownToBeNew() {
    assertThat(among(null, NEW)).isInstanceOf(Unknown.class);
    assertThat(among(null)).isInstanceOf(NotActed.class);
  }

  @Test
  void whatComesLongAfterTheCallIsNoProof() {
    later = Duration.ofMinutes(6);

    assertThat(among(before(), NEW)).isInstanceOf(Unknown.class);
  }

  @Test
  void lessMayBeAPartOfOursAndMoreCannotBe() {
    assertThat(among(before(), session("new", "AUTHORIZED", 2500))).isInstanceOf(Unknown.class);
    assertThat(among(before(), session("new", "AUTHORIZED", 5001))).isInstanceOf(NotActed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECLINED", "CANCELLED", "COMMITTED"})
  void whatHoldsNothingCannotBe(String state) {
    assertThat(among(before(), session("new", state, 5000))).isInstanceOf(NotActed.class);
  }

  @Test
  void aStateThatIsNotKnownHereMayHold() {
    assertThat(among(before(), session("new", "PENDING", 5000))).isInstanceOf(Unknown.class);
  }

  @Test
  void ourReferenceIsProofWhateverElseStandsThere() {
    claims = new OtherPayments.Claims(Set.of(), true);
    later = Duration.ofDays(1);
    var ours = named("mine", "AUTHORIZED", REFERENCE + ":AUTHORIZE:1");
    var theirs = named("theirs", "AUTHORIZED", "other:AUTHORIZE:1");

    assertThat(among(null, theirs, ours))
        .isInstanceOfSatisfying(
            Approved.class, found -> assertThat(found.gatewayReference()).isEqualTo("mine"));
    assertThat(among(null, theirs)).isInstanceOf(NotActed.class);
    assertThat(among(null, ours, ours)).isInstanceOf(Unknown.class);
    assertThat(among(null, ours.replace("AUTHORIZED", "DECLINED"))).isInstanceOf(Refused.class);
  }

  private Answer among(@Nullable String before, String... sessions) {
    var clock = Clock.fixed(NOON.plus(later), ZoneOffset.UTC);
    var judged = new PayterSessions(new HoldValidity(), states, clock);
    var own = new OwnSession(judged, states, _ -> Uni.createFrom().item(claims), SETTINGS, clock);
    return own.among(call(before), list(sessions)).await().indefinitely();
  }

  private String before(String... sessions) {
    return SessionsBefore.in(list(sessions), states::mayHold).orElseThrow();
  }

  private static GatewayCall call(@Nullable String before) {
    var fifty = Money.parse("EUR 50.00");
    var tap =
        new Tap(
            REFERENCE,
            Environment.ACCEPTANCE,
            new Tap.Reader("P1", "PAYTER", "CPO-1"),
            "E1",
            false,
            fifty,
            NOON,
            NOON.plusSeconds(60));
    var attempt =
        new Attempt(
            1, Kind.AUTHORIZE, fifty, Outcome.UNKNOWN, null, null, NOON, 1, before, NOON, null);
    return new GatewayCall(tap, Optional.empty(), attempt);
  }

  private static Reply list(String... sessions) {
    try {
      return new Reply(200, new ObjectMapper().readTree("[" + String.join(",", sessions) + "]"));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static String session(String id, String state, long amount) {
    return "{\"sessionId\":\"%s\",\"state\":\"%s\",\"authorizedAmount\":%d}"
        .formatted(id, state, amount);
  }

  private static String named(String id, String state, String reference) {
    return session(id, state, 5000).replace("}", ",\"reference\":\"" + reference + "\"}");
  }
}
