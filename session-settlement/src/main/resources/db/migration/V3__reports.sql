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

-- Whether any report names a movement.
create index report_line_by_movement on report_line (reference, attempt) where reference is not null;
