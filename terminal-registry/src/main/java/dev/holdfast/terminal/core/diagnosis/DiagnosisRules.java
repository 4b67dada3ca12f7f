package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.StandingRules;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    var told = terminal.dossier();
    var standing = standings.judge(told, registered.cpo(), it.at());
    var readiness = standing.readiness().under(status(it));
    var clouds = clouds(it, told.registration().vendor());
    var owner = new OwnerChecks(registered, standings.environment(), readiness.reasons(), it.at());
    var chargerId = told.binding() == null ? null : told.binding().place().chargerId();
    var checks = new ArrayList<Check>();
    checks.add(new StatusCheck(clouds).isUp(it.report()));
    checks.add(owner.isRegistered());
    if (told.retired()) {
      checks.addAll(unasked("it is retired", Question.VENDOR_ENVIRONMENT, Question.ONLINE));
    } else {
      var limit = standings.limits().inForce(told.registration().country(), it.at()).orElse(null);
      var hold = new HoldChecks(registered, standing, limit, clouds);
      checks.addAll(ofVendor(it, clouds, readiness.reasons()));
      checks.addAll(List.of(owner.isBound(), owner.isContracted()));
      checks.addAll(List.of(hold.fits(), hold.isOverCommitKnown()));
      checks.add(online(it, clouds, chargerId));
    }
    checks.addAll(
        ofPayments(
            new PaymentChecks(it.serial(), chargerId, !told.retired(), clouds, it.payments())));
    return new Diagnosis(it.serial(), standings.environment(), it.at(), readiness, checks);
  }

  private Diagnosis ofUnknown(Case it) {
    var checks =
        Vendor.ofSerial(it.serial())
            .map(vendor -> checksOfStranger(it, vendor))
            .orElseGet(DiagnosisRules::checksOfNoSerial);
    return new Diagnosis(it.serial(), standings.environment(), it.at(), null, checks);
  }

  private List<Check> checksOfStranger(Case it, Vendor vendor) {
    var clouds = clouds(it, vendor);
    var against = Readiness.because(standings.ofVendor(it.facts())).under(status(it));
    var checks = new ArrayList<Check>();
    checks.add(new StatusCheck(clouds).isUp(it.report()));
    checks.add(notRegistered(it.serial(), vendor));
    checks.addAll(ofVendor(it, clouds, against.reasons()));
    checks.addAll(unasked("it is not registered", Question.BOUND, Question.OVER_COMMIT));
    checks.add(online(it, clouds, null));
    checks.addAll(ofPayments(new PaymentChecks(it.serial(), null, false, clouds, it.payments())));
    return checks;
  }

  private static List<Check> checksOfNoSerial() {
    var checks = new ArrayList<Check>();
    checks.addAll(unasked("it is no serial", Question.VENDOR_UP, Question.VENDOR_UP));
    checks.add(notWellFormed());
    checks.addAll(
        unasked("it is no serial", Question.VENDOR_ENVIRONMENT, Question.LAST_GOOD_PAYMENT));
    return checks;
  }

  private static VendorStatus status(Case it) {
    return it.report() == null ? VendorStatus.UNKNOWN : it.report().status();
  }

  private Clouds clouds(Case it, Vendor vendor) {
    return new Clouds(vendor, standings.environment(), it.facts());
  }

  private static List<Check> ofVendor(Case it, Clouds clouds, List<Reason> reasons) {
    var checks = new CloudChecks(it.serial(), clouds, reasons);
    return List.of(checks.pairs(), checks.isOnboarded());
  }

  private Check online(Case it, Clouds clouds, @Nullable String chargerId) {
    return new OnlineCheck(it.serial(), chargerId, clouds, offlineAfter).isOnline(it.at());
  }

  private static List<Check> ofPayments(PaymentChecks payments) {
    return List.of(payments.succeed(), payments.noneIsStuck(), payments.lastGood());
  }

  private static Check notRegistered(String serial, Vendor vendor) {
    return Check.fail(
        Question.REGISTERED,
        "it is not registered here",
        null,
        new Remedy(
            Actor.CPO,
            "Compare %s with the serial that is %s, and if it is the same, register it with PUT /terminals/%s."
                .formatted(serial, vendor.whereSerialsStand(), serial)));
  }

  private static Check notWellFormed() {
    return Check.fail(
        Question.REGISTERED,
        "it does not have the shape of a serial",
        null,
        new Remedy(Actor.CPO, "Read the serial again: %s.".formatted(Words.serials())));
  }

  private static List<Check> unasked(String why, Question first, Question last) {
    return Arrays.stream(Question.values())
        .filter(question -> question.compareTo(first) >= 0 && question.compareTo(last) <= 0)
        .map(question -> Check.unknown(question, why))
        .toList();
  }
}
