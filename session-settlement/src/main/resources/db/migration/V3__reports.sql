-- Money that the gateway says it moved, under its own name: what its reports are held against.
create table movement (
  reference uuid not null,
  attempt integer not null,
  kind text not null check (kind in ('CAPTURE', 'REFUND')),
  gateway text,
  gateway_reference text not null,
  cpo_id text not null,
  currency text not null,
  minor_units bigint not null check (minor_units > 0),
  moved_at timestamptz not null,
  -- Lines of reports that were booked come to it.
  is_reported boolean not null default false,
  primary key (reference, attempt)
);

create index movement_by_gateway_reference on movement (gateway_reference);
create index movement_unreported on movement (moved_at, reference, attempt) where not is_reported;

-- A gateway's report that was read. The id is made of its content.
create table report (
  report_id uuid primary key,
  gateway text not null,
  imported_at timestamptz not null,
  covers_from timestamptz not null,
  covers_to timestamptz not null,
  state text not null default 'READING',
  -- Of the file, the header is line 1.
  last_line integer not null,
  -- Of what a person decides on: what the lines come to, and whether they are booked.
  version bigint not null default 1,
  -- How often it was booked.
  bookings integer not null default 0,
  -- Two reports of one moment are booked back in the opposite order.
  booked_at timestamptz
);

create index report_by_time on report (imported_at desc);

-- How far a report is that is being read or booked; told beside the transaction that does so.
create table report_progress (
  report_id uuid primary key,
  step text not null,
  done integer not null,
  total integer not null,
  told_at timestamptz not null
);

-- Who booked a report, or booked it back, and why.
create table report_act (
  report_id uuid not null references report,
  version bigint not null,
  state text not null,
  acted_at timestamptz not null,
  acted_by text not null,
  reason text not null,
  primary key (report_id, version)
);

create trigger append_only before update or delete or truncate on report_act
  for each statement execute function refuse_to_change_the_journal();

-- To which CPOs an account at a gateway belongs from a day on: each word of a person is a row.
create table account_owners (
  gateway text not null,
  account text not null,
  version bigint not null,
  valid_from date not null,
  cpo_ids text[] not null check (cardinality(cpo_ids) > 0),
  acted_by text not null,
  reason text not null,
  acted_at timestamptz not null,
  primary key (gateway, account, version)
);

create trigger append_only before update or delete or truncate on account_owners
  for each statement execute function refuse_to_change_the_journal();

-- Null where nobody has said it: then it may be any CPO's.
create function owners_of(of_gateway text, of_account text, moment timestamptz) returns text[]
language sql stable as $$
  select cpo_ids from account_owners
  where gateway = of_gateway and account = of_account
    and valid_from <= cast(moment at time zone 'UTC' as date)
  order by valid_from desc, version desc limit 1
$$;

create table report_line (
  report_id uuid not null references report,
  line_number integer not null,
  -- What it says; of one that is broken nothing is known.
  kind text,
  names text[] not null default '{}',
  account text,
  payout text,
  currency text,
  minor_units bigint,
  settled_currency text,
  settled_minor_units bigint,
  fee_minor_units bigint,
  said_at timestamptz,
  -- Of a chargeback: how far it has come, until when it can be answered, and who says so.
  stage text,
  respond_by timestamptz,
  respond_by_source text,
  -- The same line in another file has the same two.
  line_key uuid,
  occurrence bigint,
  -- Of which payment and movement it tells, and under which name its entries are.
  reference uuid,
  attempt integer,
  cpo_id text,
  entry_reference uuid not null,
  -- The name of its entries while it belongs to no payment.
  own_reference uuid,
  -- What it comes to, and what is booked for it: names of causes.
  result text not null default 'OTHER' check (result in
    ('MATCHED', 'AMOUNT_DIFFERS', 'MISSING_HERE', 'OTHER', 'DUPLICATE', 'BROKEN')),
  remedy text,
  is_retold boolean not null default false,
  books text not null default '',
  transit_payout text,
  transit_minor_units bigint,
  is_booked boolean not null default false,
  primary key (report_id, line_number)
);

-- How many lines of a report came to what, counted when it was judged: a list need not count them.
create table report_result (
  report_id uuid not null references report,
  result text not null,
  lines bigint not null,
  primary key (report_id, result)
);

create index report_line_by_result on report_line (report_id, result, line_number);
create index report_line_by_key on report_line (line_key, occurrence);
create index report_line_by_movement on report_line (reference, attempt) where reference is not null;
create index report_line_in_transit on report_line (transit_payout) where transit_payout is not null;
create index report_line_of_chargeback on report_line (reference) where kind = 'CHARGEBACK';

-- What the reports say of chargebacks, each line once, however many files have it.
create view chargeback_line as
select distinct on (l.line_key, l.occurrence)
  coalesce(cast(l.reference as text), r.gateway || '/' || l.names[1],
    cast(l.entry_reference as text)) || '/' || l.currency as chargeback_id,
  r.gateway, l.names[1] as gateway_reference, l.reference, l.cpo_id, l.stage, l.currency,
  l.minor_units, coalesce(l.said_at, r.imported_at) as told_at, l.respond_by, l.respond_by_source,
  l.is_booked
from report_line l join report r using (report_id)
where l.kind = 'CHARGEBACK' and l.line_key is not null
order by l.line_key, l.occurrence, l.is_booked desc, r.imported_at;

-- All that the card holder's bank took back of a payment and gave up again; the last line counts.
create view chargeback as
select chargeback_id, min(gateway) as gateway, min(gateway_reference) as gateway_reference,
  (array_agg(reference))[1] as reference, min(cpo_id) as cpo_id,
  min(currency) as currency, -sum(minor_units) as minor_units,
  (array_agg(stage order by told_at desc, stage = 'CHARGEBACK'))[1] as stage,
  min(told_at) as begun_at, max(told_at) as told_at,
  (array_agg(respond_by order by told_at desc, stage = 'CHARGEBACK'))[1] as respond_by,
  (array_agg(respond_by_source order by told_at desc, stage = 'CHARGEBACK'))[1]
    as respond_by_source,
  bool_and(is_booked) as is_booked
from chargeback_line
group by chargeback_id;
