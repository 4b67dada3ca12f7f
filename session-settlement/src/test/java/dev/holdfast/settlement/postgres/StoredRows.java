package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Latest;
import dev.holdfast.settlement.core.Patience;
import dev.holdfast.settlement.core.StartWait;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradiction;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.testkit.RowSamples;
import dev.holdfast.testkit.RowSamples.Apart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows of every kind, as they are stored: see {@code deploy/readers}. */
public final class StoredRows {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final Money TOTAL = Money.ofMinor(CurrencyUnit.EUR, 2340);
  private static final Reference REFERENCE =
      new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000001"));
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofHours(1),
          new StartWait(Set.of("*"), Duration.ofHours(2), Duration.ofHours(2)),
          Duration.ofMinutes(10),
          Duration.ofHours(3),
          Duration.ofHours(4));

  static final RowSamples SAMPLES =
      new RowSamples("dev.holdfast.settlement", WrittenByNewer.class)
          .rows(
              SettlementRow.class,
              new Apart(
                  Set.of("hold_standing", "capture_method", "outcome", "attention"),
                  Set.of("due", "due_at")),
              StoredRows::again,
              settlements())
          .rows(JournalLine.class, Apart.NONE, StoredRows::again, lines())
          .texts(
              "settlement.hold_story",
              text -> StateText.write(StateText.readStory("a story", text)),
              stories());

  private StoredRows() {}

  /** Writes them for another version, or reads another's. */
  public static void main(String[] arguments) throws IOException {
    SAMPLES.run(arguments);
  }

  private static SettlementRow again(SettlementRow row) {
    row.become(latest(row.toState(), row.due(), row.changedAt()));
    return row;
  }

  /** As the first line of an entry, with another one on the other side. */
  private static JournalLine again(JournalLine line) {
    String other = line.side().equals("DEBIT") ? "CREDIT" : "DEBIT";
    var across =
        new JournalLine(
            line.entryId(),
            line.reference(),
            line.sessionId(),
            line.cpoId(),
            line.cause(),
            line.causeVersion(),
            line.bookedAt(),
            line.bookingDay(),
            2,
            line.account(),
            other,
            line.minorUnits(),
            line.currency(),
            null);
    return JournalLine.of(new PostedEntry(List.of(line, across)).booked()).getFirst();
  }

  private static List<SettlementRow> settlements() {
    var states = new ArrayList<Settlement>();
    for (Hold.Standing standing : Hold.Standing.values()) {
      states.add(new Settlement.AwaitingSession(REFERENCE, 1, hold(standing), null));
    }
    for (Method method : Method.values()) {
      states.add(
          new Settlement.AwaitingSession(REFERENCE, 1, hold(Hold.Standing.CAPTURED, method), null));
    }
    states.add(new Settlement.AwaitingHold(REFERENCE, 1, session()));
    states.add(new Settlement.Decided(REFERENCE, 2, hold(Hold.Standing.HELD), session(), plan()));
    for (Outcome outcome : Outcome.values()) {
      var result = new Settlement.Result(outcome, TOTAL, outcome == Outcome.FULL ? null : TOTAL);
      states.add(
          new Settlement.Settled(REFERENCE, 3, hold(Hold.Standing.CAPTURED), session(), result));
    }
    states.add(
        new Settlement.Correcting(REFERENCE, 4, hold(Hold.Standing.CAPTURED), session(), plan()));
    for (AttentionReason reason : AttentionReason.values()) {
      states.add(
          new Settlement.Attention(REFERENCE, 5, hold(Hold.Standing.HELD), session(), reason));
    }
    return states.stream().map(state -> SettlementRow.of(latest(state, null, NOON))).toList();
  }

  private static Latest latest(Settlement state, Deadline.@Nullable Due due, Instant at) {
    return new Latest(state, at, PATIENCE.next(state, due, at));
  }

  private static Hold hold(Hold.Standing standing) {
    return hold(standing, Method.CAPTURE);
  }

  private static Hold hold(Hold.Standing standing, Method method) {
    var receipt = new GatewayTrace("Payter", "movement-2", NOON);
    var moves =
        new Hold.Moves(
            new Hold.Capture(2, method, TOTAL, receipt),
            TOTAL,
            List.of(
                new Hold.Refund(3, TOTAL, null, null), new Hold.Refund(4, TOTAL, TOTAL, receipt)));
    var grant = new Hold.Grant("cpo-7", TOTAL, true, NOON.plusSeconds(172_800), null);
    return new Hold(5, standing, grant, moves, "partly");
  }

  private static Session session() {
    var tax = new Tax("vat", "21.00", Money.ofMinor(CurrencyUnit.EUR, 406), null, null);
    var charging = new Close.Charging("NL*A*1", NOON, NOON, 41_000);
    var close = new Close("s-1", 1, charging, new Close.Price(TOTAL, List.of(tax)), NOON);
    List<Contradiction> disputes =
        Stream.of(AttentionReason.values())
            .map(reason ->
                new Contradiction(
                    reason,
                    "s-2",
                    close,
                    reason == AttentionReason.SECOND_SESSION,
                    reason == AttentionReason.SESSION_ON_TWO_PAYMENTS ? REFERENCE : null))
            .toList();
    var word = new Resolution.Word("Ann", "the driver moved", NOON);
    List<Resolution> resolutions =
        Stream.of(Resolution.Choice.values())
            .map(choice -> new Resolution(choice, word, 1, 5L, 2, 1))
            .toList();
    return new Session("s-1", null, List.of(close), disputes, resolutions, List.of());
  }

  private static List<Rung> plan() {
    return Stream.of(Method.values()).map(method -> new Rung(method, TOTAL)).toList();
  }

  private static List<JournalLine> lines() {
    return Stream.concat(
            Stream.of(Cause.values()).map(cause -> entry(cause, Account.CASH_AT_BANK, Side.DEBIT)),
            Stream.of(Account.values()).map(account -> entry(Cause.CAPTURED, account, Side.CREDIT)))
        .map(entry -> new BookedEntry(entry, NOON, LocalDate.parse("2026-11-22")))
        .map(booked -> JournalLine.of(booked).getFirst())
        .toList();
  }

  private static List<String> stories() {
    var request = new HoldStory.Request(TOTAL, "P6820211200171");
    var amounts = new HoldStory.Amounts(TOTAL, TOTAL, TOTAL, TOTAL);
    var why = new HoldStory.Circumstances("funds", "odd", NOON);
    var attempts =
        Stream.of(HoldStory.CallKind.values())
            .flatMap(call ->
                Stream.of(HoldStory.AnswerKind.values())
                    .map(answer ->
                        new HoldStory.Attempt(
                            2,
                            new HoldStory.Call(call, TOTAL, NOON),
                            new HoldStory.Answer(answer, "closed"))))
            .toList();
    return Stream.of(HoldStory.ChangeKind.values())
        .map(kind -> new HoldStory.Change(7, kind, NOON, amounts, why))
        .map(change -> new HoldStory(7, request, attempts, List.of(change)))
        .map(StateText::write)
        .toList();
  }

  private static JournalEntry entry(Cause cause, Account account, Side side) {
    return new JournalEntry(
        new JournalEntry.Name(REFERENCE, cause, "1"),
        "s-1",
        "cpo-7",
        List.of(
            new Line(account, side, TOTAL, "vat 21.00 %"),
            new Line(account, side.other(), TOTAL, null)));
  }
}
