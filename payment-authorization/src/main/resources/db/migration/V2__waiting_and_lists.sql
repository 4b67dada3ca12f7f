-- Has it been said that the hold nears its end? Has the gateway been asked in vain what became of the last attempt?
alter table authorizations
  add column expiring boolean not null default false,
  add column unknown boolean not null default false;
update authorizations set unknown = true where work = 'LOOK_UP' or attempts like '%"outcome":"UNKNOWN"%';

-- Calls are made in the order in which their holds end; a driver who waits has none yet.
create index authorizations_calls on authorizations (expires_at nulls first, due_at) where work in ('SEND', 'LOOK_UP');

create index authorizations_cpo on authorizations (cpo_id, requested_at);
create index authorizations_requested on authorizations (requested_at);
create index authorizations_unknown on authorizations (requested_at) where unknown;
create index authorizations_attention on authorizations (requested_at) where attention is not null;
