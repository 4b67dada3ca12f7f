package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Cpo;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The CPOs, for who reads; needs an open session. */
@ApplicationScoped
public class Cpos implements PanacheRepositoryBase<CpoRow, String> {
  /** One page of the CPOs, by id. */
  public Uni<List<Cpo>> page(int page, int size) {
    return findAll(Sort.by("cpoId")).page(page, size).list().chain(this::withContracts);
  }

  private Uni<List<Cpo>> withContracts(List<CpoRow> rows) {
    var ids = rows.stream().map(row -> row.cpoId).toList();
    return getSession()
        .chain(session ->
            session
                .createQuery("from ContractRow where cpoId in :ids", ContractRow.class)
                .setParameter("ids", ids)
                .getResultList())
        .map(CpoTable::byCpo)
        .map(contracts ->
            rows.stream()
                .map(row -> row.toState(contracts.getOrDefault(row.cpoId, Map.of())))
                .toList());
  }
}
