package dev.holdfast.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradiction;
import dev.holdfast.settlement.core.payment.Contradictions;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What contradicts what came first, and what the payment costs by each decision.
 *
 * @param number by which a decision names it
 * @param payment the other one, where that has taken the session
 * @param ifFirst the amount of ACCEPT_FIRST; null where no price is known
 * @param ifSecond the amount of ACCEPT_SECOND; null where that is not possible
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContradictionAnswer(
    int number,
    AttentionReason reason,
    String sessionId,
    @Nullable UUID payment,
    @Nullable Integer revision,
    @Nullable Amount total,
    @Nullable Long energyWh,
    @Nullable Instant stoppedAt,
    boolean decided,
    @Nullable Amount ifFirst,
    @Nullable Amount ifSecond) {

  static List<ContradictionAnswer> of(@Nullable Session session) {
    return session == null
        ? List.of()
        : Contradictions.of(session).stream().map(each -> of(session, each)).toList();
  }

  private static ContradictionAnswer of(Session session, Contradictions.Numbered numbered) {
    Contradiction one = numbered.contradiction();
    Close close = one.close();
    return new ContradictionAnswer(
        numbered.number(),
        one.reason(),
        one.sessionId(),
        one.elsewhere() == null ? null : one.elsewhere().value(),
        close == null ? null : close.revision(),
        close == null ? null : Amount.of(close.total()),
        close == null ? null : close.charging().energyWh(),
        close == null ? null : close.charging().stoppedAt(),
        one.resolved(),
        price(session, one, Choice.ACCEPT_FIRST),
        price(session, one, Choice.ACCEPT_SECOND));
  }

  private static @Nullable Amount price(Session session, Contradiction one, Choice choice) {
    return one.resolved() ? null : Amount.ofNullable(Contradictions.price(session, one, choice));
  }
}
