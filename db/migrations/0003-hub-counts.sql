-- Why: how many people and guests each hub has, without counting 400,000 memberships for every page that shows hubs.
-- Locks: membership for the moment of its count. Size: a row for each hub and a few for each change until the next hour.

-- Steps up and down, added by whatever changes memberships: people who join at the same moment never wait for one counter.
-- The sum of a hub's steps is its count; a job folds them together each hour.
create table hub_step (
  hub_id uuid not null references hub,
  people integer not null,           -- members and hosts
  guests integer not null
);
create index hub_step_hub on hub_step (hub_id) include (people, guests);

create function count_memberships() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    insert into hub_step (hub_id, people, guests)
      select hub_id, count(*) filter (where role <> 'guest'), count(*) filter (where role = 'guest') from new_rows group by hub_id;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    insert into hub_step (hub_id, people, guests)
      select hub_id, -count(*) filter (where role <> 'guest'), -count(*) filter (where role = 'guest') from old_rows group by hub_id;
  end if;
  return null;
end $$;
create trigger membership_added after insert on membership
  referencing new table as new_rows for each statement execute function count_memberships();
create trigger membership_removed after delete on membership
  referencing old table as old_rows for each statement execute function count_memberships();
create trigger membership_changed after update on membership
  referencing new table as new_rows old table as old_rows for each statement execute function count_memberships();

insert into hub_step (hub_id, people, guests)
  select hub_id, count(*) filter (where role <> 'guest'), count(*) filter (where role = 'guest') from membership group by hub_id;

grant select, insert on hub_step to dandelion_app;
grant select, insert, update, delete on hub_step to dandelion_jobs;
