package dev.holdfast.terminal.core.payment;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What was heard of payments at a time: the newest version of each. */
public final class PaymentBatch {
  private static final BinaryOperator<Payment> NEWER =
      BinaryOperator.maxBy(Comparator.comparingLong(Payment::version));

  private final SortedMap<UUID, Payment> newest;

  private PaymentBatch(SortedMap<UUID, Payment> newest) {
    this.newest = newest;
  }

  /** What is known of a payment already. */
  public record Previous(long version, PaymentCount count) {}

  /**
   * What is to be written.
   *
   * @param added payments that were not known, in the database's order
   * @param changed payments that were, in the same order
   * @param hours by how much the fleet's count of each hour changes; none by nothing
   */
  public record Changes(
      List<Payment> added, List<Payment> changed, SortedMap<Instant, PaymentCount> hours) {}

  /** Takes any versions of any payments, in any order. */
  public static PaymentBatch of(List<Payment> heard) {
    return new PaymentBatch(
        heard.stream()
            .collect(
                toMap(
                    Payment::reference,
                    payment -> payment,
                    NEWER,
                    // Java compares UUIDs as signed numbers, the database as bytes.
                    () -> new TreeMap<>(Comparator.comparing(UUID::toString)))));
  }

  /** Whom it is about, each once, in the database's order. */
  public Collection<UUID> references() {
    return newest.keySet();
  }

  /** The hour in which a payment that was asked for then is counted. */
  public static Instant hourOf(Instant askedAt) {
    return askedAt.truncatedTo(ChronoUnit.HOURS);
  }

  /**
   * What follows for what is known.
   *
   * @param keptFrom a full hour; what was asked for before it and has come to its end is forgotten,
   *     or will be, and is counted no more: a replay must not count it twice
   */
  public Changes against(Map<UUID, Previous> known, Instant keptFrom) {
    var added = new ArrayList<Payment>();
    var changed = new ArrayList<Payment>();
    var hours = new TreeMap<Instant, PaymentCount>();
    for (var payment : newest.values()) {
      var before = known.get(payment.reference());
      var old = payment.askedAt().isBefore(keptFrom);
      if (isSeen(payment, before) || (old && before == null && isOver(payment))) {
        continue;
      }
      (before == null ? added : changed).add(payment);
      if (!old) {
        hours.merge(hourOf(payment.askedAt()), difference(payment, before), PaymentCount::plus);
      }
    }
    hours.values().removeIf(PaymentCount.NONE::equals);
    return new Changes(added, changed, hours);
  }

  private static boolean isOver(Payment payment) {
    return !payment.course().isUnderWay() && payment.suspicion().isEmpty();
  }

  private static boolean isSeen(Payment payment, @Nullable Previous before) {
    return before != null && before.version() >= payment.version();
  }

  private static PaymentCount difference(Payment payment, @Nullable Previous before) {
    return before == null ? payment.count() : payment.count().minus(before.count());
  }
}
