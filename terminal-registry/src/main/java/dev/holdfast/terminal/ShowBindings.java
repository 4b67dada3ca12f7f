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

  /** A page, and how many bindings there are on all pages. */
  public record Page(List<BindingPeriod> periods, long total) {}

  /** Those that began before that version, the newest first; empty where there is no terminal. */
  @WithSession
  public Uni<Optional<Page>> list(String serial, long version, int limit) {
    return terminals
        .ofSerial(serial)
        .chain(found ->
            found.one().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : page(serial, version, limit).map(Optional::of));
  }

  private Uni<Page> page(String serial, long version, int limit) {
    return bindings
        .before(serial, version, limit)
        .chain(periods -> bindings.count(serial).map(total -> new Page(periods, total)));
  }
}
