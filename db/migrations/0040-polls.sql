-- Why: hosts ask in a thread or on a theme's page; people choose, and nobody can tell who chose what. docs/decisions/015.
-- Locks: none, all tables are new; the references take a share lock for an instant. Size: empty.

-- place_id: the contribution that begins the thread, or the theme. A choice is the number of an option, the first is 0.
-- salt: with the key of the data directory it names each person's ballot; once the poll is counted it is gone.
create table poll (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  place text not null check (place in ('thread', 'theme')),
  place_id uuid not null,
  kind text not null check (kind in ('single', 'several', 'ranked')),
  question text not null,
  options text[] not null check (cardinality(options) between 2 and 12),
  by_person uuid references person,    -- null: known by a pseudonym of an export only
  asked_at timestamptz not null,
  ends_at timestamptz,                 -- null: a host ends it, or the jam does
  people integer not null default 0,   -- who voted so far
  ended_at timestamptz,
  ended_by text check (ended_by in ('clock', 'host', 'jam', 'withdrawn')),
  salt bytea,
  counted_at timestamptz,
  result jsonb,                        -- what everybody may see; null: fewer than five people, or withdrawn
  check ((salt is null) = (counted_at is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create index poll_place on poll (venue_id, place_id, asked_at);
create index poll_uncounted on poll (id) where counted_at is null;

-- One person's ballot under its own name: no person, no hub, no time. Counting deletes it.
create table poll_ballot (
  poll_id uuid not null references poll on delete cascade,
  name uuid not null,
  choices smallint[] not null check (cardinality(choices) between 1 and 12),
  primary key (poll_id, name)
);

do $$ declare t text; begin
  foreach t in array array['poll', 'poll_ballot'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
end $$;
create policy poll_read on poll for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]));
create policy poll_ask on poll for insert to dandelion_app with check (by_person = app_person() and (app_owner()
  or venue_id in (select h.venue_id from venue_host h where h.person_id = app_person())));
-- Whoever votes counts herself; hosts end.
create policy poll_change on poll for update to dandelion_app
  using (app_person() is not null and venue_id = any ((select seen_venues())::uuid[]));
grant select, insert on poll to dandelion_app;
grant update (people, ended_at, ended_by) on poll to dandelion_app;
-- A ballot belongs to whoever knows its name: hosts and owners know their own alone.
create policy poll_ballot_own on poll_ballot for all to dandelion_app using (name = any (app_ids('app.poll_ballots')))
  with check (name = any (app_ids('app.poll_ballots')) and poll_id in (select p.id from poll p where p.counted_at is null));
grant select, insert, delete on poll_ballot to dandelion_app;
grant update (choices) on poll_ballot to dandelion_app;
