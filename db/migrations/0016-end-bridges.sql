-- Why: a person may want to be told of nobody, and nobody of her: bridges are ended by her own choice, at once for both.
-- Lock: access exclusive on catch_up_choice, for an instant; a column with a constant default rewrites no row.
-- Size: any.
alter table catch_up_choice add column bridges boolean not null default true;

-- The row of the other person is not hers to delete by herself: it goes with her choice.
create policy bridge_ended on bridge for all to dandelion_migrate using (true);
create function end_bridges() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from bridge where new.person_id in (one_id, other_id);
  return null;
end $$;
create trigger catch_up_choice_bridges after insert or update of bridges on catch_up_choice
  for each row when (not new.bridges) execute function end_bridges();
