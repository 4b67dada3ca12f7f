package dev.holdfast.settlement.rest;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.settlement.core.Trail;
import dev.holdfast.settlement.core.TrailStep;
import dev.holdfast.settlement.core.TrailStep.Amount;
import dev.holdfast.settlement.core.TrailStep.Kind;
import dev.holdfast.settlement.postgres.JournalTable.Booked;
import java.time.Instant;
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

  /** The steps that were heard of and those that were booked, by the facts' own times. */
  static List<TrailStepView> inOrder(List<TrailStep.Content> heard, List<Booked> entries) {
    Stream<TrailStep.Content> booked =
        entries.stream().map(one -> Trail.booked(one.entry(), one.bookedAt()).content());
    return Stream.concat(heard.stream(), booked)
        .sorted(
            comparing(TrailStep.Content::at)
                .thenComparing(TrailStep.Content::kind)
                .thenComparing(step -> step.telling().sentence()))
        .map(TrailStepView::of)
        .toList();
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
