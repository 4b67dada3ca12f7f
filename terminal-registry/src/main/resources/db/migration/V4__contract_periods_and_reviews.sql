-- A CPO may have several contracts in one environment, one after the other.
alter table contract drop constraint contract_pkey;
alter table contract add primary key (cpo_id, environment, valid_from);

-- When something else may follow for a terminal by time alone: a contract starts or ends, another limit comes into force.
alter table terminal add column review_at timestamptz;
update terminal set review_at = now() where not retired;
create index terminal_by_review on terminal (review_at, serial) where review_at is not null;

-- What the terminals were last judged by: the deployment's environment and the countries' limits.
create table judged_by (
  only_row boolean primary key default true check (only_row),
  fingerprint text not null
);

create index contract_by_environment on contract (environment, cpo_id);
create index terminal_by_vendor on terminal (vendor, serial);

-- Who asks for a reason should not have to read first what was written lately.
alter index terminal_by_reason set (fastupdate = off);
