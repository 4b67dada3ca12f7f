-- What a person must look at, and why; what nobody waits for any more.
alter table settlement add attention text;
alter table settlement add written_off bigint;
update settlement set attention = cast(state as jsonb) ->> 'reason' where status = 'ATTENTION';

create index settlement_by_attention on settlement (attention, reference)
  where attention is not null;

-- What is waited for, and until when; what waits already waits as long as by default.
alter table settlement add due text;
alter table settlement add due_at timestamptz;
update settlement set due = 'HOLD_UNKNOWN', due_at = now() + interval '1 hour'
  where status = 'AWAITING_HOLD' and session_total is not null;
update settlement set due = 'NOT_CLOSED',
    due_at = cast(cast(state as jsonb) #>> '{hold,grant,expiresAt}' as timestamptz)
      - interval '10 minutes'
  where status = 'AWAITING_SESSION' and hold_standing = 'HELD'
    and cast(state as jsonb) #>> '{hold,grant,expiresAt}' is not null;

create index settlement_by_due on settlement (due_at) where due_at is not null;
