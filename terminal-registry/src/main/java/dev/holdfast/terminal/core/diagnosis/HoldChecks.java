package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.CountryLimit;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether the money settings are wise: the hold is what the country allows, no more and no less.
 *
 * @param standing what follows from the settings; a check fails exactly where one of its reasons
 *     does
 * @param limit the country's highest contactless amount in force; null where none is known
 */
record HoldChecks(Terminal terminal, Standing standing, @Nullable CountryLimit limit) {
  Check fits() {
    Money hold = standing.hold();
    if (standing.readiness().reasons().contains(Reason.CURRENCY_MISMATCH)) {
      return otherCurrency(hold);
    }
    if (hold == null) {
      return fail(
          "there is no hold, and no contactless limit is known for " + country(),
          "Give %s a hold of its own: PUT /terminals/%s with a hold."
              .formatted(terminal.serial(), terminal.serial()));
    }
    if (limit == null || !limit.highest().isSameCurrency(hold)) {
      return Check.unknown(
          Question.HOLD,
          "%s, and no contactless limit in %s is known for %s"
              .formatted(holds(hold), hold.getCurrencyUnit().getCode(), country()),
          terminal.changedAt(),
          new Remedy(
              Actor.PLATFORM,
              "Find out what %s allows without PIN, and add it to the country limits."
                  .formatted(country())));
    }
    return compared(hold, limit);
  }

  Check isOverCommitKnown() {
    if (standing.overCommit()) {
      return Check.pass(
          Question.OVER_COMMIT, "on, set by " + whoSetOverCommit(), terminal.changedAt());
    }
    Money hold = standing.hold();
    if (hold == null || limit == null || !isBelow(hold, limit)) {
      return Check.pass(Question.OVER_COMMIT, "off", terminal.changedAt());
    }
    return Check.warn(
        Question.OVER_COMMIT,
        "off, with a hold below what %s allows".formatted(country()),
        terminal.changedAt(),
        new Remedy(
            Actor.CPO,
            "Switch over-commit on for %s, or set its hold to %s: what a session costs above %s may stay unpaid."
                .formatted(terminal.serial(), Words.amount(limit.highest()), Words.amount(hold))));
  }

  private Check compared(Money hold, CountryLimit known) {
    var highest = Words.amount(known.highest());
    var evidence = "%s; %s".formatted(holds(hold), allows(known));
    if (standing.readiness().reasons().contains(Reason.HOLD_ABOVE_LIMIT)) {
      return fail(evidence, setTo(highest) + ": above it a tap without PIN is refused.");
    }
    return isBelow(hold, known)
        ? Check.warn(
            Question.HOLD,
            evidence,
            terminal.changedAt(),
            new Remedy(
                Actor.CPO, setTo(highest) + ": a session above the hold may not be paid in full."))
        : Check.pass(Question.HOLD, evidence, terminal.changedAt());
  }

  private Check otherCurrency(@Nullable Money hold) {
    var takes = terminal.dossier().registration().currency();
    return hold != null && !hold.getCurrencyUnit().equals(takes)
        ? fail(
            "%s, but it takes %s".formatted(holds(hold), takes),
            "Set the hold of %s in %s.".formatted(terminal.serial(), takes))
        : fail(
            "it takes %s here, and the vendor has set it to another currency".formatted(takes),
            "Register %s with the currency that it is set to, or have the vendor set it to %s."
                .formatted(terminal.serial(), takes));
  }

  private Check fail(String evidence, String sentence) {
    return Check.fail(
        Question.HOLD, evidence, terminal.changedAt(), new Remedy(Actor.CPO, sentence));
  }

  private String setTo(String highest) {
    return "Set the hold of %s to %s, the highest contactless amount of %s"
        .formatted(terminal.serial(), highest, country());
  }

  private static String holds(Money hold) {
    return "it holds " + Words.amount(hold);
  }

  private String allows(CountryLimit known) {
    return "%s allows %s without PIN (since %s, %s confidence: %s)"
        .formatted(
            country(),
            Words.amount(known.highest()),
            known.validFrom(),
            known.confidence(),
            known.source());
  }

  private String whoSetOverCommit() {
    return terminal.dossier().registration().own().overCommit() == null
        ? "its CPO"
        : "the terminal itself";
  }

  private static boolean isBelow(Money hold, CountryLimit known) {
    return known.highest().isSameCurrency(hold) && hold.isLessThan(known.highest());
  }

  private String country() {
    return terminal.dossier().registration().country();
  }
}
