-- Why: everybody who wrote, supported or followed is told once, in one letter, what became of theirs when a jam is answered.
-- Locks: access exclusive on catch_up_secret for an instant: its rows are looked at once for the wider check.
-- Size: catch_up_secret has a few rows a person; report_letter gets a row for each person a jam concerns.
create table report_letter (
  jam_id uuid not null references jam on delete cascade,
  person_id uuid not null references person on delete cascade,
  send_at timestamptz not null,        -- when the quiet hours of the person are over
  sent_at timestamptz,
  primary key (jam_id, person_id)
);
create index report_letter_waiting on report_letter (send_at) where sent_at is null;
alter table report_letter enable row level security;
alter table report_letter force row level security;
create policy report_letter_jobs on report_letter for all to dandelion_jobs using (true) with check (true);
create policy report_letter_own on report_letter for all to dandelion_app using (person_id = app_person());
grant select, insert, update, delete on report_letter to dandelion_jobs;
grant select on report_letter to dandelion_app;
grant update (sent_at) on report_letter to dandelion_app;

-- A letter is written with the rights of who gets it, so that nothing can be in it that she may not read.
alter table catch_up_secret drop constraint catch_up_secret_purpose_check;
alter table catch_up_secret add constraint catch_up_secret_purpose_check check (purpose in ('feed', 'digest', 'leave', 'letter'));
-- Whom a theme concerns who follows it.
create policy follow_jobs on follow for select to dandelion_jobs using (true);
grant select on follow to dandelion_jobs;
