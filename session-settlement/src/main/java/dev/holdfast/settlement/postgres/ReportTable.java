package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reports that were read, and what persons did with them, for those who write them. */
@ApplicationScoped
public class ReportTable {
  /** Any two numbers that nobody else locks. */
  private static final String BOOKING = "(20261126, 4)";

  /** Who tells of all vendors' terminals is alone; the others only among their own reports. */
  private static final String LOCK_BOOKING =
      """
      select case cast(?1 as text) when '' then pg_try_advisory_xact_lock(20261126, 4)
        else pg_try_advisory_xact_lock_shared(20261126, 4)
          and pg_try_advisory_xact_lock(20261127, hashtext(?1)) end
      """;

  /** Reports of different gateways are read side by side. */
  private static final String READING = "select pg_try_advisory_xact_lock(20261128, hashtext(?1))";

  private static final String INSERT =
      """
      insert into report (report_id, gateway, imported_at, covers_from, covers_to, last_line)
      values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
      """;

  private static final String COVER =
      """
      update report r set covers_from = l.earliest, covers_to = l.latest
      from (
        select min(said_at) as earliest, max(said_at) as latest from report_line
        where report_id = ?1) l
      where r.report_id = ?1 and l.earliest is not null
      """;

  private static final String JUDGED =
      """
      with ended as (delete from report_progress where report_id = ?1)
      update report set state = 'JUDGED' where report_id = ?1
      """;

  private static final String FIND =
      "select gateway, state, version, bookings, last_line from report where report_id = ?1";

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

  /** Where a report stands, in its transaction. */
  public record Standing(
      String gateway, ReportState state, long version, int bookings, int lastLine) {}

  /** Lets one report of a gateway be read at a time; false where one is being read. */
  public Uni<Boolean> lockReading(Transaction transaction, String gateway) {
    return transaction
        .session()
        .createNativeQuery(READING, Boolean.class)
        .setParameter(1, gateway)
        .getSingleResult();
  }

  /**
   * Lets one of the reports that may tell of the same be booked at a time, to the end of the
   * transaction; false where one is being booked. Who waited here would keep a connection from
   * those who settle.
   */
  public Uni<Boolean> lockBooking(Transaction transaction, String gateway) {
    return transaction
        .session()
        .createNativeQuery(LOCK_BOOKING, Boolean.class)
        .setParameter(1, Objects.requireNonNullElse(ReportHeading.vendor(gateway), ""))
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
        (String) row[0],
        state,
        ((Number) row[2]).longValue(),
        ((Number) row[3]).intValue(),
        ((Number) row[4]).intValue());
  }

  /** Writes whose report it is, and that it is being read; one that is there stays as it is. */
  public Uni<Void> write(Transaction transaction, ReportHeading heading, int lastLine) {
    return run(
        transaction
            .session()
            .createNativeQuery(INSERT)
            .setParameter(1, heading.id())
            .setParameter(2, heading.gateway())
            .setParameter(3, heading.importedAt())
            .setParameter(4, heading.coversFrom())
            .setParameter(5, heading.coversTo())
            .setParameter(6, lastLine));
  }

  /** Its lines are from then to then. */
  public Uni<Void> cover(Transaction transaction, UUID id) {
    return run(transaction.session().createNativeQuery(COVER).setParameter(1, id));
  }

  /** All of it is read and judged. */
  public Uni<Void> judged(Transaction transaction, UUID id) {
    return run(transaction.session().createNativeQuery(JUDGED).setParameter(1, id));
  }

  /** Nothing is done with it any more. */
  public Uni<Void> end(Transaction transaction, UUID id) {
    return run(
        transaction
            .session()
            .createNativeQuery("delete from report_progress where report_id = ?1")
            .setParameter(1, id));
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

  private static Uni<Void> run(Mutiny.MutationQuery query) {
    return query.executeUpdate().replaceWithVoid();
  }
}
