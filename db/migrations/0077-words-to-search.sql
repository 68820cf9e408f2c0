-- Why: people find what was said by its words, in whatever form and language they wrote it, among what they may see.
-- Locks: access exclusive on contribution for one read of it: what is there is taken in. Size: about 1.5 times the words;
-- 200,000 contributions take a minute.

-- How full text takes a language apart; a language without endings to take off is left as it is written.
create function words_config(tag text) returns regconfig language sql immutable parallel safe as $$
  select case split_part(lower(tag), '-', 1)
    when 'ar' then 'pg_catalog.arabic'::regconfig when 'hy' then 'pg_catalog.armenian' when 'eu' then 'pg_catalog.basque'
    when 'ca' then 'pg_catalog.catalan' when 'da' then 'pg_catalog.danish' when 'nl' then 'pg_catalog.dutch'
    when 'en' then 'pg_catalog.english' when 'fi' then 'pg_catalog.finnish' when 'fr' then 'pg_catalog.french'
    when 'de' then 'pg_catalog.german' when 'el' then 'pg_catalog.greek' when 'hi' then 'pg_catalog.hindi'
    when 'hu' then 'pg_catalog.hungarian' when 'id' then 'pg_catalog.indonesian' when 'ga' then 'pg_catalog.irish'
    when 'it' then 'pg_catalog.italian' when 'lt' then 'pg_catalog.lithuanian' when 'ne' then 'pg_catalog.nepali'
    when 'no' then 'pg_catalog.norwegian' when 'nb' then 'pg_catalog.norwegian' when 'nn' then 'pg_catalog.norwegian'
    when 'pt' then 'pg_catalog.portuguese' when 'ro' then 'pg_catalog.romanian' when 'ru' then 'pg_catalog.russian'
    when 'sr' then 'pg_catalog.serbian' when 'es' then 'pg_catalog.spanish' when 'sv' then 'pg_catalog.swedish'
    when 'ta' then 'pg_catalog.tamil' when 'tr' then 'pg_catalog.turkish' when 'yi' then 'pg_catalog.yiddish'
    else 'pg_catalog.simple' end
$$;

-- Without capitals and accents: who writes on a phone leaves them out.
create function words_folded(words text) returns text language sql immutable parallel safe as $$
  select normalize(regexp_replace(normalize(replace(lower(words), 'ß', 'ss'), nfkd), '[\u0300-\u036f]', '', 'g'), nfkc)
$$;

-- Runs of scripts that set no space between words: Thai, Lao, Burmese, Khmer, Kana, Han.
create function words_runs() returns text language sql immutable parallel safe as $$
  select '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)'
$$;

-- In them each two letters that stand side by side, and the last of each run, are found as words are. Of what is asked a
-- single letter counts only where it stands alone.
create function words_unspaced(words text, is_asked boolean default false) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct pair), '{}') from (
    select letter || lead(letter, 1, '') over (partition by n order by at) as pair, char_length(run[1]) as size
      from regexp_matches(words_folded(words), words_runs(), 'g') with ordinality as r (run, n)
        cross join lateral unnest(string_to_array(run[1], null)) with ordinality as l (letter, at)) as p
   where not is_asked or size = 1 or char_length(pair) = 2
$$;

-- The rest, its words apart: PostgreSQL would take "and/or", "covid-19" and "end.Next" for one.
create function words_spaced(words text) returns text language sql immutable parallel safe as $$
  select regexp_replace(translate(words, '/._@-', '     '), words_runs(), ' ', 'g')
$$;

create function words_untagged(html text) returns text language sql immutable parallel safe as $$
  select regexp_replace(html, '<[^>]*>', ' ', 'g')
$$;

-- The stems of a language are its own (":en:univers"): a stem of one language is often a word of another, and what people
-- type begins with a letter or digit.
create function words_stems(words text, tag text) returns tsvector language sql immutable parallel safe as $$
  select case when words_config(tag) = 'pg_catalog.simple'::regconfig then ''::tsvector else
    array_to_tsvector(array(select ':' || split_part(lower(tag), '-', 1) || ':' || lexeme from unnest(to_tsvector(words_config(tag), words)))) end
$$;

-- All that a contribution is found by: its words as they are written (those of the title weigh more), their stems, and
-- the place it stands in, so that a search within one place reads no other. A title is no HTML.
create function words_of(venue_id uuid, title text, html text, tag text) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.simple', words_folded(t.title)), 'A')
    || setweight(to_tsvector('pg_catalog.simple', words_folded(t.body)), 'B') || words_stems(t.title || ' ' || t.body, tag)
    || array_to_tsvector(words_unspaced(coalesce(words_of.title, '') || ' ' || words_untagged(html)))
    || array_to_tsvector(array[':in:' || venue_id])
    from (select words_spaced(translate(coalesce(words_of.title, ''), '<>&', '   ')), words_spaced(words_untagged(html))) as t (title, body)
$$;

create table contribution_words (
  contribution_id uuid primary key references contribution on delete cascade,
  venue_id uuid not null,
  posted_at timestamptz not null,
  words tsvector not null
);

-- The languages that somebody wrote in, by place: words are looked for in those of the places that the asker sees.
create table words_language (
  venue_id uuid not null references venue on delete cascade,
  tag text not null,
  primary key (venue_id, tag)
);
create function know_language(place uuid, language text) returns void language sql volatile as $$
  insert into words_language
    select place, split_part(lower(language), '-', 1) where words_config(language) <> 'pg_catalog.simple'::regconfig
    except select venue_id, tag from words_language where venue_id = place
  on conflict do nothing
$$;

-- What was taken back is found no more.
create function keep_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform know_language(l.venue_id, l.language) from (select distinct venue_id, language from new_rows) as l;
    insert into contribution_words (contribution_id, venue_id, posted_at, words)
      select id, venue_id, posted_at, words_of(venue_id, title, html, language) from new_rows where retracted_at is null;
  elsif new.retracted_at is not null then
    delete from contribution_words where contribution_id = new.id;
  else
    perform know_language(new.venue_id, new.language);
    update contribution_words set words = words_of(new.venue_id, new.title, new.html, new.language) where contribution_id = new.id;
  end if;
  return null;
end $$;
create trigger words_written after insert on contribution
  referencing new table as new_rows for each statement execute function keep_words();
create trigger words_changed after update on contribution for each row
  when (old.html is distinct from new.html or old.title is distinct from new.title or old.language <> new.language
    or old.retracted_at is distinct from new.retracted_at)
  execute function keep_words();

alter table contribution no force row level security;
select know_language(l.venue_id, l.language) from (select distinct venue_id, language from contribution) as l;
insert into contribution_words (contribution_id, venue_id, posted_at, words)
  select id, venue_id, posted_at, words_of(venue_id, title, html, language) from contribution where retracted_at is null;
alter table contribution force row level security;
create index contribution_words_words on contribution_words using gin (words);
create index contribution_words_newest on contribution_words (posted_at desc, contribution_id desc);

-- A lexeme as a query, whatever stands in it.
create function words_quoted(lexeme text) returns tsquery language sql immutable parallel safe as $$
  select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery
$$;
create aggregate words_all(tsquery) (sfunc = tsquery_and, stype = tsquery, initcond = '', parallel = safe);
create aggregate words_any(tsquery) (sfunc = tsquery_or, stype = tsquery, initcond = '', parallel = safe);

-- One word or phrase: as it is written (of more than one letter also what begins with it), or a word with the same
-- stem in a language of the places that the asker sees. Empty where it holds nothing that could be found.
create function words_asked(term text, is_phrase boolean) returns tsquery
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  spaced text := words_spaced(term);
  written tsquery := phraseto_tsquery('pg_catalog.simple', words_folded(spaced));
  pairs tsquery;
begin
  select words_all(case when char_length(pair) = 1 then (words_quoted(pair)::text || ':*')::tsquery else words_quoted(pair) end) into pairs
    from unnest(words_unspaced(term, true)) as pair;
  if numnode(written) = 0 or is_phrase then return pairs && written; end if;
  if spaced ~ '[[:alnum:]].*[[:alnum:]]' then written := (written::text || ':*')::tsquery; end if;
  return pairs && (written || (
    select words_any(s.stems) from (select distinct tag from words_language where venue_id = any (seen_venues())) as l
      cross join lateral (select words_all(words_quoted(lexeme)) as stems from unnest(words_stems(spaced, l.tag))) as s));
end $$;

-- All of several terms, and none of those that are excluded. Empty where no term is left that could be found.
create function words_query(terms text[], phrases boolean[], excluded boolean[]) returns tsquery
language plpgsql stable set search_path = public, pg_temp as $$
declare
  wanted tsquery := ''::tsquery;
  unwanted tsquery := ''::tsquery;
  one tsquery;
begin
  for at in 1 .. cardinality(terms) loop
    one := words_asked(terms[at], phrases[at]);
    if numnode(one) = 0 then continue;
    elsif excluded[at] then unwanted := unwanted && !! one;
    else wanted := wanted && one;
    end if;
  end loop;
  return case when numnode(wanted) = 0 then wanted else wanted && unwanted end;
end $$;

-- The newest that hold these words among what the asker may see. Where many of the latest do, they are found by walking back
-- from the latest; else by the index of words, which gives all there are, in no order. What is not seen is not looked into:
-- time would tell of it.
create function newest_words(asked tsquery, before_at timestamptz, before_id uuid, most integer) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  venues uuid[] := seen_venues();
  since timestamptz := coalesce(before_at, 'infinity');
  since_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  ids uuid[];
begin
  select array_agg(w.contribution_id) into ids
    from (select * from contribution_words where (posted_at, contribution_id) < (since, since_id)
           order by posted_at desc, contribution_id desc limit 300) as w
   where case when w.venue_id = any (venues) then w.words @@ asked end;
  if cardinality(ids) >= 30 then
    select array_agg(f.contribution_id) into ids
      from (select w.contribution_id
              from (select * from contribution_words where (posted_at, contribution_id) < (since, since_id)
                     order by posted_at desc, contribution_id desc limit 20000) as w
             where case when w.venue_id = any (venues) then w.words @@ asked end limit most) as f;
    if cardinality(ids) >= most then return ids; end if;
  end if;
  with found as materialized (
    select w.contribution_id, w.posted_at from contribution_words as w
     where w.words @@ asked and w.venue_id = any (venues) and (w.posted_at, w.contribution_id) < (since, since_id))
  select array_agg(f.contribution_id) into ids
    from (select contribution_id from found order by posted_at desc, contribution_id desc limit most) as f;
  return coalesce(ids, '{}');
end $$;

-- What holds these words among what the asker may see, in one place or anywhere: the newest, or of the 1,000 newest those
-- that the words weigh most in. Row-level security would be asked of each row before its words are: the wall stands here.
create function find_words(asked tsquery, within uuid, is_by_weight boolean, after_weight real, after_at timestamptz, after_id uuid,
  most integer) returns table (contribution_id uuid, posted_at timestamptz, weight real)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  places uuid[] := case when within is null then seen_venues() else array[within] end;
  looked tsquery := asked; -- the places weigh nothing
begin
  if numnode(asked) = 0 or cardinality(places) = 0 then return; end if;
  if cardinality(places) <= 50 then
    looked := asked && (select words_any(words_quoted(':in:' || place)) from unnest(places) as place);
  end if;
  if is_by_weight then
    return query
      with weighed as (
        select w.contribution_id, w.posted_at, ts_rank('{0.1, 0.2, 0.4, 1}', w.words, asked, 1) as weight from contribution_words as w
         where w.contribution_id = any (newest_words(looked, null, null, 1000)))
      select g.contribution_id, g.posted_at, g.weight from weighed as g
       where after_id is null or (g.weight, g.posted_at, g.contribution_id) < (after_weight, after_at, after_id)
       order by g.weight desc, g.posted_at desc, g.contribution_id desc limit most;
  else
    return query
      select w.contribution_id, w.posted_at, 0::real from contribution_words as w
       where w.contribution_id = any (newest_words(looked, after_at, after_id, most))
       order by w.posted_at desc, w.contribution_id desc;
  end if;
end $$;

-- HTML without its tags; the words with the stem of one that is asked for stand between two signs that nobody types.
create function words_marked(html text, tag text, terms text[]) returns text language sql immutable parallel safe
set search_path = public, pg_temp as $$
  select ts_headline(words_config(tag), translate(words_untagged(html), e'\ue000\ue001', ''),
    (select words_any(words_quoted(lexeme))
      from unnest(terms) as term cross join lateral unnest(to_tsvector(words_config(tag), words_spaced(term)))),
    e'HighlightAll=true, StartSel=\ue000, StopSel=\ue001')
$$;
-- A title as HTML.
create function words_escaped(title text) returns text language sql immutable parallel safe as $$
  select replace(replace(replace(title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;

revoke all on function keep_words(), know_language(uuid, text), words_asked(text, boolean), words_query(text[], boolean[], boolean[]),
  newest_words(tsquery, timestamptz, uuid, integer), find_words(tsquery, uuid, boolean, real, timestamptz, uuid, integer) from public;
grant execute on function words_asked(text, boolean), words_query(text[], boolean[], boolean[]),
  find_words(tsquery, uuid, boolean, real, timestamptz, uuid, integer) to dandelion_app;

alter table words_language enable row level security;
alter table words_language force row level security;
alter table contribution_words enable row level security;
alter table contribution_words force row level security;
-- The functions above alone: they run as the owner.
create policy words_language_kept on words_language for all to dandelion_migrate using (true) with check (true);
create policy contribution_words_kept on contribution_words for all to dandelion_migrate using (true) with check (true);
