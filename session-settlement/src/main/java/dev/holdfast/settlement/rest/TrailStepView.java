package dev.holdfast.settlement.rest;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  static TrailStepView of(TrailStep.Content step) {
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
