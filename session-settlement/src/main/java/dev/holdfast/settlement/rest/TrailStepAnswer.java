package dev.holdfast.settlement.rest;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.text.CardNumbers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the trail: when it was, what it was, its amounts by name, and it in a sentence, in
 * which a session id is masked that reads as a card number.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrailStepAnswer(
    Instant at,
    Kind kind,
    Map<String, Amount> amounts,
    @Nullable String outcome,
    @Nullable String reason,
    String sentence) {

  static TrailStepAnswer of(TrailStep step) {
    TrailStep.Telling telling = step.telling();
    return new TrailStepAnswer(
        step.at(),
        step.kind(),
        amounts(step.amounts()),
        telling.outcome(),
        telling.reason(),
        CardNumbers.masked(telling.sentence()));
  }

  /** Of lines on one side of one account, as taxes are, the sum. */
  private static Map<String, Amount> amounts(List<TrailStep.Amount> amounts) {
    return amounts.stream()
        .collect(
            toMap(
                TrailStep.Amount::name,
                amount -> Amount.of(amount.money()),
                TrailStepAnswer::sum,
                LinkedHashMap::new));
  }

  private static Amount sum(Amount one, Amount other) {
    return new Amount(Math.addExact(one.minorUnits(), other.minorUnits()), one.currency());
  }
}
