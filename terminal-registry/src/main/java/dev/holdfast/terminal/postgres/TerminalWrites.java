package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows that decisions write, table by table; at most one decision a terminal. */
final class TerminalWrites {
  /** Rows a round trip. */
  static final int BATCH = 500;

  private final List<Object> newTerminals = new ArrayList<>();
  private final List<Object> changedTerminals = new ArrayList<>();
  private final List<Object> newFacts = new ArrayList<>();
  private final List<Object> changedFacts = new ArrayList<>();
  private final List<Object> newBindings = new ArrayList<>();
  private final List<String> endedBindings = new ArrayList<>();
  private final List<String> newSerials = new ArrayList<>();
  private final List<String> retiredSerials = new ArrayList<>();

  private TerminalWrites() {}

  /** What these decisions write. */
  static TerminalWrites of(Collection<Decision> decisions) {
    var writes = new TerminalWrites();
    decisions.forEach(writes::add);
    return writes;
  }

  private void add(Decision decision) {
    switch (decision) {
      case Changed changed -> add(changed.before(), changed.after());
      case Noted noted -> note(noted.before(), noted.after());
      case Unchanged _, Refused _ -> {}
    }
  }

  private void add(@Nullable Terminal before, Terminal after) {
    if (before == null) {
      newTerminals.add(new TerminalRow(after));
      newSerials.add(after.serial());
    } else {
      changedTerminals.add(new TerminalRow(after));
    }
    addFacts(before, after);
    addBindings(before, after);
    if (after.dossier().retired()) {
      retiredSerials.add(after.serial());
    }
  }

  private void note(Terminal before, Terminal after) {
    if (!after.standing().equals(before.standing())) {
      changedTerminals.add(new TerminalRow(after));
    }
    addFacts(before, after);
  }

  private void addFacts(@Nullable Terminal before, Terminal after) {
    var known = before == null ? VendorFacts.NONE : before.dossier().facts();
    for (var cloud : VendorEnvironment.values()) {
      var fact = after.dossier().facts().in(cloud);
      if (!fact.equals(known.in(cloud))) {
        var rows = known.in(cloud).equals(CloudFact.NOTHING) ? newFacts : changedFacts;
        rows.add(new VendorFactRow(after.serial(), cloud, fact));
      }
    }
  }

  private void addBindings(@Nullable Terminal before, Terminal after) {
    var was = before == null ? null : before.dossier().binding();
    var is = after.dossier().binding();
    if (Objects.equals(was, is)) {
      return;
    }
    if (was != null) {
      endedBindings.add(after.serial());
    }
    if (is != null) {
      newBindings.add(new BindingRow(after.serial(), after.version(), is));
    }
  }

  Object[] newTerminals() {
    return newTerminals.toArray();
  }

  Object[] changedTerminals() {
    return changedTerminals.toArray();
  }

  Object[] newFacts() {
    return newFacts.toArray();
  }

  Object[] changedFacts() {
    return changedFacts.toArray();
  }

  Object[] newBindings() {
    return newBindings.toArray();
  }

  String[] endedBindings() {
    return endedBindings.toArray(String[]::new);
  }

  String[] newSerials() {
    return newSerials.toArray(String[]::new);
  }

  String[] retiredSerials() {
    return retiredSerials.toArray(String[]::new);
  }
}
