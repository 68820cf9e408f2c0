-- Why: the outbox with its order, the readers that remember their place, and mail. Locks: none, all tables are new.
-- Size: an event is about 300 bytes and is kept for a week; mail rows are few.

-- Facts of what happened, written in the transaction that made them happen. `position` is null until the sequencer has
-- given one; a reader follows positions, so that a transaction that commits late is never skipped.
create table event (
  id uuid primary key,
  position bigint unique,
  type text not null check (length(type) <= 100),
  topics text[] not null check (cardinality(topics) <= 20),
  facts jsonb not null,
  person_id uuid,                                      -- who acted; null for the clock
  emitted_at timestamptz not null default clock_timestamp()
);
create index event_waiting on event (emitted_at, id) where position is null;

-- One row: the last position given, when the sequencer last ran, and up to where events have been pruned.
create table event_sequence (
  single boolean primary key default true check (single),
  head bigint not null default 0,
  ran_at timestamptz not null default 'epoch',
  pruned_to bigint not null default 0
);
insert into event_sequence default values;

-- Readers with a memory: everything up to `position` has been handled, in the same transaction as its effects.
create table event_consumer (
  name text primary key check (length(name) <= 100),
  position bigint not null
);

-- Events that a handler could not take after several tries: set aside with the reason, so that the others flow on.
create table event_failure (
  consumer text not null,
  event_id uuid not null,
  error text not null check (length(error) <= 1000),
  at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

-- What the administration page lists: never a body.
create table mail_sent (
  id uuid primary key,
  recipient text not null check (length(recipient) <= 254),
  subject text not null check (length(subject) <= 250),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  at timestamptz not null,                             -- asked for; then delivered or given up
  tries integer not null default 0
);
create index mail_sent_newest on mail_sent (at desc, id desc);

-- Bodies hold sign-in links: they lie here until the mail is delivered or given up, and only the operator's role reads them.
create table mail_waiting (
  id uuid primary key references mail_sent on delete cascade,
  body text not null check (length(body) <= 100000),
  html text check (length(html) <= 200000)
);
alter table mail_waiting enable row level security;
alter table mail_waiting force row level security;
create policy mail_written on mail_waiting for insert to dandelion_app with check (true);
create policy mail_delivered on mail_waiting to dandelion_jobs using (true) with check (true);

grant insert on event, mail_sent, mail_waiting to dandelion_app;
grant select on event_sequence, mail_sent to dandelion_app;
grant select, insert, update, delete on event, event_sequence, event_consumer, event_failure, mail_sent, mail_waiting
  to dandelion_jobs;

-- Dead letters of the job queue for the administration page: what failed and why, never the payload.
-- The queue belongs to dandelion_jobs (its tables have row-level security without policies), so the view's owner is that role.
set local role dandelion_jobs;
create function jobs_door.failed_jobs()
  returns table (id text, task text, tries integer, error text, failed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as
$$
  select j.id::text, t.identifier, j.attempts::integer, left(split_part(coalesce(j.last_error, ''), E'\n', 1), 300), j.updated_at
    from graphile_worker._private_jobs as j join graphile_worker._private_tasks as t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.locked_at is null
   order by j.updated_at desc limit 200
$$;
revoke all on function jobs_door.failed_jobs() from public;
grant execute on function jobs_door.failed_jobs() to dandelion_app;
set local role dandelion_migrate;
