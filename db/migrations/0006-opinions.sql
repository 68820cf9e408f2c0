-- Why: people who vote alike are found while a conversation runs; each person may see where she herself stands.
-- Locks: none, both tables are new; the references to venue and person take a share lock for an instant. Size: empty.
create table opinion_state (
  venue_id uuid primary key references venue on delete cascade,
  revision integer not null default 0,
  computed_at timestamptz,
  stale_at timestamptz,               -- when the last vote was heard that the computation did not know
  memory jsonb,                       -- who was in which group: for the next computation only, never granted to the app
  summary jsonb not null default '{}' -- what everybody may see: made by rules/summarise.ts, no person in it
);
create index opinion_state_stale on opinion_state (stale_at) where stale_at is not null;

create table opinion_place (
  venue_id uuid not null references venue on delete cascade,
  person_id uuid not null references person on delete cascade,
  group_name text,                    -- null: the group is too small to be shown
  x double precision not null,
  y double precision not null,
  primary key (venue_id, person_id)
);

alter table opinion_state enable row level security;
alter table opinion_state force row level security;
alter table opinion_place enable row level security;
alter table opinion_place force row level security;
create policy opinion_state_read on opinion_state for select to dandelion_app
  using (venue_id = any ((select seen_venues())::uuid[]));
-- Nobody but the person herself, hosts and owners included.
create policy opinion_place_own on opinion_place for select to dandelion_app
  using (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
create policy opinion_state_jobs on opinion_state for all to dandelion_jobs using (true) with check (true);
create policy opinion_place_jobs on opinion_place for all to dandelion_jobs using (true) with check (true);
grant select (venue_id, revision, computed_at, summary) on opinion_state to dandelion_app;
grant select on opinion_place to dandelion_app;
grant select, insert, update, delete on opinion_state, opinion_place to dandelion_jobs;
