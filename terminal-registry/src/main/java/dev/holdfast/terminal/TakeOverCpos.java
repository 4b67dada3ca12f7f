package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.postgres.CpoTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Takes CPOs over that the topic knows and a restored database does not. */
@ApplicationScoped
public class TakeOverCpos {
  private final CpoTable cpos;

  TakeOverCpos(CpoTable cpos) {
    this.cpos = cpos;
  }

  /** The versions of those of these CPOs that are known, by id. */
  public Uni<Map<String, Long>> versions(Transaction transaction, List<String> cpoIds) {
    return cpos.versions(transaction, cpoIds);
  }

  /** Writes them as they were published, in their order. */
  public Uni<Void> takeOver(Transaction transaction, List<Cpo> published) {
    return Multi.createFrom()
        .iterable(published)
        .onItem()
        .transformToUniAndConcatenate(cpo -> takeOver(transaction, cpo))
        .collect()
        .last();
  }

  private Uni<Void> takeOver(Transaction transaction, Cpo cpo) {
    return cpos.lock(transaction, cpo.cpoId())
        .chain(known ->
            known.ids().isEmpty() ? cpos.insert(transaction, cpo) : cpos.update(transaction, cpo));
  }
}
