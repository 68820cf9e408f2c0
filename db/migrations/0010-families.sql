-- Why: themes of different languages about one thing become families: what hosts said of them, the terms of the
-- conversation, the languages that people read; and the language of a text can be corrected by hosts too.
-- Locks: access exclusive on theme_act and contribution for an instant (the check is not verified on old rows, which had a
-- narrower one; a column with a constant default rewrites no row). Size: any.

-- One row for each conversation, written by the computation and after each host's word: links with their evidence
-- (numbers of people under 5 are not in it), families with their counts, languages with their people, terms to suggest.
create table theme_families (
  venue_id uuid primary key references venue on delete cascade,
  linked_at timestamptz not null,
  links jsonb not null default '[]',
  families jsonb not null default '[]',
  languages jsonb not null default '[]',
  terms jsonb not null default '[]'
);

-- A thing of the conversation with its terms by language: [{"language": "ca", "terms": ["habitatge"]}, ...].
create table glossary_entry (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  terms jsonb not null,
  by_person uuid references person on delete set null,
  at timestamptz not null
);
create index glossary_entry_venue on glossary_entry (venue_id, at, id);

-- The languages that a person says they read; nobody else sees them.
create table read_language (
  person_id uuid not null references person on delete cascade,
  language text not null check (char_length(language) between 2 and 3),
  primary key (person_id, language)
);

alter table theme_act drop constraint theme_act_kind_check;
alter table theme_act add constraint theme_act_kind_check
  check (kind in ('name', 'pin', 'merge', 'split', 'move', 'link', 'part')) not valid;

do $$ declare t text; begin
  foreach t in array array['theme_families', 'glossary_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    execute format('create policy %I on %I for insert to dandelion_app with check (app_owner() or venue_id in
      (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_insert', t);
    execute format('create policy %I on %I for update to dandelion_app using (app_owner() or venue_id in
      (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_update', t);
    execute format('create policy %I on %I for delete to dandelion_app using (app_owner() or venue_id in
      (select h.venue_id from venue_host h where h.person_id = app_person()))', t || '_delete', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_app, dandelion_jobs', t);
  end loop;
end $$;

alter table read_language enable row level security;
alter table read_language force row level security;
create policy read_language_own on read_language for all to dandelion_app
  using (person_id = app_person()) with check (person_id = app_person());
create policy read_language_jobs on read_language for all to dandelion_jobs using (true) with check (true);
grant select, insert, delete on read_language to dandelion_app, dandelion_jobs;

-- A language that somebody has set stays when the words are edited.
alter table contribution add column language_said boolean not null default false;
grant update (language_said) on contribution to dandelion_app;

-- Words belong to their author alone; the language they are in may also be corrected by who hosts the conversation.
drop trigger words_belong_to_their_author on contribution;
create trigger words_belong_to_their_author before update of title, body, html, kind, seed, retracted_at on contribution
  for each row execute function words_belong_to_their_author();
create function language_belongs_to_author_and_hosts() returns trigger language plpgsql as $$
begin
  if current_user = 'dandelion_app' and old.author_id is distinct from app_person() and not app_owner()
    and not exists (select from venue_host h where h.venue_id = old.venue_id and h.person_id = app_person()) then
    raise exception 'the language of a contribution is corrected by its author and by hosts' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger language_belongs_to_author_and_hosts before update of language, language_said on contribution
  for each row execute function language_belongs_to_author_and_hosts();
