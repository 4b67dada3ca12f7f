package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.cpo.CountryLimits;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Judges a terminal: may it take a card, and how much is held.
 *
 * @param environment where this deployment runs
 */
public record StandingRules(Environment environment, CountryLimits limits) {

  /**
   * What follows from all that is known at an instant.
   *
   * @param cpo the CPO of its charger; null while it is bound to none
   */
  public Standing judge(Dossier told, @Nullable Cpo cpo, Instant now) {
    var registration = told.registration();
    var hold = hold(registration, cpo, now);
    var reasons = EnumSet.noneOf(Reason.class);
    if (told.retired()) {
      reasons.add(Reason.RETIRED);
    } else {
      reasons.addAll(ofVendor(told.facts()));
      reasons.addAll(ofCharger(told.binding(), cpo, now));
      reasons.addAll(ofMoney(registration, told.facts(), hold, now));
    }
    return new Standing(
        Readiness.because(reasons),
        hold,
        overCommit(registration, cpo),
        seenIn(told.facts()),
        told.retired() ? null : nextTurn(registration, cpo, now));
  }

  private @Nullable Instant nextTurn(Registration registration, @Nullable Cpo cpo, Instant now) {
    return Stream.concat(
            limits.nextTurn(registration.country(), now).stream(),
            Stream.ofNullable(cpo).flatMap(each -> each.nextTurn(environment, now).stream()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Differs where terminals must be judged anew though nobody said anything of them. */
  public String fingerprint() {
    var rows = limits.rows().toString().getBytes(StandardCharsets.UTF_8);
    return environment + "/" + UUID.nameUUIDFromBytes(rows);
  }

  /** Its own hold, else its CPO's, else the country's limit in force; null where none is known. */
  @Nullable Money hold(Registration registration, @Nullable Cpo cpo, Instant now) {
    if (registration.own().hold() != null) {
      return registration.own().hold();
    }
    if (cpo != null && cpo.defaults().terms().hold() != null) {
      return cpo.defaults().terms().hold();
    }
    return highest(registration, now);
  }

  /** Its own switch, else its CPO's, else off. */
  static boolean overCommit(Registration registration, @Nullable Cpo cpo) {
    if (registration.own().overCommit() != null) {
      return registration.own().overCommit();
    }
    return cpo != null && Boolean.TRUE.equals(cpo.defaults().terms().overCommit());
  }

  private @Nullable Money highest(Registration registration, Instant now) {
    return limits.inForce(registration.country(), now).map(CountryLimit::highest).orElse(null);
  }

  private @Nullable VendorEnvironment seenIn(VendorFacts facts) {
    var ours = environment.pairedCloud();
    if (facts.seenIn(ours).isPresent()) {
      return ours;
    }
    return facts.seenIn(ours.other()).isPresent() ? ours.other() : null;
  }

  /** What the vendor's clouds say against a terminal. */
  public Set<Reason> ofVendor(VendorFacts facts) {
    var ours = environment.pairedCloud();
    var seen = facts.seenIn(ours);
    var reasons = EnumSet.noneOf(Reason.class);
    if (seen.isEmpty()) {
      // Only a certain "no" from our cloud makes the other one the wrong one.
      var onlyElsewhere = facts.deniedBy(ours) && facts.seenIn(ours.other()).isPresent();
      reasons.add(onlyElsewhere ? Reason.WRONG_VENDOR_ENVIRONMENT : Reason.UNKNOWN_TO_VENDOR);
      return reasons;
    }
    if (!seen.get().activated()) {
      reasons.add(Reason.NOT_ACTIVATED);
    }
    if (!seen.get().configured()) {
      reasons.add(Reason.NOT_CONFIGURED);
    }
    return reasons;
  }

  private Set<Reason> ofCharger(@Nullable Binding binding, @Nullable Cpo cpo, Instant now) {
    if (binding == null) {
      return EnumSet.of(Reason.NOT_BOUND_TO_CHARGER);
    }
    return cpo != null && cpo.isContracted(environment, now)
        ? EnumSet.noneOf(Reason.class)
        : EnumSet.of(Reason.CPO_NOT_CONTRACTED);
  }

  private Set<Reason> ofMoney(
      Registration registration, VendorFacts facts, @Nullable Money hold, Instant now) {
    var reasons = EnumSet.noneOf(Reason.class);
    var highest = highest(registration, now);
    if (hold == null || isAbove(highest, hold)) {
      reasons.add(Reason.HOLD_ABOVE_LIMIT);
    }
    var holdDiffers = hold != null && !hold.getCurrencyUnit().equals(registration.currency());
    if (holdDiffers || isOtherCurrencyAtVendor(registration, facts)) {
      reasons.add(Reason.CURRENCY_MISMATCH);
    }
    return reasons;
  }

  /** Amounts of two currencies are not compared: there is no rate here. */
  private static boolean isAbove(@Nullable Money highest, Money hold) {
    return highest != null && highest.isSameCurrency(hold) && hold.isGreaterThan(highest);
  }

  private boolean isOtherCurrencyAtVendor(Registration registration, VendorFacts facts) {
    return facts
        .seenIn(environment.pairedCloud())
        .filter(seen -> seen.currency() != null)
        .filter(seen -> !registration.currency().equals(seen.currency()))
        .isPresent();
  }
}
