package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;
import static dev.holdfast.settlement.core.trail.TrailStep.words;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Content;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.settlement.core.trail.TrailStep.Name;
import dev.holdfast.settlement.core.trail.TrailStep.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells sessions, versions of settlements, and entries of the journal as steps of the trail. */
public final class Trail {
  private Trail() {}

  /** A session began. */
  public static TrailStep started(Reference reference, String sessionId, Instant startedAt) {
    return new TrailStep(
        new Name(reference, "started/" + sessionId, TrailStep.FINAL),
        new Content(
            Kind.SESSION_STARTED,
            startedAt,
            List.of(),
            Telling.of("Session %s began.".formatted(sessionId))));
  }

  /** A revision of a close; two contents of one revision are two steps, whatever they differ in. */
  public static TrailStep closed(Reference reference, Close close) {
    Money total = close.total();
    Close.Charging charging = close.charging();
    String fact =
        "closed/%s/%d/%s/%d/%s/%s"
            .formatted(
                close.sessionId(),
                close.revision(),
                total,
                charging.energyWh(),
                charging.startedAt(),
                charging.stoppedAt());
    boolean first = close.revision() == 1;
    String sentence =
        (first
                ? "Session %s ended and costs %s for %d Wh until %s."
                : "Session %s was corrected and costs %s now, for %d Wh until %s.")
            .formatted(close.sessionId(), text(total), charging.energyWh(), charging.stoppedAt());
    return new TrailStep(
        new Name(reference, fact, TrailStep.FINAL),
        new Content(
            first ? Kind.SESSION_CLOSED : Kind.SESSION_CORRECTED,
            close.closedAt(),
            List.of(new Amount("total", total)),
            Telling.of(sentence)));
  }

  /** A version of a settlement: what is waited for, decided, or how it ended. */
  public static TrailStep of(Settlement version, Instant changedAt) {
    Overview.Verdict verdict = Overview.of(version).verdict();
    Outcome outcome = verdict.outcome();
    var telling =
        new Telling(
            outcome == null ? null : outcome.name(), verdict.reason(), Sentences.of(version));
    return new TrailStep(
        new Name(version.reference(), "settlement/" + version.version(), TrailStep.FINAL),
        new Content(kind(version), changedAt, amounts(version), telling));
  }

  /** An entry of the journal. */
  public static TrailStep booked(JournalEntry entry, Instant bookedAt) {
    String lines = entry.lines().stream().map(Trail::line).collect(Collectors.joining(", "));
    String sentence = "Booked %s: %s.".formatted(words(entry.name().cause()), lines);
    List<Amount> amounts =
        entry.lines().stream()
            .map(line -> new Amount(line.side() + " " + line.account(), line.amount()))
            .toList();
    return new TrailStep(
        new Name(entry.name().reference(), "booked/" + entry.name().id(), TrailStep.FINAL),
        new Content(Kind.BOOKED, bookedAt, amounts, Telling.of(sentence)));
  }

  private static String line(JournalEntry.Line line) {
    return "%s %s %s".formatted(words(line.side()), words(line.account()), text(line.amount()));
  }

  private static Kind kind(Settlement version) {
    return switch (version) {
      case Settlement.AwaitingSession waiting -> Kind.AWAITING_SESSION;
      case Settlement.AwaitingHold waiting -> Kind.AWAITING_HOLD;
      case Settlement.Decided decided -> Kind.DECIDED;
      case Settlement.Correcting correcting -> Kind.CORRECTING;
      case Settlement.Settled settled -> Kind.SETTLED;
      case Settlement.Attention attention -> Kind.ATTENTION;
    };
  }

  private static List<Amount> amounts(Settlement version) {
    var overview = Overview.of(version);
    var amounts = new ArrayList<Amount>();
    add(amounts, "total", overview.session().total());
    add(amounts, "authorized", overview.hold().authorized());
    Overview.Moved moved = overview.hold().moved();
    if (moved != null) {
      add(amounts, "captured", moved.captured());
      add(amounts, "released", moved.released());
      add(amounts, "refunded", moved.refunded());
      if (moved.goodwill().isPositive()) {
        add(amounts, "goodwill", moved.goodwill());
      }
    }
    add(amounts, "shortfall", overview.verdict().shortfall());
    overview.plan().forEach(rung -> add(amounts, rung.method().name(), rung.amount()));
    return amounts;
  }

  private static void add(List<Amount> amounts, String name, @Nullable Money money) {
    if (money != null) {
      amounts.add(new Amount(name, money));
    }
  }
}
