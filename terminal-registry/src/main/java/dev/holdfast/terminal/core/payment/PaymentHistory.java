package dev.holdfast.terminal.core.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How payments go at one terminal.
 *
 * @param period how far back the counts and the troubles reach, and on to the full hour before
 * @param own this terminal's count
 * @param others the count of all other terminals in the same period
 * @param troubles how often what went wrong or came to nothing here: the most frequent
 * @param stuck the payments of this terminal that do not go on, of any age, oldest first: the first
 *     few
 * @param lastGoodAt when the last good payment went through, however long ago; null where none is
 *     known
 */
public record PaymentHistory(
    Duration period,
    PaymentCount own,
    PaymentCount others,
    SortedMap<String, Integer> troubles,
    List<StuckPayment> stuck,
    @Nullable Instant lastGoodAt,
    @Nullable String lastGoodReference) {

  /** Nothing is known of any payment. */
  public static final PaymentHistory NONE =
      new PaymentHistory(
          Duration.ZERO,
          PaymentCount.NONE,
          PaymentCount.NONE,
          Collections.emptySortedMap(),
          List.of(),
          null,
          null);

  /** Takes copies. */
  public PaymentHistory {
    troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
    stuck = List.copyOf(stuck);
  }

  /** Is a greater part of the payments in trouble here than at the other terminals? */
  public boolean isWorseThanFleet() {
    return own.isWorseThan(others);
  }
}
