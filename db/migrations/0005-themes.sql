-- Why: what a conversation is about, computed while people write: themes, where each contribution stands, what hosts did.
-- Locks: none, all tables are new; the references to venue and contribution take a share lock for an instant. Size: empty.
create table theme (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  language text not null,
  label text not null,
  name text check (char_length(name) between 1 and 120),  -- null: the label speaks
  pinned boolean not null default false,
  figures jsonb not null default '{}',     -- ThemeSummary's counts, made by the computation and by acts: never at read time
  voices jsonb not null default '[]',      -- sentences with the version they were quoted from
  subthemes jsonb not null default '[]',
  x double precision not null default 0,
  y double precision not null default 0,
  born_at timestamptz not null,
  gone_at timestamptz
);
create index theme_venue on theme (venue_id) where gone_at is null;

-- Where a contribution (never a reply: it stands where its thread does) stands. waiting: not asked about yet.
create table theme_place (
  contribution_id uuid primary key references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  theme_id uuid references theme on delete set null,      -- null: unsorted
  subtheme text,
  provisional boolean not null default true,
  by_host boolean not null default false,
  waiting boolean not null default false
);
create index theme_place_theme on theme_place (theme_id, contribution_id desc);
create index theme_place_venue on theme_place (venue_id, theme_id);
create index theme_place_waiting on theme_place (venue_id) where waiting;

-- What hosts did: a constraint on every later computation until it is undone.
create table theme_act (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  theme_id uuid references theme on delete cascade,
  kind text not null check (kind in ('name', 'pin', 'merge', 'split', 'move')),
  facts jsonb not null,
  by_person uuid not null references person,
  at timestamptz not null,
  undone_at timestamptz
);
create index theme_act_venue on theme_act (venue_id, at, id);

create table theme_change (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  theme_id uuid not null references theme on delete cascade,
  at timestamptz not null,
  kind text not null,
  name text not null,
  parts jsonb not null default '[]',
  from_words text,
  to_words text,
  by_person uuid references person,        -- null: the machine
  act_id uuid references theme_act on delete cascade
);
create index theme_change_venue on theme_change (venue_id, at desc, id desc);
create index theme_change_theme on theme_change (theme_id, at desc, id desc);

create table theme_state (
  venue_id uuid primary key references venue on delete cascade,
  revision integer not null default 0,
  computed_at timestamptz,
  stale_at timestamptz,                    -- since when something is new that the last computation did not know
  figures jsonb not null default '{}'      -- of the list as a whole: unsorted, ties, lenses
);
create index theme_state_stale on theme_state (stale_at) where stale_at is not null;

do $$ declare t text; begin
  foreach t in array array['theme', 'theme_place', 'theme_act', 'theme_change', 'theme_state'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    -- Hosts shape themes (rules/may.ts decides, this is the wall).
    execute format('create policy %I on %I for insert to dandelion_app with check (app_owner() or venue_id in
      (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_insert', t);
    execute format('create policy %I on %I for update to dandelion_app using (app_owner() or venue_id in
      (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_update', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update on %I to dandelion_app', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
end $$;
