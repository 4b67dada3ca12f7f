package dev.holdfast.faults;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that is looked at once the last fault is mended and drivers come no more. */
record Checks(
    RestApi front,
    RestApi simulator,
    LocalSystem.Addresses at,
    Breaking breaking,
    Progress progress) {

  /** Waits until it is quiet, lets the last driver pay, and looks. */
  List<Difference> of(Load load, LastDriver lastDriver) {
    Quiet quiet = new Quiet(front, load, breaking);
    List<Difference> differences = new ArrayList<>();
    progress.step("quiet", () -> differences.addAll(quiet.await()));
    progress.say("  the gateway was asked by hand for %d payments".formatted(quiet.askedFor()));
    progress.step("last payment", () -> lastDriver.pay().ifPresent(differences::add));
    List<Payment> payments = new ArrayList<>(load.payments());
    payments.add(lastDriver.payment());
    differences.addAll(new TopicsCheck(Addresses.of(at), progress).differences());
    try {
      Facts facts = Facts.read(front, simulator);
      differences.addAll(Findings.of(facts, payments, breaking.struck()));
      progress.say("  " + Unclaimed.of(facts, payments).line());
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      differences.add(new Difference(Check.STUCK, "checks", String.valueOf(unanswered), Set.of()));
    }
    return differences;
  }
}
