package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.BookedEntry.Place;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalFilter;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The journal, for finance: entries of some days, with all their lines. */
@ApplicationScoped
public class JournalPages {
  private static final String OF_PAYMENT =
      "select "
          + JournalLine.COLUMNS
          + " from journal_line where reference = ?1"
          + " order by booked_at, cause, cause_version, line_number";

  /** The page is made of entries; their lines come with them. */
  private static final String PAGE =
      "select "
          + JournalLine.COLUMNS
          + """
          from (
            select * from journal_entry e%1$sorder by booking_day %2$s, booked_at %2$s, entry_id %2$s
            limit :most) entry
          cross join lateral unnest(accounts, sides, amounts, currencies, details)
            with ordinality as line(account, side, minor_units, currency, detail, line_number)
          order by booking_day %2$s, booked_at %2$s, entry_id %2$s, line_number
          """;

  private static final String HAS_OUTCOME =
      """
      exists (select 1 from settlement s where s.reference = e.reference and s.outcome = :outcome)
      """;

  private final Mutiny.SessionFactory sessionFactory;

  JournalPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place, the newest first; null: the first ones. */
  public Uni<List<PostedEntry>> newest(@Nullable Place last, JournalFilter filter, int most) {
    return select(conditions(last, "<", filter), "desc", most);
  }

  /** The same, the oldest first. */
  public Uni<List<PostedEntry>> oldest(@Nullable Place last, JournalFilter filter, int most) {
    return select(conditions(last, ">", filter), "asc", most);
  }

  /** How many there are, up to so many. */
  public Uni<Long> count(JournalFilter filter, int most) {
    var conditions = conditions(filter);
    var query = "select e.entry_id from journal_entry e" + conditions.where();
    return sessionFactory
        .withStatelessSession(session ->
            conditions.list(session.createNativeQuery(query, UUID.class).setMaxResults(most)))
        .map(found -> (long) found.size());
  }

  /** All of a payment, in the order in which they were booked. */
  public Uni<List<PostedEntry>> of(Reference reference) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(OF_PAYMENT, Object[].class)
            .setParameter(1, reference.value())
            .getResultList()
            .map(PostedEntry::of));
  }

  private Uni<List<PostedEntry>> select(Conditions conditions, String order, int most) {
    conditions.bind("most", most);
    var query = PAGE.formatted(conditions.where(), order);
    return sessionFactory
        .withStatelessSession(
            session -> conditions.list(session.createNativeQuery(query, Object[].class)))
        .map(PostedEntry::of);
  }

  private static Conditions conditions(@Nullable Place last, String side, JournalFilter filter) {
    var conditions = conditions(filter);
    if (last != null) {
      conditions.bind("lastDay", last.bookingDay());
      conditions.bind("lastAt", last.bookedAt());
      conditions.bind("lastId", last.entryId());
      conditions.must(
          "(booking_day, booked_at, entry_id) " + side + " (:lastDay, :lastAt, :lastId)");
    }
    return conditions;
  }

  private static Conditions conditions(JournalFilter filter) {
    var conditions = new Conditions();
    var payment = filter.reference();
    conditions.when(
        "reference", payment == null ? null : payment.value(), "reference = :reference");
    conditions.when("from", filter.days().from(), "booking_day >= :from");
    conditions.when("to", filter.days().to(), "booking_day <= :to");
    conditions.when("cpo", filter.cpoId(), "cpo_id = :cpo");
    JournalEntry.Cause cause = filter.cause();
    conditions.when("cause", cause == null ? null : cause.name(), "cause = :cause");
    conditions.when("currency", filter.currency(), ":currency = any(e.currencies)");
    Outcome outcome = filter.outcome();
    conditions.when("outcome", outcome == null ? null : outcome.name(), HAS_OUTCOME);
    return conditions;
  }
}
