-- Why: hosts rehearse a jam in preparation with a crowd that is simulated, in a copy that nobody else sees, which is wiped
-- afterwards. What stays is one row with what was measured.
-- Locks: access exclusive on person and venue for an instant; a column without a default rewrites no row. Size: any.
create table rehearsal (
  jam_id uuid primary key references jam on delete cascade,
  id uuid not null unique,               -- a new one each time; the mark of the copy and of its crowd
  people integer not null check (people between 10 and 5000),
  state text not null check (state in ('waiting', 'running', 'stopping', 'done', 'stopped', 'failed')),
  step text not null,
  done integer not null default 0,       -- of `total` in this step
  total integer not null default 0,
  copy_id uuid,                          -- while the copy is there
  checks jsonb not null default '[]',
  by_person uuid references person,
  asked_at timestamptz not null,
  beat_at timestamptz not null,          -- a runner that no longer says that it lives is gone
  ended_at timestamptz
);
create index rehearsal_to_do on rehearsal (asked_at) where state in ('waiting', 'running', 'stopping');
alter table rehearsal enable row level security;
alter table rehearsal force row level security;
create policy rehearsal_jobs on rehearsal for all to dandelion_jobs using (true) with check (true);
create policy rehearsal_hosts on rehearsal for all to dandelion_app using (app_owner()
  or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person()));
grant select, insert, update, delete on rehearsal to dandelion_app, dandelion_jobs;

-- The rehearsal that a copy and a simulated person belong to.
alter table venue add column rehearsal_id uuid;
alter table person add column rehearsal_id uuid;
create index person_rehearsal on person (rehearsal_id) where rehearsal_id is not null;

-- As before, but for the copy of a rehearsal: its hosts, owners and its own crowd see it, whatever its audience and lobby.
create or replace function find_visible_venues() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  venues uuid[];
begin
  select coalesce(array_agg(seen.id), '{}') into venues from (
    select v.id from venue v where app_owner()
    union select h.venue_id from venue_host h where h.person_id = app_person()
    union select f.venue_id from forum_host h join forum f on f.id = h.forum_id where h.person_id = app_person()
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and vh.hub_id = any (app_ids('app.reach')) and v.rehearsal_id is null
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and v.guests and vh.hub_id = any (app_ids('app.guest_reach')) and v.rehearsal_id is null
    union select v.id from venue v where v.visible and v.lobby = 'public' and v.rehearsal_id is null
    union select v.id from venue v
      where v.visible and v.id = nullif(current_setting('app.link_venue', true), '')::uuid and v.rehearsal_id is null
    union select v.id from person p join venue v on v.rehearsal_id = p.rehearsal_id where p.id = app_person() and v.visible
  ) as seen;
  perform set_config('app.venues', venues::text, true);
end $$;
create index venue_rehearsal on venue (rehearsal_id) where rehearsal_id is not null;
