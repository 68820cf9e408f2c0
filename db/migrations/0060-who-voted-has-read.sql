-- Why: who votes on a contribution has read it, but only what somebody dwelt on was counted. So what was imported with hundreds
-- of votes, or voted on by people who want no history kept, stood among what few have read. What is read of `exposure` stays
-- `people`; it is made of readers and of voters, whichever are more, since who voted and who read are mostly the same.
-- Voters are counted to 8 (EXPOSURE_FLOOR) and no further: all that is decided by them, and the later votes write nothing more.
-- Locks: access exclusive on exposure and contribution for one read of contribution. Size: 8 bytes for each contribution.
drop index exposure_seldom;
alter table exposure rename column people to readers;
alter table exposure add column voters integer not null default 0 check (voters between 0 and 8);

-- As before, of the column's new name.
create or replace function count_exposure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into exposure (contribution_id, venue_id, readers)
      select contribution_id, venue_id, count(*) from new_rows where counts
       group by contribution_id, venue_id order by contribution_id
      on conflict (contribution_id) do update set readers = exposure.readers + excluded.readers;
  else
    perform from exposure where contribution_id in (select contribution_id from old_rows where counts)
      order by contribution_id for update;
    update exposure as e set readers = e.readers - o.readers
      from (select contribution_id, count(*) as readers from old_rows where counts group by contribution_id) as o
     where e.contribution_id = o.contribution_id;
  end if;
  return null;
end $$;

create function count_voters() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into exposure (contribution_id, venue_id, voters)
    values (new.id, new.venue_id, least(new.agree + new.disagree + new.pass, 8))
    on conflict (contribution_id) do update set voters = excluded.voters;
  return null;
end $$;
revoke all on function count_voters() from public;
create trigger exposure_voted after update of agree, disagree, pass on contribution for each row
  when (least(old.agree + old.disagree + old.pass, 8) <> least(new.agree + new.disagree + new.pass, 8))
  execute function count_voters();

-- What stands is counted by the owner of the tables, who reads no content but here, for these numbers.
alter table contribution no force row level security;
insert into exposure (contribution_id, venue_id, voters)
  select id, venue_id, least(agree + disagree + pass, 8) from contribution where agree + disagree + pass > 0
  on conflict (contribution_id) do update set voters = excluded.voters;
alter table contribution force row level security;

alter table exposure add column people integer not null generated always as (greatest(readers, voters)) stored;
create index exposure_seldom on exposure (venue_id, people, contribution_id) where people < 8;
