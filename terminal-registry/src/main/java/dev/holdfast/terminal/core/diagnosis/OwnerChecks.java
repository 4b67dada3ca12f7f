package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Environment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What CPO and platform must have done: the terminal is in use, on a charger, and the charger's CPO
 * is contracted.
 *
 * @param reasons what speaks against the terminal: a check fails exactly where one of its does
 */
record OwnerChecks(
    Registered registered, Environment environment, List<Reason> reasons, Instant now) {

  Check isRegistered() {
    var terminal = terminal();
    var registration = terminal.dossier().registration();
    if (reasons.contains(Reason.RETIRED)) {
      return Check.fail(
          Question.REGISTERED,
          "it is retired",
          terminal.changedAt(),
          new Remedy(
              Actor.CPO,
              "Register the terminal that took its place, as %s is retired for ever."
                  .formatted(terminal.serial())));
    }
    var model = registration.model() == null ? "" : ", model " + registration.model();
    return Check.pass(
        Question.REGISTERED,
        "registered as a terminal of %s%s".formatted(Words.vendor(registration.vendor()), model),
        terminal.changedAt());
  }

  Check isBound() {
    var binding = terminal().dossier().binding();
    if (binding == null) {
      return Check.fail(
          Question.BOUND,
          "it is on no charger",
          terminal().changedAt(),
          new Remedy(
              Actor.CPO,
              "Add %s to its charger with PUT /terminals/%s/binding, which names the charger, its EVSEs and its CPO."
                  .formatted(terminal().serial(), terminal().serial())));
    }
    var place = binding.place();
    return Check.pass(
        Question.BOUND,
        "on charger %s of %s, EVSE %s"
            .formatted(place.chargerId(), place.cpoId(), String.join(", ", place.evseIds())),
        binding.since());
  }

  Check isContracted() {
    var binding = terminal().dossier().binding();
    if (binding == null) {
      return Check.unknown(Question.CONTRACTED, "it is on no charger, so it has no CPO");
    }
    return reasons.contains(Reason.CPO_NOT_CONTRACTED)
        ? notContracted(binding)
        : contracted(binding);
  }

  private Check notContracted(Binding binding) {
    var cpoId = binding.place().cpoId();
    var others = registered.contractedCpos();
    var elsewhere =
        others.isEmpty()
            ? ": no other CPO is contracted there yet"
            : ", or move charger %s to a CPO that is contracted there: %s"
                .formatted(binding.place().chargerId(), String.join(", ", others));
    return Check.fail(
        Question.CONTRACTED,
        "%s has no contactless contract in force in %s%s".formatted(cpoId, environment, nearest()),
        now,
        new Remedy(
            Actor.PLATFORM,
            "Contract %s for contactless in %s with PUT /cpos/%s/contracts/%s%s."
                .formatted(cpoId, environment, cpoId, environment, elsewhere)));
  }

  /** The contract that ended last or starts next, for who wonders why there is none. */
  private String nearest() {
    var next = contracts().stream().map(Contract::validFrom).filter(now::isBefore).findFirst();
    var last = contracts().stream().flatMap(each -> Stream.ofNullable(each.validTo()));
    return next.map(start -> ": the next one starts at " + Words.time(start))
        .or(() ->
            last.reduce((_, later) -> later)
                .map(end -> ": the last one ended at " + Words.time(end)))
        .orElse("");
  }

  private Check contracted(Binding binding) {
    var inForce = contracts().stream().filter(each -> each.inForceAt(now)).findFirst();
    return Check.pass(
        Question.CONTRACTED,
        "%s is contracted in %s%s"
            .formatted(
                binding.place().cpoId(), environment, inForce.map(OwnerChecks::terms).orElse("")),
        inForce.map(Contract::validFrom).orElse(null));
  }

  private static String terms(Contract contract) {
    var end = contract.validTo() == null ? "" : " until " + Words.time(contract.validTo());
    return "%s, agreed by %s".formatted(end, contract.agreedBy());
  }

  private List<Contract> contracts() {
    Cpo cpo = registered.cpo();
    return cpo == null ? List.of() : cpo.in(environment);
  }

  private Terminal terminal() {
    return registered.terminal();
  }
}
