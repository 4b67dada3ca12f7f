package dev.holdfast.settlement;

import static java.util.Comparator.comparing;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.ShowJournal.Entry;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.trail.Trail;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.postgres.ChargebackPages;
import dev.holdfast.settlement.postgres.JournalPages;
import dev.holdfast.settlement.postgres.PostedEntry;
import dev.holdfast.settlement.postgres.TrailPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows what happened to one payment: what was booked, and its trail from the tap on. */
@ApplicationScoped
public class ShowHistory {
  private final JournalPages journal;
  private final TrailPages trail;
  private final ChargebackPages chargebacks;

  ShowHistory(JournalPages journal, TrailPages trail, ChargebackPages chargebacks) {
    this.journal = journal;
    this.trail = trail;
    this.chargebacks = chargebacks;
  }

  /**
   * What happened.
   *
   * @param journal in the order of booking
   * @param trail by the facts' own times
   * @param unread how many steps were written by a newer version, and cannot be told of here
   */
  public record History(List<Entry> journal, List<TrailStep.Content> trail, int unread) {}

  /** The history of a payment. */
  public Uni<History> of(Reference reference) {
    return journal
        .of(reference)
        .chain(entries -> trail.of(reference).map(heard -> joined(heard, entries)))
        .chain(history -> chargebacks.of(reference).map(lines -> withChargebacks(history, lines)));
  }

  private static History withChargebacks(History history, List<Chargeback.Line> lines) {
    var steps = new ArrayList<TrailStep.Content>(history.trail);
    lines.stream().map(Trail::chargedBack).forEach(steps::add);
    return new History(history.journal, inOrder(steps), history.unread);
  }

  private static History joined(TrailPages.Steps heard, List<PostedEntry> entries) {
    var steps = new ArrayList<TrailStep.Content>(heard.told());
    entries.stream().flatMap(ShowHistory::booked).forEach(steps::add);
    int unread = heard.unread() + heard.told().size() + entries.size() - steps.size();
    return new History(entries.stream().map(Entry::of).toList(), inOrder(steps), unread);
  }

  private static List<TrailStep.Content> inOrder(List<TrailStep.Content> steps) {
    return steps.stream()
        .sorted(
            comparing(TrailStep.Content::at)
                .thenComparing(TrailStep.Content::kind)
                .thenComparing(step -> step.telling().sentence()))
        .toList();
  }

  /** None of an entry on an account that only a newer version knows: the journal has it. */
  private static Stream<TrailStep.Content> booked(PostedEntry posted) {
    try {
      var booked = posted.booked();
      return Stream.of(Trail.booked(booked.entry(), booked.bookedAt()).content());
    } catch (WrittenByNewer newer) {
      return Stream.empty();
    }
  }
}
