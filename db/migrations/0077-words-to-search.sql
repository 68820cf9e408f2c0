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
  select normalize(regexp_replace(normalize(lower(words), nfkd), '[\u0300-\u036f]', '', 'g'), nfkc)
$$;

-- Scripts that set no space between words (Thai, Lao, Burmese, Khmer, Kana, Han): each two letters that stand side by side,
-- and the last of each run, are found as words are.
create function words_unspaced(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(run[1], at, 2)), '{}')
    from regexp_matches(words, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)', 'g') as run
      cross join lateral generate_series(1, char_length(run[1])) as at
$$;

-- The stems of a language are its own (":en:univers"): a stem of one language is often a word of another, and what people
-- type begins with a letter or digit.
create function words_stems(words text, tag text) returns tsvector language sql immutable parallel safe as $$
  select case when words_config(tag) = 'pg_catalog.simple'::regconfig then ''::tsvector else
    array_to_tsvector(array(select ':' || split_part(lower(tag), '-', 1) || ':' || lexeme from unnest(to_tsvector(words_config(tag), words)))) end
$$;

-- All that a contribution is found by: its words as they are written (those of the title weigh more), their stems, and
-- the place it stands in, so that a search within one place reads no other. Tags and entities are no words.
create function words_of(venue_id uuid, title text, html text, tag text) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.simple', words_folded(coalesce(title, ''))), 'A')
    || setweight(to_tsvector('pg_catalog.simple', words_folded(html)), 'B')
    || words_stems(coalesce(title, '') || ' ' || html, tag)
    || array_to_tsvector(words_unspaced(coalesce(title, '') || ' ' || html)) || array_to_tsvector(array[':in:' || venue_id])
$$;

create table contribution_words (
  contribution_id uuid primary key references contribution on delete cascade,
  venue_id uuid not null,
  posted_at timestamptz not null,
  words tsvector not null
);

-- The languages that have stems in the index: words are looked for in these alone.
create table words_language (tag text primary key);

-- What was taken back is found no more.
create function know_languages(tags text[]) returns void language sql volatile as $$
  insert into words_language
    select distinct split_part(lower(tag), '-', 1) from unnest(tags) as tag where words_config(tag) <> 'pg_catalog.simple'::regconfig
    except select tag from words_language
  on conflict do nothing
$$;
create function keep_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform know_languages(array(select distinct language from new_rows));
    insert into contribution_words (contribution_id, venue_id, posted_at, words)
      select id, venue_id, posted_at, words_of(venue_id, title, html, language) from new_rows where retracted_at is null;
  elsif new.retracted_at is not null then
    delete from contribution_words where contribution_id = new.id;
  else
    perform know_languages(array[new.language]);
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
select know_languages(array(select distinct language from contribution));
insert into contribution_words (contribution_id, venue_id, posted_at, words)
  select id, venue_id, posted_at, words_of(venue_id, title, html, language) from contribution where retracted_at is null;
alter table contribution force row level security;
create index contribution_words_words on contribution_words using gin (words);
create index contribution_words_newest on contribution_words (posted_at desc, contribution_id desc);

-- A lexeme as a query, whatever stands in it.
create function words_quoted(lexeme text) returns tsquery language sql immutable parallel safe as $$
  select ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery
$$;
create aggregate words_all(tsquery) (sfunc = tsquery_and, stype = tsquery, parallel = safe);
create aggregate words_any(tsquery) (sfunc = tsquery_or, stype = tsquery, parallel = safe);

-- One word or phrase: as it is written (of a word also what begins with it), or a word with the same stem in a language that somebody wrote in.
-- Empty where it holds nothing that could be found.
create function words_asked(term text, is_phrase boolean) returns tsquery
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  pairs text[] := words_unspaced(term);
  asked tsquery := phraseto_tsquery('pg_catalog.simple', words_folded(term));
  stems tsquery;
  tag text;
begin
  if cardinality(pairs) = 1 then return (words_quoted(pairs[1])::text || ':*')::tsquery; end if;
  if pairs <> '{}' then
    return (select words_all(words_quoted(pair)) from unnest(pairs) as pair where char_length(pair) = 2);
  end if;
  if is_phrase then return asked; end if;
  if numnode(asked) = 1 then asked := (asked::text || ':*')::tsquery; end if;
  for tag in select l.tag from words_language as l loop
    select words_all(words_quoted(lexeme)) into stems from unnest(words_stems(term, tag));
    asked := asked || coalesce(stems, ''::tsquery);
  end loop;
  return asked;
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
-- from the latest; else by the index of words, which gives all there are, in no order.
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
   where w.words @@ asked and w.venue_id = any (venues);
  if cardinality(ids) >= 30 then
    select array_agg(f.contribution_id) into ids
      from (select w.contribution_id
              from (select * from contribution_words where (posted_at, contribution_id) < (since, since_id)
                     order by posted_at desc, contribution_id desc limit 20000) as w
             where w.words @@ asked and w.venue_id = any (venues) limit most) as f;
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
begin
  if numnode(asked) = 0 then return; end if;
  if within is not null then asked := asked && words_quoted(':in:' || within); end if;
  if is_by_weight then
    return query
      with weighed as (
        select w.contribution_id, w.posted_at, ts_rank('{0.1, 0.2, 0.4, 1}', w.words, asked, 1) as weight from contribution_words as w
         where w.contribution_id = any (newest_words(asked, null, null, 1000)))
      select g.contribution_id, g.posted_at, g.weight from weighed as g
       where after_id is null or (g.weight, g.posted_at, g.contribution_id) < (after_weight, after_at, after_id)
       order by g.weight desc, g.posted_at desc, g.contribution_id desc limit most;
  else
    return query
      select w.contribution_id, w.posted_at, 0::real from contribution_words as w
       where w.contribution_id = any (newest_words(asked, after_at, after_id, most))
       order by w.posted_at desc, w.contribution_id desc;
  end if;
end $$;

-- A text of HTML without its tags; the words with the stem of one that is asked for stand between two signs that nobody types.
create function words_marked(words text, tag text, terms text[]) returns text language sql immutable parallel safe
set search_path = public, pg_temp as $$
  select ts_headline(words_config(tag), translate(regexp_replace(words, '<[^>]*>', ' ', 'g'), e'\ue000\ue001', ''),
    coalesce((select words_any(words_quoted(lexeme))
      from unnest(terms) as term cross join lateral unnest(to_tsvector(words_config(tag), term))), ''::tsquery),
    e'HighlightAll=true, StartSel=\ue000, StopSel=\ue001')
$$;

revoke all on function keep_words(), know_languages(text[]), newest_words(tsquery, timestamptz, uuid, integer),
  find_words(tsquery, uuid, boolean, real, timestamptz, uuid, integer) from public;
grant execute on function find_words(tsquery, uuid, boolean, real, timestamptz, uuid, integer) to dandelion_app;

alter table words_language enable row level security;
alter table words_language force row level security;
create policy words_language_kept on words_language for all to dandelion_migrate using (true) with check (true);
alter table contribution_words enable row level security;
alter table contribution_words force row level security;
-- The functions above alone: they run as the owner.
create policy contribution_words_kept on contribution_words for all to dandelion_migrate using (true) with check (true);
