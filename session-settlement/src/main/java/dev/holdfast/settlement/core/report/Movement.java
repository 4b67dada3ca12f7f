package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that the gateway says it moved, and under which name; the amount is above zero. */
public record Movement(Id id, Kind kind, String cpoId, Money amount, GatewayTrace trace) {

  /** The attempt of this number of a payment. */
  public record Id(Reference reference, int attempt) {}

  /** Where it stands in the list of those that no report tells: the oldest first. */
  public record Place(Instant movedAt, UUID reference, int attempt) {}

  /**
   * Which of those that no report tells are asked for; null: of any.
   *
   * @param movedBefore those that moved before it
   */
  public record Filter(@Nullable String cpoId, @Nullable String gateway, Instant movedBefore) {}

  /** Where it stands in the list. */
  public Place place() {
    return new Place(trace.at(), id.reference().value(), id.attempt());
  }

  /** Which way it moved. */
  public enum Kind {
    CAPTURE,
    REFUND
  }

  /** What of a hold moved under a name of the gateway's; zero moves nothing. */
  public static List<Movement> of(Reference reference, Hold hold) {
    var movements = new ArrayList<Movement>();
    Hold.Capture capture = hold.moves().capture();
    if (capture != null) {
      var id = new Id(reference, capture.number());
      add(movements, id, Kind.CAPTURE, hold, capture.amount(), capture.receipt());
    }
    for (Hold.Refund refund : hold.moves().refunds()) {
      var id = new Id(reference, refund.number());
      add(movements, id, Kind.REFUND, hold, refund.amount(), refund.receipt());
    }
    return movements;
  }

  private static void add(
      List<Movement> movements,
      Id id,
      Kind kind,
      Hold hold,
      Money amount,
      @Nullable GatewayTrace trace) {
    if (trace != null && amount.isPositive()) {
      movements.add(new Movement(id, kind, hold.grant().cpoId(), amount, trace));
    }
  }
}
