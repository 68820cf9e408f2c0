-- Why: who writes into a forum at the same time is answered in one transaction, as who rates is (docs/decisions/018). It may
-- write in the name of each of those who asked for it and see the place, and of nobody else.
-- Locks: contribution and draft for the moment (policies). Size: no change.

-- Finds who asks by the hashes of their sessions, in their order, each as open_as finds her: `actor`, null for nobody; `sees`:
-- whether she may see the venue of the place; `hosts`: whether she is one of its hosts. The place is a venue, or a forum of
-- one. After it nobody acts; this transaction sees the venue where one of them does, and writes for those who see it.
create or replace function open_together(session_hashes bytea[], place uuid) returns json
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  venue_of uuid := coalesce((select f.venue_id from forum f where f.id = place), place);
  hash bytea;
  who json;
  sees boolean;
  people uuid[] := '{}';
  any_sees boolean := false;
  askers json[] := '{}';
begin
  foreach hash in array session_hashes loop
    who := open_person(hash, null);
    sees := exists (select from visible_venues() as seen (id) where seen.id = venue_of);
    any_sees := any_sees or sees;
    if sees and app_person() is not null then
      people := people || app_person();
    end if;
    askers := askers || json_build_object('actor', who, 'sees', sees, 'hosts',
      exists (select from venue_host h where h.venue_id = venue_of and h.person_id = app_person()));
  end loop;
  perform set_config('app.person', '', true), set_config('app.owner', 'no', true), set_config('app.reach', '{}', true),
    set_config('app.guest_reach', '{}', true), set_config('app.link_venue', '', true),
    set_config('app.people', people::text, true),
    set_config('app.venues', case when any_sees then array[venue_of] else '{}' end::text, true);
  return array_to_json(askers);
end $$;

-- One of those for whom this transaction acts: the asker, or each of those who ask together.
create function app_people() returns uuid[] language sql stable as $$ select app_person() || app_ids('app.people') $$;

alter policy contribution_insert on contribution
  with check (author_id = any ((select app_people())::uuid[]) and venue_id = any ((select seen_venues())::uuid[]));
alter policy draft_own on draft using (person_id = any ((select app_people())::uuid[]))
  with check (person_id = any ((select app_people())::uuid[]));
