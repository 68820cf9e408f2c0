-- Why: contributions that say nearly the same are shown once and counted by people; each stays what it is, and every fold
-- can be taken back.
-- Locks: access exclusive on contribution for an instant (a column without a default rewrites no row); its index is built
-- while nobody writes, over no row at all. The other tables are new. Size: any.
alter table contribution add column fold_id uuid;  -- the earliest contribution of the fold it stands in; null: in none
create index contribution_fold on contribution (fold_id, posted_at, id) where fold_id is not null;
grant update (fold_id) on contribution to dandelion_app;

-- What the machine found, for each contribution (never a reply). waiting: new or changed, not looked at yet.
create table fold_text (
  contribution_id uuid primary key references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  origin_id uuid,                                  -- the contribution that it is nearly the same as; null: none before it
  waiting boolean not null default true
);
create index fold_text_waiting on fold_text (venue_id) where waiting;
create index fold_text_found on fold_text (venue_id, origin_id) where origin_id is not null;
create index fold_text_origin on fold_text (origin_id) where origin_id is not null;

-- What people did, in its order. It holds until it is undone; nothing is ever deleted.
create table fold_act (
  id uuid primary key,
  venue_id uuid not null references venue on delete cascade,
  kind text not null check (kind in ('fold', 'apart', 'alone')),
  ids uuid[] not null check (cardinality(ids) between 1 and 5000),
  by_person uuid not null references person,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references person
);
create index fold_act_venue on fold_act (venue_id, at, id);
create index fold_act_ids on fold_act using gin (ids);

-- The counts of a fold, under the id of its earliest contribution. texts 0: it is no more.
create table fold (
  id uuid primary key references contribution on delete cascade,
  venue_id uuid not null references venue on delete cascade,
  texts integer not null,
  writers integer not null,                        -- distinct authors
  people integer,                                  -- distinct authors and supporters; null while supporters are too few
  campaign jsonb,
  revision integer not null default 1,
  stale boolean not null default true              -- somebody voted since the people were counted
);
create index fold_stale on fold (id) where stale;

-- One row for each venue: held while its folds change, so that one change comes after the other.
create table fold_state (venue_id uuid primary key references venue on delete cascade, revision integer not null default 0);

-- Has the asker acted on the folds of this venue in this very transaction? Who may act is said by the policies of fold_act.
create function folding_now(venue uuid) returns boolean language sql stable as $$
  select exists (select from fold_act a where a.venue_id = venue and a.xmin = pg_current_xact_id_if_assigned()::xid
    and app_person() in (a.by_person, a.undone_by))
$$;

do $$ declare t text; begin
  foreach t in array array['fold_text', 'fold_act', 'fold', 'fold_state'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]))',
      t || '_read', t);
    execute format('create policy %I on %I for all to dandelion_jobs using (true) with check (true)', t || '_jobs', t);
    execute format('grant select on %I to dandelion_app', t);
    execute format('grant select, insert, update, delete on %I to dandelion_jobs', t);
  end loop;
end $$;

-- Hosts fold and take apart; whoever wrote a contribution lets it stand alone, and nobody else puts it back.
create policy fold_act_insert on fold_act for insert to dandelion_app with check (
  by_person = app_person() and undone_at is null and venue_id = any ((select seen_venues())::uuid[]) and case kind
    when 'alone' then not exists (select from unnest(ids) as n (id) left join contribution c on c.id = n.id
      and c.author_id = app_person() and c.venue_id = fold_act.venue_id where c.id is null)
    else app_owner() or venue_id in (select h.venue_id from venue_host h where h.person_id = app_person()) end);
create policy fold_act_undo on fold_act for update to dandelion_app
  using (case kind when 'alone' then by_person = app_person()
    else app_owner() or venue_id in (select h.venue_id from venue_host h where h.person_id = app_person()) end)
  with check (undone_by = app_person());
grant insert on fold_act to dandelion_app;
grant update (undone_at, undone_by) on fold_act to dandelion_app;

create policy fold_insert on fold for insert to dandelion_app with check (folding_now(venue_id));
create policy fold_update on fold for update to dandelion_app using (folding_now(venue_id));
grant insert, update on fold to dandelion_app;
-- Whoever may read a venue may hold its row, to act; it says nothing.
create policy fold_state_insert on fold_state for insert to dandelion_app with check (venue_id = any ((select seen_venues())::uuid[]));
create policy fold_state_hold on fold_state for update to dandelion_app using (venue_id = any ((select seen_venues())::uuid[]));
grant insert, update on fold_state to dandelion_app;

create function folds_change_by_acts() returns trigger language plpgsql as $$
begin
  if current_user = 'dandelion_app' and not folding_now(new.venue_id) then
    raise exception 'a contribution changes its fold by an act alone' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger folds_change_by_acts before update of fold_id on contribution
  for each row when (old.fold_id is distinct from new.fold_id) execute function folds_change_by_acts();
