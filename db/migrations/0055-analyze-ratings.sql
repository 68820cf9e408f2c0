-- Why: counting a rating empties its tables, and the next one begins with plans made for empty tables: the whole of a table is
-- read to find one ballot in it, by thousands at once. Only an owner of tables may analyze them, so the dealer does it
-- through this function, as a rating grows.
-- Locks: none. Size: no change.
create function analyze_rating() returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  analyze ballot_idea, ballot_hub, ballot, rating;
end $$;
revoke all on function analyze_rating() from public;
grant execute on function analyze_rating() to dandelion_jobs;
