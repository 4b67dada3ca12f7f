package dev.holdfast.settlement.kafka.consume;

import static dev.holdfast.settlement.Records.attempt;
import static dev.holdfast.settlement.Records.euro;
import static dev.holdfast.settlement.Records.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Card;
import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.Tax;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads records as they come from a topic, without any topic. */
@SuppressWarnings("NullAway") // reading needs none of what the handlers apply with
class TopicsTest {
  private static final String KEY = "01934d3a-7c00-7000-8000-000000000001";
  private static final long CARD = 4111111111111111L;
  private static final SessionTimes TIMES =
      new SessionTimes(
          new SessionTimesTest.Given(Duration.ofHours(24), Duration.ofDays(31)), Clock.systemUTC());
  private static final SessionClosedTopic CLOSED = new SessionClosedTopic(null, null, TIMES);
  private static final SessionStartedTopic STARTED = new SessionStartedTopic(null, null, TIMES);
  private static final AuthorizationsTopic AUTHORIZATIONS = new AuthorizationsTopic(null, null);

  /** A record that is not acceptable, and how the reason begins. */
  record Bad(String reason, SessionClosed closed) {}

  static List<Bad> bad() {
    SessionClosed.Builder good = SessionClosed.newBuilder(Records.closed(KEY, 2340));
    return List.of(
        new Bad("total: EUR -0.01 is negative", with(good).setTotal(euro(-1)).build()),
        new Bad("total: QQQ is not a currency", with(good).setTotal(in("QQQ")).build()),
        new Bad("total: is above 99999999999", with(good).setTotal(euro(CARD)).build()),
        new Bad("taxes.amount: is above", with(good).setTaxes(tax(euro(CARD))).build()),
        new Bad("energyWh: is above", with(good).setEnergyWh(CARD).build()),
        new Bad("revision: 0 is below 1", with(good).setRevision(0).build()),
        new Bad("energyWh: -1 is below 0", with(good).setEnergyWh(-1).build()),
        new Bad("sessionId: has 201", with(good).setSessionId("s".repeat(201)).build()),
        new Bad("sessionId: is blank", with(good).setSessionId(" ").build()),
        new Bad("taxes: their sum EUR 23.41", with(good).setTaxes(tax(euro(2341))).build()),
        new Bad("taxes: there are 21", with(good).setTaxes(taxes(21)).build()),
        new Bad("taxes.name: has 101", with(good).setTaxes(named("v".repeat(101))).build()),
        new Bad("taxes.ratePercent: twenty is", with(good).setTaxes(rate("twenty")).build()),
        new Bad("taxes.ratePercent: 21,00 is", with(good).setTaxes(rate("21,00")).build()),
        new Bad("taxes.ratePercent: +21 is", with(good).setTaxes(rate("+21")).build()),
        new Bad("taxes.ratePercent: 2e1 is", with(good).setTaxes(rate("2e1")).build()),
        new Bad("taxes.ratePercent: 100.01 is", with(good).setTaxes(rate("100.01")).build()),
        new Bad("taxes.ratePercent: 1.00000 is", with(good).setTaxes(rate("1.00000")).build()),
        new Bad("taxes.ratePercent: is blank", with(good).setTaxes(rate(" ")).build()),
        new Bad("startedAt: 1970-", with(good).setStartedAt(Instant.EPOCH).build()),
        new Bad("closedAt: 1970-", with(good).setClosedAt(Instant.EPOCH).build()),
        new Bad("taxes.amount: EUR -0.01", with(good).setTaxes(tax(euro(-1))).build()),
        new Bad("taxes.amount: USD 1.00 is not in", with(good).setTaxes(tax(in("USD"))).build()),
        new Bad("taxes.base: 1 of 2 taxes have", oneWithoutBase()),
        new Bad(
            "taxes: bases of EUR 19.35 and taxes of EUR 4.06 come to EUR 23.41, and the total is EUR 23.40",
            based("S", 1935, 406)),
        new Bad(
            "taxes.amount: EUR 4.08 is not 21.00 % of EUR 19.32, which is EUR 4.06",
            based("S", 1932, 408)),
        new Bad(
            "taxes.amount: EUR 4.04 is not 21.00 % of EUR 19.36, which is EUR 4.07",
            based("S", 1936, 404)),
        new Bad("taxes.base: EUR -0.01 is negative", based("S", -1, 2341)),
        new Bad("taxes.base: is above", based("S", CARD, 0)),
        new Bad("taxes.code: has 21", based("s".repeat(21), 1934, 406)),
        new Bad("taxes.code: is blank", based(" ", 1934, 406)),
        new Bad("key: " + KEY + " is not the", with(good).setReference("other").build()));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesWithFieldValueAndRemedy(Bad bad) {
    assertThatThrownBy(() -> CLOSED.read(KEY, bad.closed()))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith(bad.reason())
        .hasMessageNotContaining("1111111");
  }

  @Test
  void takesTheHighestAmountThatIsTooShortForACardNumber() {
    var closed = Records.closing(KEY, 99_999_999_999L).setTaxes(List.of()).build();
    assertThat(CLOSED.read(KEY, closed).command()).isInstanceOf(Command.SessionClosed.class);
  }

  /** A till may round up or down where we do the other. */
  @ParameterizedTest
  @CsvSource({"1934, 406", "1935, 405", "1933, 407"})
  void takesTaxesThatAgreeWithTheirBasesToAMinorUnit(long base, long amount) {
    var command = (Command.SessionClosed) CLOSED.read(KEY, based("S", base, amount)).command();
    var tax = command.close().price().taxes().getFirst();
    assertThat(tax.code()).isEqualTo("S");
    assertThat(tax.base()).isEqualTo(org.joda.money.Money.ofMinor(CurrencyUnit.EUR, base));
  }

  @Test
  void takesSeveralRatesAndWhatIsNotTaxedAtAll() {
    var closed =
        Records.closing(KEY, 4340)
            .setTaxes(
                List.of(
                    new Tax("VAT", "21.00", euro(406), "S", euro(1934)),
                    new Tax("VAT", "0.00", euro(0), "AE", euro(2000))))
            .build();
    var command = (Command.SessionClosed) CLOSED.read(KEY, closed).command();
    assertThat(command.close().price().taxes()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"21, 21.00", "21.0, 21.00", "21.00, 21.00", "0, 0.00", "5.5, 5.50", "100, 100.00"})
  void writesARateInOneWay(String said, String rate) {
    var closed = Records.closing(KEY, 2340).setTaxes(rate(said)).build();
    var command = (Command.SessionClosed) CLOSED.read(KEY, closed).command();
    assertThat(command.close().price().taxes().getFirst().ratePercent()).isEqualTo(rate);
  }

  @Test
  void keepsARateThatIsFinerThanUsual() {
    var closed = Records.closing(KEY, 2340).setTaxes(rate("7.7250")).build();
    var command = (Command.SessionClosed) CLOSED.read(KEY, closed).command();
    assertThat(command.close().price().taxes().getFirst().ratePercent()).isEqualTo("7.725");
  }

  @Test
  void refusesAStartThatNoClockHasShown() {
    var started = Records.started(KEY);
    assertThat(STARTED.read(KEY, started).command()).isInstanceOf(Command.SessionStarted.class);
    var timeless = SessionStarted.newBuilder(started).setStartedAt(Instant.EPOCH).build();
    assertThatThrownBy(() -> STARTED.read(KEY, timeless))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("startedAt: 1970-01-01T00:00:00Z");
  }

  @Test
  void refusesAKeyThatIsNotTheUsualWayToWriteAUuid() {
    for (String key : List.of("1-1-1-1-1", KEY.toUpperCase(Locale.ROOT).replace('1', 'A'))) {
      assertThatThrownBy(() -> CLOSED.read(key, Records.closed(key, 2340)))
          .isInstanceOf(Unacceptable.class)
          .hasMessageContaining("is not a UUID");
    }
  }

  @ParameterizedTest
  @EnumSource(value = AuthorizationStatus.class, names = "UNRECOGNIZED")
  void refusesAStatusThatIsNewerThanThisService(AuthorizationStatus status) {
    assertThatThrownBy(() -> AUTHORIZATIONS.read(KEY, authorization(status)))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("status: ");
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthorizationStatus.class,
      names = {"AWAITING_CARD", "AUTHORIZING"})
  void hasNothingToJoinBeforeTheBankHasAnswered(AuthorizationStatus status) {
    assertThat(AUTHORIZATIONS.read(KEY, authorization(status)).command())
        .isInstanceOf(Command.HoldPending.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthorizationStatus.class,
      names = {"HELD", "CAPTURING", "RELEASING"})
  void takesWhatIsUnderWayAsHeld(AuthorizationStatus status) {
    assertThat(hold(authorization(status)).standing()).isEqualTo(Hold.Standing.HELD);
  }

  @Test
  void readsTheSchemeAndWhatWasAskedForWhereTheBankGrantedLess() {
    var visa = new Card("VISA", "1234");
    assertThat(grant(5000, visa).card()).isEqualTo(new Hold.Card("VISA", null));
    var asked = org.joda.money.Money.ofMinor(CurrencyUnit.EUR, 5000);
    assertThat(grant(3000, visa).card()).isEqualTo(new Hold.Card("VISA", asked));
    assertThat(grant(3000, null).card()).isEqualTo(new Hold.Card(null, asked));
    assertThat(grant(5000, new Card("V".repeat(31), null)).card()).isNull();
    // A card that was declined was not granted a part.
    assertThat(grant(0, null).card()).isNull();
  }

  private static Hold.Grant grant(long authorized, @Nullable Card card) {
    return hold(Records.authorization(KEY, authorized, 3, AuthorizationStatus.HELD)
            .setCard(card)
            .build())
        .grant();
  }

  @Test
  void readsWhatWasTakenAndPaidBackWithTheAttemptsNumbers() {
    AuthorizationChanged refunded =
        Records.authorization(KEY, 5000, 7, AuthorizationStatus.CAPTURED)
            .setCaptured(euro(6000))
            .setRefunded(euro(500))
            .setAttempts(
                List.of(
                    attempt(1, AttemptKind.AUTHORIZE, 5000),
                    attempt(2, AttemptKind.OVER_COMMIT, 6000),
                    attempt(3, AttemptKind.REFUND, 500)))
            .build();
    Hold.Moves moves = hold(refunded).moves();
    assertThat(moves.capture()).isNotNull();
    assertThat(moves.capture().number()).isEqualTo(2);
    assertThat(moves.capture().method()).isEqualTo(Method.OVER_COMMIT);
    assertThat(moves.refunds()).extracting(Hold.Refund::number).containsExactly(3);
  }

  @Test
  void takesWhatWasPaidBackWhereTheGatewayPaidLessThanItWasAskedFor() {
    AuthorizationChanged refunded =
        Records.authorization(KEY, 5000, 8, AuthorizationStatus.CAPTURED)
            .setCaptured(euro(2345))
            .setRefunded(euro(540))
            .setAttempts(
                List.of(
                    attempt(2, AttemptKind.CAPTURE, 2345),
                    moved(3, AttemptKind.REFUND, 345, 340),
                    moved(4, AttemptKind.REFUND, 200, 200)))
            .build();
    Hold hold = hold(refunded);
    assertThat(hold.refunded().getAmountMinorLong()).isEqualTo(540);
    assertThat(hold.moves().refunds())
        .extracting(
            refund -> refund.amount().getAmountMinorLong(), refund -> refund.asked() != null)
        .containsExactly(tuple(340L, true), tuple(200L, false));
  }

  @Test
  void refusesMoneyThatNoAttemptExplains() {
    AuthorizationChanged.Builder captured =
        Records.authorization(KEY, 5000, 7, AuthorizationStatus.CAPTURED).setCaptured(euro(2340));
    assertThatThrownBy(() -> AUTHORIZATIONS.read(KEY, captured.build()))
        .hasMessageStartingWith("attempts: EUR 23.40 were captured");
    captured.setAttempts(List.of(attempt(2, AttemptKind.CAPTURE, 2340))).setRefunded(euro(1));
    assertThatThrownBy(() -> AUTHORIZATIONS.read(KEY, captured.build()))
        .hasMessageStartingWith("refunded: EUR 0.01, and the approved refunds moved EUR 0.00");
    captured
        .setAttempts(
            List.of(attempt(2, AttemptKind.CAPTURE, 2340), moved(3, AttemptKind.REFUND, 345, 340)))
        .setRefunded(euro(345));
    assertThatThrownBy(() -> AUTHORIZATIONS.read(KEY, captured.build()))
        .hasMessageStartingWith("refunded: EUR 3.45, and the approved refunds moved EUR 3.40");
  }

  private static Hold hold(AuthorizationChanged changed) {
    return ((Command.HoldChanged) AUTHORIZATIONS.read(KEY, changed).command()).hold();
  }

  private static AuthorizationChanged authorization(AuthorizationStatus status) {
    return Records.authorization(KEY, 5000, 3, status).build();
  }

  private static SessionClosed.Builder with(SessionClosed.Builder good) {
    return SessionClosed.newBuilder(good);
  }

  private static Money in(String currency) {
    return new Money(100L, currency);
  }

  /** Of 23.40. */
  private static SessionClosed based(String code, long base, long amount) {
    var tax = new Tax("VAT", "21.00", euro(amount), code, euro(base));
    return Records.closing(KEY, 2340).setTaxes(List.of(tax)).build();
  }

  private static SessionClosed oneWithoutBase() {
    var with = new Tax("VAT", "21.00", euro(406), "S", euro(1934));
    var without = new Tax("VAT", "0.00", euro(0), null, null);
    return Records.closing(KEY, 2340).setTaxes(List.of(with, without)).build();
  }

  private static List<Tax> taxes(int count) {
    return Collections.nCopies(count, new Tax("VAT", "21.00", euro(1), null, null));
  }

  private static List<Tax> named(String name) {
    return List.of(new Tax(name, "21.00", euro(1), null, null));
  }

  private static List<Tax> rate(String percent) {
    return List.of(new Tax("VAT", percent, euro(1), null, null));
  }

  private static List<Tax> tax(Money amount) {
    return List.of(new Tax("VAT", "21.00", amount, null, null));
  }
}
