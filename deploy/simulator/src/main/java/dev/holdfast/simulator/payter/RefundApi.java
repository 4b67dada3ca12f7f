package dev.holdfast.simulator.payter;

import java.util.List;
import java.util.UUID;

/**
 * The cloud's protocol for paying back. Assumed as a whole: nothing public tells how Payter
 * refunds. The money goes back through the card scheme, so the terminal's line does not matter, and
 * the caller's reference makes it happen once.
 */
final class RefundApi {
  private final Clouds clouds;
  private final Dialects dialects;

  RefundApi(Clouds clouds, Dialects dialects) {
    this.clouds = clouds;
    this.dialects = dialects;
  }

  List<Route> routes() {
    return List.of(
        Route.cloud(Route.Operation.REFUND, "POST", "/sessions/{id}/refund", this::refund));
  }

  private Answer refund(Call call) {
    Clouds.Place place = call.place();
    if (!dialects.of(place).refunds()) {
      throw Refused.notFound("There is no refund here.");
    }
    String id = call.path("id");
    long minorUnits = call.requiredNumber("refundAmount", 1, TerminalApi.HIGHEST_MINOR_UNITS);
    String reference = AuthorizeApi.checked(call.requiredQuery("reference"));
    return clouds.with(
        place,
        terminal -> {
          CardSession session = SessionApi.find(terminal, id);
          if (!isDone(terminal, session, reference, minorUnits)) {
            payBack(place, session, reference, minorUnits);
          }
          return Answer.ok(outcome(SessionApi.find(terminal, id), reference));
        });
  }

  /** True when this very refund was made before; a reference is used for one refund only. */
  private static boolean isDone(
      Terminal terminal, CardSession session, String reference, long minorUnits) {
    return terminal
        .sessionRefundedBy(reference)
        .map(refunded -> {
          boolean same =
              refunded.names().equals(session.names())
                  && refunded.refunds().stream()
                      .anyMatch(refund ->
                          refund.reference().equals(reference) && refund.amount() == minorUnits);
          if (!same) {
            throw Refused.conflict(
                "REFERENCE_REUSED", "Another refund was made as " + reference + ".");
          }
          return true;
        })
        .orElse(false);
  }

  private void payBack(Clouds.Place place, CardSession session, String reference, long minorUnits) {
    Refused refusal = session.refusalOfRefund(minorUnits);
    if (refusal != null) {
      throw refusal;
    }
    Refund refund = new Refund(reference, minorUnits, UUID.randomUUID().toString());
    clouds.record(new Fact.Refunded(clouds.here(place), session.names().sessionId(), refund));
  }

  /** The same for each call with the reference: the sum is the one after this refund. */
  private static RefundView outcome(CardSession session, String reference) {
    long sum = 0;
    for (Refund refund : session.refunds()) {
      sum += refund.amount();
      if (refund.reference().equals(reference)) {
        return new RefundView(refund.refundId(), reference, refund.amount(), sum);
      }
    }
    throw new IllegalStateException("There is no refund " + reference);
  }

  private record RefundView(String refundId, String reference, long amount, long refundedAmount) {}
}
