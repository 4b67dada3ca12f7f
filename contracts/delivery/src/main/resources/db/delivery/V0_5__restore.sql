-- Up to where each topic was read, written with what was made of it: who restores this database restores its place, too.
create table read_up_to (
  topic text not null,
  partition_number integer not null,
  next_offset bigint not null,
  primary key (topic, partition_number)
-- Few rows that change with every poll: room for their next versions, and a vacuum that comes soon.
) with (fillfactor = 50, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- Each time that this database was found to be older than its topics; open until all was taken over.
create table restoration (
  began_at timestamptz primary key,
  -- From where the service's own topics are read back: topic, partition and offset, one line each.
  starts text not null,
  taken_over bigint not null default 0,
  ended_at timestamptz
);
