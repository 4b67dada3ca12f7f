-- What happened to a payment, one row a fact: heard again it is the same row.
create table settlement_step (
  reference uuid not null,
  fact text not null,
  version bigint not null,
  at timestamptz not null,
  content text not null,
  primary key (reference, fact)
);

-- What became of the taps of an hour. Sums are numeric: no amount, however large, may overflow them
-- and so keep a payment from being settled.
create table settlement_total (
  hour timestamptz not null,
  cpo_id text not null,
  currency text not null,
  outcome text not null,
  payments bigint not null,
  approved bigint not null,
  declined bigint not null,
  billed numeric not null,
  captured numeric not null,
  refunded numeric not null,
  above_hold numeric not null,
  shortfall numeric not null,
  primary key (hour, cpo_id, currency, outcome)
-- Few rows that change often: room for their next versions, and a vacuum that comes soon.
) with (fillfactor = 50, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);

-- What the totals must be, counted over all rows: for an invariant, never for a dashboard.
-- A payment counts once its hold, and with it the CPO, is known.
create view settlement_recount as
select
  date_trunc(
    'hour',
    case when uuid_extract_version(reference) = 7 then uuid_extract_timestamp(reference)
         else timestamptz 'epoch' end,
    'UTC') as hour,
  cpo_id,
  hold_currency as currency,
  coalesce(outcome, 'OPEN') as outcome,
  count(*) as payments,
  count(*) filter (where hold_standing not in ('DECLINED', 'ABANDONED')) as approved,
  count(*) filter (where hold_standing = 'DECLINED') as declined,
  coalesce(sum(session_total) filter (where session_currency = hold_currency), 0) as billed,
  coalesce(sum(captured), 0) as captured,
  coalesce(sum(refunded), 0) as refunded,
  coalesce(sum(greatest(captured - authorized, 0)), 0) as above_hold,
  coalesce(sum(shortfall), 0) as shortfall
from settlement
where cpo_id is not null
group by 1, 2, 3, 4;

insert into settlement_total select * from settlement_recount;
