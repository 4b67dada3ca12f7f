package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.StandingRules;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorStatus;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out why a terminal does not work: what fails is what {@link StandingRules} holds against
 * it, so verdict and readiness cannot contradict each other.
 *
 * @param offlineAfter how long a terminal may be offline before that is worth a warning
 */
public record DiagnosisRules(StandingRules standings, Duration offlineAfter) {
  /** All checks, in their order. */
  public Diagnosis diagnose(Case it) {
    return it.registered() == null ? ofUnknown(it) : ofRegistered(it, it.registered());
  }

  private Diagnosis ofRegistered(Case it, Registered registered) {
    var terminal = registered.terminal();
    var standing = standings.judge(terminal.dossier(), registered.cpo(), it.at());
    var status = it.report() == null ? VendorStatus.UNKNOWN : it.report().status();
    var readiness = standing.readiness().under(status);
    var vendor = vendorChecks(it, terminal.dossier().registration().vendor(), readiness.reasons());
    var owner = new OwnerChecks(registered, standings.environment(), readiness.reasons(), it.at());
    var checks = new ArrayList<>(List.of(vendor.isUp(it.report()), owner.isRegistered()));
    checks.addAll(
        terminal.dossier().retired()
            ? unasked("it is retired", Question.VENDOR_ENVIRONMENT, Question.ONLINE)
            : ofUse(it, registered, standing, vendor, owner));
    checks.addAll(ofPayments(it));
    return new Diagnosis(it.serial(), standings.environment(), it.at(), readiness, checks);
  }

  private List<Check> ofUse(
      Case it, Registered registered, Standing standing, VendorChecks vendor, OwnerChecks owner) {
    var told = registered.terminal().dossier();
    var limit = standings.limits().inForce(told.registration().country(), it.at()).orElse(null);
    var hold = new HoldChecks(registered.terminal(), standing, limit);
    var chargerId = told.binding() == null ? null : told.binding().place().chargerId();
    return List.of(
        vendor.pairs(),
        vendor.isOnboarded(),
        owner.isBound(),
        owner.isContracted(),
        hold.fits(),
        hold.isOverCommitKnown(),
        vendor.isOnline(it.at(), offlineAfter, chargerId));
  }

  private Diagnosis ofUnknown(Case it) {
    var guess = Vendor.PAYTER;
    var vendor = vendorChecks(it, guess, List.copyOf(standings.ofVendor(it.facts())));
    var checks = new ArrayList<Check>();
    checks.add(vendor.isUp(it.report()));
    if (guess.recognises(it.serial())) {
      checks.add(notRegistered(it.serial()));
      checks.addAll(List.of(vendor.pairs(), vendor.isOnboarded()));
      checks.addAll(unasked("it is not registered", Question.BOUND, Question.OVER_COMMIT));
      checks.add(vendor.isOnline(it.at(), offlineAfter, null));
    } else {
      checks.add(notWellFormed(it.serial()));
      checks.addAll(unasked("it is no serial", Question.VENDOR_ENVIRONMENT, Question.ONLINE));
    }
    checks.addAll(ofPayments(it));
    return new Diagnosis(it.serial(), standings.environment(), it.at(), null, checks);
  }

  private VendorChecks vendorChecks(Case it, Vendor vendor, List<Reason> reasons) {
    return new VendorChecks(it.serial(), vendor, standings.environment(), it.facts(), reasons);
  }

  private static List<Check> ofPayments(Case it) {
    var payments = new PaymentChecks(it.serial(), it.payments());
    return List.of(payments.succeed(), payments.noneIsStuck(), payments.lastGood());
  }

  private static Check notRegistered(String serial) {
    return Check.fail(
        Question.REGISTERED,
        serial + " is not registered here",
        null,
        new Remedy(
            Actor.CPO,
            "Compare %s with the serial on the terminal; if it is right, register it: PUT /terminals/%s."
                .formatted(serial, serial)));
  }

  private static Check notWellFormed(String serial) {
    return Check.fail(
        Question.REGISTERED,
        serial + " has not the shape of a serial",
        null,
        new Remedy(
            Actor.CPO,
            "Read the serial from the terminal again: it looks like P6820211200171 or POL20245100755-50."));
  }

  private static List<Check> unasked(String why, Question first, Question last) {
    return Arrays.stream(Question.values())
        .filter(question -> question.compareTo(first) >= 0 && question.compareTo(last) <= 0)
        .map(question -> Check.unknown(question, why))
        .toList();
  }
}
