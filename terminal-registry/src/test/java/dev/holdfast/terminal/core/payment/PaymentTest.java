package dev.holdfast.terminal.core.payment;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.payment.PaymentSamples.CHANGED;
import static dev.holdfast.terminal.core.payment.PaymentSamples.EXPIRES;
import static dev.holdfast.terminal.core.payment.PaymentSamples.REFERENCE;
import static dev.holdfast.terminal.core.payment.PaymentSamples.SENT;
import static dev.holdfast.terminal.core.payment.PaymentSamples.UNANSWERED;
import static dev.holdfast.terminal.core.payment.PaymentSamples.attempt;
import static dev.holdfast.terminal.core.payment.PaymentSamples.payment;
import static dev.holdfast.terminal.core.payment.PaymentSamples.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.payment.PaymentAttempt.Outcome;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PaymentTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Test
  void tellsFromItsReferenceWhenItWasAskedFor() {
    assertThat(payment(Course.WAITING).askedAt()).isEqualTo(NOW);
  }

  @Test
  void ordersReferencesByTheInstantTheyWereMadeAt() {
    var first = Payment.firstReferenceOf(NOW).toString();
    assertThat(first).isLessThanOrEqualTo(reference(NOW, 0).toString());
    assertThat(first).isGreaterThan(reference(NOW.minusMillis(1), 99).toString());
    assertThat(Payment.firstReferenceOf(Instant.parse("1926-01-01T00:00:00Z")))
        .isEqualTo(new UUID(0, 0));
  }

  @Test
  void refusesAReferenceThatDoesNotTellTheTime() {
    assertThatThrownBy(() -> payment(UUID.randomUUID(), 1, Course.WAITING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("reference: ");
  }

  @Test
  void refusesAHoldWithoutAnEnd() {
    assertThatThrownBy(
            () -> new Payment(REFERENCE, 1, SERIAL, Course.HELD, NOW, null, null, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expiresAt: ");
    assertThat(new Payment(REFERENCE, 1, SERIAL, Course.GOOD, NOW, null, null, null, List.of()))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING, 0, 0, false",
    "AUTHORIZING, 0, 0, true",
    "HELD, 1, 0, true",
    "CAPTURING, 1, 0, true",
    "RELEASING, 1, 0, true",
    "REFUNDING, 1, 0, true",
    "GOOD, 1, 0, false",
    "DECLINED, 1, 1, false",
    "ABANDONED, 0, 0, false",
    "FAILED, 1, 1, false",
    "EXPIRED, 1, 0, false"
  })
  void countsOnceTheCardIsJudged(Course course, long finished, long troubled, boolean underWay) {
    assertThat(payment(course).count()).isEqualTo(new PaymentCount(finished, troubled));
    assertThat(payment(course, SENT).count()).isEqualTo(new PaymentCount(finished, troubled));
    assertThat(payment(course, UNANSWERED).count()).isEqualTo(new PaymentCount(1, 1));
    assertThat(course.isUnderWay()).isEqualTo(underWay);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "ABANDONED", "FAILED", "EXPIRED"})
  void namesTheTroubleWithItsReason(Course course) {
    assertThat(payment(course, "insufficient funds", null).trouble())
        .hasValue(course + ": insufficient funds");
    assertThat(payment(course).trouble()).hasValue(course.name());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"DECLINED", "ABANDONED", "FAILED", "EXPIRED"})
  void namesNoTroubleWhereThereIsNone(Course course) {
    assertThat(payment(course, "whatever", null, SENT).trouble()).isEmpty();
  }

  @Test
  void namesTheUnansweredAttemptFirst() {
    var refused = attempt(Purpose.SETTLE, Outcome.REFUSED, 40, "not allowed");
    assertThat(payment(Course.CAPTURING, refused, UNANSWERED).trouble())
        .hasValue("UNANSWERED: no answer within 5000 ms");
    assertThat(payment(Course.CAPTURING, refused).trouble()).isEmpty();
  }

  @Test
  void keepsReasonsShortAndCharactersWhole() {
    var fits = "D".repeat(Payment.LONGEST_TEXT - "FAILED: ".length());
    assertThat(payment(Course.FAILED, fits, null).trouble()).hasValue("FAILED: " + fits);
    var trouble = payment(Course.FAILED, "⚡🔌".repeat(500), null).trouble().orElseThrow();
    assertThat(trouble.codePointCount(0, trouble.length())).isEqualTo(Payment.LONGEST_TEXT);
    assertThat(trouble).startsWith("FAILED: ⚡🔌⚡").endsWith("⚡…");
    var why = payment(Course.GOOD, null, "!".repeat(500)).suspicion().orElseThrow().why();
    assertThat(why).hasSize(Payment.LONGEST_TEXT);
  }

  @Test
  void wasGoodWhenItsLastMovementWentThrough() {
    var authorized = attempt(Purpose.AUTHORIZE, Outcome.APPROVED, 10, null);
    var refused = attempt(Purpose.SETTLE, Outcome.REFUSED, 20, "no");
    var taken = attempt(Purpose.SETTLE, Outcome.APPROVED, 30, null);
    var takenMore = attempt(Purpose.SETTLE, Outcome.APPROVED, 35, null);
    var refunded = attempt(Purpose.REFUND, Outcome.APPROVED, 40, null);
    assertThat(payment(Course.GOOD, authorized, refused, taken).goodAt()).hasValue(taken.at());
    assertThat(payment(Course.GOOD, taken, takenMore).goodAt()).hasValue(takenMore.at());
    assertThat(payment(Course.GOOD, taken, refunded).goodAt()).hasValue(taken.at());
    assertThat(payment(Course.REFUNDING, taken, refunded).goodAt()).hasValue(taken.at());
    assertThat(payment(Course.GOOD, authorized).goodAt()).hasValue(CHANGED);
    assertThat(payment(Course.GOOD, refused).goodAt()).hasValue(CHANGED);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GOOD", "REFUNDING"})
  void isNotGoodBeforeOrOtherwise(Course course) {
    var approved = attempt(Purpose.SETTLE, Outcome.APPROVED, 30, null);
    assertThat(payment(course, approved).goodAt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING", "GOOD", "DECLINED", "ABANDONED", "FAILED", "EXPIRED"})
  void isNotSuspectWhereNothingIsToCome(Course course) {
    assertThat(payment(course, "a reason", null).suspicion()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHORIZING", "CAPTURING", "RELEASING", "REFUNDING"})
  void isStuckWhenAMovementTakesLong(Course course) {
    var before = attempt(Purpose.SETTLE, Outcome.REFUSED, 20, "no");
    var suspicion = payment(course, before, SENT).suspicion().orElseThrow();
    assertThat(suspicion).isEqualTo(new Suspicion(SENT.at(), true, course + " takes too long"));
    assertThat(suspicion.holds(SENT.at().plus(PATIENCE).minusMillis(1), PATIENCE)).isFalse();
    assertThat(suspicion.holds(SENT.at().plus(PATIENCE), PATIENCE)).isTrue();
    assertThat(payment(course).suspicion().map(Suspicion::from)).hasValue(CHANGED);
  }

  @Test
  void isStuckWhenItsHoldIsPastItsExpiry() {
    var suspicion = payment(Course.HELD).suspicion().orElseThrow();
    assertThat(suspicion).isEqualTo(new Suspicion(EXPIRES, false, "HELD beyond its expiry"));
    assertThat(suspicion.holds(EXPIRES.minusMillis(1), PATIENCE)).isFalse();
    assertThat(suspicion.holds(EXPIRES, PATIENCE)).isTrue();
  }

  @Test
  void isStuckAtOnceWhileAnOutcomeIsUnknownOrAPersonMustLook() {
    assertThat(payment(Course.CAPTURING, UNANSWERED).suspicion())
        .hasValue(new Suspicion(UNANSWERED.at(), false, "UNANSWERED: no answer within 5000 ms"));
    assertThat(payment(Course.GOOD, null, "look here").suspicion())
        .hasValue(new Suspicion(CHANGED, false, "look here"));
    assertThat(payment(Course.CAPTURING, null, "look here", UNANSWERED).suspicion())
        .hasValue(new Suspicion(UNANSWERED.at(), false, "look here"));
  }
}
