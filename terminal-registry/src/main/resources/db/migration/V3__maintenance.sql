-- Windows that are planned or under way, a JSON list of {name, from, until}.
alter table vendor_status add column maintenance text not null default '[]';

-- Terminals that were imported together are visited spread over a minute, not all at once.
alter table vendor_visit alter column due_at set default now() + interval '1 minute' * (1 + random());
