package dev.holdfast.authorization.core.admission;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** May this hold be asked for at this terminal? */
public sealed interface Admission {
  /** Yes, with this much. */
  record Admitted(Money amount, String cpoId) implements Admission {}

  /** Not now: the terminal may take no card, for the registry's reasons. */
  record NotReady(List<String> reasons) implements Admission {
    private static final String VENDOR_DOWN = "VENDOR_DOWN";

    /** An outage explains every terminal at once, so it is told before the terminal's own. */
    static NotReady under(VendorStatus vendor, List<String> own) {
      return new NotReady(
          vendor.stopsTaps() ? Stream.concat(Stream.of(VENDOR_DOWN), own.stream()).toList() : own);
    }

    /** Is an outage of the vendor among the reasons? */
    public boolean isOutage() {
      return reasons.contains(VENDOR_DOWN);
    }
  }

  /** The request cannot be right; names the field, what is wrong, and the remedy. */
  record Wrong(String field, String problem, String remedy) implements Admission {}

  /**
   * Checks a request.
   *
   * @param vendor how the cloud is doing that the payment would go to; an outage is told once for
   *     the cloud and not for each terminal, so the two are combined here
   * @param asked null to hold what the terminal is set to
   */
  static Admission of(
      Terminal terminal, VendorStatus vendor, String evseId, @Nullable Money asked) {
    var cpoId = terminal.cpoId();
    if (vendor.stopsTaps() || !terminal.ready() || cpoId == null) {
      return NotReady.under(vendor, terminal.reasons());
    }
    if (!terminal.evseIds().isEmpty() && !terminal.evseIds().contains(evseId)) {
      return new Wrong(
          "evseId",
          "terminal %s does not serve EVSE %s".formatted(terminal.serial(), evseId),
          "send one of " + terminal.evseIds());
    }
    return amount(terminal, cpoId, asked);
  }

  private static Admission amount(Terminal terminal, String cpoId, @Nullable Money asked) {
    var set = terminal.holdAmount();
    if (asked == null) {
      return set == null
          ? new Wrong("amount", "the terminal has no hold amount of its own", "send an amount")
          : new Admitted(set, cpoId);
    }
    if (!asked.getCurrencyUnit().equals(terminal.currency())) {
      return new Wrong(
          "amount.currency",
          "the terminal takes %s, not %s".formatted(terminal.currency(), asked.getCurrencyUnit()),
          "send the amount in " + terminal.currency());
    }
    if (!asked.isPositive()) {
      return new Wrong(
          "amount.minorUnits",
          "a hold must be above zero",
          "send a positive number of minor units, or no amount for the terminal's own");
    }
    if (set != null && asked.isGreaterThan(set)) {
      return new Wrong(
          "amount.minorUnits",
          "%s is more than the %s that the terminal may hold".formatted(asked, set),
          "ask for less, or raise the terminal's hold amount in the terminal registry");
    }
    return new Admitted(asked, cpoId);
  }
}
