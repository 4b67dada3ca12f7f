package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The terminals, for who writes: many at a time, with as many round trips as for one. */
@ApplicationScoped
public class TerminalTable {
  /** Those of these serials that exist, kept from everyone else, in the database's order. */
  public Uni<Found<Terminal>> lock(Mutiny.StatelessSession session, Collection<String> serials) {
    return withFacts(
        session,
        session
            .createNativeQuery(
                "select * from terminal where serial = any(?1) order by serial for update",
                TerminalRow.class)
            .setParameter(1, serials.toArray(String[]::new))
            .getResultList());
  }

  /** The CPO's next terminals after that serial, in the database's order, kept from others. */
  public Uni<Found<Terminal>> lockNextOf(
      Mutiny.StatelessSession session, String cpoId, String afterSerial, int limit) {
    return withFacts(
        session,
        session
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

  /** Lets terminals that were left alone be judged by whoever can read them. */
  public Uni<Void> reviewSoon(
      Mutiny.StatelessSession session, Collection<String> serials, Instant now) {
    return serials.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery("update terminal set review_at = ?2 where serial = any(?1)")
            .setParameter(1, serials.toArray(String[]::new))
            .setParameter(2, now)
            .executeUpdate()
            .replaceWithVoid();
  }

  /** Writes what became of locked terminals, and of new ones. */
  public Uni<Void> write(Mutiny.StatelessSession session, TerminalWrites writes) {
    return session
        .insertAll(TerminalWrites.BATCH, writes.newTerminals())
        .chain(() -> session.updateAll(TerminalWrites.BATCH, writes.changedTerminals()))
        .chain(() -> session.insertAll(TerminalWrites.BATCH, writes.newFacts()))
        .chain(() -> session.updateAll(TerminalWrites.BATCH, writes.changedFacts()))
        .chain(() -> endBindings(session, writes))
        .chain(() -> session.insertAll(TerminalWrites.BATCH, writes.newBindings()))
        .chain(() -> planVisits(session, writes.newSerials()))
        .chain(() -> cancelVisits(session, writes.retiredSerials()));
  }

  private static VendorFacts facts(List<VendorFactRow> rows) {
    var byCloud = rows.stream().collect(toMap(VendorFactRow::cloud, VendorFactRow::toState));
    return new VendorFacts(
        byCloud.getOrDefault(VendorEnvironment.TEST, CloudFact.NOTHING),
        byCloud.getOrDefault(VendorEnvironment.PRODUCTION, CloudFact.NOTHING));
  }

  private static Uni<Found<Terminal>> withFacts(
      Mutiny.StatelessSession session, Uni<List<TerminalRow>> found) {
    return found.chain(rows ->
        session
            .createNativeQuery(
                "select * from vendor_fact where serial = any(?1)", VendorFactRow.class)
            .setParameter(1, rows.stream().map(row -> row.serial).toArray(String[]::new))
            .getResultList()
            .map(facts -> states(rows, facts)));
  }

  static Found<Terminal> states(List<TerminalRow> rows, List<VendorFactRow> factRows) {
    var bySerial = factRows.stream().collect(groupingBy(fact -> fact.serial));
    return Found.of(
        rows,
        row -> row.serial,
        row -> row.toState(facts(bySerial.getOrDefault(row.serial, List.of()))));
  }

  private static Uni<?> endBindings(Mutiny.StatelessSession session, TerminalWrites writes) {
    var ended = writes.endedBindings();
    return ended.length == 0
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(
                """
                update binding b set valid_to = t.changed_at from terminal t
                where b.serial = any(?1) and b.valid_to is null and t.serial = b.serial
                """)
            .setParameter(1, ended)
            .executeUpdate();
  }

  private static Uni<?> planVisits(Mutiny.StatelessSession session, String[] serials) {
    return serials.length == 0
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(
                """
                insert into vendor_visit (serial, vendor)
                select serial, vendor from terminal where serial = any(?1)
                """)
            .setParameter(1, serials)
            .executeUpdate();
  }

  private static Uni<Void> cancelVisits(Mutiny.StatelessSession session, String[] serials) {
    return serials.length == 0
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery("delete from vendor_visit where serial = any(?1)")
            .setParameter(1, serials)
            .executeUpdate()
            .replaceWithVoid();
  }
}
