-- Do debits equal credits in each currency, and is every amount above zero?
create function is_balanced(
  accounts text[], sides text[], amounts bigint[], currencies text[], details text[])
returns boolean language plpgsql immutable parallel safe as $$
declare
  lines constant integer := cardinality(accounts);
  balance bigint := 0;
begin
  if lines = 0 or array_position(accounts, null) is not null
      or cardinality(sides) <> lines or not sides <@ array['DEBIT', 'CREDIT']
      or cardinality(amounts) <> lines or not coalesce(0 < all (amounts), false)
      or cardinality(currencies) <> lines or array_position(currencies, null) is not null
      or cardinality(details) <> lines then
    return false;
  end if;
  -- Nearly every entry has one currency, and needs no grouping.
  if currencies[1] = all (currencies) then
    for i in 1 .. lines loop
      balance := balance + case sides[i] when 'DEBIT' then amounts[i] else -amounts[i] end;
    end loop;
    return balance = 0;
  end if;
  return not exists (
    select 1 from unnest(sides, amounts, currencies) as line(side, amount, currency)
    group by currency having sum(case side when 'DEBIT' then amount else -amount end) <> 0);
end
$$;

-- An entry is one row: each array has a place for each of its lines. Amounts are in minor units. A reference begins with
-- the time of its tap, so that a range of them is a month: names stay unique, and those of a payment are in one partition.
create table journal_entry (
  entry_id uuid not null,
  reference uuid not null,
  session_id text,
  cpo_id text not null,
  cause text not null,
  cause_version text not null,
  booked_at timestamptz not null,
  -- The day of the CPO on which it counts.
  booking_day date not null,
  accounts text[] not null,
  sides text[] not null,
  amounts bigint[] not null,
  currencies text[] not null,
  details text[] not null,
  -- The entry's id is made of these: two ids for one of them cannot be.
  primary key (reference, cause, cause_version),
  constraint debits_are_credits
    check (is_balanced(accounts, sides, amounts, currencies, details))
) partition by range (reference);

create view journal_line as
select entry_id, reference, session_id, cpo_id, cause, cause_version, booked_at, booking_day,
  line_number, account, side, minor_units, currency, detail,
  -- Of the whole entry: an index may know them.
  accounts
from journal_entry
cross join lateral unnest(accounts, sides, amounts, currencies, details)
  with ordinality as line(account, side, minor_units, currency, detail, line_number);

-- The database itself keeps the journal as it was written, whoever asks.
create function refuse_to_change_the_journal() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only: % of % is refused; book a correcting entry instead',
    lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_to_change_the_journal();

-- What belongs to no payment, and payments of months that have no partition.
create table journal_entry_other partition of journal_entry default;
create trigger append_only before update or delete or truncate on journal_entry_other
  for each statement execute function refuse_to_change_the_journal();

-- Not after any that a payment has which was tapped then or later: a UUIDv7 begins with its milliseconds.
create function first_reference(moment timestamptz) returns uuid language sql stable strict parallel safe
return cast(
  lpad(to_hex(cast(extract(epoch from moment) * 1000 as bigint)), 12, '0') || repeat('0', 20) as uuid);

-- Makes the partitions of so many months that are not there yet; says how many it made. Who books waits for none of it but
-- the end, and not for long: what cannot be had at once is had the next time.
create function keep_months(from_day date, months integer) returns integer language plpgsql as $$
declare
  month timestamp;
  part text;
  made integer := 0;
begin
  perform set_config('lock_timeout', '2s', true), pg_advisory_xact_lock(20261201, 1);
  for n in 0 .. months - 1 loop
    month := date_trunc('month', from_day) + n * interval '1 month';
    part := 'journal_entry_' || to_char(month, 'YYYY_MM');
    if to_regclass(part) is null then
      begin
        execute format('create table %I (like journal_entry including constraints)', part);
        execute format('create trigger append_only before update or delete or truncate on %I
          for each statement execute function refuse_to_change_the_journal()', part);
        execute format('alter table journal_entry attach partition %I for values from (%L) to (%L)', part,
          first_reference(month at time zone 'UTC'),
          first_reference((month + interval '1 month') at time zone 'UTC'));
        made := made + 1;
      exception when check_violation then
        -- The other partition has entries of the month already, and keeps them.
        null;
      end;
    end if;
  end loop;
  return made;
end
$$;

select keep_months(cast(now() - interval '3 months' as date), 16);

-- The order of the list and of the download.
create index journal_entry_by_booking_day on journal_entry (booking_day, booked_at, entry_id);
create index journal_entry_by_day on journal_entry (cpo_id, booking_day);
create index journal_entry_of_overage on journal_entry (cpo_id)
  where 'OVERAGE_RECEIVABLE' = any (accounts);

-- When a CPO's day ends: the row that was set last. A CPO without a row has the setting's time zone, and midnight.
create table booking_calendar (
  cpo_id text not null,
  -- In this order they were set, whatever a clock said meanwhile.
  number bigint generated always as identity,
  set_at timestamptz not null,
  time_zone text not null,
  cut_off time not null,
  set_by text not null,
  reason text not null,
  primary key (cpo_id, number)
);

-- Every act of closing: the days up to this one, and not those of the act before.
create table closed_day (
  cpo_id text not null,
  day date not null,
  closed_at timestamptz not null,
  closed_by text not null,
  reason text not null,
  -- What the days held when they were closed; what they hold now must be the same for ever.
  entries bigint not null,
  hash text,
  primary key (cpo_id, day)
);

-- What was booked on closed days, and what each account then held. The last day of an act of closing has a row for
-- every account: nobody need look further back. Sums are numeric, as no amount may overflow them.
create table day_balance (
  cpo_id text not null,
  day date not null,
  currency text not null,
  account text not null,
  debit numeric not null,
  credit numeric not null,
  -- All debits less all credits up to and with the day.
  balance numeric not null,
  primary key (cpo_id, day, currency, account)
);

-- All that an entry says, in one text: another entry has another hash.
create function entry_hash(e journal_entry) returns bytea language sql stable parallel safe
return sha256(convert_to(
  jsonb_build_array(e.entry_id, e.reference, e.session_id, e.cpo_id, e.cause, e.cause_version,
    extract(epoch from e.booked_at), e.booking_day, e.accounts, e.sides, e.amounts, e.currencies,
    e.details)::text,
  'UTF8'));

-- Over the entries of a CPO after one day and up to another, and over the hash of what was before them.
create function closed_hash(of_cpo text, after_day date, to_day date, hash_before text)
returns text language sql stable parallel safe
return (
  select encode(
    sha256(convert_to(coalesce(hash_before, ''), 'UTF8')
      || coalesce(string_agg(entry_hash(e), ''::bytea order by e.booking_day, e.entry_id), ''::bytea)),
    'hex')
  from journal_entry e
  where e.cpo_id = of_cpo and e.booking_day > after_day and e.booking_day <= to_day);

create trigger append_only before update or delete or truncate on closed_day
  for each statement execute function refuse_to_change_the_journal();
create trigger append_only before update or delete or truncate on booking_calendar
  for each statement execute function refuse_to_change_the_journal();
create trigger append_only before update or delete or truncate on day_balance
  for each statement execute function refuse_to_change_the_journal();

-- What each invariant was found to be the last time.
create table invariant_finding (
  invariant text primary key,
  broken_by bigint not null,
  checked_at timestamptz not null
);

-- What a person wants booked that no fact calls for. It stands where it was asked for, until it is decided.
create table manual_entry (
  -- Made of the idempotency key.
  id uuid primary key,
  -- The name and the content of the journal's entry, there once it is booked.
  reference uuid not null,
  cause text not null,
  cause_version text not null,
  cpo_id text not null,
  accounts text[] not null,
  sides text[] not null,
  amounts bigint[] not null,
  currencies text[] not null,
  details text[] not null,
  -- Null while it waits for the one that is open when it is booked.
  booking_day date,
  document text not null,
  asked_by text not null,
  reason text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('WAITING', 'BOOKED', 'REJECTED')),
  -- Of the second person; null where one was enough.
  decided_by text,
  decision_reason text,
  decided_at timestamptz,
  constraint debits_are_credits
    check (is_balanced(accounts, sides, amounts, currencies, details))
);

create index manual_entry_by_name on manual_entry (reference, cause, cause_version);
create index manual_entry_by_time on manual_entry (asked_at, id);

create trigger append_only before delete or truncate on manual_entry
  for each statement execute function refuse_to_change_the_journal();
create trigger decided_once before update on manual_entry
  for each row when (old.state <> 'WAITING') execute function refuse_to_change_the_journal();

-- What persons did without a second one: what they did lately counts towards their limit.
create table acted_alone (
  kind text not null,
  -- Of the act: done again, it is the same.
  name text not null,
  currency text not null,
  minor_units bigint not null,
  -- As it is compared, however it was typed.
  person text not null,
  cpo_id text not null,
  acted_at timestamptz not null,
  primary key (kind, name, currency)
);

create index acted_alone_by_person on acted_alone (kind, person, cpo_id, acted_at);
