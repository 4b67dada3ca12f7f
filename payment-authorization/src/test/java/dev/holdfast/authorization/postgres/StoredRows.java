package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.ReleaseCause;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.core.attempt.Rung;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.testkit.RowSamples;
import dev.holdfast.testkit.RowSamples.Apart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rows of every kind, as they are stored: see {@code deploy/readers}. */
public final class StoredRows {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final UUID REFERENCE = UUID.fromString("0193542b-7c00-7000-8000-000000000001");
  private static final Money FIFTY = Money.ofMinor(CurrencyUnit.EUR, 5000);
  private static final Money TWENTY = Money.ofMinor(CurrencyUnit.EUR, 2000);
  private static final Card CARD = new Card("visa", "1234");
  private static final Hold HOLD = new Hold(CARD, FIFTY, "session-1", NOON.plusSeconds(172_800));

  static final RowSamples SAMPLES =
      new RowSamples("dev.holdfast.authorization", WrittenByNewer.class)
          .rows(
              AuthorizationRow.class,
              new Apart(Set.of(), Set.of("work", "due_at", "claimed_by")),
              StoredRows::again,
              authorizations())
          .rows(
              TerminalRow.class,
              Apart.NONE,
              row -> new TerminalRow(row.toTerminal()),
              List.of(new TerminalRow(terminal())));

  private StoredRows() {}

  /** Writes them for another version, or reads another's. */
  public static void main(String[] arguments) throws IOException {
    SAMPLES.run(arguments);
  }

  private static AuthorizationRow again(AuthorizationRow row) {
    row.become(row.toState(), null, row.changedAt());
    return row;
  }

  private static List<AuthorizationRow> authorizations() {
    var works = Work.values();
    var states = Stream.of(Environment.values()).flatMap(StoredRows::states).toList();
    return IntStream.range(0, states.size())
        .mapToObj(i ->
            AuthorizationRow.of(
                states.get(i),
                new Agenda(works[i % works.length], NOON),
                NOON,
                i % 2 == 0 ? null : new RequestKey("key", "digest")))
        .toList();
  }

  /** One of each status. */
  private static Stream<Authorization> states(Environment environment) {
    var reader = new Tap.Reader("P6820211200171", "PAYTER", "cpo-1");
    var tap = new Tap(REFERENCE, environment, reader, "NL*HF*E1", true, FIFTY, NOON, NOON);
    var past = new AttemptHistory(5, attempts(), 3, attentions());
    var rungs = Stream.of(Kind.values()).filter(Kind::captures).map(kind -> new Rung(kind, TWENTY));
    return Stream.of(
        new Authorization.AwaitingCard(tap, AttemptHistory.opening()),
        new Authorization.Authorizing(tap, past, CARD),
        new Authorization.Held(tap, past, HOLD, true),
        new Authorization.Declined(
            tap, past, new Card(null, null), DeclineKind.FUNDS, "refused by the bank"),
        new Authorization.Abandoned(tap, past, "no card"),
        new Authorization.Capturing(tap, past, HOLD, rungs.toList()),
        new Authorization.Captured(tap, past, HOLD, TWENTY, TWENTY.minus(TWENTY)),
        new Authorization.GivingUp(tap, past, "no card", false),
        new Authorization.Releasing(
            tap, AttemptHistory.opening(), HOLD, ReleaseCause.NOT_NEEDED, null),
        new Authorization.Releasing(
            tap, AttemptHistory.opening(), HOLD, ReleaseCause.CAPTURE_FAILED, "not permitted"),
        new Authorization.Released(tap, past, HOLD, ReleaseCause.NOT_NEEDED, "on request"),
        new Authorization.Released(tap, past, HOLD, ReleaseCause.EXPIRED, null),
        new Authorization.Refunding(tap, past, HOLD, FIFTY, TWENTY));
  }

  /** Every cause, some of them dealt with. */
  private static List<Attention> attentions() {
    var causes = Attention.Cause.values();
    var seen = new Attention.Seen("Ines", "nothing to do", NOON);
    return IntStream.range(0, causes.length)
        .mapToObj(i -> new Attention(i + 1, causes[i], "words", NOON, i % 2 == 0 ? null : seen))
        .toList();
  }

  /** Every kind with every outcome. */
  private static List<Attempt> attempts() {
    var outcomes = Outcome.values();
    var kinds = Kind.values();
    return IntStream.range(0, kinds.length * outcomes.length)
        .mapToObj(i -> attempt(i + 1, kinds[i / outcomes.length], outcomes[i % outcomes.length]))
        .toList();
  }

  private static Attempt attempt(int number, Kind kind, Outcome outcome) {
    var named = number % 2 == 0 ? null : "movement-" + number;
    var reason = number % 3 == 0 ? null : "the gateway's words";
    return new Attempt(
        number,
        kind,
        TWENTY,
        outcome,
        named,
        reason,
        NOON,
        number % 4,
        named,
        number % 5 == 0 ? null : NOON,
        outcome == Outcome.APPROVED ? TWENTY : null);
  }

  private static Terminal terminal() {
    var reasons = List.of("NOT_ACTIVATED", "A_REASON_THAT_ONLY_THE_REGISTRY_KNOWS");
    return new Terminal(
        "P6820211200171",
        7,
        "PAYTER",
        "cpo-1",
        List.of("NL*HF*E1"),
        CurrencyUnit.EUR,
        false,
        reasons,
        FIFTY,
        true);
  }
}
