package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.report.LineRange;
import dev.holdfast.settlement.core.report.StoredLine;
import dev.holdfast.settlement.core.report.Verdict;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.core.report.Verdict.Transit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the lines of reports come to, and which of them are booked. */
@ApplicationScoped
public class VerdictTable {
  private static final String WRITE =
      """
      update report_line l
      set result = told.result, remedy = told.remedy, books = told.books,
        transit_payout = told.payout, transit_minor_units = told.amount
      from unnest(cast(?2 as integer[]), cast(?3 as text[]), cast(?4 as text[]),
          cast(?5 as text[]), cast(?6 as text[]), cast(?7 as bigint[]))
        as told(line_number, result, remedy, books, payout, amount)
      where l.report_id = ?1 and l.line_number = told.line_number
        and (l.result, l.remedy, l.books, l.transit_payout, l.transit_minor_units)
          is distinct from (told.result, told.remedy, told.books, told.payout, told.amount)
      """;

  private static final String OWN =
      """
      with report_of as (
        select case count(distinct cpo_id) when 1 then min(cpo_id) end as cpo_id
        from report_line where report_id = ?1 and reference is not null)
      update report_line l
      set cpo_id = coalesce(
        case cardinality(owners.cpo_ids) when 1 then owners.cpo_ids[1] end,
        nullif(?2, ''), report_of.cpo_id)
      from report_of, (
        select o.line_number,
          owners_of(r.gateway, o.account, coalesce(o.said_at, r.imported_at)) as cpo_ids
        from report_line o join report r using (report_id)
        where o.report_id = ?1 and o.reference is null and o.kind <> 'PAYOUT') owners
      where l.report_id = ?1 and l.line_number = owners.line_number
      """;

  private static final String OWNERLESS =
      """
      select line_number from report_line
      where report_id = ?1 and cpo_id is null and books <> '' and kind <> 'PAYOUT'
      order by line_number limit 1
      """;

  private static final String BOOK =
      """
      with lines as (
        update report_line set is_booked = ?2
        where report_id = ?1 and line_number > ?3 and line_number <= ?4 and kind is not null
        returning reference, attempt)
      update movement m
      set is_reported = exists (
        select 1 from report_line l
        where l.reference = m.reference and l.attempt = m.attempt and l.result = 'MATCHED'
          and case l.report_id when ?1 then ?2 else l.is_booked end)
      from (select distinct reference, attempt from lines where reference is not null) touched
      where m.reference = touched.reference and m.attempt = touched.attempt
      """;

  private static final String COUNT =
      """
      insert into report_result (report_id, result, lines)
      select ?1, possible.result, count(l.line_number)
      from unnest(cast(?2 as text[])) as possible(result)
      left join report_line l on l.report_id = ?1 and l.result = possible.result
      group by possible.result
      on conflict (report_id, result) do update set lines = excluded.lines
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

  /** A line, and what it comes to. */
  public record Judged(int number, Verdict verdict) {
    /** What is to be written of it. */
    public static Judged of(StoredLine line) {
      return new Judged(line.number(), line.judged());
    }
  }

  /** Writes what lines come to: one statement; tells of how many it is something else now. */
  public Uni<Integer> write(Transaction transaction, UUID report, List<Judged> judged) {
    return transaction
        .session()
        .createNativeQuery(WRITE)
        .setParameter(1, report)
        .setParameter(2, judged.stream().map(Judged::number).toArray(Integer[]::new))
        .setParameter(3, texts(judged, verdict -> verdict.result().name()))
        .setParameter(4, texts(judged, Verdict::remedy))
        .setParameter(5, texts(judged, VerdictTable::books))
        .setParameter(6, texts(judged, verdict -> payout(verdict.transit())))
        .setParameter(
            7, judged.stream().map(one -> amount(one.verdict.transit())).toArray(Long[]::new))
        .executeUpdate();
  }

  /**
   * Lines that belong to no payment are of the only CPO of their account; else of this one; null:
   * of the only one whose payments the report tells of.
   */
  public Uni<Integer> own(Transaction transaction, UUID report, @Nullable String cpoId) {
    return transaction
        .session()
        .createNativeQuery(OWN)
        .setParameter(1, report)
        .setParameter(2, Objects.requireNonNullElse(cpoId, ""))
        .executeUpdate();
  }

  /** The first line that is to be booked, and of which nobody knows whose it is. */
  public Uni<Optional<Integer>> ownerless(Transaction transaction, UUID report) {
    return transaction
        .session()
        .createNativeQuery(OWNERLESS, Integer.class)
        .setParameter(1, report)
        .getResultList()
        .map(found -> found.stream().findFirst());
  }

  /** These lines of the report are booked, or booked back. */
  public Uni<Integer> book(
      Transaction transaction, UUID report, LineRange range, boolean isBooked) {
    return transaction
        .session()
        .createNativeQuery(BOOK)
        .setParameter(1, report)
        .setParameter(2, isBooked)
        .setParameter(3, range.after())
        .setParameter(4, range.upTo())
        .executeUpdate();
  }

  /** Counts how many lines came to what. */
  public Uni<Integer> count(Transaction transaction, UUID report) {
    return transaction
        .session()
        .createNativeQuery(COUNT)
        .setParameter(1, report)
        .setParameter(2, Arrays.stream(Result.values()).map(Result::name).toArray(String[]::new))
        .executeUpdate();
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

  static String books(Verdict verdict) {
    return verdict.books().stream().map(Cause::name).collect(Collectors.joining(" "));
  }

  private static @Nullable String[] texts(
      List<Judged> judged, Function<Verdict, @Nullable String> of) {
    return judged.stream().map(one -> of.apply(one.verdict)).toArray(String[]::new);
  }

  private static @Nullable String payout(@Nullable Transit transit) {
    return transit == null ? null : transit.payout();
  }

  private static @Nullable Long amount(@Nullable Transit transit) {
    return transit == null ? null : transit.amount().getAmountMinorLong();
  }
}
