package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.hold;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradiction;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class JoiningTest {
  @Test
  void ignoresAHoldThatIsOnlyNewerInNumber() {
    Hold same = hold(4, Hold.Standing.HELD, "50.00", false, null, "0.00");
    var run = Run.of(hears(held("50.00")), hears(same));
    assertThat(run.settlement().version()).isEqualTo(1);
  }

  @Test
  void ignoresAnOlderHold() {
    var run = Run.of(hears(captured("50.00", Method.CAPTURE, "23.40")), hears(held("50.00")));
    assertThat(Objects.requireNonNull(run.settlement().hold()).standing())
        .isEqualTo(Hold.Standing.CAPTURED);
    assertThat(run.settlement()).isInstanceOf(Settlement.AwaitingSession.class);
  }

  @Test
  void ignoresAHoldThatIsNotDecidedYet() {
    var run = Run.of(hears(close(1, "23.40")), new Command.HoldPending(Given.REFERENCE));
    assertThat(run.settlement().version()).isEqualTo(1);
  }

  @Test
  void ignoresACloseThatDiffersOnlyInWhenItWasSaid() {
    Close first = close(1, "23.40");
    var again =
        new Close(
            first.sessionId(), 1, first.charging(), first.price(), first.closedAt().plusSeconds(9));
    assertThat(Run.of(hears(first), hears(again)).settlement().version()).isEqualTo(1);
  }

  @Test
  void asksNobodyAboutADifferenceThatMovesNoMoney() {
    Close first =
        taxed(
            new Tax("VAT", "21.00", euro("1.00"), null, null),
            new Tax("Eco", "2", euro("0.50"), null, null));
    Close ordered =
        taxed(
            new Tax("Eco", "2", euro("0.50"), null, null),
            new Tax("VAT", "21.00", euro("1.00"), null, null));
    var run = Run.of(hears(held("50.00")), hears(first));
    run.hear(hears(ordered));
    run.hear(hears(Given.metered(first, 40_000)));
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 23.40]");
    assertThat(run.settlement().version()).isEqualTo(2);
    run.hear(hears(taxed(new Tax("VAT", "21.00", euro("1.50"), null, null))));
    assertThat(run.said()).isEqualTo("ATTENTION CONFLICTING_CLOSE");
  }

  private static Close taxed(Tax... taxes) {
    Close close = close(1, "23.40");
    var price = new Close.Price(close.total(), List.of(taxes));
    return new Close(close.sessionId(), 1, close.charging(), price, close.closedAt());
  }

  @Test
  void tellsEachDisputeOnce() {
    Close other = close("session-2", 1, euro("9.00"));
    Close conflicting = close(1, "23.50");
    var run =
        Run.of(
            hears(close(1, "23.40")),
            hears(other),
            hears(other),
            hears(conflicting),
            hears(conflicting),
            starts("session-2"),
            starts("session-2"));
    Session session = Objects.requireNonNull(run.settlement().session());
    assertThat(session.disputes())
        .extracting(Contradiction::close)
        .containsExactly(other, conflicting, null);
    assertThat(session.latest()).isEqualTo(close(1, "23.40"));
    assertThat(run.settlement().version()).isEqualTo(4);
  }

  @Test
  void goesOnBookingWhileAPersonIsAwaited() {
    var run =
        Run.of(
            hears(held("50.00")),
            hears(close(1, "23.40")),
            starts("session-2"),
            hears(captured("50.00", Method.CAPTURE, "23.40")));
    assertThat(run.said()).isEqualTo("ATTENTION SECOND_SESSION");
    assertThat(run.causes()).contains("CAPTURED 2");
    assertThat(run.changes())
        .containsExactly(Change.HOLD_KNOWN, Change.DECIDED, Change.ATTENTION, Change.HOLD_KNOWN);
  }

  @Test
  void saysWhatItHeardWhereItStaysWhereItStood() {
    var run = Run.of(hears(held("50.00")), starts(Given.SESSION), hears(close(1, "20.00")));
    run.hear(
        hears(
            new Close(
                Given.SESSION,
                2,
                close(1, "20.00").charging(),
                close(1, "20.00").price(),
                Instant.EPOCH)));
    assertThat(run.changes())
        .containsExactly(
            Change.HOLD_KNOWN, Change.SESSION_STARTED, Change.DECIDED, Change.SESSION_CLOSED);
    run.hear(hears(close(3, "21.00")));
    assertThat(run.changes()).endsWith(Change.DECIDED);
  }

  @Test
  void remembersAStartUntilTheCloseTellsItBetter() {
    var run = Run.of(starts(Given.SESSION));
    assertThat(Objects.requireNonNull(run.settlement().session()).startedAt()).isNotNull();
    run.hear(hears(close(1, "20.00")));
    assertThat(Objects.requireNonNull(run.settlement().session()).startedAt()).isNull();
  }

  @Test
  void takesTheSmallestAmountInForceOnTheDay() {
    var change = LocalDate.parse("2026-01-01");
    var smallest =
        new SmallestAmounts(
            List.of(
                new SmallestAmounts.Row(euro("2.00"), change),
                new SmallestAmounts.Row(euro("1.00"), change.minusYears(1))));
    assertThat(smallest.isTooSmall(euro("1.50"), change)).isTrue();
    assertThat(smallest.isTooSmall(euro("1.50"), change.minusDays(1))).isFalse();
    assertThat(smallest.isTooSmall(euro("0.99"), change.minusDays(1))).isTrue();
    assertThat(smallest.isTooSmall(euro("0.01"), change.minusYears(2))).isFalse();
    assertThat(smallest.isTooSmall(Money.ofMinor(CurrencyUnit.USD, 1), change)).isFalse();
    assertThat(smallest.isTooSmall(Money.zero(CurrencyUnit.USD), change)).isTrue();
  }

  @Test
  void makesTheNamedUuidOfTheStandard() {
    var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NamedUuid.of(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    assertThat(Given.REFERENCE.text()).isEqualTo("01934d3a-7c00-7000-8000-000000000001");
  }
}
