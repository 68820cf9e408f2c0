-- Why: people without access speak at a meeting; a host enters its sheet, and what was said stands as contributions of the
-- meeting, counted apart from people.
-- Locks: access exclusive on contribution for an instant (a column without a default, its reference unchecked because all are
-- null) and while the index is built. Size: any; the index holds none of the present rows.

create table meeting (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  forum_id uuid not null references forum on delete cascade,
  people integer check (people >= 5),  -- null: fewer than five, which is shown to nobody
  place text not null,
  day date not null,
  by_person uuid references person,    -- the host who entered it; null: known by a pseudonym of an export only
  at timestamptz not null
);
create index meeting_venue on meeting (venue_id, at);
alter table contribution add column meeting_id uuid references meeting;
create index contribution_meeting on contribution (meeting_id) where meeting_id is not null;

alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_jobs on meeting for all to dandelion_jobs using (true) with check (true);
create policy meeting_read on meeting for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]));
create policy meeting_enter on meeting for insert to dandelion_app with check (by_person = app_person() and (app_owner()
  or venue_id in (select h.venue_id from venue_host h where h.person_id = app_person())));
grant select, insert, update, delete on meeting to dandelion_jobs;
grant select, insert on meeting to dandelion_app;

-- What was said at a meeting has no author; who entered the sheet puts it there.
create policy contribution_of_meeting on contribution for insert to dandelion_app with check (author_id is null
  and exists (select from meeting m where m.id = meeting_id and m.venue_id = contribution.venue_id and m.by_person = app_person()));

-- Its words belong to the meeting: hosts take them back when somebody who was there asks for it, and nobody changes them.
create or replace function words_belong_to_their_author() returns trigger language plpgsql as $$
begin
  if current_user = 'dandelion_app' and old.author_id is distinct from app_person() and not (old.meeting_id is not null
      and new.retracted_at is not null and new.body = '' and (app_owner() or exists (
        select from venue_host h where h.venue_id = old.venue_id and h.person_id = app_person()))) then
    raise exception 'the words of a contribution belong to its author' using errcode = '42501';
  end if;
  return new;
end $$;
