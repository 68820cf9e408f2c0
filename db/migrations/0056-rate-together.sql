-- Why: who rates at the same time is answered in one transaction (docs/decisions/018). It acts for many: it sees the one venue
-- that they all see, and their ballots, and nothing else.
-- Locks: rating and ballot for the moment (policies). Size: no change.

-- Which venues the asker may see, some of them twice; said once: asked for all of them by each request, and for one by those
-- who act together.
create function visible_venues() returns setof uuid language sql stable as $$
  select v.id from venue v where app_owner()
  union all select h.venue_id from venue_host h where h.person_id = app_person()
  union all select f.venue_id from forum_host h join forum f on f.id = h.forum_id where h.person_id = app_person()
  union all select v.id from venue_hub vh join venue v on v.id = vh.venue_id
    where v.visible and vh.hub_id = any (app_ids('app.reach')) and v.rehearsal_id is null
  union all select v.id from venue_hub vh join venue v on v.id = vh.venue_id
    where v.visible and v.guests and vh.hub_id = any (app_ids('app.guest_reach')) and v.rehearsal_id is null
  union all select v.id from venue v where v.visible and v.lobby = 'public' and v.rehearsal_id is null
  union all select v.id from venue v
    where v.visible and v.id = nullif(current_setting('app.link_venue', true), '')::uuid and v.rehearsal_id is null
  union all select v.id from person p join venue v on v.rehearsal_id = p.rehearsal_id where p.id = app_person() and v.visible
$$;
revoke all on function visible_venues() from public;

create or replace function find_visible_venues() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  venues uuid[];
begin
  select coalesce(array_agg(distinct seen.id), '{}') into venues from visible_venues() as seen (id);
  perform set_config('app.venues', venues::text, true);
end $$;

-- Remembers who asks for this transaction, as open_as does, without looking for what she may see.
create function open_person(session_hash bytea, link text) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  p record;
  reach uuid[] := '{}';
  guest_reach uuid[] := '{}';
  roles json := '{}';
  link_venue uuid;
begin
  if link is not null then
    select j.id into link_venue from jam j join venue v on v.id = j.id where j.link_token = link and v.lobby = 'link';
  end if;
  select x.id as session_id, q.* into p from session x join person q on q.id = x.person_id
    where x.token_hash = session_hash and x.ended_at is null and x.expires_at > clock_timestamp();
  if p.session_id is not null and p.simulated then
    reach := coalesce((select h.path from hub h where h.id = p.home_hub_id), '{}');
  elsif p.session_id is not null then
    select coalesce(array_agg(distinct above.id) filter (where m.role <> 'guest'), '{}'),
        coalesce(array_agg(distinct above.id) filter (where m.role = 'guest'), '{}'),
        coalesce(json_object_agg(m.hub_id, m.role) filter (where above.id = m.hub_id), '{}')
      into reach, guest_reach, roles
      from membership m join hub h on h.id = m.hub_id cross join lateral unnest(h.path) as above (id)
      where m.person_id = p.id;
  end if;
  perform set_config('app.person', coalesce(p.id::text, ''), true),
    set_config('app.owner', case when p.owner then 'yes' else 'no' end, true),
    set_config('app.reach', reach::text, true), set_config('app.guest_reach', guest_reach::text, true),
    set_config('app.link_venue', coalesce(link_venue::text, ''), true);
  if p.session_id is null then
    return null;
  end if;
  return json_build_object(
    'personId', p.id, 'sessionId', p.session_id, 'name', coalesce(p.name, ''), 'locale', p.locale, 'timeZone', p.time_zone,
    'owner', p.owner, 'guest', p.guest, 'homeHubId', p.home_hub_id, 'reach', reach, 'guestReach', guest_reach,
    'roles', roles);
end $$;
revoke all on function open_person(bytea, text) from public;

create or replace function open_as(session_hash bytea, link text) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  actor json := open_person(session_hash, link);
begin
  perform find_visible_venues();
  return actor;
end $$;

-- Finds who asks by the hashes of their sessions, in their order, each as open_as finds her: `actor`, null for nobody; `sees`:
-- whether she may see the place; `hosts`: whether she is one of its hosts. After it nobody acts, and this transaction sees the
-- place where one of them does.
create function open_together(session_hashes bytea[], place uuid) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  hash bytea;
  who json;
  sees boolean;
  any_sees boolean := false;
  askers json[] := '{}';
begin
  foreach hash in array session_hashes loop
    who := open_person(hash, null);
    sees := exists (select from visible_venues() as seen (id) where seen.id = place);
    any_sees := any_sees or sees;
    askers := askers || json_build_object('actor', who, 'sees', sees, 'hosts',
      exists (select from venue_host h where h.venue_id = place and h.person_id = app_person()));
  end loop;
  perform set_config('app.person', '', true), set_config('app.owner', 'no', true), set_config('app.reach', '{}', true),
    set_config('app.guest_reach', '{}', true), set_config('app.link_venue', '', true),
    set_config('app.venues', case when any_sees then array[place] else '{}' end::text, true);
  return array_to_json(askers);
end $$;
revoke all on function open_together(bytea[], uuid) from public;
grant execute on function open_together(bytea[], uuid) to dandelion_app;

-- A ballot belongs to whoever knows its name: a transaction sees those it has named.
alter policy ballot_own on ballot using (name = any ((select app_ids('app.ballots'))::uuid[]))
  with check (name = any ((select app_ids('app.ballots'))::uuid[]) and jam_id = any ((select seen_venues())::uuid[]));
alter policy rating_own on rating using (ballot = any ((select app_ids('app.ballots'))::uuid[]))
  with check (ballot = any ((select app_ids('app.ballots'))::uuid[]) and jam_id = any ((select seen_venues())::uuid[]));
drop function app_ballot();
