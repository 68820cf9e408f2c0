-- Why: a demonstration and a rehearsal let simulated people take part. They are marked as such for good: they have no
-- address and no link to sign in with, belong to no hub, and are told apart wherever people are counted.
-- Locks: access exclusive on person and ballot_box for an instant; a constant default rewrites no row. Size: any.
alter table person add column simulated boolean not null default false;
-- Of those who rated, how many were simulated.
alter table ballot_box add column simulated integer not null default 0;

create function simulated_people_never_sign_in() returns trigger language plpgsql as $$
begin
  if exists (select from person p where p.id = new.person_id and p.simulated) then
    raise exception 'a simulated person has no way to sign in' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger simulated_people_have_no_address before insert on person_address
  for each row execute function simulated_people_never_sign_in();
create trigger simulated_people_have_no_link before insert on sign_in_link
  for each row execute function simulated_people_never_sign_in();
create trigger simulated_people_are_no_members before insert on membership
  for each row execute function simulated_people_never_sign_in();

-- As before, but for somebody simulated: who belongs to no hub is let in where her home hub is.
create or replace function open_as(session_hash bytea, link text) returns json
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
  perform find_visible_venues();
  if p.session_id is null then
    return null;
  end if;
  return json_build_object(
    'personId', p.id, 'sessionId', p.session_id, 'name', coalesce(p.name, ''), 'locale', p.locale, 'timeZone', p.time_zone,
    'owner', p.owner, 'guest', p.guest, 'homeHubId', p.home_hub_id, 'reach', reach, 'guestReach', guest_reach,
    'roles', roles);
end $$;
