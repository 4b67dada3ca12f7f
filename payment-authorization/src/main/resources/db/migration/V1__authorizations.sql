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
  -- What sort of refusal a decline was.
  decline_kind text,

  settlement_version bigint not null,
  -- The words of what still waits for a person; null where nothing does.
  attention text,
  -- All that a person must look at, or has looked at. JSON in text: the reactive driver takes no JSON array.
  attentions text,
  attempts text not null,
  rungs_left text not null,
  -- Has it been said that the hold nears its end? Has the gateway been asked in vain what became of the last attempt?
  expiring boolean not null,
  unknown boolean not null,
  -- Does a driver stand at the terminal?
  terminal_busy boolean not null,

  -- What must be done next without anyone asking, and when; claimed by moving due_at into the future.
  work text,
  due_at timestamptz,
  -- Which instance has it until then; null where it waits, or was given back.
  claimed_by text,

  idempotency_key text,
  request_digest text
) with (fillfactor = 70);

-- By the sort of work: however many calls wait for a cloud that is down, terminals and holds are found without reading those.
create index authorizations_due on authorizations (work, due_at) where work is not null;
create index authorizations_status on authorizations (status, requested_at);
create index authorizations_terminal on authorizations (terminal_serial, requested_at);
create index authorizations_expiry on authorizations (expires_at) where status = 'HELD';
create unique index authorizations_idempotency on authorizations (idempotency_key) where idempotency_key is not null;
-- A card that is read belongs to the one hold that its terminal was armed for.
create unique index authorizations_one_card on authorizations (terminal_serial)
  where terminal_busy;


-- Calls are made in the order in which their holds end; a driver who waits has none yet.
create index authorizations_calls on authorizations (vendor, expires_at nulls first, due_at)
  where work in ('SEND', 'LOOK_UP', 'DISARM');

create index authorizations_cpo on authorizations (cpo_id, requested_at);
create index authorizations_requested on authorizations (requested_at);
create index authorizations_unknown on authorizations (requested_at) where unknown;
create index authorizations_attention on authorizations (requested_at) where attention is not null;
-- "The card that ends in 1234" is all that a driver knows of a payment.
create index authorizations_card on authorizations (card_last_four, requested_at) where card_last_four is not null;

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

-- What a person lets stand still, and has let go on.
create table halts (
  id uuid primary key,
  what text not null,
  vendor text,
  cpo_id text,
  halted_by text not null,
  reason text not null,
  since timestamptz not null,
  resumed_by text,
  resumed_why text,
  resumed_at timestamptz,
  check ((vendor is null) <> (cpo_id is null))
);
