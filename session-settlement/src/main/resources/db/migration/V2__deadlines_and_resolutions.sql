-- What a person must look at, and why; what nobody waits for any more.
alter table settlement add attention text;
alter table settlement add written_off bigint;
update settlement set attention = cast(state as jsonb) ->> 'reason' where status = 'ATTENTION';

create index settlement_by_attention on settlement (attention, reference)
  where attention is not null;
