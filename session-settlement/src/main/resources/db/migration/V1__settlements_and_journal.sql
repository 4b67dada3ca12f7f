-- One row a payment. The state is the document; the columns beside it are what is asked for.
create table settlement (
  reference uuid primary key,
  version bigint not null check (version > 0),
  status text not null check (status in
    ('AWAITING_SESSION', 'AWAITING_HOLD', 'DECIDED', 'SETTLED', 'CORRECTING', 'ATTENTION')),
  state text not null,
  session_id text,
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
  outcome text,
  shortfall bigint check (shortfall >= 0),
  changed_at timestamptz not null
-- Room in each page for the next versions of its rows: a payment changes about four times.
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- A reference is a UUIDv7: its order is the order of the taps.
create index settlement_by_status on settlement (status, reference);
create index settlement_by_outcome on settlement (outcome, reference);
create index settlement_by_cpo on settlement (cpo_id, reference);

create table journal_entry (
  entry_id uuid primary key,
  reference uuid not null,
  session_id text,
  cpo_id text not null,
  cause text not null,
  cause_version text not null,
  booked_at timestamptz not null,
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
