-- Why: two people who write about the same and have never met are told of each other; nobody else ever learns of it.
-- Lock: none, the table is new. Size: at most one row of about 100 bytes for each person and theme.
create table bridge (
  theme_id uuid not null references theme on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  one_id uuid not null references person on delete cascade,    -- the smaller id
  other_id uuid not null references person on delete cascade,
  at timestamptz not null,
  primary key (theme_id, one_id, other_id),
  check (one_id < other_id)
);
create index bridge_one on bridge (one_id, venue_id);
create index bridge_other on bridge (other_id, venue_id);
alter table bridge enable row level security;
alter table bridge force row level security;
-- Only the two, hosts and owners included: what they make of it is theirs.
create policy bridge_own on bridge for select to dandelion_app
  using (app_person() in (one_id, other_id) and venue_id = any ((select seen_venues())::uuid[]));
create policy bridge_jobs on bridge for all to dandelion_jobs using (true) with check (true);
grant select on bridge to dandelion_app;
grant select, insert, delete on bridge to dandelion_jobs;
