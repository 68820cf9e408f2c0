-- Why: places on the ballot that no idea of a small voice fills are given to the voices themselves, in their own words. Nobody
-- made such an idea: it and the line of its making name nobody.
-- Locks: idea and idea_change for the moment; nothing is read or written. Size: no change.
alter table idea alter column by_person drop not null;
alter table idea_change alter column by_person drop not null;
