-- Why: people, hubs, conversation and jams: the ground of everything. Locks: none, all tables are new. Size: empty.
-- Roles (made by the migration program): dandelion_migrate owns the tables and cannot read content (FORCE row-level
-- security, no policy); dandelion_app sees what the asker may see; dandelion_jobs is the operator's own work.

-- Who asks: settings of the transaction, made by open_as() alone.
create function app_person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_owner() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.owner', true) = 'yes', false) $$;
create function app_ids(setting text) returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[] $$;

-- Instants travel as ISO 8601 in UTC with milliseconds.
create function iso(at timestamptz) returns text language sql immutable parallel safe as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

create table organisation (
  id uuid primary key,
  name text not null,
  locale text not null,
  time_zone text not null,
  created_at timestamptz not null
);

create table hub (
  id uuid primary key,
  parent_id uuid references hub,
  name text not null,
  locales text[] not null,
  time_zone text not null,
  path uuid[] not null,              -- the hub itself last, the root first
  created_at timestamptz not null,
  check (path[array_length(path, 1)] = id),
  check ((parent_id is null) = (array_length(path, 1) = 1))
);
create unique index hub_one_root on hub ((true)) where parent_id is null;
create index hub_parent on hub (parent_id);
create unique index hub_name_among_siblings on hub (parent_id, lower(name));

create table person (
  id uuid primary key,
  name text,                         -- null: known by a pseudonym of an export only
  locale text not null,
  time_zone text not null,
  home_hub_id uuid references hub,
  owner boolean not null default false,
  guest boolean not null default false,
  created_at timestamptz not null
);
create index person_name on person (lower(name) text_pattern_ops);
create index person_home_hub on person (home_hub_id);

-- Addresses and secrets lie apart from names: no reader of names can reach them by mistake.
create table person_address (
  person_id uuid primary key references person,
  email text not null,
  password_hash text,
  confirmed_at timestamptz,          -- null: claimed with an invitation, not yet shown to be theirs
  created_at timestamptz not null
);
-- No answer may tell whether an address is known, so anybody may claim one; only one person can have it confirmed.
create unique index person_address_confirmed on person_address (lower(email)) where confirmed_at is not null;
create index person_address_email on person_address (lower(email), created_at);

create table membership (
  person_id uuid not null references person,
  hub_id uuid not null references hub,
  role text not null check (role in ('member', 'host', 'guest')),
  since timestamptz not null,
  primary key (person_id, hub_id)
);
create index membership_hub on membership (hub_id, role, person_id);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id);

create table sign_in_link (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);

create table setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null
);

create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  hub_id uuid not null references hub,
  role text not null check (role in ('member', 'host', 'guest')),
  label text not null,
  max_uses integer not null check (max_uses between 1 and 100000),
  uses integer not null default 0 check (uses <= max_uses),
  made_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index invitation_hub on invitation (hub_id, created_at desc);

-- Limits on attempts hold across processes and in the default installation.
create table attempt (
  key text not null,
  window_at timestamptz not null,
  count integer not null,
  primary key (key, window_at)
);
create index attempt_window on attempt (window_at);

create table idempotency (
  person_id uuid not null,
  route text not null,
  key text not null,
  body_hash bytea not null,
  reference text,
  at timestamptz not null,
  primary key (person_id, route, key)
);
create index idempotency_at on idempotency (at);

-- A venue is where a conversation takes place: who may read it, who takes part, what it accepts now.
create table venue (
  id uuid primary key,
  kind text not null check (kind in ('jam')),
  hub_id uuid not null references hub,
  guests boolean not null default false,
  lobby text not null default 'members' check (lobby in ('members', 'link', 'public')),
  visible boolean not null default false,  -- false: its hosts only
  accepts text not null default 'nothing' check (accepts in ('everything', 'replies', 'nothing')),
  accepts_until timestamptz,               -- the clock refuses later writing even before the phase has moved
  created_at timestamptz not null
);
create table venue_hub (
  venue_id uuid not null references venue on delete cascade,
  hub_id uuid not null references hub,
  primary key (venue_id, hub_id)
);
create index venue_hub_hub on venue_hub (hub_id, venue_id);
create table venue_host (
  venue_id uuid not null references venue on delete cascade,
  person_id uuid not null references person,
  primary key (venue_id, person_id)
);
create index venue_host_person on venue_host (person_id, venue_id);

-- Counted by the sequencer, in the transaction that gives positions: never at read time, never a hot row in a write.
create table venue_count (
  venue_id uuid primary key references venue on delete cascade,
  people integer not null default 0,       -- distinct people who wrote or voted; seeds do not count
  writers integer not null default 0,
  guests integer not null default 0,       -- of the people
  hubs integer not null default 0,         -- distinct home hubs of the people
  contributions integer not null default 0,
  replies integer not null default 0,
  votes integer not null default 0
);
create table venue_person (
  venue_id uuid not null references venue on delete cascade,
  person_id uuid not null references person,
  wrote boolean not null,
  primary key (venue_id, person_id)
);
create table venue_person_hub (
  venue_id uuid not null references venue on delete cascade,
  hub_id uuid not null references hub,
  primary key (venue_id, hub_id)
);

create table forum (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  title text not null,
  question text not null,
  position integer not null,
  created_at timestamptz not null
);
create index forum_venue on forum (venue_id, position, id);
create table forum_host (
  forum_id uuid not null references forum on delete cascade,
  person_id uuid not null references person,
  primary key (forum_id, person_id)
);
create index forum_host_person on forum_host (person_id);
create table forum_count (
  forum_id uuid primary key references forum on delete cascade,
  contributions integer not null default 0,
  replies integer not null default 0,
  last_at timestamptz
);

-- A contribution (parent_id null) and the replies of its thread are rows of one table.
create table contribution (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  forum_id uuid not null references forum on delete cascade,
  thread_id uuid not null,                 -- the contribution at the root; itself for a root
  parent_id uuid references contribution on delete cascade,
  number integer not null,                 -- 0 for a root; the n-th reply of its thread
  path text collate "C" not null,          -- place in the tree: each ancestor's number in six digits
  depth integer not null,
  kind text not null check (kind in ('contribution', 'build', 'example', 'objection', 'question', 'plain')),
  author_id uuid references person,        -- null: nobody is known (a meeting)
  title text check (char_length(title) <= 250),
  body text not null check (char_length(body) <= 10000),
  html text not null,
  language text not null,
  seed boolean not null default false,
  posted_at timestamptz not null,
  version integer not null default 1,
  edited_at timestamptz,
  retracted_at timestamptz,
  agree integer not null default 0,
  disagree integer not null default 0,
  pass integer not null default 0,
  replies integer not null default 0,      -- of a root: all of its thread; of a reply: its direct ones
  last_reply_at timestamptz,
  revision integer not null default 1,     -- grows with every change: the newer of two views is known without a clock
  check ((parent_id is null) = (kind = 'contribution')),
  check ((parent_id is null) = (number = 0)),
  check (retracted_at is null or (body = '' and html = '' and title is null))
);
create unique index contribution_thread_number on contribution (thread_id, number);
create unique index contribution_thread_path on contribution (thread_id, path);
create index contribution_venue_recent on contribution (venue_id, posted_at desc, id desc) where parent_id is null;
create index contribution_forum_recent on contribution (forum_id, posted_at desc, id desc) where parent_id is null;
create index contribution_venue_active on contribution (venue_id, coalesce(last_reply_at, posted_at) desc, id desc) where parent_id is null;
create index contribution_forum_active on contribution (forum_id, coalesce(last_reply_at, posted_at) desc, id desc) where parent_id is null;
create index contribution_author on contribution (author_id, venue_id, posted_at desc, id desc);
create index contribution_parent on contribution (parent_id) where parent_id is not null;

create table contribution_version (
  contribution_id uuid not null references contribution on delete cascade,
  version integer not null,
  title text,
  body text not null,
  html text not null,
  at timestamptz not null,
  primary key (contribution_id, version)
);

create table vote (
  contribution_id uuid not null references contribution on delete cascade,
  person_id uuid not null references person,
  venue_id uuid not null references venue on delete cascade,
  value text not null check (value in ('agree', 'disagree', 'pass')),
  at timestamptz not null,
  primary key (contribution_id, person_id)
);
create index vote_person on vote (person_id, venue_id, at desc);
create index vote_venue on vote (venue_id, contribution_id, person_id);

create table favourite (
  person_id uuid not null references person,
  contribution_id uuid not null references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  at timestamptz not null,
  primary key (person_id, contribution_id)
);
create index favourite_person on favourite (person_id, at desc);

create table draft (
  person_id uuid not null references person,
  place text not null,                     -- 'forum:ID' | 'reply:ID' | 'edit:ID'
  venue_id uuid not null references venue on delete cascade,
  kind text not null,
  title text not null,
  body text not null,
  at timestamptz not null,
  primary key (person_id, place)
);

create table read_mark (
  person_id uuid not null references person,
  thread_id uuid not null references contribution on delete cascade,
  number integer not null,                 -- read up to and with this reply
  at timestamptz not null,
  primary key (person_id, thread_id)
);

create table jam (
  id uuid primary key references venue on delete cascade,  -- a jam is its venue: one id
  title text not null,
  question text not null,
  promise_decides text,
  promise_by date,
  promise_text text,
  phase text not null check (phase in ('prepare', 'discuss', 'rate', 'report', 'archive')),
  opens_at timestamptz,
  rate_at timestamptz,
  closes_at timestamptz,
  archive_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  next_at timestamptz,                     -- when the clock moves the phase next; null: not by clock
  link_token text,                         -- the lobby's link, when the lobby is for anyone with it
  created_by uuid references person,
  created_at timestamptz not null,
  check (phase = 'prepare' or (promise_decides is not null and promise_by is not null and promise_text is not null))
);
create index jam_next on jam (next_at) where next_at is not null;
create unique index jam_link on jam (link_token) where link_token is not null;

create table jam_change (
  id uuid primary key,
  jam_id uuid not null references jam on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('opened', 'moved', 'extended', 'closed-early')),
  phase text not null,
  until timestamptz,
  reason text,
  by_person uuid references person
);
create index jam_change_jam on jam_change (jam_id, at, id);

-- Finds who asks by the hash of the session's token, remembers it for this transaction (row-level security reads it) and
-- answers the actor as JSON. `link` is the lobby link that came with the request, or null.
create function open_as(session_hash bytea, link text) returns table (actor json)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  p person%rowtype;
  s uuid;
  reach uuid[] := '{}';
  guest_reach uuid[] := '{}';
begin
  perform set_config('app.person', '', true), set_config('app.owner', 'no', true),
    set_config('app.reach', '{}', true), set_config('app.guest_reach', '{}', true),
    set_config('app.link_venue', coalesce((select j.id::text from jam j join venue v on v.id = j.id
      where link is not null and j.link_token = link and v.lobby = 'link'), ''), true);
  select x.id into s from session x
    where x.token_hash = session_hash and x.ended_at is null and x.expires_at > clock_timestamp();
  if s is null then
    perform find_visible_venues();
    return;
  end if;
  select q.* into p from session x join person q on q.id = x.person_id where x.id = s;
  select coalesce(array_agg(distinct above.id) filter (where m.role <> 'guest'), '{}'),
         coalesce(array_agg(distinct above.id) filter (where m.role = 'guest'), '{}')
    into reach, guest_reach
    from membership m join hub h on h.id = m.hub_id cross join lateral unnest(h.path) as above (id)
    where m.person_id = p.id;
  perform set_config('app.person', p.id::text, true), set_config('app.owner', case when p.owner then 'yes' else 'no' end, true),
    set_config('app.reach', reach::text, true), set_config('app.guest_reach', guest_reach::text, true);
  perform find_visible_venues();
  return query select json_build_object(
    'personId', p.id, 'sessionId', s, 'name', coalesce(p.name, ''), 'locale', p.locale, 'timeZone', p.time_zone,
    'owner', p.owner, 'guest', p.guest, 'homeHubId', p.home_hub_id, 'reach', reach, 'guestReach', guest_reach,
    'roles', (select coalesce(json_object_agg(m.hub_id, m.role), '{}'::json) from membership m where m.person_id = p.id));
end $$;

-- The venues whose words the asker may read, found once for each transaction and kept in a setting of it. A use case that
-- changes who may read a venue calls this again, so that its own next statement sees the change.
create function find_visible_venues() returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  select set_config('app.venues', coalesce(array_agg(seen.id), '{}')::text, true) from (
    select v.id from venue v where app_owner()
    union select h.venue_id from venue_host h where h.person_id = app_person()
    union select f.venue_id from forum_host h join forum f on f.id = h.forum_id where h.person_id = app_person()
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and vh.hub_id = any (app_ids('app.reach'))
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and v.guests and vh.hub_id = any (app_ids('app.guest_reach'))
    union select v.id from venue v where v.visible and v.lobby = 'public'
    union select v.id from venue v where v.visible and v.id = nullif(current_setting('app.link_venue', true), '')::uuid
  ) as seen
$$;
create function visible_venues() returns setof uuid language sql stable as $$ select unnest(app_ids('app.venues')) $$;

alter table venue enable row level security;
alter table jam enable row level security;
alter table jam_change enable row level security;
alter table forum enable row level security;
alter table contribution enable row level security;
alter table contribution force row level security;
alter table contribution_version enable row level security;
alter table contribution_version force row level security;
alter table vote enable row level security;
alter table vote force row level security;
alter table favourite enable row level security;
alter table favourite force row level security;
alter table draft enable row level security;
alter table draft force row level security;
alter table read_mark enable row level security;
alter table read_mark force row level security;

create policy venue_read on venue for select to dandelion_app using (id in (select visible_venues()));
-- Hosts of a hub prepare jams there before anybody else can see them.
create policy venue_insert on venue for insert to dandelion_app with check (app_person() is not null);
create policy venue_update on venue for update to dandelion_app
  using (app_owner() or id in (select h.venue_id from venue_host h where h.person_id = app_person()));
-- Only what never opened can be removed; everything in it goes with it.
create policy venue_delete on venue for delete to dandelion_app
  using (not visible and (app_owner() or id in (select h.venue_id from venue_host h where h.person_id = app_person())));
create policy jam_read on jam for select to dandelion_app using (id in (select visible_venues()));
create policy jam_insert on jam for insert to dandelion_app with check (app_person() is not null);
create policy jam_update on jam for update to dandelion_app
  using (app_owner() or id in (select h.venue_id from venue_host h where h.person_id = app_person()));
create policy jam_change_read on jam_change for select to dandelion_app using (jam_id in (select visible_venues()));
create policy jam_change_insert on jam_change for insert to dandelion_app with check (jam_id in (select visible_venues()));
create policy forum_read on forum for select to dandelion_app using (venue_id in (select visible_venues()));
create policy forum_write on forum for all to dandelion_app
  using (app_owner() or venue_id in (select h.venue_id from venue_host h where h.person_id = app_person()));

create policy contribution_read on contribution for select to dandelion_app using (venue_id in (select visible_venues()));
create policy contribution_insert on contribution for insert to dandelion_app
  with check (author_id = app_person() and venue_id in (select visible_venues()));
-- Counters of others' contributions change with votes and replies; words only by their author (rules/may.ts decides, this is the wall).
create policy contribution_update on contribution for update to dandelion_app using (venue_id in (select visible_venues()));
create policy version_read on contribution_version for select to dandelion_app
  using (exists (select from contribution c where c.id = contribution_id and c.venue_id in (select visible_venues())));
create policy version_write on contribution_version for all to dandelion_app
  using (exists (select from contribution c where c.id = contribution_id and c.author_id = app_person()));
create policy vote_own on vote for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person() and venue_id in (select visible_venues()));
create policy favourite_own on favourite for all to dandelion_app
  using (person_id = app_person() and venue_id in (select visible_venues()))
  with check (person_id = app_person() and venue_id in (select visible_venues()));
create policy draft_own on draft for all to dandelion_app using (person_id = app_person()) with check (person_id = app_person());
create policy read_mark_own on read_mark for all to dandelion_app using (person_id = app_person()) with check (person_id = app_person());

-- The operator's own work: clocks, import, export by command line.
do $$ declare t text; begin
  foreach t in array array['venue', 'jam', 'jam_change', 'forum', 'contribution', 'contribution_version', 'vote', 'favourite', 'draft', 'read_mark'] loop
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
  end loop;
end $$;

-- Whoever may read a contribution may change its counters; its words belong to its author, and its place to nobody.
create function words_belong_to_their_author() returns trigger language plpgsql as $$
begin
  if current_user = 'dandelion_app' and old.author_id is distinct from app_person() then
    raise exception 'the words of a contribution belong to its author' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger words_belong_to_their_author before update of title, body, html, language, kind, seed, retracted_at on contribution
  for each row execute function words_belong_to_their_author();

grant usage on schema public to dandelion_app, dandelion_jobs;
-- The author, the place and the time of a contribution never change.
grant select, insert, delete on contribution to dandelion_app;
grant update (kind, title, body, html, language, version, edited_at, retracted_at, agree, disagree, pass, replies,
  last_reply_at, revision) on contribution to dandelion_app;
grant select, insert, update, delete on contribution to dandelion_jobs;
grant select, insert, update, delete on
  organisation, hub, person, person_address, membership, session, sign_in_link, setup_link, invitation, attempt, idempotency,
  venue, venue_hub, venue_host, venue_count, venue_person, venue_person_hub, forum, forum_host, forum_count,
  contribution_version, vote, favourite, draft, read_mark, jam, jam_change
  to dandelion_app, dandelion_jobs;
revoke all on function open_as(bytea, text), find_visible_venues() from public;
grant execute on function open_as(bytea, text), find_visible_venues() to dandelion_app, dandelion_jobs;
