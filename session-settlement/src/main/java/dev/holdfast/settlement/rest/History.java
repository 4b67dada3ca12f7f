package dev.holdfast.settlement.rest;

import static java.util.Comparator.comparing;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.trail.Trail;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.postgres.PostedEntry;
import dev.holdfast.settlement.postgres.TrailPages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of one settlement beside its state; all null where many are listed. */
record History(
    @Nullable List<JournalEntryView> journal,
    @Nullable List<TrailStepView> trail,
    @Nullable String unreadable) {
  static final History NONE = new History(null, null, null);

  /** The journal, and the steps that were heard of and booked, by the facts' own times. */
  static History of(TrailPages.Steps heard, List<PostedEntry> entries) {
    var steps = new ArrayList<TrailStep.Content>(heard.told());
    entries.stream().flatMap(History::booked).forEach(steps::add);
    int unread = heard.unread() + heard.told().size() + entries.size() - steps.size();
    return new History(
        entries.stream().map(JournalEntryView::of).toList(),
        inOrder(steps),
        unread == 0
            ? null
            : "steps of its trail that a newer version of this service wrote: %d; update this one"
                .formatted(unread));
  }

  private static List<TrailStepView> inOrder(List<TrailStep.Content> steps) {
    return steps.stream()
        .sorted(
            comparing(TrailStep.Content::at)
                .thenComparing(TrailStep.Content::kind)
                .thenComparing(step -> step.telling().sentence()))
        .map(TrailStepView::of)
        .toList();
  }

  /** None of an entry on an account that only a newer version knows: the journal has it. */
  private static Stream<TrailStep.Content> booked(PostedEntry posted) {
    try {
      BookedEntry booked = posted.booked();
      return Stream.of(Trail.booked(booked.entry(), booked.bookedAt()).content());
    } catch (WrittenByNewer newer) {
      return Stream.empty();
    }
  }
}
