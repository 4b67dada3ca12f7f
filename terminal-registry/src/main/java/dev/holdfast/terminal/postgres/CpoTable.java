package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.cpo.Cpo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The CPOs, for who writes. Locks are taken on CPOs before terminals, here and everywhere: a CPO
 * cannot change while a terminal is judged by it.
 */
@ApplicationScoped
public class CpoTable {
  /** The CPO of that id, kept from everyone else; none where there is none. */
  public Uni<Rows<Cpo>> lock(Transaction transaction, String cpoId) {
    return withContracts(
        transaction,
        transaction
            .session()
            .createNativeQuery("select * from cpo where cpo_id = ?1 for update", CpoRow.class)
            .setParameter(1, cpoId)
            .getResultList());
  }

  /** The CPOs of these ids and those of these terminals, kept as they are until the commit. */
  public Uni<Rows<Cpo>> hold(
      Transaction transaction, Collection<String> cpoIds, Collection<String> serials) {
    return withContracts(
        transaction,
        transaction
            .session()
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

  /** The versions of those of these CPOs that are known, by id. */
  public Uni<Map<String, Long>> versions(Transaction transaction, List<String> cpoIds) {
    return transaction
        .session()
        .createNativeQuery("select cpo_id, version from cpo where cpo_id = any(?1)", Object[].class)
        .setParameter(1, cpoIds.toArray(String[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** Writes a CPO that was not there. */
  public Uni<Void> insert(Transaction transaction, Cpo cpo) {
    return transaction
        .session()
        .insert(new CpoRow(cpo))
        .chain(() -> insertContracts(transaction, cpo));
  }

  /** Writes a locked CPO anew. */
  public Uni<Void> update(Transaction transaction, Cpo cpo) {
    return transaction
        .session()
        .update(new CpoRow(cpo))
        .chain(() ->
            transaction
                .session()
                .createNativeQuery("delete from contract where cpo_id = ?1")
                .setParameter(1, cpo.cpoId())
                .executeUpdate())
        .chain(() -> insertContracts(transaction, cpo));
  }

  private static Uni<Void> insertContracts(Transaction transaction, Cpo cpo) {
    var rows =
        cpo.contracts().entrySet().stream()
            .flatMap(each ->
                each.getValue().stream()
                    .map(contract -> new ContractRow(cpo.cpoId(), each.getKey(), contract)))
            .toArray();
    return transaction.session().insertAll(rows.length + 1, rows);
  }

  private static Uni<Rows<Cpo>> withContracts(Transaction transaction, Uni<List<CpoRow>> found) {
    return found.chain(rows ->
        transaction
            .session()
            .createNativeQuery("select * from contract where cpo_id = any(?1)", ContractRow.class)
            .setParameter(1, rows.stream().map(row -> row.cpoId).toArray(String[]::new))
            .getResultList()
            .map(contracts -> states(rows, contracts)));
  }

  static Rows<Cpo> states(List<CpoRow> rows, List<ContractRow> contracts) {
    var byCpo = contracts.stream().collect(groupingBy(contract -> contract.cpoId));
    return ReadRows.of(
        rows, row -> row.cpoId, row -> row.toState(byCpo.getOrDefault(row.cpoId, List.of())));
  }
}
