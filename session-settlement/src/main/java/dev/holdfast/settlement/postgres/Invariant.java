package dev.holdfast.settlement.postgres;

import java.util.Locale;

/** What must always hold, each as a query that must find no row. */
public enum Invariant {
  /** Captured and kept, and shortfall, are the session's total once settled, or were forgiven. */
  SETTLED_ADDS_UP(
      """
      select 1 from settlement
      where status = 'SETTLED' and session_total is not null
        and captured - refunded + coalesce(goodwill, 0) + shortfall
          + least(coalesce(written_off, 0), 0) <> session_total
      """),
  /** What was authorized is captured within the hold, released, expired, or still open. */
  HOLD_ADDS_UP(
      """
      select 1 from settlement
      where captured is not null
        and (hold_standing in ('CAPTURED', 'RELEASED', 'DECLINED', 'ABANDONED')
             and least(captured, authorized) + released <> authorized
             or least(captured, authorized) + released > authorized)
      """),
  /** More than the hold is captured only by a way that may. */
  ABOVE_THE_HOLD_ONLY_WHERE_ALLOWED(
      """
      select 1 from settlement
      where captured > authorized and capture_method not in ('OVER_COMMIT', 'WHOLE')
      """),
  /** No reference has two captures that both stand. */
  CAPTURED_ONCE(
      """
      select 1 from journal_entry e
      where cause = 'CAPTURED' and not exists (
        select 1 from journal_entry r where r.reference = e.reference
          and r.cause = 'CORRECTED' and r.cause_version = 'CAPTURED/' || e.cause_version)
      group by reference having count(*) > 1
      """),
  /** No session of a CPO is settled under two references, unless a person said so. */
  ONE_REFERENCE_A_SESSION(
      """
      select 1 from settlement where status = 'SETTLED' and billed_session is not null
      group by cpo_id, billed_session having count(*) > 1
      """),
  /** Debits are credits, per entry and currency; the table itself refuses any other entry. */
  ENTRIES_BALANCE(
      """
      select 1 from journal_line group by reference, cause, cause_version, currency
      having sum(case side when 'DEBIT' then minor_units else -minor_units end) <> 0
      """),
  /**
   * The journal has the gateway owe what was captured and not paid back. What its reports tell
   * since, and what of that was booked back, is no part of it: a settlement knows of neither.
   */
  GATEWAY_OWES_WHAT_WAS_CAPTURED(
      """
      select 1 from settlement s
      left join journal_line l
        on l.reference = s.reference and l.account = 'RECEIVABLE_FROM_GATEWAY'
          and split_part(
              case l.cause when 'CORRECTED' then l.cause_version else l.cause end, '/', 1)
            not in ('GATEWAY_FEE', 'PAID_OUT', 'REPORTED', 'EXCHANGED', 'BANKED')
      where s.status = 'SETTLED'
      group by s.reference, s.captured, s.refunded
      having coalesce(sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end), 0)
             <> s.captured - s.refunded
      """),
  /** What the gateway says it moved is booked, with its amount and currency. */
  MOVEMENTS_ARE_BOOKED(
      """
      select 1 from movement m
      join settlement s on s.reference = m.reference and s.status in ('SETTLED', 'ATTENTION')
      left join (
        select *,
          case cause when 'CORRECTED' then cause_version else cause || '/' || cause_version end
            as fact
        from journal_line where account = 'RECEIVABLE_FROM_GATEWAY') l
        on l.reference = m.reference and l.currency = m.currency
          and split_part(l.fact, '#', 1)
            = case m.kind when 'CAPTURE' then 'CAPTURED/' else 'REFUNDED/' end || m.attempt
      group by m.reference, m.attempt, m.kind, m.minor_units
      having coalesce(sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end), 0)
             <> case m.kind when 'CAPTURE' then m.minor_units else -m.minor_units end
      """),
  /** What was billed was taken, is short, was given up or is paid back, once it is settled. */
  CARD_HOLDERS_OWE_NOTHING_ONCE_SETTLED(
      """
      select 1 from settlement s join journal_line l using (reference)
      where s.status = 'SETTLED' and l.account = 'RECEIVABLE_FROM_CARD_HOLDER'
      group by reference, l.currency
      having sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end) <> 0
      """),
  /** The ledger has open what is short, less what was given up. */
  OVERAGE_IS_THE_SHORTFALL(
      """
      select 1 from settlement s
      left join journal_line l
        on l.reference = s.reference and l.account = 'OVERAGE_RECEIVABLE'
      where s.status = 'SETTLED'
      group by s.reference, s.shortfall, s.written_off
      having coalesce(sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end), 0)
             <> s.shortfall - greatest(coalesce(s.written_off, 0), 0)
      """),
  /** Revenue and taxes are the price, as soon as hold and close are known. */
  REVENUE_AND_TAXES_ARE_THE_TOTAL(
      """
      select 1 from settlement s
      left join journal_line l
        on l.reference = s.reference and l.account in ('CHARGING_REVENUE', 'TAX_PAYABLE')
      where s.session_total is not null and s.hold_currency is not null
      group by s.reference, s.session_total
      having coalesce(sum(case l.side when 'CREDIT' then l.minor_units else -l.minor_units end), 0)
             <> s.session_total
      """),
  /** Whatever is not settled waits until a time, or is shown to a person. */
  NOTHING_IS_SILENT(
      """
      select 1 from settlement
      where status not in ('SETTLED', 'ATTENTION') and due_at is null
         or status = 'ATTENTION' and attention is null
      """),
  /** What was booked on closed days when they were closed is what is booked on them now. */
  CLOSED_DAYS_STAND(
      """
      select 1 from (
        select cpo_id, day, entries, hash, lag(hash) over acts as hash_before,
          lag(day, 1, date '-infinity') over acts as before
        from closed_day window acts as (partition by cpo_id order by day)) closed
      where entries <> (
          select count(*) from journal_entry e
          where e.cpo_id = closed.cpo_id
            and e.booking_day > closed.before and e.booking_day <= closed.day)
        or hash <> closed_hash(cpo_id, before, day, hash_before)
      """),
  /** What is kept of closed days is what their entries come to, each day on top of the last. */
  KEPT_BALANCES_ARE_THE_SUM(
      """
      select 1 from (
        select cpo_id, booking_day as day, currency, account,
          coalesce(sum(minor_units) filter (where side = 'DEBIT'), 0) as debit,
          coalesce(sum(minor_units) filter (where side = 'CREDIT'), 0) as credit
        from journal_line l
        where booking_day <= (select max(day) from closed_day c where c.cpo_id = l.cpo_id)
        group by 1, 2, 3, 4) moved
      full join (select * from day_balance where debit <> 0 or credit <> 0) kept
        using (cpo_id, day, currency, account)
      where (moved.debit, moved.credit) is distinct from (kept.debit, kept.credit)
      union all
      select 1 from (
        select balance - debit + credit as opening,
          lag(balance, 1, cast(0 as numeric))
            over (partition by cpo_id, currency, account order by day) as before
        from day_balance) kept
      where opening <> before
      """),
  /** What a report was booked for is in the journal, under the name of its line. */
  REPORTS_ARE_BOOKED(
      """
      select 1 from report_line l
      join report r using (report_id)
      cross join lateral string_to_table(l.books, ' ') as booked(cause)
      where l.is_booked and l.books <> ''
        and not exists (
          select 1 from journal_entry e
          where e.cause = booked.cause and e.reference = l.entry_reference
            and starts_with(
              e.cause_version, l.report_id || '/' || l.line_number || '/' || r.bookings))
      """),
  /**
   * What moved is what booked reports tell of it as fee, as part of a payout or otherwise, and what
   * is still open. Reports tell it of what they name, be it a payment or not. What was booked, or
   * booked back, since the backup of a restored database counts once its report is handed in again.
   */
  FEE_PAID_OUT_AND_OPEN_ARE_THE_MOVEMENT(
      """
      select 1 from (
        select reference, currency, sum(minor_units) as minor_units from (
          select reference, currency,
            case kind when 'CAPTURE' then minor_units else -minor_units end as minor_units
          from movement
          union all
          select l.entry_reference, told.currency, told.minor_units
          from report_line l
          join report r using (report_id)
          cross join lateral string_to_table(l.books, ' ') as booked(cause)
          cross join lateral (values
            (l.currency, case cause
              when 'REPORTED' then l.minor_units
              when 'EXCHANGED' then -l.minor_units end),
            (l.settled_currency, case cause
              when 'EXCHANGED' then l.settled_minor_units
              when 'GATEWAY_FEE' then -l.fee_minor_units
              when 'PAID_OUT' then -l.transit_minor_units end)) as told(currency, minor_units)
          where l.is_booked and told.minor_units is not null
            and not exists (
              select 1 from journal_entry e
              where e.cause = 'CORRECTED' and e.reference = l.entry_reference
                and starts_with(e.cause_version,
                  concat_ws('/', cause, l.report_id, l.line_number, r.bookings)))) moved
        group by 1, 2) owed
      left join settlement s using (reference)
      left join (
        select reference, currency,
          sum(case side when 'DEBIT' then minor_units else -minor_units end) as minor_units
        from (
          select *, string_to_array(
            case cause when 'CORRECTED' then cause_version else cause || '/' || cause_version end,
            '/') as fact
          from journal_line where account = 'RECEIVABLE_FROM_GATEWAY') l
        where fact[1] <> 'MANUAL'
          and case when length(fact[2]) = 36 then exists (
            select 1 from report_line t join report r using (report_id)
            where t.report_id = cast(fact[2] as uuid) and t.line_number = cast(fact[3] as integer)
              and t.is_booked and starts_with(fact[4], cast(r.bookings as text))) else true end
        group by 1, 2) open using (reference, currency)
      where coalesce(s.status, 'SETTLED') in ('SETTLED', 'ATTENTION')
        and owed.minor_units <> coalesce(open.minor_units, 0)
      """),
  /** A payout that came to the bank is what its lines put in transit. */
  PAYOUTS_END_AT_ZERO(
      """
      select 1 from report_line p join report r using (report_id)
      where p.is_booked and p.books = 'BANKED'
        and p.settled_minor_units <> (
          select coalesce(sum(l.transit_minor_units), 0)
          from report_line l join report o using (report_id)
          where l.is_booked and o.gateway = r.gateway and l.transit_payout = p.payout
            and l.account is not distinct from p.account
            and l.settled_currency = p.settled_currency)
      """),
  /** What people wanted is booked once it was approved, and nothing else under that cause. */
  MANUAL_ENTRIES_ARE_BOOKED(
      """
      select 1 from (select * from manual_entry where state = 'BOOKED') m
      full join (
        select * from journal_entry
        where cause = 'MANUAL' or cause = 'CORRECTED' and starts_with(cause_version, 'MANUAL/')) e
        using (reference, cause, cause_version)
      where m.id is null or e.entry_id is null
        or (m.accounts, m.sides, m.amounts, m.currencies, m.details)
          is distinct from (e.accounts, e.sides, e.amounts, e.currencies, e.details)
        or m.asked_by = m.decided_by
      """),
  /** The totals, kept up to date change by change, are what counting every row gives. */
  TOTALS_ARE_THE_COUNT(
      """
      select 1 from (
        (select * from settlement_total where payments <> 0 except select * from settlement_recount)
        union all
        (select * from settlement_recount except select * from settlement_total)) differing
      """);

  private final String query;

  Invariant(String query) {
    this.query = query;
  }

  /** As people read it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A query for how many rows break it. */
  public String count() {
    return "select count(*) from (" + query + ") broken";
  }
}
