-- A charging platform names a payment by its session.
create index settlement_by_session on settlement (session_id) where session_id is not null;
