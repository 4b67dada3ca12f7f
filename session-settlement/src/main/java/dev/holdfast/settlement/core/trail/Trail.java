package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;
import static dev.holdfast.settlement.core.trail.TrailStep.words;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.report.Dispute;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.settlement.core.trail.TrailStep.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells what a settlement knows, how it stands, and its entries of the journal as steps. */
public final class Trail {
  private Trail() {}

  /** What a state knows, and how it stands since it was reached. */
  public static List<TrailStep> of(Settlement state, Instant changedAt) {
    var steps = new ArrayList<TrailStep>();
    Session session = state.session();
    if (session != null) {
      steps.addAll(SessionTrail.of(session));
    }
    steps.add(stands(state, changedAt));
    return steps;
  }

  private static TrailStep stands(Settlement state, Instant changedAt) {
    Overview.Verdict verdict = Overview.of(state).verdict();
    Outcome outcome = verdict.outcome();
    return new TrailStep(
        kind(state),
        changedAt,
        amounts(state),
        new Telling(
            outcome == null ? null : outcome.name(), verdict.reason(), Sentences.of(state)));
  }

  /** An entry of the journal. */
  public static TrailStep booked(JournalEntry entry, Instant bookedAt) {
    String lines = entry.lines().stream().map(Trail::line).collect(Collectors.joining(", "));
    String sentence = "Booked %s: %s.".formatted(words(entry.name().cause()), lines);
    List<Amount> amounts =
        entry.lines().stream()
            .map(line -> new Amount(line.side() + " " + line.account(), line.amount()))
            .toList();
    return new TrailStep(Kind.BOOKED, bookedAt, amounts, Telling.of(sentence));
  }

  /** What a gateway's report says of a chargeback. */
  public static TrailStep chargedBack(Chargeback.Line line) {
    Dispute.Answer answer = line.answer();
    String way = line.amount().isNegative() ? "took %s back" : "gave %s up again";
    String sentence =
        ("The card holder's bank " + way + " (%s)%s.")
            .formatted(
                text(line.amount().abs()),
                line.stage().toLowerCase(Locale.ROOT).replace('_', ' '),
                answer == null ? "" : "; answer no later than " + answer.by());
    return new TrailStep(
        Kind.CHARGED_BACK,
        line.toldAt(),
        List.of(new Amount("chargedBack", line.amount().negated())),
        Telling.of(sentence));
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
