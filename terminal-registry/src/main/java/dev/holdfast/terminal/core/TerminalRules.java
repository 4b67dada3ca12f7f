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
import dev.holdfast.terminal.core.cpo.Cpo;
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
        case Register register -> introduce(serial, register, cpos, now);
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
      case Register register -> update(before, register, cpos, now);
      case Bind bind -> bind(before, bind.place(), cpos, now);
      case Unbind _ -> settle(before, told.unbound(), TerminalChange.UNBOUND, cpos, now);
      case Retire _ -> settle(before, told.outOfUse(), TerminalChange.RETIRED, cpos, now);
      case Hear hear -> reconsider(before, told.heard(hear.answers()), cpos, now);
      case Reconsider _ -> reconsider(before, told, cpos, now);
    };
  }

  private Decision introduce(String serial, Register register, Map<String, Cpo> cpos, Instant now) {
    var refusal = refusalOf(serial, register, cpos, now);
    if (refusal != null) {
      return new Refused(refusal);
    }
    var told = placed(Dossier.of(register.registration()), register.place(), now);
    var terminal = new Terminal(serial, 1, now, told, judge(told, cpos, now));
    return new Changed(null, terminal, TerminalChange.REGISTERED);
  }

  private Decision update(Terminal before, Register register, Map<String, Cpo> cpos, Instant now) {
    var refusal = refusalOf(before.serial(), register, cpos, now);
    if (refusal != null) {
      return new Refused(refusal);
    }
    var described = before.dossier().with(register.registration());
    var told = placed(described, register.place(), now);
    var change = described.equals(before.dossier()) ? TerminalChange.BOUND : TerminalChange.UPDATED;
    return settle(before, told, change, cpos, now);
  }

  private Decision bind(Terminal before, Place place, Map<String, Cpo> cpos, Instant now) {
    return cpos.containsKey(place.cpoId())
        ? settle(before, placed(before.dossier(), place, now), TerminalChange.BOUND, cpos, now)
        : new Refused(new Refusal.CpoUnknown(place.cpoId()));
  }

  /** The binding goes on where the place is the same. */
  private static Dossier placed(Dossier told, @Nullable Place place, Instant now) {
    var current = told.binding();
    return place == null || (current != null && current.place().equals(place))
        ? told
        : told.bound(new Binding(place, now));
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
    if (standing.isAs(before.standing())) {
      var noted = before.noting(told, standing);
      return noted.equals(before) ? new Unchanged(before) : new Noted(before, noted);
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

  private @Nullable Refusal refusalOf(
      String serial, Register register, Map<String, Cpo> cpos, Instant now) {
    var registration = register.registration();
    if (!registration.vendor().recognises(serial)) {
      return new Refusal.SerialOfOtherVendor(registration.vendor());
    }
    var hold = registration.own().hold();
    if (hold == null && standings.limits().inForce(registration.country(), now).isEmpty()) {
      return new Refusal.HoldNeeded(registration.country());
    }
    if (hold != null && !hold.getCurrencyUnit().equals(registration.currency())) {
      return new Refusal.HoldInOtherCurrency(hold.getCurrencyUnit(), registration.currency());
    }
    var place = register.place();
    return place == null || cpos.containsKey(place.cpoId())
        ? null
        : new Refusal.CpoUnknown(place.cpoId());
  }
}
