-- Why: the sessions of all who act together were looked up one after the other, eight questions for each: half of what
-- PostgreSQL did when thousands rate. They are found in one statement now, and a single asker by the same one.
-- Locks: none but on the functions. Size: no change.

-- Those whose sessions these are, in their order: nobody where a session is unknown, ended or expired. `reach` and
-- `guest_reach`: the hubs she belongs to, and all above them.
create function askers_of(session_hashes bytea[])
  returns table (at bigint, actor json, person uuid, is_owner boolean, reach uuid[], guest_reach uuid[])
language sql stable as $$
  select s.at,
      case when q.id is not null then json_build_object(
        'personId', q.id, 'sessionId', x.id, 'name', coalesce(q.name, ''), 'locale', q.locale, 'timeZone', q.time_zone,
        'owner', q.owner, 'guest', q.guest, 'homeHubId', q.home_hub_id, 'reach', r.reach, 'guestReach', r.guest_reach,
        'roles', r.roles) end,
      q.id, coalesce(q.owner, false), r.reach, r.guest_reach
    from unnest(session_hashes) with ordinality as s (hash, at)
    left join session x on x.token_hash = s.hash and x.ended_at is null and x.expires_at > now()
    left join person q on q.id = x.person_id
    cross join lateral (
      select coalesce(case when q.simulated then (select h.path from hub h where h.id = q.home_hub_id)
            else array_agg(distinct above.id) filter (where m.role <> 'guest') end, '{}') as reach,
          coalesce(array_agg(distinct above.id) filter (where m.role = 'guest'), '{}') as guest_reach,
          coalesce(json_object_agg(m.hub_id, m.role) filter (where above.id = m.hub_id), '{}') as roles
        from membership m join hub h on h.id = m.hub_id cross join lateral unnest(h.path) as above (id)
        where m.person_id = q.id and not q.simulated) as r
$$;
revoke all on function askers_of(bytea[]) from public;

-- Which venues somebody may see, some of them twice. Said once: asked for all of them by each request, and for one by those
-- who act together.
drop function visible_venues();
create function visible_venues(who uuid, is_owner boolean, reach uuid[], guest_reach uuid[], link_venue uuid) returns setof uuid
language sql stable as $$
  select v.id from venue v where is_owner
  union all select h.venue_id from venue_host h where h.person_id = who
  union all select f.venue_id from forum_host h join forum f on f.id = h.forum_id where h.person_id = who
  union all select v.id from venue_hub vh join venue v on v.id = vh.venue_id
    where v.visible and vh.hub_id = any (reach) and v.rehearsal_id is null
  union all select v.id from venue_hub vh join venue v on v.id = vh.venue_id
    where v.visible and v.guests and vh.hub_id = any (guest_reach) and v.rehearsal_id is null
  union all select v.id from venue v where v.visible and v.lobby = 'public' and v.rehearsal_id is null
  union all select v.id from venue v where v.visible and v.id = link_venue and v.rehearsal_id is null
  union all select v.id from person p join venue v on v.rehearsal_id = p.rehearsal_id where p.id = who and v.visible
$$;
revoke all on function visible_venues(uuid, boolean, uuid[], uuid[], uuid) from public;

-- One plan for whoever asks: made anew for each of the first of a connection it takes much longer than it runs.
create or replace function find_visible_venues() returns void
language plpgsql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  venues uuid[];
begin
  select coalesce(array_agg(distinct seen.id), '{}') into venues
    from visible_venues(app_person(), app_owner(), app_ids('app.reach'), app_ids('app.guest_reach'),
      nullif(current_setting('app.link_venue', true), '')::uuid) as seen (id);
  perform set_config('app.venues', venues::text, true);
end $$;

-- Finds who asks, and what she may see, and remembers both for this transaction.
create or replace function open_as(session_hash bytea, link text) returns json
language plpgsql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  asker record;
  link_venue uuid;
begin
  if link is not null then
    select j.id into link_venue from jam j join venue v on v.id = j.id
      where j.link_hash = sha256(convert_to(link, 'UTF8')) and v.lobby = 'link';
  end if;
  select * into asker from askers_of(array[session_hash]);
  perform set_config('app.person', coalesce(asker.person::text, ''), true),
    set_config('app.owner', case when asker.is_owner then 'yes' else 'no' end, true),
    set_config('app.reach', asker.reach::text, true), set_config('app.guest_reach', asker.guest_reach::text, true),
    set_config('app.link_venue', coalesce(link_venue::text, ''), true);
  perform find_visible_venues();
  return asker.actor;
end $$;
drop function open_person(bytea, text);

-- Finds who asks by the hashes of their sessions, in their order, each as open_as finds her: `actor`, null for nobody; `sees`:
-- whether she may see the venue of the place; `hosts`: whether she is one of its hosts. The place is a venue, or a forum of
-- one. After it nobody acts; this transaction sees the venue where one of them does, and writes for those who see it.
create or replace function open_together(session_hashes bytea[], place uuid) returns json
language plpgsql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  venue_of uuid := coalesce((select f.venue_id from forum f where f.id = place), place);
  askers json;
  people uuid[];
  any_sees boolean;
begin
  with found as materialized (
    select a.at, a.actor, a.person,
        exists (select from visible_venues(a.person, a.is_owner, a.reach, a.guest_reach, null) as seen (id)
          where seen.id = venue_of) as sees,
        exists (select from venue_host h where h.venue_id = venue_of and h.person_id = a.person) as hosts
      from askers_of(session_hashes) as a)
  select coalesce(json_agg(json_build_object('actor', f.actor, 'sees', f.sees, 'hosts', f.hosts) order by f.at), '[]'),
      coalesce(array_agg(f.person) filter (where f.sees and f.person is not null), '{}'), coalesce(bool_or(f.sees), false)
    into askers, people, any_sees
    from found f;
  perform set_config('app.person', '', true), set_config('app.owner', 'no', true), set_config('app.reach', '{}', true),
    set_config('app.guest_reach', '{}', true), set_config('app.link_venue', '', true),
    set_config('app.people', people::text, true),
    set_config('app.venues', case when any_sees then array[venue_of] else '{}' end::text, true);
  return askers;
end $$;
