package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The terminals, for who writes: many at a time, with as many round trips as for one. */
@ApplicationScoped
public class TerminalTable {
  /** Those of these serials that exist, kept from everyone else, in the database's order. */
  public Uni<Rows<Terminal>> lock(Transaction transaction, Collection<String> serials) {
    return withFacts(
        transaction,
        transaction
            .session()
            .createNativeQuery(
                "select * from terminal where serial = any(?1) order by serial for update",
                TerminalRow.class)
            .setParameter(1, serials.toArray(String[]::new))
            .getResultList());
  }

  /** The CPO's next terminals after that serial, in the database's order, kept from others. */
  public Uni<Rows<Terminal>> lockNextOf(
      Transaction transaction, String cpoId, String afterSerial, int limit) {
    return withFacts(
        transaction,
        transaction
            .session()
            .createNativeQuery(
                """
                select * from terminal where cpo_id = ?1 and serial > ?2
                order by serial limit ?3 for update
                """,
                TerminalRow.class)
            .setParameter(1, cpoId)
            .setParameter(2, afterSerial)
            .setParameter(3, limit)
            .getResultList());
  }

  /** The versions of those of these terminals that are known, by serial. */
  public Uni<Map<String, Long>> versions(Transaction transaction, List<String> serials) {
    return transaction
        .session()
        .createNativeQuery(
            "select serial, version from terminal where serial = any(?1)", Object[].class)
        .setParameter(1, serials.toArray(String[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** Lets terminals that were left alone be judged by whoever can read them. */
  public Uni<Void> reviewSoon(Transaction transaction, Collection<String> serials, Instant now) {
    return serials.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery("update terminal set review_at = ?2 where serial = any(?1)")
            .setParameter(1, serials.toArray(String[]::new))
            .setParameter(2, now)
            .executeUpdate()
            .replaceWithVoid();
  }

  /** Writes what became of locked terminals, and of new ones. */
  public Uni<Void> write(Transaction transaction, Collection<Decision> decisions) {
    var writes = TerminalWrites.of(decisions);
    return transaction
        .session()
        .insertAll(TerminalWrites.BATCH, writes.newTerminals())
        .chain(
            () -> transaction.session().updateAll(TerminalWrites.BATCH, writes.changedTerminals()))
        .chain(() -> transaction.session().insertAll(TerminalWrites.BATCH, writes.newFacts()))
        .chain(() -> transaction.session().updateAll(TerminalWrites.BATCH, writes.changedFacts()))
        .chain(() -> endBindings(transaction, writes))
        .chain(() -> transaction.session().insertAll(TerminalWrites.BATCH, writes.newBindings()))
        .chain(() -> VendorVisitTable.plan(transaction, writes.newSerials()))
        .chain(() -> VendorVisitTable.cancel(transaction, writes.retiredSerials()));
  }

  private static VendorFacts facts(List<VendorFactRow> rows) {
    var byCloud = rows.stream().collect(toMap(VendorFactRow::cloud, VendorFactRow::toState));
    return new VendorFacts(
        byCloud.getOrDefault(VendorEnvironment.TEST, CloudFact.NOTHING),
        byCloud.getOrDefault(VendorEnvironment.PRODUCTION, CloudFact.NOTHING));
  }

  private static Uni<Rows<Terminal>> withFacts(
      Transaction transaction, Uni<List<TerminalRow>> found) {
    return found.chain(rows ->
        transaction
            .session()
            .createNativeQuery(
                "select * from vendor_fact where serial = any(?1)", VendorFactRow.class)
            .setParameter(1, rows.stream().map(row -> row.serial).toArray(String[]::new))
            .getResultList()
            .map(facts -> states(rows, facts)));
  }

  static Rows<Terminal> states(List<TerminalRow> rows, List<VendorFactRow> factRows) {
    var bySerial = factRows.stream().collect(groupingBy(fact -> fact.serial));
    return ReadRows.of(
        rows,
        row -> row.serial,
        row -> row.toState(facts(bySerial.getOrDefault(row.serial, List.of()))));
  }

  private static Uni<?> endBindings(Transaction transaction, TerminalWrites writes) {
    var ended = writes.endedBindings();
    return ended.length == 0
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery(
                """
                update binding b set valid_to = t.changed_at from terminal t
                where b.serial = any(?1) and b.valid_to is null and t.serial = b.serial
                """)
            .setParameter(1, ended)
            .executeUpdate();
  }
}
