-- Why: every request asks who asks and what they may read. As SQL functions that were planned anew and in six statements
-- that took most of a read's time; as one function whose plans are kept it takes a third. The questions are the same.
-- Locks: none on tables. Size: any.
drop function open_as(bytea, text);
drop function find_visible_venues();

-- The venues whose words the asker may read, found once for each transaction and kept in a setting of it. A use case that
-- changes who may read a venue calls this again, so that its own next statement sees the change.
create function find_visible_venues() returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  venues uuid[];
begin
  select coalesce(array_agg(seen.id), '{}') into venues from (
    select v.id from venue v where app_owner()
    union select h.venue_id from venue_host h where h.person_id = app_person()
    union select f.venue_id from forum_host h join forum f on f.id = h.forum_id where h.person_id = app_person()
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and vh.hub_id = any (app_ids('app.reach'))
    union select v.id from venue_hub vh join venue v on v.id = vh.venue_id
      where v.visible and v.guests and vh.hub_id = any (app_ids('app.guest_reach'))
    union select v.id from venue v where v.visible and v.lobby = 'public'
    union select v.id from venue v where v.visible and v.id = nullif(current_setting('app.link_venue', true), '')::uuid
  ) as seen;
  perform set_config('app.venues', venues::text, true);
end $$;

-- Finds who asks by the hash of the session's token, remembers it for this transaction (row-level security reads it) and
-- answers the actor as JSON, null for nobody. `link` is the lobby link that came with the request, or null.
create function open_as(session_hash bytea, link text) returns json
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
  if p.session_id is not null then
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
revoke all on function open_as(bytea, text), find_visible_venues() from public;
grant execute on function open_as(bytea, text), find_visible_venues() to dandelion_app, dandelion_jobs;

-- The same set as one value that a statement takes once, instead of a function that it runs for every question.
create function seen_venues() returns uuid[] language sql stable as $$ select app_ids('app.venues') $$;
alter policy venue_read on venue using (id = any ((select seen_venues())::uuid[]));
alter policy jam_read on jam using (id = any ((select seen_venues())::uuid[]));
alter policy jam_change_read on jam_change using (jam_id = any ((select seen_venues())::uuid[]));
alter policy jam_change_insert on jam_change with check (jam_id = any ((select seen_venues())::uuid[]));
alter policy forum_read on forum using (venue_id = any ((select seen_venues())::uuid[]));
alter policy contribution_read on contribution using (venue_id = any ((select seen_venues())::uuid[]));
alter policy contribution_insert on contribution
  with check (author_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
alter policy contribution_update on contribution using (venue_id = any ((select seen_venues())::uuid[]));
alter policy version_read on contribution_version using (exists (
  select from contribution c where c.id = contribution_id and c.venue_id = any ((select seen_venues())::uuid[])));
alter policy vote_own on vote using (person_id = app_person())
  with check (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
alter policy favourite_own on favourite
  using (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]))
  with check (person_id = app_person() and venue_id = any ((select seen_venues())::uuid[]));
drop function visible_venues();

-- Changes that nobody waits for are one statement now (docs/decisions/003): its events share an instant and are ordered by
-- their ids, which are made in the order in which they are told.
alter table event alter column emitted_at set default statement_timestamp();
