-- Why: a thread about a promise that answers a kept place bore its author's words as its title, and kept them when she took them
-- back. Such a thread is called like its jam from here on (src/promises/tell-progress.ts), in every version and in what is being
-- written to change it.
-- Editions that were made before names of kept places were left out of them hold those that were taken back since: they are
-- made anew without (src/reports/rules/without-taken-back.ts), and signed anew.
-- Locks: none but those of the rows it changes. Size: a few rows for each jam that was answered; every answered edition is read.
set local role dandelion_jobs;
with named as (
  select n.thread_id as id, left(m.name, 250) as words, left(j.title, 250) as title
    from promise_note as n join promise as p on p.id = n.promise_id join matter as m on m.id = p.matter_id
    join idea as i on i.id = m.subject_id join jam as j on j.id = p.jam_id
   where n.thread_id is not null and m.kind = 'idea' and i.by_person is null),
earlier as (update contribution_version as v set title = n.title from named as n
  where v.contribution_id = n.id and position(n.words in v.title) > 0),
drafts as (update draft as d set title = n.title from named as n
  where d.place = 'edit:' || n.id and position(n.words in d.title) > 0)
update contribution as c set title = n.title, revision = c.revision + 1 from named as n
 where c.id = n.id and position(n.words in c.title) > 0;

update report_edition as e set hash = null
 where e.hash is not null and e.kind in ('answered', 'ninety-days') and exists (
   select from json_array_elements(e.model::json -> 'answers') as a join idea as i on i.id::text = a ->> 'id'
    where a ->> 'kind' = 'idea' and a ->> 'name' <> '' and i.by_person is null
      and exists (select from idea_source as s where s.idea_id = i.id)
      and not exists (select from idea_source as s join contribution as c on c.id = s.contribution_id
        where s.idea_id = i.id and s.consent <> 'declined' and c.retracted_at is null));
set local role dandelion_migrate;
