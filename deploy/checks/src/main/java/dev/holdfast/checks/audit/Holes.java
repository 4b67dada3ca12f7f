package dev.holdfast.checks.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * Where offsets are left out in a partition. A topic that was compacted or shortened has holes, and
 * what is missing across one may have been there; without a hole it never was.
 */
final class Holes {
  private final Map<Integer, Long> next = new HashMap<>();
  private final Map<Integer, Long> afterLastHole = new HashMap<>();

  /** A record was read; those of a partition come in their order. */
  void pass(Place.OnTopic place) {
    if (place.offset() != next.getOrDefault(place.partition(), 0L)) {
      afterLastHole.put(place.partition(), place.offset());
    }
    next.put(place.partition(), place.offset() + 1);
  }

  boolean none() {
    return afterLastHole.isEmpty();
  }

  boolean none(int partition) {
    return !afterLastHole.containsKey(partition);
  }

  /** Is everything there that came after this record in its partition? */
  boolean noneSince(Place.OnTopic place) {
    return afterLastHole.getOrDefault(place.partition(), 0L) <= place.offset();
  }
}
