create table started (
  reference text primary key,
  version bigint not null,
  session_id text not null check (session_id <> 'refused-by-the-database')
);
