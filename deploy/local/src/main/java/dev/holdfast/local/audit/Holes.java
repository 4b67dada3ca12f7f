package dev.holdfast.local.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * Where offsets are left out in a partition. A topic that was compacted or shortened has holes, and
 * what is missing across one may have been there; without a hole it never was.
 */
final class Holes {
  private final Map<Integer, Long> next = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();

  /** A record was read; those of a partition come in their order. */
  void pass(Place.OnTopic place) {
    if (place.offset() != next.getOrDefault(place.partition(), 0L)) {
      last.put(place.partition(), place.offset());
    }
    next.put(place.partition(), place.offset() + 1);
  }

  boolean any() {
    return !last.isEmpty();
  }

  /** Is everything there of the partition after this offset; after -1: from its start? */
  boolean noneSince(int partition, long offset) {
    return last.getOrDefault(partition, -1L) <= offset;
  }
}
