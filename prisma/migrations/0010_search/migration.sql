-- One search for everything, forgiving of slips of the keyboard and of letters that a keyboard lacks.
-- No extension is asked for: a managed server may refuse pg_trgm to an ordinary role. Where a word is looked for that
-- nobody wrote, its trigrams lead to words that somebody did; these are then found through full-text indexes.

-- A word without capitals and marks, in Latin letters: Əliyev and Aliyev, Токаев and Tokaev lie close together.
create function folded(words text) returns text language sql immutable strict parallel safe
return replace(replace(replace(replace(replace(replace(replace(replace(
  translate(regexp_replace(normalize(lower(translate(words, 'Iİ', 'ii')), NFD), '[\u0300-\u036f]', '', 'g'),
    'əıøłđßабвгдезиклмнопрстуфыэәғқңөұүһіъьʼ’''', 'eioldsabvgdeziklmnoprstufyeagknouuhi'),
  'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ю', 'yu'), 'я', 'ya');

-- As pg_trgm cuts: two blanks before a word, one after it.
create function trigrams(word text) returns text[] language sql immutable strict parallel safe
return array(select distinct substr('  ' || word || ' ', i, 3) from generate_series(1, length(word) + 1) i);

-- Every word of names, titles, notes and quotes, once. No unique key on purpose: two who write the same new word at once
-- do not wait for each other, and a word that stands twice is found as well. Texts of sources are not taken apart.
create table search_word (
  id     int generated always as identity primary key,
  word   text not null, -- as PostgreSQL's "simple" dictionary writes it
  folded text not null);
create index search_word_known  on search_word (word);
create index search_word_begins on search_word (folded text_pattern_ops) include (word); -- as far as it was typed
create table search_trigram (
  trigram text,
  word_id int references search_word on delete cascade,
  size    smallint not null, -- how many trigrams the word has
  primary key (trigram, word_id) include (size));

create function learn_words(said text) returns void language sql as $$
  with fresh as (
    insert into search_word (word, folded)
    select w, folded(w) from unnest(tsvector_to_array(to_tsvector('simple', left(said, 100000)))) w
     where length(w) between 2 and 40 and w !~ '[0-9]' and not exists (select from search_word k where k.word = w)
    returning id, folded)
  insert into search_trigram
  select t, f.id, cardinality(trigrams(f.folded)) from fresh f cross join lateral unnest(trigrams(f.folded)) t;
$$;
create function words_are_learnt() returns trigger language plpgsql as $$
begin
  perform learn_words((select string_agg(value, ' ') from jsonb_each_text(to_jsonb(new)) where key = any (tg_argv)));
  return null;
end $$;
create trigger words_are_learnt after insert or update of name on entity
  for each row execute function words_are_learnt('name');
create trigger words_are_learnt after insert or update on entity_alias
  for each row execute function words_are_learnt('name');
create trigger words_are_learnt after insert or update of name, definition on indicator
  for each row execute function words_are_learnt('name', 'definition');
create trigger words_are_learnt after insert or update of title, other_titles, note on entry
  for each row when (new.title is not null or new.note is not null) execute function words_are_learnt('title', 'other_titles', 'note');
create trigger words_are_learnt after insert on source
  for each row execute function words_are_learnt('title', 'byline');
create trigger words_are_learnt after insert or update of quote on evidence
  for each row when (new.quote is not null) execute function words_are_learnt('quote');

select count(learn_words(name)) from entity;
select count(learn_words(name)) from entity_alias;
select count(learn_words(name || ' ' || definition)) from indicator;
select count(learn_words(concat_ws(' ', title, other_titles::text, note))) from entry where title is not null or note is not null;
select count(learn_words(concat_ws(' ', title, byline))) from source;
select count(learn_words(quote)) from evidence where quote is not null;

-- What is found by words. Whatever has no title is a figure or a step, and is found by its series, its promise, its quotes.
create function words_of_entry(title text, other_titles text[], note text) returns tsvector language sql immutable parallel safe
return setweight(to_tsvector('simple', coalesce(title, '')), 'A')
    || setweight(to_tsvector('simple', coalesce(other_titles::text, '')), 'B') || to_tsvector('simple', coalesce(note, ''));
create function words_of_indicator(name text, code text, definition text) returns tsvector language sql immutable parallel safe
return setweight(to_tsvector('simple', name || ' ' || code), 'A') || to_tsvector('simple', definition);
create index entity_words       on entity using gin (to_tsvector('simple', name));
create index entity_alias_words on entity_alias using gin (to_tsvector('simple', name));
create index indicator_words    on indicator using gin (words_of_indicator(name, code, definition));
create index entry_words        on entry using gin (words_of_entry(title, other_titles, note))
  where published_at is not null and kind not in ('observation', 'target');
create index entry_value on entry (value) where published_at is not null and series_id is not null; -- a figure by its digits

-- Quotes that hold words, the newest first, at most so many. As a statement with its words in it: whether to read quotes
-- backwards or the index of words depends on how rare the words are, which a plan made for any words cannot know.
create function quotes_holding(wanted tsquery, most int) returns table (entry_id int, source_id int, rank real) language plpgsql stable as $$
begin
  if numnode(wanted) = 0 then return; end if;
  return query execute format(
    'select v.entry_id, v.source_id, ts_rank_cd(v.words, %1$L) from (select v.entry_id, v.source_id, v.words from evidence v where v.words @@ %1$L order by v.id desc limit %2$s) v',
    wanted, most);
end $$;

-- In what somebody or something takes part
create index evidence_speaker on evidence (speaker_id) where speaker_id is not null;
create index entry_party_of   on entry_party (entity_id);
create index entry_place      on entry (place_id) where place_id is not null;
create index series_reporter  on series (reporter_id) where reporter_id is not null;
create index series_origin    on series (origin_id) where origin_id is not null;
