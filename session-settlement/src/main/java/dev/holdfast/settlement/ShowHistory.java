package dev.holdfast.settlement;

import static java.util.Comparator.comparing;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.ShowJournal.Entry;
import dev.holdfast.settlement.ShowSettlements.Found;
import dev.holdfast.settlement.ShowSettlements.Shown;
import dev.holdfast.settlement.ShowSettlements.Unreadable;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.settlement.core.trail.HoldTrail;
import dev.holdfast.settlement.core.trail.Trail;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.postgres.ChargebackPages;
import dev.holdfast.settlement.postgres.JournalPages;
import dev.holdfast.settlement.postgres.PostedEntry;
import dev.holdfast.settlement.postgres.SettlementPages;
import dev.holdfast.settlement.postgres.SettlementRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows what happened to one payment: what was booked, and its trail from the tap on, which is told
 * from its state, its journal, and what its hold's versions said.
 */
@ApplicationScoped
public class ShowHistory {
  private final SettlementPages settlements;
  private final JournalPages journal;
  private final ChargebackPages chargebacks;

  ShowHistory(SettlementPages settlements, JournalPages journal, ChargebackPages chargebacks) {
    this.settlements = settlements;
    this.journal = journal;
    this.chargebacks = chargebacks;
  }

  /**
   * What happened.
   *
   * @param settlement how it stands
   * @param journal in the order of booking
   * @param trail by the facts' own times
   * @param unread how many parts of it were written by a newer version, and cannot be told of here
   */
  public record History(Found settlement, List<Entry> journal, List<TrailStep> trail, int unread) {}

  /** The history of a payment; empty where it has no settlement. */
  public Uni<Optional<History>> of(Reference reference) {
    return settlements
        .find(reference)
        .chain(found ->
            found
                .map(row -> of(row).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<History> of(SettlementRow row) {
    return journal
        .of(row.reference())
        .chain(
            entries -> chargebacks.of(row.reference()).map(lines -> history(row, entries, lines)));
  }

  private static History history(
      SettlementRow row, List<PostedEntry> entries, List<Chargeback.Line> lines) {
    var settlement = Found.in(row);
    var parts = new ArrayList<Supplier<List<TrailStep>>>();
    parts.add(() -> hold(row));
    parts.add(() -> stands(settlement));
    entries.forEach(entry -> parts.add(() -> booked(entry)));
    lines.forEach(line -> parts.add(() -> List.of(Trail.chargedBack(line))));
    var steps = new ArrayList<TrailStep>();
    int unread = 0;
    for (Supplier<List<TrailStep>> part : parts) {
      try {
        steps.addAll(part.get());
      } catch (WrittenByNewer newer) {
        unread++;
      }
    }
    return new History(
        settlement, entries.stream().map(Entry::of).toList(), inOrder(steps), unread);
  }

  private static List<TrailStep> stands(Found settlement) {
    return switch (settlement) {
      case Shown shown -> Trail.of(shown.state(), shown.changedAt());
      case Unreadable unreadable -> throw unreadable.why();
    };
  }

  private static List<TrailStep> hold(SettlementRow row) {
    HoldStory story = row.holdStory();
    return story == null ? List.of() : HoldTrail.of(row.reference(), story);
  }

  private static List<TrailStep> booked(PostedEntry posted) {
    var booked = posted.booked();
    return List.of(Trail.booked(booked.entry(), booked.bookedAt()));
  }

  private static List<TrailStep> inOrder(List<TrailStep> steps) {
    return steps.stream()
        .sorted(
            comparing(TrailStep::at)
                .thenComparing(TrailStep::kind)
                .thenComparing(step -> step.telling().sentence()))
        .toList();
  }
}
