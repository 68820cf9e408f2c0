-- Why: the link to a lobby works like a password and stood in plain text, in every back-up. From here on a hash finds the jam of
-- a link that somebody brings, and the link itself is sealed with a key that is not in the database (link-key in the data
-- directory), so that hosts can still be shown it.
-- Locks: access exclusive on jam for an instant; columns without a default rewrite no row. Size: a row for each jam.
alter table jam add column link_hash bytea, add column link_sealed bytea;
-- Links that are known stay as they are and open at once. A server seals them when it starts (src/jams/lobby-links.ts): SQL does
-- not have the key. Until then, and only then, they stand here.
update jam set link_hash = sha256(convert_to(link_token, 'UTF8')) where link_token is not null;
drop index jam_link;
create unique index jam_link on jam (link_hash) where link_hash is not null;

-- As before, but for how a link finds its jam.
create or replace function open_person(session_hash bytea, link text) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  p record;
  reach uuid[] := '{}';
  guest_reach uuid[] := '{}';
  roles json := '{}';
  link_venue uuid;
begin
  if link is not null then
    select j.id into link_venue from jam j join venue v on v.id = j.id
      where j.link_hash = sha256(convert_to(link, 'UTF8')) and v.lobby = 'link';
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
