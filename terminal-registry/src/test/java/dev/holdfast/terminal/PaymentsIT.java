package dev.holdfast.terminal;

import static dev.holdfast.events.AuthorizationStatus.ABANDONED;
import static dev.holdfast.events.AuthorizationStatus.AUTHORIZING;
import static dev.holdfast.events.AuthorizationStatus.AWAITING_CARD;
import static dev.holdfast.events.AuthorizationStatus.CAPTURED;
import static dev.holdfast.events.AuthorizationStatus.CAPTURING;
import static dev.holdfast.events.AuthorizationStatus.DECLINED;
import static dev.holdfast.events.AuthorizationStatus.EXPIRED;
import static dev.holdfast.events.AuthorizationStatus.HELD;
import static dev.holdfast.terminal.Payments.attempt;
import static dev.holdfast.terminal.Payments.payment;
import static dev.holdfast.terminal.Payments.reference;
import static dev.holdfast.terminal.Payments.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.payment.StuckPayment;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the registry knows of payments from authorizations.v1. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class PaymentsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static TopicProbe probe;

  @Inject PaymentRows rows;

  private final String serial = Doors.newSerial();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void knowsNothingOfATerminalWithoutPayments() {
    var history = rows.history(serial);
    assertThat(history.own()).isEqualTo(PaymentCount.NONE);
    assertThat(history.troubles()).isEmpty();
    assertThat(history.lastGoodAt()).isNull();
    assertThat(history.isWorseThanFleet()).isFalse();
  }

  @Test
  void countsHowRecentPaymentsWent() throws SQLException {
    var other = Doors.newSerial();
    rows.whileNoneIsWritten(() -> {
      for (int i = 0; i < 2; i++) {
        say(payment(ago(i), serial, 3, DECLINED).setReason("INSUFFICIENT_FUNDS").build());
        say(payment(ago(i), other, 5, CAPTURED).build());
      }
      say(payment(ago(3), serial, 2, ABANDONED).setReason("no card within 60 s").build());
      say(payment(ago(4), serial, 4, EXPIRED).build());
      say(payment(ago(5), serial, 1, AWAITING_CARD).build());
      say(payment(ago(24 * 8), serial, 3, DECLINED).setReason("too long ago").build());
    });

    var history = history(serial, 6);
    assertThat(history.own()).isEqualTo(new PaymentCount(3, 2));
    assertThat(history.troubles())
        .isEqualTo(
            Map.of(
                "DECLINED: INSUFFICIENT_FUNDS",
                2,
                "ABANDONED: no card within 60 s",
                1,
                "EXPIRED",
                1));
    assertThat(history.stuck()).isEmpty();
    assertThat(history.lastGoodAt()).isNull();
    assertThat(history(other, 2).own()).isEqualTo(new PaymentCount(2, 0));
    assertThat(rows.history(serial).isWorseThanFleet()).isTrue();
    assertThat(rows.history(other).isWorseThanFleet()).isFalse();
    assertThat(rows.counted()).isEqualTo(rows.recounted());
  }

  @Test
  void listsWhatIsStuckLongestFirst() {
    var longAgo = now.minusSeconds(3600);
    var unanswered = ago(2);
    var captured = ago(1);
    var held = ago(48);
    var slow = ago(3);
    say(
        with(
            payment(unanswered, serial, 2, AUTHORIZING),
            attempt(AttemptKind.AUTHORIZE, AttemptOutcome.UNKNOWN, now, "no answer")));
    say(
        payment(captured, serial, 5, CAPTURED)
            .setOccurredAt(now.minusSeconds(60))
            .setAttention("The gateway took EUR 1.00")
            .build());
    say(payment(held, serial, 3, HELD).setExpiresAt(now.minusSeconds(120)).build());
    say(
        with(
            payment(slow, serial, 4, CAPTURING),
            attempt(AttemptKind.CAPTURE, AttemptOutcome.UNKNOWN, longAgo, null)));
    say(payment(ago(4), serial, 3, HELD).build());
    say(
        with(
            payment(ago(0), serial, 4, CAPTURING),
            attempt(AttemptKind.CAPTURE, AttemptOutcome.UNKNOWN, now, null)));

    var history = history(serial, 6);
    assertThat(history.stuck())
        .containsExactly(
            new StuckPayment(slow, "CAPTURING takes too long", longAgo),
            new StuckPayment(held, "HELD beyond its expiry", now.minusSeconds(120)),
            new StuckPayment(captured, "The gateway took EUR 1.00", now.minusSeconds(60)),
            new StuckPayment(unanswered, "UNANSWERED: no answer", now));
    assertThat(history.own()).isEqualTo(new PaymentCount(6, 1));
    assertThat(history.troubles()).isEqualTo(Map.of("UNANSWERED: no answer", 1));
  }

  @Test
  void remembersTheLastGoodPayment() {
    var last = ago(24 * 10);
    say(
        with(
            payment(last, serial, 5, CAPTURED),
            attempt(AttemptKind.CAPTURE, AttemptOutcome.APPROVED, now.minusSeconds(5), null)));
    say(
        with(
            payment(ago(24 * 11), serial, 5, CAPTURED),
            attempt(AttemptKind.CAPTURE, AttemptOutcome.APPROVED, now.minusSeconds(9), null)));
    say(payment(ago(1), serial, 3, HELD).build());
    var history = history(serial, 3);
    assertThat(history.lastGoodAt()).isEqualTo(now.minusSeconds(5));
    assertThat(history.lastGoodReference()).isEqualTo(last);
  }

  @Test
  void countsEachPaymentOnceHoweverOftenAndInWhateverOrderItIsHeard() throws SQLException {
    var said = new ArrayList<AuthorizationChanged>();
    for (int i = 0; i < 60; i++) {
      var reference = ago(i % 5);
      var at = i % 3 == 0 ? serial : Doors.newSerial();
      var lost = attempt(AttemptKind.AUTHORIZE, AttemptOutcome.UNKNOWN, now, "no answer");
      said.add(payment(reference, at, 1, AWAITING_CARD).build());
      said.add(with(payment(reference, at, 2, AUTHORIZING), lost));
      said.add(payment(reference, at, 3, i % 2 == 0 ? HELD : DECLINED).build());
      if (i % 4 == 0) {
        said.add(payment(reference, at, 4, CAPTURED).build());
      }
    }
    said.addAll(List.copyOf(said));
    Collections.shuffle(said, new Random(7));
    said.forEach(PaymentsIT::say);

    assertThat(history(serial, 20, new PaymentCount(20, 10)).troubles())
        .isEqualTo(Map.of("DECLINED", 10));
    say(payment(ago(0), serial, 3, DECLINED).build());
    var history = history(serial, 21, new PaymentCount(21, 11));
    assertThat(history.own().plus(history.others())).isEqualTo(rows.recountedSince(now, 7));
    assertThat(rows.counted()).isEqualTo(rows.recounted());
  }

  @Test
  void parksWhatItCannotReadAndGoesOn() {
    var reference = ago(0);
    var spoilt = probe.bytesOf(Topic.AUTHORIZATIONS, payment(reference, serial, 2, HELD).build());
    spoilt[spoilt.length - 1] = 99;
    say(payment(reference, serial, 1, AWAITING_CARD).build());
    probe.publishBytes(Topic.AUTHORIZATIONS, reference.getBytes(UTF_8), spoilt, Map.of());
    probe.publish(Topic.AUTHORIZATIONS, reference, payment(ago(0), serial, 2, DECLINED).build());
    say(payment(reference, serial, 3, DECLINED).build());

    assertThat(history(serial, 1, new PaymentCount(1, 1)).troubles())
        .isEqualTo(Map.of("DECLINED", 1));
    assertThat(probe.await(Topic.PARKED, ParkedRecord.class, reference, seen -> seen.size() >= 2))
        .extracting(parked -> parked.value().getError().substring(0, 9))
        .containsExactly("The value", "The key " + reference.charAt(0));
  }

  private String ago(int hours) {
    return reference(now.minus(Duration.ofHours(hours)));
  }

  private static void say(AuthorizationChanged payment) {
    probe.publish(Topic.AUTHORIZATIONS, payment.getReference(), payment);
  }

  /** The history of a terminal once that many payments of it are known. */
  private PaymentHistory history(String terminal, int payments) {
    await().atMost(PATIENCE).until(() -> rows.of(terminal) == payments);
    return rows.history(terminal);
  }

  /** The history of a terminal once that many payments of it are known and counted so. */
  private PaymentHistory history(String terminal, int payments, PaymentCount own) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(rows.of(terminal)).isEqualTo(payments);
          assertThat(rows.history(terminal).own()).isEqualTo(own);
        });
    return rows.history(terminal);
  }
}
