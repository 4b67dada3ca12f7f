package dev.holdfast.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.payment.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A refund that support asked for.
 *
 * @param number by which it is approved or rejected
 * @param decided who decided about it; null while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundAnswer(
    int number,
    Goodwill.State state,
    Goodwill.Code code,
    Amount amount,
    Word asked,
    @Nullable Word decided) {
  static List<RefundAnswer> of(@Nullable Session session) {
    List<Goodwill> all = session == null ? List.of() : session.goodwill();
    return IntStream.range(0, all.size()).mapToObj(i -> of(i + 1, all.get(i))).toList();
  }

  private static RefundAnswer of(int number, Goodwill goodwill) {
    Goodwill.Ruling ruling = goodwill.ruling();
    return new RefundAnswer(
        number,
        goodwill.state(),
        goodwill.code(),
        Amount.of(goodwill.amount()),
        goodwill.asked(),
        ruling == null ? null : ruling.word());
  }
}
