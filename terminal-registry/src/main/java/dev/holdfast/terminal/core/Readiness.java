package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * May this terminal take a card now: it may while no reason speaks against it.
 *
 * @param reasons each once, in the order of {@link Reason}
 */
public record Readiness(List<Reason> reasons) {
  /** No reason speaks against it. */
  public static final Readiness READY = new Readiness(List.of());

  /** Puts the reasons in their order. */
  public Readiness {
    reasons = reasons.stream().distinct().sorted().toList();
  }

  /** Ready without reasons, not ready with any. */
  public static Readiness because(Collection<Reason> reasons) {
    return new Readiness(List.copyOf(reasons));
  }

  /** True while nothing speaks against it. */
  public boolean isReady() {
    return reasons.isEmpty();
  }

  /**
   * The same with the vendor's status seen too: an outage is published once for the vendor, not
   * once for each terminal, so who wants the whole answer combines the two with this rule.
   */
  public Readiness under(VendorStatus status) {
    return switch (status) {
      case DOWN -> {
        var reasonsNow = EnumSet.of(Reason.VENDOR_DOWN);
        reasonsNow.addAll(reasons);
        yield because(reasonsNow);
      }
      case OPERATIONAL, DEGRADED, MAINTENANCE, UNKNOWN -> this;
    };
  }
}
