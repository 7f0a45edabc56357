-- Searching sources by their words, and who may read a stored text.
-- Nothing here needs an extension: a managed server may refuse them to an ordinary role, and a search that finds other
-- things on another server would be worse than one without them.

-- Which dictionary of PostgreSQL reads a language. Those without one are searched by whole words: a Turkish stemmer
-- would cut Azerbaijani and Kazakh words at the wrong places.
create function dictionary_of(language text) returns text language sql immutable parallel safe
return case language
  when 'ar' then 'arabic' when 'de' then 'german' when 'en' then 'english' when 'es' then 'spanish'
  when 'fr' then 'french' when 'it' then 'italian' when 'pt' then 'portuguese' when 'ru' then 'russian'
  when 'tr' then 'turkish' else 'simple' end;

-- The words of a source. Apart from it, because a source is never changed but the name of its publisher may be.
create table source_search (
  source_id  int primary key references source,
  dictionary text not null,
  head       tsvector not null, -- title, publisher with its other names, byline: what everybody may search
  whole      tsvector not null  -- with the stored text: only for whom may read that
);
create index source_search_head on source_search using gin (head);
create index source_search_whole on source_search using gin (whole);

create function index_source(wanted int) returns void language plpgsql as $$
declare
  s record;
  cfg regconfig;
  words tsvector;
  most int := 1000000;
begin
  select c.*, (select string_agg(n.name, ' ') from (
           select p.name from entity p where p.id = c.publisher_id
           union all select a.name from entity_alias a where a.entity_id = c.publisher_id) n) as publisher
    into strict s from source c where c.id = wanted;
  cfg := dictionary_of(s.language)::regconfig;
  words := setweight(to_tsvector(cfg, s.title), 'A') || setweight(to_tsvector(cfg, s.publisher), 'B')
        || setweight(to_tsvector(cfg, coalesce(s.byline, '')), 'C');
  loop
    begin
      insert into source_search values (wanted, dictionary_of(s.language), words,
          words || setweight(to_tsvector(cfg, left(coalesce(s.text, ''), most)), 'D'))
        on conflict (source_id) do update set head = excluded.head, whole = excluded.whole;
      return;
    exception when program_limit_exceeded then
      -- a megabyte of nothing but different words is more than an index row holds: its beginning is searched
      most := most / 2;
    end;
  end loop;
end $$;

create function source_is_searched() returns trigger language plpgsql as $$
begin
  perform index_source(new.id);
  return null;
end $$;
create trigger source_is_searched after insert on source for each row execute function source_is_searched();

create function publisher_is_searched() returns trigger language plpgsql as $$
begin
  perform index_source(s.id) from source s where s.publisher_id in (
    case tg_table_name when 'entity' then (to_jsonb(new) ->> 'id')::int else (to_jsonb(new) ->> 'entity_id')::int end,
    case tg_table_name when 'entity' then null else (to_jsonb(old) ->> 'entity_id')::int end);
  return null;
end $$;
create trigger publisher_is_searched after update of name on entity for each row execute function publisher_is_searched();
create trigger publisher_is_searched after insert or update or delete on entity_alias for each row execute function publisher_is_searched();
create index source_publisher on source (publisher_id); -- sources of a publisher: its filter, its other names

-- The words of a quote, which is often all that may be kept of a text.
alter table evidence add column words tsvector;
create function quote_is_searched() returns trigger language plpgsql as $$
begin
  new.words := case when new.quote is not null then
    (select to_tsvector(dictionary_of(s.language)::regconfig, new.quote) from source s where s.id = new.source_id) end;
  return new;
end $$;
alter table evidence disable trigger evidence_frozen_with_entry;
update evidence v set words = to_tsvector(dictionary_of(s.language)::regconfig, v.quote) from source s where s.id = v.source_id and v.quote is not null;
alter table evidence enable trigger evidence_frozen_with_entry;
create trigger quote_is_searched before insert or update on evidence for each row execute function quote_is_searched();
create index evidence_words on evidence using gin (words);

select index_source(id) from source;
create index source_newest on source (coalesce(published_on, date '0001-01-01') desc, id desc); -- the library, page by page
create index source_next on source (previous_id) where previous_id is not null;           -- newer versions of a source
create index source_carriers on source (carried_from_id) where carried_from_id is not null; -- who carried it

-- A stored text belongs to whoever wrote it: the team alone reads it, until somebody decides otherwise.
create type text_audience as enum ('desk', 'members', 'everyone');
create table source_audience (
  source_id int primary key references source,
  audience  text_audience not null,
  revision  int not null default 1
);
create function only_a_stored_text_is_shown() returns trigger language plpgsql as $$
begin
  if not exists (select from source s where s.id = new.source_id and s.text is not null)
  then raise 'source % has no stored text to show', new.source_id using errcode = 'EN014'; end if;
  return new;
end $$;
create trigger only_a_stored_text_is_shown before insert or update on source_audience
  for each row execute function only_a_stored_text_is_shown();
