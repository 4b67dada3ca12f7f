package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was told of one terminal; what follows from it is its {@link Standing}.
 *
 * @param binding the current one; null while it is bound to no charger
 * @param retired true once it is out of use, for ever
 */
public record Dossier(
    Registration registration, @Nullable Binding binding, VendorFacts facts, boolean retired) {

  static Dossier of(Registration registration) {
    return new Dossier(registration, null, VendorFacts.NONE, false);
  }

  /** The CPO of its charger; null while it is bound to none. */
  public @Nullable String cpoId() {
    return binding == null ? null : binding.place().cpoId();
  }

  Dossier with(Registration other) {
    return new Dossier(other, binding, facts, retired);
  }

  Dossier bound(Binding other) {
    return new Dossier(registration, other, facts, retired);
  }

  Dossier unbound() {
    return new Dossier(registration, null, facts, retired);
  }

  Dossier heard(Map<VendorEnvironment, CloudAnswer> answers) {
    return new Dossier(registration, binding, facts.after(answers), retired);
  }

  Dossier outOfUse() {
    return new Dossier(registration, null, facts, true);
  }
}
