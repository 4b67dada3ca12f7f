create table journal_entry (
  entry_id uuid primary key,
  reference uuid not null,
  session_id text,
  cpo_id text not null,
  cause text not null,
  cause_version text not null,
  booked_at timestamptz not null,
  -- The day of the CPO on which it counts.
  booking_day date not null,
  -- The id is made of these: two ids for one of them cannot be.
  unique (reference, cause, cause_version)
);

create table journal_line (
  entry_id uuid not null references journal_entry,
  line_number integer not null,
  account text not null,
  side text not null check (side in ('DEBIT', 'CREDIT')),
  minor_units bigint not null check (minor_units > 0),
  currency text not null,
  detail text,
  primary key (entry_id, line_number)
);

-- The database itself keeps the journal as it was written, whoever asks.
create function refuse_to_change_the_journal() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only: % of % is refused; book a correcting entry instead',
    lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_to_change_the_journal();
create trigger append_only before update or delete or truncate on journal_line
  for each statement execute function refuse_to_change_the_journal();

-- The order of the list and of the download.
create index journal_entry_by_booking_day on journal_entry (booking_day, booked_at, entry_id);
create index journal_entry_by_day on journal_entry (cpo_id, booking_day);
create index journal_line_of_overage on journal_line (entry_id) where account = 'OVERAGE_RECEIVABLE';

-- When a CPO's day ends: the row that was set last. A CPO without a row has the setting's time zone, and midnight.
create table booking_calendar (
  cpo_id text not null,
  set_at timestamptz not null,
  time_zone text not null,
  cut_off time not null,
  set_by text not null,
  reason text not null,
  primary key (cpo_id, set_at)
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
  primary key (cpo_id, day)
);

create trigger append_only before update or delete or truncate on closed_day
  for each statement execute function refuse_to_change_the_journal();
create trigger append_only before update or delete or truncate on booking_calendar
  for each statement execute function refuse_to_change_the_journal();
