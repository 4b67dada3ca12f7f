-- Charge point operators, and what they agreed for contactless payments.
create table cpo (
  cpo_id text primary key,
  version bigint not null,
  country text,
  hold_minor_units bigint,
  hold_currency text,
  over_commit boolean,
  check ((hold_minor_units is null) = (hold_currency is null))
);

create table contract (
  cpo_id text not null references cpo,
  environment text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  agreed_by text not null,
  primary key (cpo_id, environment),
  check (valid_to > valid_from)
);

-- One row a terminal: what its owner says (own_...), its current binding, and what follows.
create table terminal (
  serial text primary key,
  version bigint not null,
  changed_at timestamptz not null,
  vendor text not null,
  model text,
  country text not null,
  currency text not null,
  own_hold_minor_units bigint,
  own_over_commit boolean,
  cpo_id text references cpo,
  charger_id text,
  evse_ids varchar[] not null,
  bound_since timestamptz,
  retired boolean not null,
  ready boolean not null,
  reasons varchar[] not null,
  hold_minor_units bigint,
  hold_currency text,
  over_commit boolean not null,
  seen_in text,
  check (ready = (cardinality(reasons) = 0)),
  check ((cpo_id is null) = (charger_id is null) and (cpo_id is null) = (bound_since is null))
) with (fillfactor = 80);

create index terminal_by_cpo on terminal (cpo_id, serial);
create index terminal_by_readiness on terminal (ready, serial);
create index terminal_by_reason on terminal using gin (reasons);
create index terminal_by_serial_prefix on terminal (serial text_pattern_ops);
create index terminal_by_charger_prefix on terminal (charger_id text_pattern_ops);

-- Where a terminal is and was; the open row repeats the binding of its terminal.
create table binding (
  serial text not null references terminal,
  version bigint not null,
  charger_id text not null,
  evse_ids varchar[] not null,
  cpo_id text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (serial, version)
);

create unique index binding_open on binding (serial) where valid_to is null;

-- What each of the vendor's clouds last said for certain of a terminal, and why it did not answer since.
create table vendor_fact (
  serial text not null references terminal,
  vendor_environment text not null,
  known text,
  known_at timestamptz,
  online boolean,
  state text,
  activated boolean,
  configured boolean,
  currency text,
  trouble text,
  trouble_at timestamptz,
  last_online_at timestamptz,
  primary key (serial, vendor_environment)
) with (fillfactor = 80);

-- When the vendor's clouds are asked again for a terminal. Apart, so that claiming one does not rewrite its terminal.
-- A new terminal is asked for by who registers it; the row is the second chance if that one dies on the way.
create table vendor_visit (
  serial text primary key references terminal,
  -- Of the terminal, and as unchanging: each vendor is visited on its own.
  vendor text not null,
  due_at timestamptz not null default now() + interval '1 minute'
) with (fillfactor = 80);

create index vendor_visit_due on vendor_visit (vendor, due_at);

create table vendor_status (
  vendor text not null,
  vendor_environment text not null,
  version bigint not null,
  changed_at timestamptz not null,
  status text not null,
  since timestamptz not null,
  detail text,
  primary key (vendor, vendor_environment)
);
