package dev.holdfast.faults;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Holds of drivers who left before they were told of them.
 *
 * @param holds all that were placed
 * @param givenBack how many of them the gateway reserves no more and took nothing of
 */
record Unclaimed(List<Hold> holds, int givenBack) {

  /** Finds them: the service has the hold, and no driver has its reference. */
  static Unclaimed of(Facts facts, Collection<Payment> payments) {
    Set<String> told = Payment.byReference(payments).keySet();
    List<Hold> holds =
        facts.holds().values().stream()
            .filter(Hold::wasPlaced)
            .filter(hold -> !told.contains(hold.reference()))
            .toList();
    long free =
        holds.stream()
            .map(hold -> facts.moves(hold.reference()))
            .filter(Moves.NONE::equals)
            .count();
    return new Unclaimed(holds, Math.toIntExact(free));
  }

  String line() {
    return "%d holds were placed for drivers who had left; %d of them were given back"
        .formatted(holds.size(), givenBack);
  }
}
