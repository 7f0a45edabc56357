-- What arrives: an article or document on its way to become entries, and what was found in it. Nothing here is shown to
-- a reader; what is accepted is an entry like every other, and lives by the rules of entries.

create type intake_state    as enum ('waiting','in_work','done','dismissed');
create type intake_origin   as enum ('paste','file','url','feed');
create type candidate_state as enum ('open','accepted','rejected','reported'); -- reported: wrong, with what would be right

create table intake_item (
  id              int generated always as identity primary key,
  state           intake_state not null default 'waiting',
  origin          intake_origin not null,
  title           text not null,
  url             text,
  publisher_words text,
  byline          text,
  summary         text,
  published_on    date,
  language        text,
  text            text,
  sha256          bytea,
  source_id       int unique references source,
  revision        int not null default 1,
  request_key     text unique,
  added_at        timestamptz not null default now(),
  added_by_id     text not null references "user",
  updated_at      timestamptz not null default now(),
  constraint item_has_title       check (title <> ''),
  -- the text is kept in one place: here until it is a source, then there
  constraint read_is_stored       check ((source_id is not null) = (state in ('in_work','done')) or state = 'dismissed'),
  constraint text_moves_to_source check (text is null or source_id is null),
  constraint item_text_has_hash   check ((text is null) = (sha256 is null) and sha256 = sha256(convert_to(text, 'UTF8'))));
create unique index same_text_waits_once on intake_item (sha256) where sha256 is not null and state = 'waiting';
-- a feed tells of the same page with every poll
create unique index same_page_told_once on intake_item (url) where origin = 'feed';
create index intake_queue  on intake_item (state, id desc);      -- the queue
create index intake_by_url on intake_item (url) where url is not null; -- known already?

create table intake_relation (
  item_id     int references intake_item on delete cascade,
  relation_id int references entity,
  mentions    int not null default 1 check (mentions > 0),
  primary key (item_id, relation_id));
create index intake_of_relation on intake_relation (relation_id);

-- A character outside the basic plane counts two in UTF-16 and one in PostgreSQL: a mark behind each makes them equal.
create function utf16(of text) returns text immutable strict parallel safe language sql as
$$ select case when of ~ '[\U00010000-\U0010FFFF]' then regexp_replace(of, '([\U00010000-\U0010FFFF])', E'\\1\uE000', 'g') else of end $$;

create table candidate (
  id            int generated always as identity primary key,
  source_id     int not null references intake_item (source_id),
  record        jsonb not null,
  kind          text not null generated always as (record ->> 'kind') stored,
  starts_at     int  not null generated always as ((record ->> 'start')::int) stored,
  ends_at       int  not null generated always as ((record ->> 'end')::int) stored,
  quote         text not null generated always as (record ->> 'quote') stored,
  by_hand       boolean not null default false,
  state         candidate_state not null default 'open',
  entry_id      int unique references entry, -- the version that accepting it wrote
  note          text,                        -- of a reported one: what would be right
  revision      int not null default 1,
  request_key   text unique,
  decided_at    timestamptz,
  decided_by_id text references "user",
  added_at      timestamptz not null default now(),
  added_by_id   text not null references "user",
  constraint candidate_kind         check (kind in ('observation','target','growth','multiple','agreement-count','commitment','agreement','event')),
  constraint candidate_place        check (starts_at >= 0 and starts_at < ends_at),
  constraint number_in_place        check (((record ->> 'numberStart') is null) = ((record ->> 'numberEnd') is null)
     and (record ->> 'numberStart')::int >= starts_at and (record ->> 'numberEnd')::int <= ends_at and (record ->> 'numberStart')::int < (record ->> 'numberEnd')::int),
  constraint accepted_is_an_entry   check ((state = 'accepted') = (entry_id is not null)),
  constraint decided_by_somebody    check (num_nulls(decided_at, decided_by_id) = case state when 'open' then 2 else 0 end),
  constraint reported_says_why      check (state <> 'reported' or coalesce(note, '') <> ''),
  constraint only_rules_are_wrong   check (state <> 'reported' or not by_hand));
create unique index candidate_once on candidate (source_id, kind, starts_at, ends_at, (record ->> 'numberStart'), (record ->> 'title')) nulls not distinct;
create index candidate_reported on candidate (decided_at desc) where state = 'reported';

-- Stands where it says, word for word; checked once a statement, because a text of a megabyte is read for it.
create function candidate_is_in_text() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select source_id from added group by source_id) a
      join source s on s.id = a.source_id
      cross join lateral (select utf16(s.text) as text) t
      join added c on c.source_id = a.source_id
     where s.text is null or substr(t.text, c.starts_at + 1, c.ends_at - c.starts_at) is distinct from utf16(c.quote))
  then raise 'a candidate stands in the stored text, word for word' using errcode = 'EN011'; end if;
  return null;
end $$;
create trigger candidate_is_in_text after insert on candidate referencing new table as added
  for each statement execute function candidate_is_in_text();

-- What was found stays what was found: only the decision moves.
create function candidate_keeps_its_record() returns trigger language plpgsql as $$
begin
  if (new.id, new.source_id, new.record, new.by_hand) is distinct from (old.id, old.source_id, old.record, old.by_hand)
  then raise 'a candidate keeps its passage' using errcode = 'EN012'; end if;
  return new;
end $$;
create trigger candidate_keeps_its_record before update on candidate for each row execute function candidate_keeps_its_record();

-- A draft that is thrown away leaves its candidate open again.
create function candidate_opens_again() returns trigger language plpgsql as $$
begin
  update candidate set state = 'open', entry_id = null, decided_at = null, decided_by_id = null, revision = revision + 1 where entry_id = old.id;
  update intake_item set state = 'in_work', updated_at = now() where state = 'done'
     and exists (select from candidate c where c.source_id = intake_item.source_id and c.state = 'open');
  return old;
end $$;
create trigger candidate_opens_again before delete on entry for each row execute function candidate_opens_again();

-- An article is done when nothing in it waits for a decision.
create function done_is_decided() returns trigger language plpgsql as $$
begin
  if exists (select from intake_item i join candidate c on c.source_id = i.source_id where i.state = 'done' and c.state = 'open'
                and i.source_id = new.source_id)
  then raise 'an article is done when nothing in it is open' using errcode = 'EN013'; end if;
  return null;
end $$;
create constraint trigger done_is_decided after insert or update of state on candidate
  deferrable initially deferred for each row execute function done_is_decided();
create constraint trigger done_is_decided after insert or update of state on intake_item
  deferrable initially deferred for each row execute function done_is_decided();

-- A sketch of a stored text: the least hashes of its runs of words. Two texts that share many are one release.
create table source_sketch (
  source_id int primary key references source,
  hashes    int[] not null,
  words     int not null check (words >= 0));
create index source_sketch_shared on source_sketch using gin (hashes);

-- The original a source goes back to: what it was carried from, what it is a later state of. Evidence counts once a release.
create function release_of(source int) returns int stable parallel safe language sql as $$
  with recursive back (id, depth) as (
    select source, 0
    union all
    select coalesce(s.carried_from_id, s.previous_id), b.depth + 1 from back b join source s on s.id = b.id
     where coalesce(s.carried_from_id, s.previous_id) is not null and b.depth < 50)
  select id from back order by depth desc limit 1 $$;
