-- What a service has decided to say: a row for each transaction that says something, with all its records in
-- their order. The relay deletes a row when the broker has them. Each array has a place for each record.
create sequence outbox_seq;

create table outbox (
  seq bigint primary key default nextval('outbox_seq'),
  topics text[] not null,
  record_keys bytea[] not null,
  event_ids text[] not null,
  times_micros bigint[] not null,
  traceparents text[] not null,
  record_values bytea[] not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint records_are_whole check (
    cardinality(topics) > 0 and cardinality(topics) = all (array[
      cardinality(record_keys), cardinality(event_ids), cardinality(times_micros),
      cardinality(traceparents), cardinality(record_values)]))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- They live for milliseconds: to compress them costs more than it saves.
alter table outbox alter column record_values set storage external;

create view outbox_record as
select seq, position, topic, key, event_id, at_micros, traceparent, value, created_at
from outbox
cross join lateral
  unnest(topics, record_keys, event_ids, times_micros, traceparents, record_values)
  with ordinality as record(topic, key, event_id, at_micros, traceparent, value, position);

-- Records that the broker will never take as things are, with why, until a person sends them again.
create table unsent (
  id bigint generated always as identity primary key,
  topic text not null,
  key bytea not null,
  event_id text not null,
  at_micros bigint not null,
  traceparent text not null,
  value bytea not null,
  reason text not null,
  set_aside_at timestamptz not null default clock_timestamp(),
  sent_again_at timestamptz
);

create index unsent_waiting on unsent (id) where sent_again_at is null;

-- Records that could not be handled, with their bytes, until a person replays them.
create table parked (
  id bigint generated always as identity primary key,
  topic text not null,
  partition_number integer not null,
  record_offset bigint not null,
  headers text not null,
  record_key bytea,
  record_value bytea,
  error text not null,
  -- A newer version of the service can handle it, and replays it by itself.
  waits_for_newer boolean not null default false,
  parked_at timestamptz not null,
  replayed_at timestamptz,
  -- A topic that was made anew counts its offsets from 0 again, so the place alone does not name a record.
  digest text not null generated always as
    (md5(coalesce(record_key, ''::bytea) || '\x00'::bytea || coalesce(record_value, ''::bytea))) stored,
  unique (topic, partition_number, record_offset, digest)
);

create index parked_waiting on parked (id) where replayed_at is null;
