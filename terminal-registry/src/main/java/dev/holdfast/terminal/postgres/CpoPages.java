package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.Environment;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The CPOs, for who reads; needs an open session. */
@ApplicationScoped
public class CpoPages implements PanacheRepositoryBase<CpoRow, String> {
  // Two short looks at indexes, not one sort of all contracts by what is known of the terminal.
  private static final String CONTRACTED =
      """
      with known as (
        select b.cpo_id, max(b.version) as version from binding b
        where b.serial = :serial
          and exists (select 1 from contract c
                      where c.cpo_id = b.cpo_id and c.environment = :environment
                        and c.valid_from <= :now and (c.valid_to is null or c.valid_to > :now))
        group by b.cpo_id),
      others as (
        select c.cpo_id from contract c
        where c.environment = :environment
          and c.valid_from <= :now and (c.valid_to is null or c.valid_to > :now)
        order by c.cpo_id limit :limit)
      select cpo_id from (
        select cpo_id, version from known
        union all
        select cpo_id, 0 from others where cpo_id not in (select cpo_id from known)) as both_of_them
      order by version desc, cpo_id limit :limit
      """;

  /** The CPO of that id; none where there is none. */
  public Uni<Rows<Cpo>> ofId(String cpoId) {
    return find("cpoId", cpoId).list().chain(this::withContracts);
  }

  /** The first CPOs after that id whose ids begin so, by id. */
  public Uni<Rows<Cpo>> after(String cpoId, String prefix, int limit) {
    return find(
            "cpoId > ?1 and cpoId like ?2 escape '!' order by cpoId", cpoId, Like.beginning(prefix))
        .range(0, limit - 1)
        .list()
        .chain(this::withContracts);
  }

  /** How many CPOs there are whose ids begin so. */
  public Uni<Long> count(String prefix) {
    return count("cpoId like ?1 escape '!'", Like.beginning(prefix));
  }

  /**
   * Ids of CPOs that are contracted in that environment at that instant: those that the terminal
   * was bound to before first, then by id.
   */
  public Uni<List<String>> contracted(
      Environment environment, Instant now, String serial, int limit) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(CONTRACTED, String.class)
                .setParameter("environment", environment.name())
                .setParameter("now", now)
                .setParameter("serial", serial)
                .setParameter("limit", limit)
                .getResultList());
  }

  private Uni<Rows<Cpo>> withContracts(List<CpoRow> rows) {
    var ids = rows.stream().map(row -> row.cpoId).toList();
    return getSession()
        .chain(session ->
            session
                .createQuery("from ContractRow where cpoId in :ids", ContractRow.class)
                .setParameter("ids", ids)
                .getResultList())
        .map(contracts -> CpoTable.states(rows, contracts));
  }
}
