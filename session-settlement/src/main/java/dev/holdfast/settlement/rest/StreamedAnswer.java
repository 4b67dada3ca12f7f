package dev.holdfast.settlement.rest;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.doors.Amount;
import dev.holdfast.events.Money;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.rest.SettlementAnswer.PlanStep;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as a record of the topic tells it; names are the same on both sides. What the topic
 * does not tell - what it waits for, what may be decided, its history - is left out.
 */
final class StreamedAnswer {
  private StreamedAnswer() {}

  /** False for what only a newer version knows: whoever watches sees it in the list. */
  static boolean isKnown(SettlementChanged said) {
    return !isUnrecognized(said.getStatus())
        && !isUnrecognized(said.getOutcome())
        && said.getPlan().stream().noneMatch(rung -> isUnrecognized(rung.getMethod()));
  }

  private static boolean isUnrecognized(@Nullable Enum<?> constant) {
    return constant != null && constant.name().equals("UNRECOGNIZED");
  }

  static SettlementAnswer of(SettlementChanged said) {
    return new SettlementAnswer(
        UUID.fromString(said.getReference()),
        said.getVersion(),
        Status.valueOf(said.getStatus().name()),
        said.getOccurredAt(),
        said.getSessionId(),
        said.getSessionRevision(),
        amount(said.getSessionTotal()),
        said.getCpoId(),
        said.getAuthorizationVersion(),
        amount(said.getAuthorized()),
        said.getPlan().stream().map(StreamedAnswer::step).toList(),
        Optional.ofNullable(said.getOutcome())
            .map(outcome -> Outcome.valueOf(outcome.name()))
            .orElse(null),
        amount(said.getCaptured()),
        amount(said.getShortfall()),
        amount(said.getWrittenOff()),
        amount(said.getReleased()),
        amount(said.getRefunded()),
        amount(said.getGoodwill()),
        said.getReason(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static PlanStep step(dev.holdfast.events.Rung rung) {
    return new PlanStep(
        Method.valueOf(rung.getMethod().name()), Amount.of(MoneyCodec.fromAvro(rung.getAmount())));
  }

  private static @Nullable Amount amount(@Nullable Money money) {
    return money == null ? null : Amount.of(MoneyCodec.fromAvro(money));
  }
}
