package dev.holdfast.settlement.rest;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Trail;
import dev.holdfast.settlement.core.TrailStep;
import dev.holdfast.settlement.core.TrailStep.Amount;
import dev.holdfast.settlement.core.TrailStep.Kind;
import dev.holdfast.settlement.postgres.JournalTable.Booked;
import dev.holdfast.settlement.postgres.JournalTable.Posted;
import dev.holdfast.settlement.postgres.TrailTable;
import dev.holdfast.settlement.rest.SettlementView.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of the trail: when it was, what it was, its amounts by name, and it in a sentence. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailStepView(
    Instant at,
    Kind kind,
    Map<String, MoneyView> amounts,
    @Nullable String outcome,
    @Nullable String reason,
    String sentence) {

  /** The journal, and the steps that were heard of and booked, by the facts' own times. */
  static History history(TrailTable.Steps heard, List<Posted> entries) {
    List<TrailStep.Content> steps = new ArrayList<>(heard.told());
    entries.stream().flatMap(TrailStepView::booked).forEach(steps::add);
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
  private static Stream<TrailStep.Content> booked(Posted posted) {
    try {
      Booked booked = posted.booked();
      return Stream.of(Trail.booked(booked.entry(), booked.bookedAt()).content());
    } catch (WrittenByNewer newer) {
      return Stream.empty();
    }
  }

  private static TrailStepView of(TrailStep.Content step) {
    TrailStep.Telling telling = step.telling();
    return new TrailStepView(
        step.at(),
        step.kind(),
        amounts(step.amounts()),
        telling.outcome(),
        telling.reason(),
        telling.sentence());
  }

  /** Of lines on one side of one account, as taxes are, the sum. */
  private static Map<String, MoneyView> amounts(List<Amount> amounts) {
    return amounts.stream()
        .collect(
            toMap(
                Amount::name,
                amount -> MoneyView.ofKnown(amount.money()),
                MoneyView::plus,
                LinkedHashMap::new));
  }
}
