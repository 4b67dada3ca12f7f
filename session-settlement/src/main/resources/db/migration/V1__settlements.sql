-- One row a payment. The state is the document; the columns beside it are what is asked for.
create table settlement (
  reference uuid primary key,
  version bigint not null check (version > 0),
  status text not null check (status in
    ('AWAITING_SESSION', 'AWAITING_HOLD', 'DECIDED', 'SETTLED', 'CORRECTING', 'ATTENTION')),
  state text not null,
  session_id text,
  -- What this payment has taken, and no other payment of the CPO can.
  billed_session text,
  session_currency text,
  session_total bigint check (session_total >= 0),
  cpo_id text,
  hold_standing text,
  hold_currency text,
  authorized bigint check (authorized >= 0),
  capture_method text,
  captured bigint check (captured >= 0),
  released bigint check (released >= 0),
  refunded bigint check (refunded >= 0),
  -- What of that support gave back although the price stands.
  goodwill bigint check (goodwill > 0),
  outcome text,
  shortfall bigint check (shortfall >= 0),
  -- What a person must look at, and why; what nobody waits for any more.
  attention text,
  written_off bigint,
  -- What is waited for, and until when.
  due text,
  due_at timestamptz,
  changed_at timestamptz not null
-- Room in each page for the next versions of its rows: a payment changes about four times.
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- A reference is a UUIDv7: its order is the order of the taps.
create index settlement_by_status on settlement (status, reference);
create index settlement_by_outcome on settlement (outcome, reference);
create index settlement_by_cpo on settlement (cpo_id, reference);
create index settlement_by_attention on settlement (attention, reference)
  where attention is not null;
create index settlement_by_due on settlement (due_at) where due_at is not null;
-- Two payments of a CPO that take one session at the same moment: the second is decided again.
create unique index settlement_by_billed_session on settlement (billed_session, cpo_id)
  where billed_session is not null;
-- A charging platform names a payment by its session.
create index settlement_by_session on settlement (session_id) where session_id is not null;

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
