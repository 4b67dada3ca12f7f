package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.report.Verdict.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a gateway's settlement report.
 *
 * @param names what the gateway calls the movement, the likeliest first
 * @param payout the gateway's name for the transfer to the bank that the line is part of
 * @param at when the gateway says that it happened
 */
public record ReportLine(
    Kind kind, List<String> names, Amounts amounts, @Nullable String payout, @Nullable Instant at) {

  /** The list is copied. */
  public ReportLine {
    names = List.copyOf(names);
  }

  /** What the line is about. */
  public enum Kind {
    /** Money taken from a card. */
    CAPTURE,
    /** Money paid back. */
    REFUND,
    /** The transfer to the bank itself. */
    PAYOUT,
    /** Something that concerns no movement that was asked for here: a monthly fee, a chargeback. */
    OTHER
  }

  /**
   * What moved, as the receiver sees it: a refund is below zero.
   *
   * @param fee what the gateway keeps of it; null where it pays out in another currency, or where
   *     the report does not tell
   */
  public record Amounts(Money gross, @Nullable Money fee) {
    /** What is left to pay out; nothing where that is in another currency, or not told. */
    public Money net() {
      return fee == null ? Money.zero(gross.getCurrencyUnit()) : gross.minus(fee);
    }
  }

  /**
   * Holds the line against what is known here.
   *
   * @param known movements of any of its names
   * @param reported those that a line told of before
   */
  Verdict judge(Collection<Movement> known, Collection<Movement.Id> reported) {
    return switch (kind) {
      case CAPTURE -> judge(find(known, Movement.Kind.CAPTURE, reported), reported);
      case REFUND -> judge(find(known, Movement.Kind.REFUND, reported), reported);
      case PAYOUT, OTHER ->
          new Verdict(
              Result.MISSING_HERE, null, "it concerns no capture or refund: book it by hand");
    };
  }

  /** Holds a payout against the sum of the lines that are part of it. */
  Verdict judgePayout(Money sumOfLines) {
    Money paid = amounts.gross().abs();
    return paid.isEqual(sumOfLines.abs())
        ? new Verdict(Result.MATCHED, null, null)
        : new Verdict(
            Result.AMOUNT_DIFFERS,
            null,
            "its lines add up to %s: look for lines that are missing or broken"
                .formatted(sumOfLines));
  }

  /** Of several movements with one name the one that is not told of yet and has the amount. */
  private @Nullable Movement find(
      Collection<Movement> known, Movement.Kind kind, Collection<Movement.Id> reported) {
    List<Movement> named =
        names.stream()
            .flatMap(name ->
                known.stream()
                    .filter(movement -> movement.kind() == kind)
                    .filter(movement -> movement.trace().gatewayReference().equals(name)))
            .toList();
    return named.stream()
        .filter(movement -> !reported.contains(movement.id()) && hasAmountOf(movement))
        .findFirst()
        .orElse(named.isEmpty() ? null : named.getFirst());
  }

  boolean hasAmountOf(Movement movement) {
    return movement.signed().equals(amounts.gross());
  }

  private Verdict judge(@Nullable Movement movement, Collection<Movement.Id> reported) {
    if (movement == null) {
      return new Verdict(
          Result.MISSING_HERE,
          null,
          "nothing is known of it here: look for its payment in payment-authorization; once it is"
              + " settled, send the line again in a new file");
    }
    if (reported.contains(movement.id())) {
      return new Verdict(
          Result.DUPLICATE,
          movement,
          "an earlier line named it already: ask the gateway why it does so twice");
    }
    if (!hasAmountOf(movement)) {
      return new Verdict(
          Result.AMOUNT_DIFFERS,
          movement,
          "here it is %s: ask the gateway which is right".formatted(movement.signed()));
    }
    return new Verdict(
        Result.MATCHED,
        movement,
        amounts.fee() == null
            ? "its fee is not told, or in another currency: book fee and payout by hand"
            : null);
  }
}
