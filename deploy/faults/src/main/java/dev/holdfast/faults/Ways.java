package dev.holdfast.faults;

import dev.holdfast.infrastructure.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wires on which several faults may lie at once: the strongest counts. */
final class Ways {
  private static final Duration SLOWNESS = Duration.ofMillis(150);

  /** As long as TCP waits that has sent again in vain for some seconds. */
  private static final Duration OLD_ONES_COME_LATER = Duration.ofSeconds(8);

  private final Map<Wire, List<Kind>> faults = new HashMap<>();

  /** Lays a fault of the network on wires. */
  synchronized void disturb(List<Wire> wires, Kind kind) {
    for (Wire wire : wires) {
      faults.computeIfAbsent(wire, _ -> new ArrayList<>()).add(kind);
      apply(wire);
    }
  }

  /** Takes it off again. */
  synchronized void mend(List<Wire> wires, Kind kind) {
    for (Wire wire : wires) {
      faults.computeIfAbsent(wire, _ -> new ArrayList<>()).remove(kind);
      if (kind == Kind.SILENT) {
        wire.passOldOnesAfter(OLD_ONES_COME_LATER);
      }
      apply(wire);
    }
  }

  private void apply(Wire wire) {
    List<Kind> all = faults.getOrDefault(wire, List.of());
    if (all.contains(Kind.CUT_OFF)) {
      wire.cut();
    } else if (all.contains(Kind.SILENT)) {
      wire.silence();
    } else if (all.contains(Kind.SLOW)) {
      wire.slow(SLOWNESS);
    } else {
      wire.pass();
    }
  }
}
