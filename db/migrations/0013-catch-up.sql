-- Why: what a person missed is told from figures that are shared by all and kept up beside the writing; what she follows, how
-- she wants to be told, and the secrets of her feed are hers.
-- Locks: none but for an instant on mail_waiting (a column without a default rewrites no row); the other tables are new.
-- Size: a row of about 100 bytes for each theme and five minutes in which somebody wrote in it.

-- What was said in a place (a theme; the venue itself for what stands in none) within five minutes. People, hubs and languages
-- stand where they said their last word: the sum from an anchor on is the number of distinct ones since.
create table catch_up_delta (
  venue_id uuid not null references venue on delete cascade,
  place_id uuid not null,
  bucket timestamptz not null,
  said integer not null,
  people integer not null,
  hubs integer not null,
  languages integer not null,
  quote_ids uuid[] not null,           -- up to three contributions, those with the most agreement first
  support integer not null,            -- of the first of them
  last_at timestamptz not null,        -- when the last of it was said
  primary key (venue_id, place_id, bucket)
);

create table catch_up_theme (
  theme_id uuid primary key references theme on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  heard_by real not null,              -- readers of what each of its people wrote, on average: orders, is never shown
  builds uuid[] not null,              -- the strongest ones, best first; so the others
  objections uuid[] not null,
  questions uuid[] not null            -- without an answer
);
create index catch_up_theme_venue on catch_up_theme (venue_id);

-- How a theme's agreement stood, whenever it changed.
create table catch_up_support (
  theme_id uuid not null references theme on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  at timestamptz not null,
  agreement real not null,
  primary key (theme_id, at)
);

create table catch_up_state (
  venue_id uuid primary key references venue on delete cascade,
  stale_at timestamptz,                -- since when something is new that the figures do not know
  languages text[] not null default '{}' -- of at least 2 % of the people
);
create index catch_up_state_stale on catch_up_state (stale_at) where stale_at is not null;

-- Cards that a person dwelt on or dismissed: the theme is read up to then.
create table catch_up_seen (
  person_id uuid not null references person on delete cascade,
  theme_id uuid not null references theme on delete cascade,
  at timestamptz not null,
  primary key (person_id, theme_id)
);

create table follow (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('theme', 'forum', 'person', 'hub', 'word')),
  target text not null check (char_length(target) between 1 and 60),  -- an id, or the word in lower case
  at timestamptz not null,
  primary key (person_id, kind, target)
);

create table catch_up_choice (
  person_id uuid primary key references person on delete cascade,
  minutes integer not null check (minutes in (2, 10, 30)),
  digest boolean not null,
  digest_hour integer not null check (digest_hour between 0 and 23),
  quiet_from integer not null check (quiet_from between 0 and 23),
  quiet_to integer not null check (quiet_to between 0 and 23),
  digested_at timestamptz
);
create index catch_up_choice_digest on catch_up_choice (person_id) where digest;

-- Keys to a person's own feed, and to leaving her digest: only their hashes are kept.
create table catch_up_secret (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('feed', 'digest', 'leave')),
  at timestamptz not null
);
create index catch_up_secret_person on catch_up_secret (person_id, purpose);

do $$ declare t text; begin
  foreach t in array array['catch_up_delta', 'catch_up_theme', 'catch_up_support', 'catch_up_state'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select on %I to dandelion_app', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
  foreach t in array array['catch_up_seen', 'follow', 'catch_up_choice', 'catch_up_secret'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to dandelion_app using (person_id = app_person()) with check (person_id = app_person())',
      t || '_own', t);
    execute format('grant select, insert, update, delete on %I to dandelion_app', t);
  end loop;
end $$;
-- The digest is due by what people chose; it is made with their own rights, through a secret made for that.
create policy catch_up_choice_jobs on catch_up_choice for all to dandelion_jobs using (true) with check (true);
create policy catch_up_secret_jobs on catch_up_secret for all to dandelion_jobs using (true) with check (true);
grant select, update on catch_up_choice to dandelion_jobs;
grant select, insert, delete on catch_up_secret to dandelion_jobs;
create policy catch_up_secret_opened on catch_up_secret for select to dandelion_migrate using (true);

-- As open_as, for whoever holds a secret of this purpose: the rights of its person, null for nobody.
create function open_by_secret(secret_hash bytea, wanted text) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  p record;
  reach uuid[] := '{}';
  guest_reach uuid[] := '{}';
  roles json := '{}';
begin
  select q.* into p from catch_up_secret x join person q on q.id = x.person_id
    where x.token_hash = secret_hash and x.purpose = wanted;
  if p.id is not null then
    select coalesce(array_agg(distinct above.id) filter (where m.role <> 'guest'), '{}'),
        coalesce(array_agg(distinct above.id) filter (where m.role = 'guest'), '{}'),
        coalesce(json_object_agg(m.hub_id, m.role) filter (where above.id = m.hub_id), '{}')
      into reach, guest_reach, roles
      from membership m join hub h on h.id = m.hub_id cross join lateral unnest(h.path) as above (id)
      where m.person_id = p.id;
  end if;
  -- An owner's feed holds what she takes part in, not everything she may open.
  perform set_config('app.person', coalesce(p.id::text, ''), true), set_config('app.owner', 'no', true),
    set_config('app.reach', reach::text, true), set_config('app.guest_reach', guest_reach::text, true),
    set_config('app.link_venue', '', true);
  perform find_visible_venues();
  if p.id is null then
    return null;
  end if;
  return json_build_object(
    'personId', p.id, 'sessionId', null, 'name', coalesce(p.name, ''), 'locale', p.locale, 'timeZone', p.time_zone,
    'owner', false, 'guest', p.guest, 'homeHubId', p.home_hub_id, 'reach', reach, 'guestReach', guest_reach, 'roles', roles);
end $$;
revoke all on function open_by_secret(bytea, text) from public;
grant execute on function open_by_secret(bytea, text) to dandelion_app;

-- A letter that can be left by one click says so in its headers.
alter table mail_waiting add column leave_url text check (length(leave_url) <= 1000);
