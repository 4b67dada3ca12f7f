-- One row a hold. Amounts are minor units of the row's currency.
create table authorizations (
  reference uuid primary key,
  version bigint not null,
  status text not null,
  changed_at timestamptz not null,

  environment text not null,
  terminal_serial text not null,
  vendor text not null,
  cpo_id text not null,
  evse_id text not null,
  over_commit boolean not null,
  currency text not null,
  requested bigint not null check (requested > 0),
  requested_at timestamptz not null,
  card_deadline timestamptz not null,

  card_scheme text,
  card_last_four text,
  authorized bigint,
  gateway_reference text,
  expires_at timestamptz,
  captured bigint,
  refunded bigint,
  reason text,

  settlement_version bigint not null,
  attention text,
  -- JSON in text: the reactive driver takes no JSON array.
  attempts text not null,
  rungs_left text not null,

  -- What must be done next without anyone asking, and when; claimed by moving due_at into the future.
  work text,
  due_at timestamptz,
  -- Which instance has it until then; null where it waits, or was given back.
  claimed_by text,

  idempotency_key text,
  request_digest text
) with (fillfactor = 70);

create index authorizations_due on authorizations (due_at) where work is not null;
create index authorizations_status on authorizations (status, requested_at);
create index authorizations_terminal on authorizations (terminal_serial, requested_at);
create index authorizations_expiry on authorizations (expires_at) where status = 'HELD';
create unique index authorizations_idempotency on authorizations (idempotency_key) where idempotency_key is not null;
-- A card that is read belongs to the one hold that its terminal was armed for.
create unique index authorizations_one_card on authorizations (terminal_serial)
  where status in ('AWAITING_CARD', 'AUTHORIZING');

-- What terminal-registry last said of each terminal: a copy, fed from its topic.
create table terminals (
  serial text primary key,
  version bigint not null,
  vendor text not null,
  cpo_id text,
  evse_ids text not null,
  currency text not null,
  ready boolean not null,
  reasons text not null,
  hold_minor_units bigint,
  over_commit boolean not null
);

-- What terminal-registry last said of each cloud of a vendor: a copy, fed from its topic.
create table vendors (
  cloud text primary key,
  version bigint not null,
  status text not null,
  since timestamptz not null,
  detail text
);
