-- Why: contributions become ideas that can be rated and decided: one sentence each, with the contributions it comes from
-- and whether their authors consent. Nothing is ever deleted: merging and withdrawing are undone by one click.
-- Locks: none, all tables are new; the references take a share lock for an instant. Size: empty.
create table idea (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  sentence text not null check (char_length(sentence) between 10 and 200),
  language text not null,
  theme_id uuid,                      -- the theme it was made from; themes come and go, so nothing is referred to
  merged_into uuid references idea on delete cascade,
  withdrawn_at timestamptz,
  by_person uuid not null references person,
  made_at timestamptz not null,
  version integer not null default 1,
  check (merged_into <> id)
);
create index idea_venue on idea (venue_id, id);
create index idea_merged on idea (merged_into) where merged_into is not null;

-- Where an idea comes from. not-needed: a seed, nobody's, or the maker's own words.
create table idea_source (
  idea_id uuid not null references idea on delete cascade,
  contribution_id uuid not null references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  consent text not null check (consent in ('asked', 'given', 'declined', 'not-needed')),
  answered_at timestamptz,
  primary key (idea_id, contribution_id)
);
create index idea_source_contribution on idea_source (contribution_id);
create index idea_source_venue on idea_source (venue_id, idea_id);

-- What was done to an idea, and by whom, in its order. `words`: the sentence before a rewording.
create table idea_change (
  id uuid primary key,
  idea_id uuid not null references idea on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  kind text not null check (kind in ('made', 'reworded', 'sources', 'merged', 'unmerged', 'withdrawn', 'restored')),
  words text,
  other_id uuid references idea on delete cascade,
  by_person uuid not null references person,
  at timestamptz not null
);
create index idea_change_idea on idea_change (idea_id, at, id);
create index idea_change_other on idea_change (other_id) where other_id is not null;

do $$ declare t text; begin
  foreach t in array array['idea', 'idea_source', 'idea_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select on %I to dandelion_app', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
end $$;

-- Hosts and owners make ideas, and so does whoever wrote something here; what somebody made, she and hosts change.
create function shapes_ideas(venue uuid) returns boolean language sql stable as $$
  select app_owner() or exists (select from venue_host h where h.venue_id = venue and h.person_id = app_person())
$$;
create policy idea_insert on idea for insert to dandelion_app with check (by_person = app_person()
  and venue_id = any ((select seen_venues())::uuid[])
  and (shapes_ideas(venue_id) or exists (select from contribution c where c.venue_id = idea.venue_id and c.author_id = app_person())));
create policy idea_update on idea for update to dandelion_app
  using (shapes_ideas(venue_id) or by_person = app_person());
grant insert on idea to dandelion_app;
grant update (sentence, language, merged_into, withdrawn_at, version) on idea to dandelion_app;

create policy idea_source_insert on idea_source for insert to dandelion_app with check (consent in ('asked', 'not-needed')
  and exists (select from idea i where i.id = idea_id and i.venue_id = idea_source.venue_id
    and (shapes_ideas(i.venue_id) or i.by_person = app_person())));
-- A "no" stays, whatever becomes of the sentence.
create policy idea_source_delete on idea_source for delete to dandelion_app using (consent <> 'declined'
  and exists (select from idea i where i.id = idea_id and (shapes_ideas(i.venue_id) or i.by_person = app_person())));
-- Nobody consents for somebody else.
create policy idea_source_answer on idea_source for update to dandelion_app
  using (exists (select from contribution c where c.id = contribution_id and c.author_id = app_person()))
  with check (consent in ('given', 'declined'));
grant insert, delete on idea_source to dandelion_app;
grant update (consent, answered_at) on idea_source to dandelion_app;

create policy idea_change_insert on idea_change for insert to dandelion_app with check (by_person = app_person()
  and exists (select from idea i where i.id = idea_id and (shapes_ideas(i.venue_id) or i.by_person = app_person())));
grant insert on idea_change to dandelion_app;
