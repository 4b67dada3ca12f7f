-- One row a payment. The state is the document; the columns beside it are what is asked for.
create table settlement (
  reference uuid primary key,
  version bigint not null check (version > 0),
  status text not null check (status in
    ('AWAITING_SESSION', 'AWAITING_HOLD', 'DECIDED', 'SETTLED', 'CORRECTING', 'ATTENTION')),
  state text not null,
  -- What the trail tells of the hold, from every version that was heard.
  hold_story text,
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
-- Room in each page for the next versions of its rows: a row doubles its size until its payment is settled, and the version
-- before it is there until it is committed.
) with (fillfactor = 35, autovacuum_vacuum_scale_factor = 0.05);

-- A reference is a UUIDv7: its order is the order of the taps.
create index settlement_by_cpo on settlement (cpo_id, reference);

-- What else a settlement is looked for by. It is kept apart so that a settlement that changes needs no new entry in any
-- index: its next version stays in its page.
create table settlement_lookup (
  reference uuid primary key,
  status text not null,
  session_id text,
  billed_session text,
  cpo_id text,
  due_at timestamptz
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- Few are not settled.
create index settlement_lookup_by_status on settlement_lookup (status, reference)
  where status <> 'SETTLED';
create index settlement_lookup_by_due on settlement_lookup (due_at) where due_at is not null;
-- Two payments of a CPO that take one session at the same moment: the second is decided again.
create unique index settlement_lookup_by_billed_session on settlement_lookup (billed_session, cpo_id)
  where billed_session is not null;
-- A charging platform names a payment by its session.
create index settlement_lookup_by_session on settlement_lookup (session_id)
  where session_id is not null;

create function keep_settlement_lookup() returns trigger language plpgsql as $$
begin
  insert into settlement_lookup as known
  select reference, status, session_id, billed_session, cpo_id, due_at from changed
  order by reference
  on conflict (reference) do update
  set status = excluded.status, session_id = excluded.session_id,
    billed_session = excluded.billed_session, cpo_id = excluded.cpo_id, due_at = excluded.due_at
  where known is distinct from excluded;
  return null;
end
$$;

create trigger lookup_of_new after insert on settlement
  referencing new table as changed for each statement execute function keep_settlement_lookup();
create trigger lookup_of_changed after update on settlement
  referencing new table as changed for each statement execute function keep_settlement_lookup();

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
