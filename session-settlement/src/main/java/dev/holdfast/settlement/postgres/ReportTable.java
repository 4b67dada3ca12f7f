package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reports that were read, and what persons did with them, for those who write them. */
@ApplicationScoped
public class ReportTable {
  /** Any two numbers that nobody else locks. */
  private static final String BOOKING = "(20261126, 4)";

  /** Reports of different gateways are read side by side. */
  private static final String READING = "select pg_try_advisory_xact_lock(20261130, hashtext(?1))";

  private static final String INSERT =
      """
      insert into report (report_id, gateway, imported_at, covers_from, covers_to)
      values (?1, ?2, ?3, ?4, ?5)
      """;

  private static final String FIND =
      "select gateway, state, version, bookings from report where report_id = ?1";

  private static final String ACT =
      """
      with act as (
        insert into report_act (report_id, version, state, acted_at, acted_by, reason)
        values (?1, ?2, ?3, ?4, ?5, ?6))
      update report set state = ?3, version = ?2,
        bookings = bookings + case cast(?3 as text) when 'BOOKED' then 1 else 0 end,
        booked_at = case cast(?3 as text) when 'BOOKED' then cast(?4 as timestamptz) end
      where report_id = ?1
      """;

  /** Booked since, and it says the same again, or has a payout of which this one has lines. */
  private static final String LATER =
      """
      select cast(r.report_id as text) from report r
      where r.state = 'BOOKED' and r.report_id <> ?1
        and r.booked_at > (select booked_at from report where report_id = ?1)
        and (exists (
          select 1 from report_line l join report_line o
            on o.line_key = l.line_key and o.occurrence = l.occurrence
            and coalesce(o.payout = l.payout, true)
          where l.report_id = ?1 and o.report_id = r.report_id)
        or exists (
          select 1 from report_line l join report_line o
            on o.payout = l.transit_payout and o.account is not distinct from l.account
          where l.report_id = ?1 and o.report_id = r.report_id and o.books = 'BANKED'))
      order by r.booked_at desc limit 1
      """;

  /** Where a report stands, in its transaction. */
  public record Standing(String gateway, ReportState state, long version, int bookings) {}

  /** Lets one report of a gateway be read at a time; false where one is being read. */
  public Uni<Boolean> lockReading(Transaction transaction, String gateway) {
    return transaction
        .session()
        .createNativeQuery(READING, Boolean.class)
        .setParameter(1, gateway)
        .getSingleResult();
  }

  /**
   * Lets one report be booked at a time, to the end of the transaction; false where one is being
   * booked. Who waited here would keep a connection from those who settle.
   */
  public Uni<Boolean> lockBooking(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery("select pg_try_advisory_xact_lock" + BOOKING, Boolean.class)
        .getSingleResult();
  }

  /** Waits until no report is booked, and lets none be booked before the commit. */
  static Uni<Void> await(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery("select 1 from pg_advisory_xact_lock" + BOOKING, Integer.class)
        .getSingleResult()
        .replaceWithVoid();
  }

  /** Where the report of that id stands, if it was read. */
  public Uni<Optional<Standing>> find(Transaction transaction, UUID id) {
    return transaction
        .session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, id)
        .getResultList()
        .map(rows -> rows.stream().map(row -> standing(id, row)).findFirst());
  }

  private static Standing standing(UUID id, Object[] row) {
    var state = StateText.constant("report " + id, ReportState.class, "state", (String) row[1]);
    return new Standing(
        (String) row[0], state, ((Number) row[2]).longValue(), ((Number) row[3]).intValue());
  }

  /** Writes whose report it is. */
  public Uni<Void> write(Transaction transaction, ReportHeading heading) {
    return run(
        transaction
            .session()
            .createNativeQuery(INSERT)
            .setParameter(1, heading.id())
            .setParameter(2, heading.gateway())
            .setParameter(3, heading.importedAt())
            .setParameter(4, heading.coversFrom())
            .setParameter(5, heading.coversTo()));
  }

  /** What its lines come to has changed. */
  public Uni<Void> renew(Transaction transaction, UUID id) {
    return run(
        transaction
            .session()
            .createNativeQuery("update report set version = version + 1 where report_id = ?1")
            .setParameter(1, id));
  }

  /** A person books it, or books it back: the version after this one. */
  public Uni<Void> act(
      Transaction transaction, UUID id, long version, ReportState state, Word word) {
    return run(
        transaction
            .session()
            .createNativeQuery(ACT)
            .setParameter(1, id)
            .setParameter(2, version + 1)
            .setParameter(3, state.name())
            .setParameter(4, word.at())
            .setParameter(5, word.by())
            .setParameter(6, word.reason()));
  }

  /** A report that was booked since, and builds on what this one booked. */
  public Uni<Optional<UUID>> builtUpon(Transaction transaction, UUID id) {
    return transaction
        .session()
        .createNativeQuery(LATER, String.class)
        .setParameter(1, id)
        .getResultList()
        .map(found -> found.stream().map(UUID::fromString).findFirst());
  }

  private static Uni<Void> run(Mutiny.MutationQuery query) {
    return query.executeUpdate().replaceWithVoid();
  }
}
