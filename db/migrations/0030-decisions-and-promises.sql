-- Why: what came of a jam is answered: who decides, each answer in its versions with the names under it, the promises that
-- follow from answers, their clocks and what became of them.
-- Locks: access exclusive on venue for an instant, its rows are looked at once for the wider check; all tables are new.
-- Size: venue has thousands of rows at most; a jam has tens of matters.

-- Progress on promises is discussed in a place of its own, so that no figure of the jam changes after its end.
alter table venue drop constraint venue_kind_check;
alter table venue add constraint venue_kind_check check (kind in ('jam', 'ledger'));

-- Who signs answers of a jam; the greatest version counts. needed null: all of them.
create table deciders (
  jam_id uuid not null references jam on delete cascade,
  version integer not null check (version >= 1),
  people uuid[] not null check (cardinality(people) between 1 and 20),
  needed integer check (needed between 1 and cardinality(people)),
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (jam_id, version)
);

-- What waits for an answer: a headline theme of the latest edition, or an idea. stands: it is among them still.
create table matter (
  id uuid primary key,
  jam_id uuid not null references jam on delete cascade,
  kind text not null check (kind in ('theme', 'idea')),
  subject_id uuid not null,
  name text not null,
  place integer not null,              -- its place in the report
  stands boolean not null,
  at timestamptz not null,
  unique (jam_id, kind, subject_id)
);

-- Every version of an answer as it was written: nothing is overwritten. bound_at: enough of those who decide have signed it.
create table decision (
  id uuid primary key,
  matter_id uuid not null references matter on delete cascade,
  jam_id uuid not null references jam on delete cascade,
  version integer not null check (version >= 1),
  answer text not null check (answer in ('accept', 'adapt', 'decline', 'later')),
  reason text not null,
  owner_id uuid references person,
  due date,
  budget text,
  change_reason text,                  -- why it is other than what was signed before
  by_person uuid references person,    -- null: known by a pseudonym of an export only
  at timestamptz not null,
  bound_at timestamptz,
  unique (matter_id, version),
  check (answer = 'decline' or (owner_id is not null and due is not null))
);
create index decision_jam on decision (jam_id, matter_id, version);

create table decision_signature (
  decision_id uuid not null references decision on delete cascade,
  jam_id uuid not null references jam on delete cascade,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (decision_id, person_id)
);
create index decision_signature_jam on decision_signature (jam_id);

-- matter_id null: the promise of the jam's own card, to answer everything by its day.
create table promise (
  id uuid primary key,
  jam_id uuid not null references jam on delete cascade,
  matter_id uuid references matter on delete cascade,
  decision_id uuid references decision on delete cascade,
  owner_id uuid references person,     -- null: those who decide, together
  due date not null,
  due_at timestamptz not null,         -- the end of that day where the jam is
  state text not null check (state in ('open', 'in-progress', 'kept', 'late', 'broken', 'replaced')),
  told integer not null default 0,     -- how far its clock has come
  next_at timestamptz,                 -- when the clock rings next
  made_at timestamptz not null,
  check ((matter_id is null) = (decision_id is null))
);
create unique index promise_decision on promise (decision_id);
create unique index promise_card on promise (jam_id) where matter_id is null;
create index promise_jam on promise (jam_id, due_at, id);
create index promise_due on promise (due_at, id);
create index promise_next on promise (next_at) where next_at is not null;

create table promise_note (
  id uuid primary key,
  promise_id uuid not null references promise on delete cascade,
  jam_id uuid not null references jam on delete cascade,
  kind text not null check (kind in ('made', 'progress', 'reminded', 'late', 'sponsor-told', 'kept', 'broken', 'replaced')),
  reason text,
  by_person uuid references person,    -- null: the clock
  thread_id uuid,                      -- where it is discussed
  at timestamptz not null
);
create index promise_note_promise on promise_note (promise_id, at, id);

-- One row for each jam that is being answered: where its promises are discussed, when everything was answered first, and
-- which of the checks after 30, 90 and 180 days were made.
create table promise_ledger (
  jam_id uuid primary key references jam on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  forum_id uuid not null references forum on delete cascade,
  answered_at timestamptz,
  checked integer not null default 0,
  next_at timestamptz
);
create index promise_ledger_next on promise_ledger (next_at) where next_at is not null;

create table promise_check (
  jam_id uuid not null references jam on delete cascade,
  days integer not null check (days in (30, 90, 180)),
  at timestamptz not null,
  states jsonb not null,               -- how many promises were in each state
  primary key (jam_id, days)
);

-- Is the asker among those who decide now?
create function decides_in(jam uuid) returns boolean language sql stable as
  $$ select coalesce((select app_person() = any (d.people) from deciders d where d.jam_id = jam order by d.version desc limit 1), false) $$;
create function prepares_in(jam uuid) returns boolean language sql stable as
  $$ select app_owner() or decides_in(jam) or exists (select from venue_host h where h.venue_id = jam and h.person_id = app_person()) $$;

do $$ declare t text; begin
  foreach t in array array['deciders', 'matter', 'decision', 'decision_signature', 'promise', 'promise_note', 'promise_ledger', 'promise_check'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
    execute format('grant select on %I to dandelion_app', t);
  end loop;
  foreach t in array array['deciders', 'matter', 'promise', 'promise_note', 'promise_ledger', 'promise_check'] loop
    execute format('create policy %I on %I for select to dandelion_app using (jam_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
  end loop;
end $$;
-- What is being prepared is for those who prepare and decide; what binds is for everybody who reads the jam.
create policy decision_read on decision for select to dandelion_app using (
  jam_id = any ((select seen_venues())::uuid[]) and (bound_at is not null or prepares_in(jam_id)));
create policy decision_signature_read on decision_signature for select to dandelion_app
  using (decision_id in (select d.id from decision d));

create policy deciders_insert on deciders for insert to dandelion_app with check (by_person = app_person() and (app_owner()
  or jam_id in (select h.venue_id from venue_host h where h.person_id = app_person())));
create policy decision_insert on decision for insert to dandelion_app
  with check (by_person = app_person() and bound_at is null and prepares_in(jam_id));
create policy decision_bind on decision for update to dandelion_app using (decides_in(jam_id));
create policy decision_signature_insert on decision_signature for insert to dandelion_app
  with check (person_id = app_person() and decides_in(jam_id));
create policy promise_insert on promise for insert to dandelion_app with check (decides_in(jam_id));
create policy promise_update on promise for update to dandelion_app using (owner_id = app_person() or decides_in(jam_id));
create policy promise_note_insert on promise_note for insert to dandelion_app with check (
  jam_id = any ((select seen_venues())::uuid[]) and (by_person is null or by_person = app_person())
  and promise_id in (select p.id from promise p where p.owner_id = app_person() or decides_in(p.jam_id)));
create policy promise_ledger_update on promise_ledger for update to dandelion_app using (decides_in(jam_id));
grant insert on deciders, decision, decision_signature, promise, promise_note to dandelion_app;
grant update (bound_at) on decision to dandelion_app;
grant update (state, told, next_at) on promise to dandelion_app;
grant update (answered_at, next_at) on promise_ledger to dandelion_app;
-- Two who sign at the same moment, one after the other.
grant update (place) on matter to dandelion_app;
create policy matter_hold on matter for update to dandelion_app using (prepares_in(jam_id));

-- What a promise's clock has to tell somebody, once: sent when her quiet hours are over.
create table promise_letter (
  promise_id uuid not null references promise on delete cascade,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('reminded', 'late', 'sponsor-told')),
  send_at timestamptz not null,
  sent_at timestamptz,
  primary key (promise_id, person_id, kind)
);
create index promise_letter_waiting on promise_letter (send_at) where sent_at is null;
alter table promise_letter enable row level security;
alter table promise_letter force row level security;
create policy promise_letter_jobs on promise_letter for all to dandelion_jobs using (true) with check (true);
grant select, insert, update, delete on promise_letter to dandelion_jobs;
