-- Why: a hub of which people are known from imported jams alone said "0 people". They are told apart from those who belong
-- to it: they wrote or voted somewhere else, have no address here and no membership.
-- Locks: access exclusive on hub_step for the moment in which its index is made anew. Size: a row for each hub and a few.
alter table hub_step add column imported integer not null default 0;
drop index hub_step_hub;
create index hub_step_hub on hub_step (hub_id) include (people, guests, imported);

-- From here on the import adds its own steps. Whoever left a hub has it no more for a home.
insert into hub_step (hub_id, people, guests, imported)
  select p.home_hub_id, 0, 0, count(*) from person p
   where p.home_hub_id is not null and not p.simulated
     and not exists (select from membership m where m.person_id = p.id and m.hub_id = p.home_hub_id)
     and not exists (select from person_address a where a.person_id = p.id)
   group by p.home_hub_id;
