package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command makes of a terminal.
 *
 * @param standings judges every new version
 */
public record TerminalRules(StandingRules standings) {

  /**
   * The whole lifecycle: no terminal, one in use, one retired.
   *
   * @param before null where there is none with that serial
   * @param cpos the CPOs that the terminal or the command names, by id; one that is not in it is
   *     not known here
   */
  public Decision decide(
      String serial,
      @Nullable Terminal before,
      TerminalCommand command,
      Map<String, Cpo> cpos,
      Instant now) {
    if (before == null) {
      return switch (command) {
        case Register register -> introduce(serial, register.registration(), now);
        case Bind _, Unbind _, Retire _, Hear _, Reconsider _ ->
            new Refused(new Refusal.NotRegistered());
      };
    }
    if (before.dossier().retired()) {
      return switch (command) {
        case Register _, Bind _ -> new Refused(new Refusal.AlreadyRetired());
        case Unbind _, Retire _, Hear _, Reconsider _ -> new Unchanged(before);
      };
    }
    var told = before.dossier();
    return switch (command) {
      case Register register -> update(before, register.registration(), cpos, now);
      case Bind bind -> bind(before, bind.place(), cpos, now);
      case Unbind _ -> settle(before, told.unbound(), TerminalChange.UNBOUND, cpos, now);
      case Retire _ -> settle(before, told.outOfUse(), TerminalChange.RETIRED, cpos, now);
      case Hear hear -> reconsider(before, told.heard(hear.answers()), cpos, now);
      case Reconsider _ -> reconsider(before, told, cpos, now);
    };
  }

  private Decision introduce(String serial, Registration registration, Instant now) {
    var refusal = refusalOf(registration, now);
    if (refusal != null) {
      return new Refused(refusal);
    }
    var dossier = Dossier.of(registration);
    var standing = standings.judge(dossier, null, now);
    return new Changed(
        null, new Terminal(serial, 1, now, dossier, standing), TerminalChange.REGISTERED);
  }

  private Decision update(
      Terminal before, Registration registration, Map<String, Cpo> cpos, Instant now) {
    var refusal = refusalOf(registration, now);
    return refusal != null
        ? new Refused(refusal)
        : settle(before, before.dossier().with(registration), TerminalChange.UPDATED, cpos, now);
  }

  private Decision bind(Terminal before, Place place, Map<String, Cpo> cpos, Instant now) {
    if (!cpos.containsKey(place.cpoId())) {
      return new Refused(new Refusal.CpoUnknown(place.cpoId()));
    }
    var current = before.dossier().binding();
    return current != null && current.place().equals(place)
        ? reconsider(before, before.dossier(), cpos, now)
        : settle(
            before,
            before.dossier().bound(new Binding(place, now)),
            TerminalChange.BOUND,
            cpos,
            now);
  }

  /** Somebody said something: a new version where that is new, or where something else follows. */
  private Decision settle(
      Terminal before, Dossier told, TerminalChange change, Map<String, Cpo> cpos, Instant now) {
    return told.equals(before.dossier())
        ? reconsider(before, told, cpos, now)
        : new Changed(before, before.next(told, judge(told, cpos, now), now), change);
  }

  /** Nobody said anything: a new version only where something else follows now. */
  private Decision reconsider(Terminal before, Dossier told, Map<String, Cpo> cpos, Instant now) {
    var standing = judge(told, cpos, now);
    if (standing.equals(before.standing())) {
      return told.equals(before.dossier())
          ? new Unchanged(before)
          : new Noted(before, before.noting(told));
    }
    var change =
        standing.readiness().equals(before.standing().readiness())
            ? TerminalChange.UPDATED
            : TerminalChange.READINESS_CHANGED;
    return new Changed(before, before.next(told, standing, now), change);
  }

  private Standing judge(Dossier told, Map<String, Cpo> cpos, Instant now) {
    var cpoId = told.cpoId();
    return standings.judge(told, cpoId == null ? null : cpos.get(cpoId), now);
  }

  private @Nullable Refusal refusalOf(Registration registration, Instant now) {
    var hold = registration.own().hold();
    if (hold == null) {
      return standings.knowsLimitOf(registration.country(), now)
          ? null
          : new Refusal.HoldNeeded(registration.country());
    }
    return hold.getCurrencyUnit().equals(registration.currency())
        ? null
        : new Refusal.HoldInOtherCurrency(hold.getCurrencyUnit(), registration.currency());
  }
}
