package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.postgres.CpoPages;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows CPOs, their defaults and their contracts. */
@ApplicationScoped
public class ShowCpos {
  private final CpoPages cpos;

  ShowCpos(CpoPages cpos) {
    this.cpos = cpos;
  }

  /** The CPO of that id; empty where there is none. */
  @WithSession
  public Uni<Optional<Cpo>> one(String cpoId) {
    return cpos.ofId(cpoId).map(Rows::one);
  }

  /** The first CPOs after that id whose ids begin so, by id. */
  @WithSession
  public Uni<Rows<Cpo>> list(String prefix, String after, int limit) {
    return cpos.after(after, prefix, limit);
  }

  /** How many CPOs there are whose ids begin so. */
  @WithSession
  public Uni<Long> count(String prefix) {
    return cpos.count(prefix);
  }
}
