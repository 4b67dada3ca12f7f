-- The day of the CPO on which an entry counts. What was booked before there were days counts on its UTC day: the one
-- time that the journal is written to, and by its owner.
alter table journal_entry add column booking_day date;
alter table journal_entry disable trigger append_only;
update journal_entry set booking_day = (booked_at at time zone 'UTC')::date;
alter table journal_entry enable trigger append_only;
alter table journal_entry alter column booking_day set not null;

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
  primary key (reference, attempt)
);

create index movement_by_gateway_reference on movement (gateway_reference);
create index movement_by_time on movement (moved_at);

-- A gateway's report that was read, and what each of its lines came to. The id is made of its content.
create table report (
  report_id uuid primary key,
  gateway text not null,
  imported_at timestamptz not null,
  covers_from timestamptz not null,
  covers_to timestamptz not null
);

create index report_by_time on report (imported_at desc);

create table report_line (
  report_id uuid not null references report,
  -- In the order of the file; after its last line what it does not name.
  position integer not null,
  line_number integer,
  result text not null check (result in
    ('MATCHED', 'AMOUNT_DIFFERS', 'MISSING_HERE', 'MISSING_THERE', 'DUPLICATE', 'BROKEN')),
  gateway_reference text,
  currency text,
  minor_units bigint,
  fee_minor_units bigint,
  payout text,
  reference uuid,
  attempt integer,
  remedy text,
  primary key (report_id, position)
);

create index report_line_by_result on report_line (report_id, result, position);

-- Money that moved once is reported once.
create unique index report_line_matches_once on report_line (reference, attempt) where result = 'MATCHED';
