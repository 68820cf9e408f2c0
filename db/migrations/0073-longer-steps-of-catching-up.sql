-- Why: whoever was away for months read a row for every five minutes in which something was said. With the same figures for
-- hours and days beside them a reader adds up to twelve, up to twenty-four, and the days.
-- Locks: access exclusive on catch_up_delta while its key is made anew. Size: at most twice as many rows again as there are.
alter table catch_up_delta add column minutes smallint not null default 5 check (minutes in (5, 60, 1440));
alter table catch_up_delta alter column minutes drop default;
alter table catch_up_delta drop constraint catch_up_delta_pkey;
alter table catch_up_delta add primary key (venue_id, place_id, minutes, bucket);

-- The quotations are made right with the venue's next figures: until then those of any five minutes stand for the step.
insert into catch_up_delta (venue_id, place_id, minutes, bucket, said, people, hubs, languages, quote_ids, support, last_at)
  select venue_id, place_id, step.minutes, date_bin(make_interval(mins => step.minutes), bucket, 'epoch'::timestamptz), sum(said),
      sum(people), sum(hubs), sum(languages), coalesce((array_agg(quote_ids[1] order by support desc, bucket desc)
        filter (where quote_ids <> '{}'))[1:3], '{}'), max(support), max(last_at)
    from catch_up_delta cross join (values (60), (1440)) as step (minutes)
   group by 1, 2, 3, 4;
update catch_up_state set stale_at = coalesce(stale_at, now());
