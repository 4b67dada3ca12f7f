package dev.holdfast.settlement.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradiction;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StateTextTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final Money TOTAL = Money.ofMinor(CurrencyUnit.EUR, 2340);

  /** As a row holds it: never changed here, or rows that were written before become unreadable. */
  private static final String WRITTEN_BEFORE =
      """
      {"reference":{"value":"01934d3a-7c00-7000-8000-000000000001"},"version":3,\
      "hold":{"version":5,"standing":"CAPTURED","grant":{"cpoId":"cpo-7","authorized":"EUR 5000",\
      "overCommit":true,"expiresAt":"2026-11-22T12:00:00.123456Z"},"moves":{"capture":{"number":2,\
      "method":"CAPTURE","amount":"EUR 2340"},"released":"EUR 2660","refunds":[{"number":3,\
      "amount":"EUR 40"}]},"reason":"partly"},"session":{"id":"s-1","closes":[{"sessionId":"s-1",\
      "revision":1,"charging":{"evseId":"NL*A*1","startedAt":"2026-11-22T12:00:00.123456Z",\
      "stoppedAt":"2026-11-22T12:00:00.123456Z","energyWh":41000},"price":{"total":"EUR 2340",\
      "taxes":[{"name":"VAT","ratePercent":"21.00","amount":"EUR 406"}]},\
      "closedAt":"2026-11-22T12:00:00.123456Z"}],"disputes":[]},\
      "plan":[{"method":"REFUND","amount":"EUR 2340"}]}\
      """;

  @Test
  void readsWhatWasWrittenBefore() {
    Settlement read = StateText.read("row", Settlement.Status.CORRECTING, WRITTEN_BEFORE);
    assertThat(read).isEqualTo(correcting());
  }

  @Test
  void readsEveryStatus() {
    for (Settlement state : ofEveryStatus()) {
      assertThat(StateText.read("row", state.status(), StateText.write(state))).isEqualTo(state);
    }
  }

  /** With everything in it that a state can hold. */
  static List<Settlement> ofEveryStatus() {
    Settlement.Correcting known = correcting();
    Reference reference = known.reference();
    var result = new Settlement.Result(Outcome.FULL, TOTAL);
    return List.of(
        new Settlement.AwaitingSession(reference, 1, known.hold(), null),
        new Settlement.AwaitingHold(reference, 1, known.session()),
        new Settlement.Decided(reference, 2, known.hold(), known.session(), known.plan()),
        known,
        new Settlement.Settled(reference, 2, known.hold(), null, result),
        new Settlement.Settled(reference, 3, known.hold(), resolved(known.session()), result),
        new Settlement.Attention(
            reference, 2, null, known.session(), AttentionReason.SECOND_SESSION));
  }

  private static Session resolved(Session session) {
    var word = new Resolution.Word("Ann", "the driver moved", NOON);
    Close other = session.closes().getFirst();
    return new Session(
        session.id(),
        null,
        session.closes(),
        List.of(new Contradiction(AttentionReason.CONFLICTING_CLOSE, "s-1", other, true, null)),
        List.of(new Resolution(Resolution.Choice.ACCEPT_FIRST, word, 1, 5L, 2, 1)),
        List.of(
            new Goodwill(
                "key-1",
                Goodwill.Code.COURTESY,
                TOTAL,
                word,
                new Goodwill.Ruling(Goodwill.State.GRANTED, word, 1))));
  }

  private static Settlement.Correcting correcting() {
    var grant = new Hold.Grant("cpo-7", Money.ofMinor(CurrencyUnit.EUR, 5000), true, NOON, null);
    var moves =
        new Hold.Moves(
            new Hold.Capture(2, Method.CAPTURE, TOTAL),
            Money.ofMinor(CurrencyUnit.EUR, 2660),
            List.of(new Hold.Refund(3, Money.ofMinor(CurrencyUnit.EUR, 40), null, null)));
    var tax = new Tax("VAT", "21.00", Money.ofMinor(CurrencyUnit.EUR, 406), null, null);
    var close =
        new Close(
            "s-1",
            1,
            new Close.Charging("NL*A*1", NOON, NOON, 41_000),
            new Close.Price(TOTAL, List.of(tax)),
            NOON);
    return new Settlement.Correcting(
        new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000001")),
        3,
        new Hold(5, Hold.Standing.CAPTURED, grant, moves, "partly"),
        new Session("s-1", null, List.of(close), List.of(), List.of(), List.of()),
        List.of(new Rung(Method.REFUND, TOTAL)));
  }
}
