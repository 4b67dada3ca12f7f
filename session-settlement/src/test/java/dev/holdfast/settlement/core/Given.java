package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Tax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The facts that the tests tell of: one payment at one charge point. */
public final class Given {
  public static final Reference REFERENCE =
      new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000001"));
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final String SESSION = "session-1";
  public static final Command ELSEWHERE =
      new Command.SessionElsewhere(
          REFERENCE,
          SESSION,
          new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000002")));
  public static final String CPO = "cpo-7";

  /** One whose contract allows to try more than was held. */
  public static final String AGREED_CPO = "cpo-8";

  public static final Rules RULES =
      new Rules(
          new SmallestAmounts(
              List.of(new SmallestAmounts.Row(euro("0.50"), LocalDate.parse("2020-01-01")))),
          new SchemeRules(
              List.of(),
              List.of(
                  new SchemeRules.Agreement(AGREED_CPO, LocalDate.parse("2026-01-01"), "Ann"))));

  private Given() {}

  public static Money euro(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  public static Hold held(String authorized) {
    return hold(3, Hold.Standing.HELD, authorized, false, null, "0.00");
  }

  public static Hold heldWithOverCommit(String authorized) {
    return hold(3, Hold.Standing.HELD, authorized, true, null, "0.00");
  }

  /** The same at a CPO whose contract allows to try more than was held. */
  public static Hold agreed(Hold hold) {
    Hold.Grant grant = hold.grant();
    var agreed =
        new Hold.Grant(
            AGREED_CPO, grant.authorized(), grant.overCommit(), grant.expiresAt(), grant.card());
    return new Hold(hold.version(), hold.standing(), agreed, hold.moves(), hold.reason());
  }

  public static Hold captured(String authorized, Method method, String amount) {
    Money rest = euro(authorized).minus(euro(amount));
    String released = rest.isNegative() ? "0.00" : rest.getAmount().toString();
    var capture = new Hold.Capture(2, method, euro(amount));
    return hold(5, Hold.Standing.CAPTURED, authorized, false, capture, released);
  }

  public static Hold refunded(Hold captured, String... amounts) {
    List<Hold.Refund> refunds = new java.util.ArrayList<>();
    for (String amount : amounts) {
      refunds.add(new Hold.Refund(3 + refunds.size(), euro(amount), null, null));
    }
    Hold.Moves moves = captured.moves();
    return new Hold(
        captured.version() + refunds.size(),
        captured.standing(),
        captured.grant(),
        new Hold.Moves(moves.capture(), moves.released(), refunds),
        null);
  }

  /** The same in a later version. */
  public static Hold again(Hold hold, long version) {
    return new Hold(version, hold.standing(), hold.grant(), hold.moves(), hold.reason());
  }

  /** The gateway was asked for more than it paid back. */
  public static Hold cutShort(Hold captured, String paid, String asked) {
    var refund = new Hold.Refund(3, euro(paid), euro(asked), null);
    Hold.Moves moves = captured.moves();
    return new Hold(
        captured.version() + 1,
        captured.standing(),
        captured.grant(),
        new Hold.Moves(moves.capture(), moves.released(), List.of(refund)),
        null);
  }

  public static Hold ended(Hold.Standing standing) {
    return switch (standing) {
      case HELD, CAPTURED -> throw new IllegalArgumentException(standing + " has not just ended");
      case DECLINED, ABANDONED -> hold(4, standing, "0.00", false, null, "0.00");
      case RELEASED -> hold(4, standing, "50.00", false, null, "50.00");
      case EXPIRED, CAPTURE_FAILED -> hold(4, standing, "50.00", false, null, "0.00");
    };
  }

  public static Hold hold(
      long version,
      Hold.Standing standing,
      String authorized,
      boolean overCommit,
      Hold.@Nullable Capture capture,
      String released) {
    var grant = new Hold.Grant(CPO, euro(authorized), overCommit, NOON.plusSeconds(172_800), null);
    var moves = new Hold.Moves(capture, euro(released), List.of());
    return new Hold(version, standing, grant, moves, null);
  }

  public static Close close(int revision, String total) {
    return close(SESSION, revision, euro(total));
  }

  public static Close close(String sessionId, int revision, Money total) {
    List<Tax> taxes =
        total.isPositive() && total.getAmountMinorLong() > 100
            ? List.of(new Tax("VAT", "21.00", total.multipliedBy(0).plusMinor(100), null, null))
            : List.of();
    var charging = new Close.Charging("NL*A*1", NOON.minusSeconds(3600), NOON, 41_000);
    var price = new Close.Price(total, taxes);
    return new Close(sessionId, revision, charging, price, NOON.plusSeconds(5));
  }

  /** The same with other taxes. */
  public static Close taxed(Close close, Tax... taxes) {
    return new Close(
        close.sessionId(),
        close.revision(),
        close.charging(),
        new Close.Price(close.total(), List.of(taxes)),
        close.closedAt());
  }

  /** The same for another meter value, which a platform that reads it again may send. */
  public static Close metered(Close close, long energyWh) {
    Close.Charging charging = close.charging();
    return new Close(
        close.sessionId(),
        close.revision(),
        new Close.Charging(charging.evseId(), charging.startedAt(), charging.stoppedAt(), energyWh),
        close.price(),
        close.closedAt());
  }

  public static Command hears(Hold hold) {
    return new Command.HoldChanged(REFERENCE, hold);
  }

  public static Command hears(Close close) {
    return new Command.SessionClosed(REFERENCE, close);
  }

  public static Command closesInDollars() {
    return hears(close(SESSION, 1, Money.ofMinor(CurrencyUnit.USD, 2340)));
  }

  /** Support gives so much back, and needs nobody else for it. */
  public static Command gives(String amount) {
    return refund(amount, true);
  }

  /** The same, or it asks a second person. */
  public static Command refund(String amount, boolean isAlone) {
    var wish = new Command.Wish(Goodwill.Code.CHARGER_FAULT, euro(amount));
    var word = new Resolution.Word("Ines", "the plug was stuck", NOON);
    return new Command.RefundAsked(REFERENCE, "key-1", wish, word, isAlone);
  }

  /** A second person decides about it. */
  public static Command rules(int number, Goodwill.State state) {
    var word = new Resolution.Word("Ann", "the log shows it", NOON);
    return new Command.RefundRuled(REFERENCE, number, state, word);
  }

  public static Command starts(String sessionId) {
    return new Command.SessionStarted(REFERENCE, sessionId, NOON.minusSeconds(3600));
  }
}
