-- Why: hosts see how far a jam reaches: who was invited, opened it, read for a minute, voted, wrote. What a person read and
-- opened stays hers: only numbers by hub and language leave it, made by triggers; what is shown of them has no group under five.
-- Locks: access exclusive on reading_place for an instant (columns without a rewrite); all tables are new.
-- Size: two rows a person and venue beside those that are there; reach counts from this migration on.

-- spans: times of at least 15 seconds between two in which she dwelt on something; the third makes a minute.
alter table reading_place add column spans integer not null default 0, add column hub_id uuid, add column language text;

-- She opened the pages of a venue, signed in; where she belonged then. Hers alone.
create table reading_opened (
  person_id uuid not null references person on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  hub_id uuid,
  language text not null,
  primary key (person_id, venue_id)
);
create index reading_opened_venue on reading_opened (venue_id);

create table reading_reach (
  venue_id uuid not null references venue on delete cascade,
  step text not null check (step in ('opened', 'read')),
  hub_id uuid not null,                -- zeros: of no hub
  language text not null,
  people integer not null,
  primary key (venue_id, step, hub_id, language)
);

create function count_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into reading_reach (venue_id, step, hub_id, language, people)
      select venue_id, 'opened', coalesce(hub_id, '00000000-0000-0000-0000-000000000000'), language, count(*) from new_rows
       where exists (select from venue as v where v.id = venue_id) group by 1, 3, 4 order by 1, 3, 4
      on conflict (venue_id, step, hub_id, language) do update set people = reading_reach.people + excluded.people;
  else
    update reading_reach as r set people = r.people - o.people from (
      select venue_id, coalesce(hub_id, '00000000-0000-0000-0000-000000000000') as hub_id, language, count(*) as people
        from old_rows group by 1, 2, 3) as o
     where r.step = 'opened' and r.venue_id = o.venue_id and r.hub_id = o.hub_id and r.language = o.language;
  end if;
  return null;
end $$;
create trigger count_opened after insert on reading_opened referencing new table as new_rows
  for each statement execute function count_opened();
create trigger count_opened_no_more after delete on reading_opened referencing old table as old_rows
  for each statement execute function count_opened();

-- Browsers tell each 20 seconds what was dwelt on: three such spans are a minute.
create function count_read_a_minute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into reading_reach (venue_id, step, hub_id, language, people)
      select n.venue_id, 'read', coalesce(n.hub_id, '00000000-0000-0000-0000-000000000000'), coalesce(n.language, 'und'),
          sum((n.spans >= 3)::int - (o.spans >= 3)::int)
        from new_rows as n join old_rows as o on o.person_id = n.person_id and o.venue_id = n.venue_id
       where (n.spans >= 3) <> (o.spans >= 3) group by 1, 3, 4 order by 1, 3, 4
      on conflict (venue_id, step, hub_id, language) do update set people = reading_reach.people + excluded.people;
  else
    update reading_reach as r set people = r.people - o.people from (
      select venue_id, coalesce(hub_id, '00000000-0000-0000-0000-000000000000') as hub_id, coalesce(language, 'und') as language,
          count(*) as people from old_rows where spans >= 3 group by 1, 2, 3) as o
     where r.step = 'read' and r.venue_id = o.venue_id and r.hub_id = o.hub_id and r.language = o.language;
  end if;
  return null;
end $$;
create trigger count_read_a_minute after update on reading_place referencing old table as old_rows new table as new_rows
  for each statement execute function count_read_a_minute();
create trigger count_read_no_more after delete on reading_place referencing old table as old_rows
  for each statement execute function count_read_a_minute();

-- What is shown: nothing of fewer than five in it. And whom hosts have nudged.
create table reach_state (
  jam_id uuid primary key references jam on delete cascade,
  at timestamptz not null,
  figures jsonb not null
);
create table reach_nudge (
  jam_id uuid not null references jam on delete cascade,
  hub_id uuid not null references hub on delete cascade,
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (jam_id, hub_id)
);

do $$ declare t text; begin
  foreach t in array array['reading_opened', 'reading_reach', 'reach_state', 'reach_nudge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['reach_state', 'reach_nudge'] loop
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
    execute format('create policy %I on %I for select to dandelion_app using (app_owner()
      or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_read', t);
    execute format('grant select on %I to dandelion_app', t);
  end loop;
end $$;
create policy reading_opened_own on reading_opened for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
grant select, insert, delete on reading_opened to dandelion_app;
-- The functions above alone: they run as the owner. Counts of one to four are read by the operator's own work and by nobody else.
create policy reading_reach_counted on reading_reach for all to dandelion_migrate using (true) with check (true);
create policy reading_reach_jobs on reading_reach for select to dandelion_jobs using (true);
grant select on reading_reach to dandelion_jobs;
create policy reach_nudge_insert on reach_nudge for insert to dandelion_app with check (by_person = app_person());
create policy reach_nudge_again on reach_nudge for update to dandelion_app using (app_owner()
  or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person())) with check (by_person = app_person());
grant insert on reach_nudge to dandelion_app;
grant update (by_person, at) on reach_nudge to dandelion_app;
