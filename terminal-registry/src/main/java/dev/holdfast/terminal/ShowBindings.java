package dev.holdfast.terminal;

import dev.holdfast.terminal.core.BindingPeriod;
import dev.holdfast.terminal.postgres.BindingPages;
import dev.holdfast.terminal.postgres.TerminalPages;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows where a terminal is and was. */
@ApplicationScoped
public class ShowBindings {
  private final TerminalPages terminals;
  private final BindingPages bindings;

  ShowBindings(TerminalPages terminals, BindingPages bindings) {
    this.terminals = terminals;
    this.bindings = bindings;
  }

  /** Those that began before that version, the newest first; empty where there is no terminal. */
  @WithSession
  public Uni<Optional<List<BindingPeriod>>> list(String serial, long version, int limit) {
    return terminals
        .ofSerial(serial)
        .chain(found ->
            found.one().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : bindings.before(serial, version, limit).map(Optional::of));
  }

  /** How many bindings a terminal has had. */
  @WithSession
  public Uni<Long> count(String serial) {
    return bindings.count(serial);
  }
}
