-- Why: the report of a jam in editions, each kept as it was made; what hosts decide about it; where a contribution is used.
-- Locks: none, all tables are new; the references to jam and contribution take a share lock for an instant. Size: empty.

-- What an edition says, without a word that a contributor wrote: quotes are places in versions of contributions
-- (src/reports/rules/report.ts). Number 0 is the live draft. hash null: its files are still to be made.
create table report_edition (
  id uuid primary key,
  jam_id uuid not null references jam on delete cascade,
  number integer not null check (number >= 0),
  kind text not null check (kind in ('draft', 'closing', 'reviewed', 'answered', 'ninety-days')),
  made_at timestamptz not null,
  model text not null,
  hash text,
  refused text,                       -- why the verifier does not publish it
  check ((kind = 'draft') = (number = 0)),
  unique (jam_id, number)
);
create index report_edition_unset on report_edition (made_at) where hash is null and refused is null;

-- Finished bytes, compressed once and served as they are.
create table report_file (
  edition_id uuid not null references report_edition on delete cascade,
  form text not null check (form in ('html', 'md', 'csv', 'json')),
  language text not null,             -- '' where the form has none
  bytes bytea not null,
  primary key (edition_id, form, language)
);

-- The reverse links: what an edition cites or quotes, with the chapters in which it does.
create table report_citation (
  edition_id uuid not null references report_edition on delete cascade,
  contribution_id uuid not null references contribution on delete cascade,
  jam_id uuid not null references jam on delete cascade,
  uses jsonb not null,
  primary key (contribution_id, edition_id)
);
create index report_citation_edition on report_citation (edition_id);

-- What hosts decide about a theme in the edition that is to be reviewed; the same with every change as it was made.
create table report_review (
  jam_id uuid not null references jam on delete cascade,
  theme_id uuid not null,
  review jsonb not null,
  primary key (jam_id, theme_id)
);
create table report_edit (
  id uuid primary key,
  jam_id uuid not null references jam on delete cascade,
  theme_id uuid not null,
  what text not null check (what in ('name', 'wording', 'statement', 'quote')),
  from_words text not null,
  to_words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index report_edit_jam on report_edit (jam_id, at, id);

-- Files and citations are read with their edition's rights: the live draft is for hosts and owners.
do $$ declare t text; begin
  foreach t in array array['report_edition', 'report_file', 'report_citation', 'report_review', 'report_edit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
    execute format('grant select on %I to dandelion_app', t);
  end loop;
end $$;
create policy report_edition_read on report_edition for select to dandelion_app using (
  jam_id = any ((select seen_venues())::uuid[]) and (kind <> 'draft' or app_owner()
    or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person())));
create policy report_file_read on report_file for select to dandelion_app
  using (edition_id in (select e.id from report_edition e));
create policy report_citation_read on report_citation for select to dandelion_app
  using (edition_id in (select e.id from report_edition e));
create policy report_review_hosts on report_review for all to dandelion_app using (app_owner()
  or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person()));
create policy report_edit_hosts on report_edit for select to dandelion_app using (app_owner()
  or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person()));
create policy report_edit_insert on report_edit for insert to dandelion_app with check (by_person = app_person()
  and (app_owner() or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person())));
grant insert, update on report_review to dandelion_app;
grant insert on report_edit to dandelion_app;
