-- What authorizations.v1 says of payments, as far as it tells how their terminal does; one row a payment.
-- A reference is a UUIDv7, so its order is the order in which payments were asked for: old ones are found by it.
create table payment (
  reference uuid primary key,
  version bigint not null,
  serial text not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  course text not null,
  finished boolean not null,
  troubled boolean not null,
  trouble text,
  good_at timestamptz,
  under_way boolean not null,
  -- For the index below: the instant moves with every step of a payment, and would be indexed anew each time.
  suspect boolean not null,
  suspect_from timestamptz,
  suspect_patient boolean,
  suspect_why text,
  check (finished or not troubled),
  check (num_nonnulls(suspect_from, suspect_patient, suspect_why) = case when suspect then 3 else 0 end)
-- Room in each page for the next versions of its rows: a payment changes about four times.
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

create index payment_by_terminal on payment (serial, asked_at desc);
create index payment_suspect on payment (serial) where suspect;
create index payment_good on payment (serial, good_at desc) where good_at is not null;

-- The fleet's tally: payments by the hour in which they were asked for, written in the transaction that writes them.
create table payment_hour (
  hour timestamptz primary key,
  finished bigint not null,
  troubled bigint not null
) with (fillfactor = 50);
