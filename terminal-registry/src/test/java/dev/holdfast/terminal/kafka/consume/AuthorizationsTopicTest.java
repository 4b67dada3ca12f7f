package dev.holdfast.terminal.kafka.consume;

import static dev.holdfast.terminal.Payments.attempt;
import static dev.holdfast.terminal.Payments.payment;
import static dev.holdfast.terminal.Payments.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.DeclineKind;
import dev.holdfast.terminal.core.payment.Course;
import dev.holdfast.terminal.core.payment.PaymentAttempt;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Outcome;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Purpose;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Reads records as they come from the topic, without the topic. */
@SuppressWarnings("NullAway") // reading needs none of what the handler applies with
class AuthorizationsTopicTest {
  private static final String KEY = "01934d3a-7c00-7000-8000-000000000001";
  private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
  private static final AuthorizationsTopic AUTHORIZATIONS = new AuthorizationsTopic(null, null);

  @Test
  void takesWhatTellsHowTheTerminalDoes() {
    var record =
        with(
            known(AuthorizationStatus.CAPTURED)
                .setReason("a reason")
                .setAttention("look at card 4111 1111 1111 1111"),
            attempt(AttemptKind.WHOLE, AttemptOutcome.REFUSED, AT, "no: 4111111111111111"));
    assertThat(AUTHORIZATIONS.read(KEY, record))
        .satisfies(payment -> {
          assertThat(payment.reference()).hasToString(KEY);
          assertThat(payment.version()).isEqualTo(3);
          assertThat(payment.serial()).isEqualTo("P68");
          assertThat(payment.course()).isEqualTo(Course.GOOD);
          assertThat(payment.changedAt()).isEqualTo(record.getOccurredAt());
          assertThat(payment.expiresAt()).isEqualTo(record.getExpiresAt());
          assertThat(payment.reason()).isEqualTo("a reason");
          assertThat(payment.attention()).isEqualTo("look at card ***************1111");
          assertThat(payment.attempts())
              .containsExactly(
                  new PaymentAttempt(Purpose.SETTLE, Outcome.REFUSED, AT, "no: ************1111"));
        });
  }

  @Test
  void beginsTheReasonOfADeclineWithItsKind() {
    var declined = known(AuthorizationStatus.DECLINED).setReason("do not ask");

    assertThat(AUTHORIZATIONS.read(KEY, declined.build()).reason()).isEqualTo("do not ask");
    declined.setDeclineKind(DeclineKind.OTHER);
    assertThat(AUTHORIZATIONS.read(KEY, declined.build()).reason()).isEqualTo("do not ask");
    declined.setDeclineKind(DeclineKind.PIN_NEEDED);
    assertThat(AUTHORIZATIONS.read(KEY, declined.build()).trouble())
        .contains("DECLINED: PIN_NEEDED: do not ask");
    declined.setReason(null);
    assertThat(AUTHORIZATIONS.read(KEY, declined.build()).reason()).isEqualTo("PIN_NEEDED");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "UNRECOGNIZED")
  void knowsEveryStatus(AuthorizationStatus status) {
    assertThat(AUTHORIZATIONS.read(KEY, known(status).build()).course().isUnderWay())
        .isEqualTo(
            switch (status) {
              case AUTHORIZING, HELD, CAPTURING, RELEASING, REFUNDING -> true;
              default -> false;
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZE, AUTHORIZE",
    "CAPTURE, SETTLE",
    "OVER_COMMIT, SETTLE",
    "WHOLE, SETTLE",
    "HOLD, SETTLE",
    "RELEASE, SETTLE",
    "REFUND, REFUND",
    "UNRECOGNIZED, OTHER"
  })
  void knowsWhatEachCallWasFor(AttemptKind kind, Purpose purpose) {
    var record =
        with(known(AuthorizationStatus.CAPTURING), attempt(kind, AttemptOutcome.UNKNOWN, AT, null));
    assertThat(AUTHORIZATIONS.read(KEY, record).attempts())
        .containsExactly(new PaymentAttempt(purpose, Outcome.UNKNOWN, AT, null));
  }

  @Test
  void refusesAStatusThatItDoesNotKnow() {
    refuses("status: one that", KEY, known(AuthorizationStatus.UNRECOGNIZED).build());
  }

  @Test
  void refusesAKeyThatIsNotTheReference() {
    refuses("The key other is not", "other", known(AuthorizationStatus.HELD).build());
  }

  @Test
  void refusesAReferenceThatIsNoUuidOrNotTheUsualWayToWriteIt() {
    for (var name : new String[] {"a", KEY.toUpperCase(Locale.ROOT), "1-1-7000-8000-1"}) {
      var record = payment(name, "P68", 3, AuthorizationStatus.HELD).build();
      assertThatThrownBy(() -> AUTHORIZATIONS.read(name, record)).isInstanceOf(Unacceptable.class);
    }
  }

  @Test
  void refusesWhatTheRulesDoNotTake() {
    var unmade = "01934d3a-7c00-4000-8000-000000000001";
    refuses("reference: ", unmade, payment(unmade, "P", 3, AuthorizationStatus.HELD).build());
    refuses("expiresAt: ", KEY, known(AuthorizationStatus.HELD).setExpiresAt(null).build());
  }

  private static void refuses(String reason, String key, AuthorizationChanged record) {
    assertThatThrownBy(() -> AUTHORIZATIONS.read(key, record))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith(reason);
  }

  private static AuthorizationChanged.Builder known(AuthorizationStatus status) {
    return payment(KEY, "P68", 3, status);
  }
}
