-- Why: after an import the planner still knows the tables as they were: of a venue that is not among the values it saw it expects
-- one row, and reads hundreds of thousands of votes once for each contribution, for minutes. Only an owner of tables may
-- analyze them, so the operator's own work (import) does it through this function.
-- Locks: none. Size: no change.
create function analyze_conversation() returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  analyze person, membership, contribution, vote;
end $$;
revoke all on function analyze_conversation() from public;
grant execute on function analyze_conversation() to dandelion_jobs;
