package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.terminal.core.cpo.Cpo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The CPOs, for who writes. Locks are taken on CPOs before terminals, here and everywhere: a CPO
 * cannot change while a terminal is judged by it.
 */
@ApplicationScoped
public class CpoTable {
  /** The CPO of that id, kept from everyone else; none where there is none. */
  public Uni<Found<Cpo>> lock(Mutiny.StatelessSession session, String cpoId) {
    return withContracts(
        session,
        session
            .createNativeQuery("select * from cpo where cpo_id = ?1 for update", CpoRow.class)
            .setParameter(1, cpoId)
            .getResultList());
  }

  /** The CPOs of these ids and those of these terminals, kept as they are until the commit. */
  public Uni<Found<Cpo>> hold(
      Mutiny.StatelessSession session, Collection<String> cpoIds, Collection<String> serials) {
    return withContracts(
        session,
        session
            .createNativeQuery(
                """
                select * from cpo
                where cpo_id = any(?1)
                   or cpo_id in (select t.cpo_id from terminal t where t.serial = any(?2))
                order by cpo_id for share
                """,
                CpoRow.class)
            .setParameter(1, cpoIds.toArray(String[]::new))
            .setParameter(2, serials.toArray(String[]::new))
            .getResultList());
  }

  /** Writes a CPO that was not there. */
  public Uni<Void> insert(Mutiny.StatelessSession session, Cpo cpo) {
    return session.insert(new CpoRow(cpo)).chain(() -> insertContracts(session, cpo));
  }

  /** Writes a locked CPO anew. */
  public Uni<Void> update(Mutiny.StatelessSession session, Cpo cpo) {
    return session
        .update(new CpoRow(cpo))
        .chain(() ->
            session
                .createNativeQuery("delete from contract where cpo_id = ?1")
                .setParameter(1, cpo.cpoId())
                .executeUpdate())
        .chain(() -> insertContracts(session, cpo));
  }

  private static Uni<Void> insertContracts(Mutiny.StatelessSession session, Cpo cpo) {
    var rows =
        cpo.contracts().entrySet().stream()
            .flatMap(each ->
                each.getValue().stream()
                    .map(contract -> new ContractRow(cpo.cpoId(), each.getKey(), contract)))
            .toArray();
    return session.insertAll(rows.length + 1, rows);
  }

  private static Uni<Found<Cpo>> withContracts(
      Mutiny.StatelessSession session, Uni<List<CpoRow>> found) {
    return found.chain(rows ->
        session
            .createNativeQuery("select * from contract where cpo_id = any(?1)", ContractRow.class)
            .setParameter(1, rows.stream().map(row -> row.cpoId).toArray(String[]::new))
            .getResultList()
            .map(contracts -> states(rows, contracts)));
  }

  static Found<Cpo> states(List<CpoRow> rows, List<ContractRow> contracts) {
    var byCpo = contracts.stream().collect(groupingBy(contract -> contract.cpoId));
    return Found.of(
        rows, row -> row.cpoId, row -> row.toState(byCpo.getOrDefault(row.cpoId, List.of())));
  }
}
