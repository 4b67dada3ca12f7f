package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
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
record HoldChecks(
    Registered registered, Standing standing, @Nullable CountryLimit limit, Clouds clouds) {
  private static final String NO_HOLD = "nobody set a hold";

  Check fits() {
    Money hold = standing.hold();
    if (standing.readiness().reasons().contains(Reason.CURRENCY_MISMATCH)) {
      return new CurrencyCheck(terminal(), limit, clouds)
          .mismatch(hold == null ? NO_HOLD : holds(hold));
    }
    if (hold == null) {
      return nobodySetIt();
    }
    return limit == null || !limit.highest().isSameCurrency(hold)
        ? noLimitIsKnown(hold)
        : compared(hold, limit);
  }

  Check isOverCommitKnown() {
    var evidence =
        "%s (%s)"
            .formatted(
                standing.overCommit() ? "on" : "off",
                Setting.of(registered, terms -> terms.overCommit() != null).whose("nobody set it"));
    Money hold = standing.hold();
    if (standing.overCommit() || hold == null || limit == null || !isBelow(hold, limit)) {
      return Check.pass(Question.OVER_COMMIT, evidence, terminal().changedAt());
    }
    return Check.warn(
        Question.OVER_COMMIT,
        "%s, while the hold is below what %s allows".formatted(evidence, country()),
        terminal().changedAt(),
        new Remedy(
            Actor.CPO,
            "Switch over-commit on for %s with PUT /terminals/%s, or set the hold to %s as check 7 says: what a session costs above %s may stay unpaid."
                .formatted(
                    terminal().serial(),
                    terminal().serial(),
                    Words.amount(limit.highest()),
                    Words.amount(hold))));
  }

  private Check nobodySetIt() {
    return Check.fail(
        Question.HOLD,
        "%s, and no contactless limit is known for %s".formatted(NO_HOLD, country()),
        terminal().changedAt(),
        new Remedy(
            Actor.CPO,
            "Give %s a hold of its own with PUT /terminals/%s, or have the platform add %s to contactless-limits.csv."
                .formatted(terminal().serial(), terminal().serial(), country())));
  }

  private Check noLimitIsKnown(Money hold) {
    var currency = hold.getCurrencyUnit();
    return Check.unknown(
        Question.HOLD,
        "%s; no contactless limit in %s is known for %s"
            .formatted(holds(hold), currency, country()),
        terminal().changedAt(),
        new Remedy(
            Actor.PLATFORM,
            "Find out how much %s %s allows without PIN, and add it to contactless-limits.csv."
                .formatted(currency, country())));
  }

  private Check compared(Money hold, CountryLimit known) {
    var evidence = "%s; %s".formatted(holds(hold), allows(known));
    var changedAt = terminal().changedAt();
    if (standing.readiness().reasons().contains(Reason.HOLD_ABOVE_LIMIT)) {
      return Check.fail(
          Question.HOLD, evidence, changedAt, set(known, "above it a tap without PIN is refused"));
    }
    return isBelow(hold, known)
        ? Check.warn(
            Question.HOLD,
            evidence,
            changedAt,
            set(known, "what a session costs above the hold may stay unpaid"))
        : Check.pass(Question.HOLD, evidence, changedAt);
  }

  private Remedy set(CountryLimit known, String why) {
    var serial = terminal().serial();
    var highest = Words.amount(known.highest());
    var toDo =
        switch (holdSetting()) {
          case Setting.OfCpo(String cpoId) ->
              "Set the default hold of %s to %s with PUT /cpos/%s, or that of %s alone with PUT /terminals/%s"
                  .formatted(cpoId, highest, cpoId, serial, serial);
          case Setting.Own _, Setting.Nobodys _ ->
              "Set the hold of %s to %s with PUT /terminals/%s".formatted(serial, highest, serial);
        };
    return new Remedy(
        Actor.CPO,
        "%s: it is the highest contactless amount of %s, and %s.".formatted(toDo, country(), why));
  }

  private String holds(Money hold) {
    return "it holds %s (%s)"
        .formatted(
            Words.amount(hold), holdSetting().whose("nobody set it, so what the country allows"));
  }

  private String allows(CountryLimit known) {
    return "%s allows %s without PIN since %s (%s, %s confidence)"
        .formatted(
            country(),
            Words.amount(known.highest()),
            known.validFrom(),
            known.source(),
            known.confidence());
  }

  private static boolean isBelow(Money hold, CountryLimit known) {
    return known.highest().isSameCurrency(hold) && hold.isLessThan(known.highest());
  }

  private Setting holdSetting() {
    return Setting.of(registered, terms -> terms.hold() != null);
  }

  private Terminal terminal() {
    return registered.terminal();
  }

  private String country() {
    return terminal().dossier().registration().country();
  }
}
