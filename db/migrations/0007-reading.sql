-- Why: what a person has read stays hers and tells her what she missed; how many people have read a contribution, without
-- saying who, keeps ranking from burying what few have read.
-- Locks: contribution for the moment of one read of it; event for the making of a small index. Size: a row of about 100 bytes
-- for each contribution a person dwelt on, two rows a person and venue; one row for each contribution.

-- Nobody but the person herself, hosts, owners and the operator's jobs included.
create table reading_seen (
  person_id uuid not null references person on delete cascade,
  contribution_id uuid not null references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  thread_id uuid not null,
  seen_at timestamptz not null,
  counts boolean not null,           -- false: a host who reads the seeds of her own venue
  primary key (person_id, contribution_id)
);
create index reading_seen_venue on reading_seen (person_id, venue_id, thread_id, seen_at);
create index reading_seen_contribution on reading_seen (contribution_id);

-- How far a person has come in a venue: the position of the latest event about something that she dwelt on.
create table reading_place (
  person_id uuid not null references person on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  position bigint not null,
  at timestamptz not null,           -- when she last dwelt on something there
  primary key (person_id, venue_id)
);

-- Who wants no reading history kept has a row here.
create table reading_stopped (
  person_id uuid primary key references person on delete cascade,
  at timestamptz not null
);

-- How many people other than its author have read a contribution. Orders what is shown; the number itself is for nobody.
create table exposure (
  contribution_id uuid primary key references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  people integer not null default 0 check (people >= 0)
);
-- 8 is EXPOSURE_FLOOR of src/reading/rules/floor.ts.
create index exposure_seldom on exposure (venue_id, people, contribution_id) where people < 8;

insert into exposure (contribution_id, venue_id) select id, venue_id from contribution where parent_id is null and not seed;

-- Counts are the rows, in the statement that changes them: nobody can raise a count but by reading, and what a person deletes
-- is gone from it.
create function count_exposure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into exposure (contribution_id, venue_id, people)
      select contribution_id, venue_id, count(*) from new_rows where counts
       group by contribution_id, venue_id order by contribution_id
      on conflict (contribution_id) do update set people = exposure.people + excluded.people;
  else
    perform from exposure where contribution_id in (select contribution_id from old_rows where counts)
      order by contribution_id for update;
    update exposure as e set people = e.people - o.people
      from (select contribution_id, count(*) as people from old_rows where counts group by contribution_id) as o
     where e.contribution_id = o.contribution_id;
  end if;
  return null;
end $$;
create trigger exposure_raised after insert on reading_seen
  referencing new table as new_rows for each statement execute function count_exposure();
create trigger exposure_lowered after delete on reading_seen
  referencing old table as old_rows for each statement execute function count_exposure();

-- Every contribution is among those that few have read from its first moment on; seeds are the hosts' own.
create function begin_exposure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into exposure (contribution_id, venue_id)
    select id, venue_id from new_rows where parent_id is null and not seed on conflict do nothing;
  return null;
end $$;
create trigger exposure_begun after insert on contribution
  referencing new table as new_rows for each statement execute function begin_exposure();

-- The latest position at which any of these contributions was posted, as long as the events of it are kept; null otherwise.
create index event_posted on event ((facts ->> 'id')) where type in ('contribution.posted', 'reply.posted');
create function posted_position(ids uuid[]) returns bigint language sql stable security definer
  set search_path = public, pg_temp as $$
  select max(position) from event
   where type in ('contribution.posted', 'reply.posted') and facts ->> 'id' = any (ids::text[])
$$;
revoke all on function posted_position(uuid[]), count_exposure(), begin_exposure() from public;
grant execute on function posted_position(uuid[]) to dandelion_app;

do $$ declare t text; begin
  foreach t in array array['reading_seen', 'reading_place', 'reading_stopped', 'exposure'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy reading_seen_own on reading_seen for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
create policy reading_place_own on reading_place for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
create policy reading_stopped_own on reading_stopped for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person());
create policy exposure_read on exposure for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]));
create policy exposure_jobs on exposure for select to dandelion_jobs using (true);
-- The functions above alone: they run as the owner.
create policy exposure_counted on exposure for all to dandelion_migrate using (true) with check (true);
grant select, insert, delete on reading_seen, reading_stopped to dandelion_app;
grant select, insert, update, delete on reading_place to dandelion_app;
grant select on exposure to dandelion_app, dandelion_jobs;
