-- Why: many people judge a fair sample of ideas each, and nobody can tell who rated what. docs/decisions/014.
-- Locks: none, all tables are new; the references take a share lock for an instant. Size: empty.

-- The rating of one jam. `salt` and a key in the data directory give each person's ballot a name that nobody else can
-- make; once the ratings are counted it is gone, and with it every way from a person to a ballot.
create table ballot_box (
  jam_id uuid primary key references jam on delete cascade,
  salt bytea,
  ideas integer not null,
  people integer,                     -- who rated at least one idea; null until it is counted
  counted_at timestamptz,
  check ((salt is null) = (counted_at is not null))
);
create index ballot_box_open on ballot_box (jam_id) where counted_at is null;

-- How often each idea was dealt: to all, at which places of a ballot (thousandths, summed), and by hub. No ballot is in it.
create table ballot_idea (
  jam_id uuid not null references ballot_box on delete cascade,
  idea_id uuid not null references idea on delete cascade,
  shown integer not null default 0,
  places integer not null default 0,
  primary key (jam_id, idea_id)
) with (fillfactor = 50);
create table ballot_hub (
  jam_id uuid not null,
  hub_id uuid not null,
  idea_id uuid not null,
  shown integer not null default 0,
  primary key (jam_id, hub_id, idea_id)
) with (fillfactor = 50);

-- One person's ballot under its own name, without a time. hand: dealt and not answered. resting: untouched since the last
-- sweep, which gives a resting hand back. What thousands write at once refers to no row that they would all hold: counting
-- deletes it, and a jam that was rated is never deleted.
create table ballot (
  jam_id uuid not null,
  name uuid not null,
  hand uuid[] not null default '{}',
  resting boolean not null default false,
  primary key (jam_id, name)
) with (fillfactor = 50);
create table rating (
  jam_id uuid not null,
  ballot uuid not null,
  idea_id uuid not null,
  impact smallint check (impact between 1 and 5),       -- all three null: skipped
  feasibility smallint check (feasibility between 1 and 5),
  helps boolean,
  primary key (jam_id, ballot, idea_id),
  check ((impact is null) = (feasibility is null) and (impact is null) = (helps is null))
);

-- What is left after counting: for each idea how many gave it which rating, as a list of {impact, feasibility, helps,
-- people}; impact 0: skipped. No ballot is in it.
create table rating_tally (
  jam_id uuid not null references ballot_box on delete cascade,
  idea_id uuid not null references idea on delete cascade,
  tallies jsonb not null,
  primary key (jam_id, idea_id)
);
-- Of ideas that are level: how many of those who rated both put the one before the other.
create table rating_pair (
  jam_id uuid not null references ballot_box on delete cascade,
  idea_id uuid not null references idea on delete cascade,
  other_id uuid not null references idea on delete cascade,
  before integer not null,
  after integer not null,
  primary key (jam_id, idea_id, other_id),
  check (idea_id < other_id)
);
-- What everybody may see, in the order in which it is shown.
create table rating_result (
  jam_id uuid not null references ballot_box on delete cascade,
  idea_id uuid not null references idea on delete cascade,
  place integer not null,
  result jsonb not null,
  primary key (jam_id, place),
  unique (jam_id, idea_id)
);

-- The name of the asker's own ballot: a setting of the transaction, made by the server from what only it knows.
create function app_ballot() returns uuid language sql stable as $$ select nullif(current_setting('app.ballot', true), '')::uuid $$;

do $$ declare t text; begin
  foreach t in array array['ballot_box', 'ballot_idea', 'ballot_hub', 'ballot', 'rating', 'rating_tally', 'rating_pair', 'rating_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
  foreach t in array array['ballot_box', 'ballot_idea', 'ballot_hub', 'rating_result'] loop
    execute format('create policy %I on %I for select to dandelion_app using (jam_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    execute format('grant select on %I to dandelion_app', t);
  end loop;
end $$;
create policy ballot_idea_dealt on ballot_idea for update to dandelion_app using (app_ballot() is not null);
grant update (shown, places) on ballot_idea to dandelion_app;
create policy ballot_hub_dealt on ballot_hub for insert to dandelion_app with check (app_ballot() is not null);
create policy ballot_hub_again on ballot_hub for update to dandelion_app using (app_ballot() is not null);
grant insert on ballot_hub to dandelion_app;
grant update (shown) on ballot_hub to dandelion_app;
-- A ballot belongs to whoever knows its name: hosts and owners know their own alone.
create policy ballot_own on ballot for all to dandelion_app using (name = app_ballot())
  with check (name = app_ballot() and jam_id = any ((select seen_venues())::uuid[]));
create policy rating_own on rating for all to dandelion_app using (ballot = app_ballot())
  with check (ballot = app_ballot() and jam_id = any ((select seen_venues())::uuid[]));
grant select, insert on ballot, rating to dandelion_app;
grant update (hand, resting) on ballot to dandelion_app;
grant update (impact, feasibility, helps) on rating to dandelion_app;
