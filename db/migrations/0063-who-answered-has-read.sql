-- Why: an author's vote on her own words counted as a reader of them, and who only replied counted as none. Both are known
-- from votes and replies alone, whether or not a history is kept of anybody; nothing new is kept of a person. They are counted a
-- moment after they were written (src/reading/start-reading.ts): nobody who writes or votes waits for it.
-- Locks: access exclusive on exposure, vote and contribution for one read of both. Size: no change.
drop trigger exposure_voted on contribution;
drop function count_voters();
alter table exposure rename column voters to acted;

-- How many people other than its author voted on a contribution or replied to it, to 8 (EXPOSURE_FLOOR) and no further: where
-- eight voted or eight replied no more is looked for.
create function acted_on(id uuid, author uuid) returns integer language sql stable as $$
  select least(8, count(*))::integer from (
    (select v.person_id from vote as v where v.contribution_id = acted_on.id and v.person_id is distinct from acted_on.author limit 8)
    union
    (select distinct r.author_id from contribution as r
      where r.parent_id = acted_on.id and r.author_id is not null and r.author_id is distinct from acted_on.author limit 8)) as acted
$$;

-- What stands is counted by the owner of the tables, who reads no content but here, for these numbers.
alter table contribution no force row level security;
alter table vote no force row level security;
update exposure set acted = 0 where acted > 0;
insert into exposure (contribution_id, venue_id, acted)
  select c.id, c.venue_id, acted_on(c.id, c.author_id) from contribution as c
   where c.agree + c.disagree + c.pass + c.replies > 0 and acted_on(c.id, c.author_id) > 0
  on conflict (contribution_id) do update set acted = excluded.acted;
alter table contribution force row level security;
alter table vote force row level security;

grant insert (contribution_id, venue_id, acted), update (acted) on exposure to dandelion_jobs;
create policy exposure_acted on exposure for insert to dandelion_jobs with check (true);
create policy exposure_acted_again on exposure for update to dandelion_jobs using (true);
