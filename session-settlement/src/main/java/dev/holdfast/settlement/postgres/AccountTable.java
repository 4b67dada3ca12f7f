package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.GatewayAccount;
import dev.holdfast.settlement.core.report.GatewayAccount.Name;
import dev.holdfast.settlement.core.report.GatewayAccount.Owners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which CPOs accounts at gateways belong to. */
@ApplicationScoped
public class AccountTable {
  /** Stands between the ids as they are read: none has it. */
  private static final String BETWEEN = "\u001f";

  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(20261129, hashtext(?1 || '/' || ?2)) as text)";

  private static final String COLUMNS =
      """
      select gateway, account, version, valid_from, array_to_string(cpo_ids, chr(31)), acted_by,
        reason, acted_at
      from account_owners
      """;

  private static final String PAGE =
      """
      where (gateway, account) in (
        select distinct gateway, account from account_owners
        where (gateway, account) > (?1, ?2) order by gateway, account limit ?3)
      """;

  private static final String LAST_FIRST = "order by gateway, account, version desc";

  private static final String INSERT =
      """
      insert into account_owners
        (gateway, account, version, valid_from, cpo_ids, acted_by, reason, acted_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """;

  private final Mutiny.SessionFactory sessionFactory;

  AccountTable(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** The account as it stands, and nobody else changes it before the commit. */
  public Uni<GatewayAccount> lock(Transaction transaction, Name name) {
    return transaction
        .session()
        .createNativeQuery(LOCK, String.class)
        .setParameter(1, name.gateway())
        .setParameter(2, name.account())
        .getSingleResultOrNull()
        .chain(() -> find(transaction, name));
  }

  /** The account as it stands; nobody may have said anything of it yet. */
  public Uni<GatewayAccount> find(Transaction transaction, Name name) {
    return transaction
        .session()
        .createNativeQuery(
            COLUMNS + "where gateway = ?1 and account = ?2 " + LAST_FIRST, Object[].class)
        .setParameter(1, name.gateway())
        .setParameter(2, name.account())
        .getResultList()
        .map(rows ->
            accounts(rows).stream()
                .findFirst()
                .orElseGet(() -> new GatewayAccount(name, 0, List.of())));
  }

  /** Writes the next word on an account. */
  public Uni<Void> write(Transaction transaction, Name name, long version, Owners owners) {
    return transaction
        .session()
        .createNativeQuery(INSERT)
        .setParameter(1, name.gateway())
        .setParameter(2, name.account())
        .setParameter(3, version)
        .setParameter(4, owners.validFrom())
        .setParameter(5, owners.cpoIds().toArray(String[]::new))
        .setParameter(6, owners.word().by())
        .setParameter(7, owners.word().reason())
        .setParameter(8, owners.word().at())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** At most so many accounts behind that one, by gateway and name; null: the first ones. */
  public Uni<List<GatewayAccount>> after(@Nullable Name last, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(COLUMNS + PAGE + LAST_FIRST, Object[].class)
            .setParameter(1, last == null ? "" : last.gateway())
            .setParameter(2, last == null ? "" : last.account())
            .setParameter(3, most)
            .getResultList()
            .map(AccountTable::accounts));
  }

  private static List<GatewayAccount> accounts(List<Object[]> rows) {
    var accounts = new LinkedHashMap<Name, GatewayAccount>();
    for (Object[] row : rows) {
      var name = new Name((String) row[0], (String) row[1]);
      var one = new GatewayAccount(name, ((Number) row[2]).longValue(), List.of(owners(row)));
      accounts.merge(name, one, AccountTable::joined);
    }
    return List.copyOf(accounts.values());
  }

  private static GatewayAccount joined(GatewayAccount account, GatewayAccount earlier) {
    var owners = new ArrayList<Owners>(account.owners());
    owners.addAll(earlier.owners());
    return new GatewayAccount(account.name(), account.version(), owners);
  }

  private static Owners owners(Object[] row) {
    var word = new Word((String) row[5], (String) row[6], ((OffsetDateTime) row[7]).toInstant());
    return new Owners((LocalDate) row[3], List.of(((String) row[4]).split(BETWEEN)), word);
  }
}
