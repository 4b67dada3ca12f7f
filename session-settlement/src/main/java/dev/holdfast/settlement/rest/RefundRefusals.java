package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.Refunding;
import dev.holdfast.settlement.core.payment.Settlement;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What is refused of refunds that support wants: which field, what, and how to mend it. */
final class RefundRefusals {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private RefundRefusals() {}

  static HttpProblem hindered(Refunding.Obstacle why, Settlement newest) {
    return switch (why) {
      case NOT_SETTLED ->
          Problems.of(
                  CONFLICT,
                  "Not possible",
                  "reference",
                  "the payment is %s, or nothing is left of it".formatted(newest.status()),
                  "give back once it is SETTLED, and only what was taken")
              .build();
      case NOT_WAITING ->
          Problems.of(
                  CONFLICT,
                  "Not possible",
                  "number",
                  "no refund of this number waits",
                  "see refunds of GET /settlements/{reference}")
              .build();
      case OTHER_CURRENCY, TOO_MUCH ->
          Problems.of(
                  UNPROCESSABLE,
                  "Too much",
                  "amount",
                  "of what was taken %s is kept".formatted(Refunding.kept(newest)),
                  "send at most that")
              .with("most", Amount.of(Refunding.kept(newest)))
              .build();
    };
  }
}
