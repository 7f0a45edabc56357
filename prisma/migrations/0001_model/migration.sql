-- The model. One rule stands above all: a published version is frozen whole (row, parties, evidence);
-- what changes is a new version. Every CHECK below is a sentence of docs/decisions/0002-data-model.md.

create type entity_kind as enum ('country','relation','group','corridor','place','organisation','company','person');
create type entry_kind  as enum ('observation','target','commitment','agreement','stage','event','statement');
create type entry_state as enum ('draft','in_review','rejected','published');
create type qualifier   as enum ('exact','about','more_than','less_than','at_least','up_to');
create type obs_rank    as enum ('preferred','normal','deprecated'); -- order matters: best first
create type measure     as enum ('level','change');
create type basis       as enum ('office','official','other');
create type user_role   as enum ('reader','editor','reviewer','admin');

-- accounts ------------------------------------------------------------------------------------------------------
create table "user" (
  id             text primary key,
  name           text not null,
  email          text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image          text,
  role           user_role not null default 'reader',
  removed_at     timestamptz,
  revision       int not null default 1,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now());
create table session (
  id         text primary key,
  token      text not null unique,
  user_id    text not null references "user" on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now());
create index session_of_user on session (user_id);
create table account (
  id                       text primary key,
  account_id               text not null,
  provider_id              text not null,
  user_id                  text not null references "user" on delete cascade,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now());
create index account_of_user on account (user_id);
create table verification (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now());
create index verification_identifier on verification (identifier);
create table sign_in_attempt (key text primary key, points int not null, expire timestamptz);
create table setting (key text primary key, value jsonb not null, revision int not null default 1);

-- who loads the sample and what runs without a person; it has no password and cannot sign in
insert into "user" (id, name, email, role) values ('system', 'Entente', 'system@entente.invalid', 'admin');
insert into setting (key, value) values ('fourEyes', 'false');

-- code lists ----------------------------------------------------------------------------------------------------
create table theme      (code text primary key, name text not null, place smallint not null);
create table unit       (code text primary key, name text not null);
create table obs_status (code char(1) primary key, name text not null);
create table kind_code  (kind entry_kind, code text, name text not null, primary key (kind, code));

insert into theme (code, name, place) values
  ('trade','Trade',1), ('economy','Economy',2), ('investment','Investment',3), ('transport','Transport',4),
  ('energy','Energy',5), ('political','Political',6), ('security','Security',7), ('multilateral','Multilateral',8), ('culture','Culture',9);
insert into unit (code, name) values
  ('USD','US dollar'), ('EUR','Euro'), ('AZN','Azerbaijani manat'), ('KZT','Kazakhstani tenge'), ('RUB','Russian rouble'),
  ('T','Tonne'), ('TEU','Twenty-foot equivalent unit'), ('KM','Kilometre'), ('D','Day'), ('PCT','Percent'), ('TIMES','Times'),
  ('COUNT','Count'), ('PERSONS','Persons'), ('M2','Square metre');
insert into obs_status (code, name) values
  ('A','Normal value'), ('B','Time series break'), ('E','Estimated value'), ('F','Forecast value'), ('P','Provisional value'), ('U','Low reliability');
insert into kind_code (kind, code, name)
  select 'event'::entry_kind, c, initcap(c) from unnest(array['AGREE','CONSULT','SUPPORT','CONCEDE','COOPERATE','AID','RETREAT','REQUEST','ACCUSE','REJECT','THREATEN','PROTEST','SANCTION','MOBILIZE','COERCE','ASSAULT']) c
  union all select 'agreement', c, initcap(replace(c, '_', ' ')) from unnest(array['treaty','declaration','joint_statement','programme','roadmap','agreement','memorandum','contract','twinning','set']) c
  union all select 'stage', c, initcap(replace(c, '_', ' ')) from unnest(array['restated','in_progress','delivered','partly_delivered','lapsed','withdrawn','signed','ratified','in_force','suspended','terminated']) c
  union all select 'statement', c, initcap(c) from unnest(array['support','approve','neutral','expect','concern','criticise','recommend']) c
  union all select 'commitment', c, initcap(c) from unnest(array['talks','proposal','instruction','pledge']) c;

-- who and where -------------------------------------------------------------------------------------------------
create table entity (
  id       int generated always as identity primary key,
  kind     entity_kind not null,
  slug     text not null unique,
  name     text not null,
  lat      numeric(8,5),
  lon      numeric(8,5),
  revision int not null default 1,
  constraint slug_is_plain       check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint country_is_alpha_3  check (kind <> 'country' or slug ~ '^[a-z]{3}$'),
  constraint relation_is_ordered check (kind <> 'relation' or (slug ~ '^[a-z]{3}-[a-z]{3}$' and left(slug, 3) < right(slug, 3) collate "C")),
  constraint both_coordinates    check ((lat is null) = (lon is null)));
create table entity_alias (
  entity_id int references entity on delete cascade,
  name      text,
  primary key (entity_id, name));
create table entity_member (
  entity_id int references entity on delete cascade,
  member_id int references entity,
  primary key (entity_id, member_id),
  constraint not_member_of_itself check (entity_id <> member_id));
create index entity_member_of on entity_member (member_id); -- which relations, groups and corridors hold this country

-- what is counted -----------------------------------------------------------------------------------------------
create table indicator (
  id         int generated always as identity primary key,
  code       text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name       text not null,
  definition text not null,
  theme      text not null references theme,
  unit       text not null references unit,
  frequency  char(1) not null check (frequency in ('A','S','Q','M','I')),
  desired    smallint not null check (desired in (-1,0,1)),
  headline   smallint,
  revision   int not null default 1);
create table series (
  id           int generated always as identity primary key,
  indicator_id int not null references indicator,
  about_id     int not null references entity,
  reporter_id  int references entity,
  origin_id    int references entity,
  measure      measure not null default 'level',
  unit         text not null references unit,
  scope        text not null default '',
  revision     int not null default 1,
  unique (id, about_id),
  constraint one_series_per_key unique nulls not distinct (indicator_id, about_id, origin_id, measure, unit, scope, reporter_id));
create index series_about on series (about_id); -- dashboard: all lines of a scope

-- what was read -------------------------------------------------------------------------------------------------
create table source (
  id              int generated always as identity primary key,
  publisher_id    int not null references entity,
  title           text not null,
  byline          text,
  url             text,
  language        text not null,
  published_on    date,
  accessed_on     date not null,
  text            text,
  sha256          bytea check (octet_length(sha256) = 32),
  previous_id     int references source,
  carried_from_id int references source,
  request_key     text unique,
  added_at        timestamptz not null default now(),
  added_by_id     text not null references "user",
  constraint text_has_hash        check ((text is null) = (sha256 is null)),
  constraint hash_is_of_the_text  check (sha256 = sha256(convert_to(text, 'UTF8'))),
  constraint published_then_read  check (published_on <= accessed_on),
  constraint not_from_itself      check (previous_id <> id and carried_from_id <> id));
create unique index same_text_once on source (sha256) where sha256 is not null;
create index source_url on source (url) where url is not null;

-- the entry: one row per version --------------------------------------------------------------------------------
create table entry (
  id           int generated always as identity primary key,
  root_id      int not null default 0,
  version      int not null default 1 check (version > 0),
  kind         entry_kind not null,
  about_id     int not null references entity,
  theme        text not null references theme,
  code         text,
  title        text,
  other_titles text[] not null default '{}',
  place_id     int references entity,
  starts       date,
  ends         date,
  period_words text,
  series_id    int,
  value        numeric,
  value_to     numeric,
  unit_mult    smallint,
  decimals     smallint,
  qualifier    qualifier,
  obs_status   char(1) references obs_status,
  base_starts  date,
  base_ends    date,
  base_words   text,
  rank         obs_rank,
  basis        basis,
  of_id        int references entry,
  note         text,
  state        entry_state not null default 'draft',
  internal     boolean not null default false,
  revision     int not null default 1,
  request_key  text unique,
  change_reason text,
  review_note  text,
  author_id    text not null references "user",
  approver_id  text references "user",
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  published_at timestamptz,
  retired_at   timestamptz,
  retired_reason text,
  known_on     date,
  unique (root_id, version),
  foreign key (root_id) references entry (id),
  foreign key (kind, code) references kind_code,
  foreign key (series_id, about_id) references series (id, about_id),
  constraint version_1_is_the_root check ((version = 1) = (id = root_id)),
  constraint correction_has_reason check (version = 1 or coalesce(change_reason, '') <> ''),
  constraint period_ascends        check (starts < ends),
  -- a promise may state no date at all; whatever is open otherwise is open in the source's own words
  constraint period_or_words       check (num_nulls(starts, ends) = 0 or period_words is not null
     or (num_nulls(starts, ends) = 2 and kind in ('target','commitment','agreement'))),
  constraint base_ascends          check (base_starts < base_ends),
  constraint base_is_whole         check (num_nulls(base_starts, base_ends) <> 1),
  constraint figure_is_whole       check (case when kind in ('observation','target')
     then num_nulls(series_id, value, unit_mult, decimals, qualifier) = 0
     else num_nonnulls(series_id, value, value_to, unit_mult, decimals, qualifier, obs_status, rank, base_starts, base_words, basis) = 0 end),
  constraint observation_is_ranked check (num_nonnulls(rank, obs_status, basis) = case kind when 'observation' then 3 else 0 end),
  constraint no_figure_from_the_future check (kind <> 'observation' or obs_status = 'F' or coalesce(starts, ends - 1) <= known_on),
  constraint value_is_a_number     check (value not in ('NaN', 'Infinity', '-Infinity') and value_to not in ('NaN', 'Infinity', '-Infinity')),
  constraint range_ascends         check (value_to > value),
  constraint doubt_has_reason      check (not (obs_status = 'U' or rank <> 'normal') or coalesce(note, '') <> ''),
  constraint words_have_title      check ((title is not null) = (kind in ('commitment','agreement','event','statement'))),
  constraint coded                 check ((code is not null) = (kind not in ('observation','target'))),
  constraint stage_of_a_promise    check ((of_id is not null) = (kind = 'stage')),
  constraint only_events_have_place check (place_id is null or kind = 'event'),
  constraint published_is_signed   check (num_nonnulls(published_at, approver_id, known_on) = case state when 'published' then 3 else 0 end),
  constraint retired_with_reason   check ((retired_at is null) = (retired_reason is null) and retired_reason <> '' and (retired_at is null or retired_at >= published_at)));

create unique index one_current on entry (root_id) where published_at is not null and retired_at is null;
create unique index one_draft   on entry (root_id) where state in ('draft','in_review');
-- the same figure from another source is more evidence, not another entry
create unique index same_figure_once on entry (series_id, kind, starts, ends, period_words, value, value_to, qualifier, base_starts, base_words)
  nulls not distinct where series_id is not null and published_at is not null and retired_at is null;
create unique index one_preferred on entry (series_id, starts, ends, (case when starts is null or ends is null then period_words end))
  nulls not distinct where rank = 'preferred' and published_at is not null and retired_at is null;

create table entry_party (
  entry_id  int references entry on delete cascade,
  entity_id int references entity,
  role      text check (role in ('signatory','host','guest','giver','receiver','promiser','promisee','speaker','honouree','participant')),
  primary key (entry_id, entity_id, role));
create table evidence (
  id         int generated always as identity primary key,
  entry_id   int not null references entry on delete cascade,
  source_id  int not null references source,
  quote      text,
  starts_at  int,
  ends_at    int,
  locator    text,
  speaker_id int references entity,
  speaker_as text,
  said_on    date,
  constraint anchor_is_whole  check (num_nulls(starts_at, ends_at) in (0, 2) and starts_at >= 0 and starts_at < ends_at),
  constraint anchor_has_quote check (starts_at is null or quote is not null),
  constraint quote_not_empty  check (quote <> ''));
create unique index evidence_once on evidence (entry_id, source_id, starts_at, md5(quote)) nulls not distinct;
create index evidence_of_source on evidence (source_id); -- what a source contributed

create table audit (
  id      int generated always as identity primary key,
  at      timestamptz not null default clock_timestamp(),
  user_id text not null references "user",
  act     text not null,
  what    text not null,
  what_id text not null,
  why     text,
  diff    jsonb);
create index audit_latest on audit (at desc, id desc);
create index audit_of on audit (what, what_id);

-- triggers: only what a check cannot reach ----------------------------------------------------------------------
create function entry_lives_by_rules() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.published_at is not null then raise 'published version % is frozen', old.id using errcode = 'EN001'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state = 'published' then raise 'an entry is published by an update of its draft' using errcode = 'EN002'; end if;
    if new.root_id = 0 then new.root_id := new.id; end if;
  elsif old.published_at is not null then
    if old.retired_at is not null or (to_jsonb(new) - '{retired_at,retired_reason}'::text[]) is distinct from (to_jsonb(old) - '{retired_at,retired_reason}'::text[])
    then raise 'published version % is frozen', old.id using errcode = 'EN001'; end if;
    return new;
  elsif (new.id, new.root_id, new.version, new.kind) is distinct from (old.id, old.root_id, old.version, old.kind) then
    raise 'an entry keeps its root, version and kind' using errcode = 'EN009';
  elsif new.state = 'published' then
    select min(coalesce(s.published_on, s.accessed_on)) into new.known_on
      from evidence v join source s on s.id = v.source_id where v.entry_id = new.id;
    if new.known_on is null then raise 'entry % has no evidence', new.id using errcode = 'EN003'; end if;
  end if;
  if new.version > 1 and not exists (select from entry e where e.id = new.root_id and e.version = 1 and e.kind = new.kind)
  then raise 'a correction is of the same kind as what it corrects' using errcode = 'EN004'; end if;
  if new.kind = 'stage' and not exists (select from entry e where e.id = new.of_id and e.version = 1 and e.kind in ('target','commitment','agreement'))
  then raise 'a stage belongs to the root of a target, commitment or agreement' using errcode = 'EN005'; end if;
  return new;
end $$;
create trigger entry_lives_by_rules before insert or update or delete on entry for each row execute function entry_lives_by_rules();

create function frozen_with_entry() returns trigger language plpgsql as $$
begin
  -- waits for whoever is publishing the entry at this moment, and makes a later publication wait for us
  perform from entry where id in (old.entry_id, new.entry_id) order by id for share;
  if (tg_op <> 'INSERT' and exists (select from entry where id = old.entry_id and published_at is not null))
  or (tg_op <> 'DELETE' and exists (select from entry where id = new.entry_id and published_at is not null))
  then raise 'published version % is frozen', coalesce(old.entry_id, new.entry_id) using errcode = 'EN001'; end if;
  return coalesce(new, old);
end $$;
create trigger evidence_frozen_with_entry before insert or update or delete on evidence    for each row execute function frozen_with_entry();
create trigger party_frozen_with_entry    before insert or update or delete on entry_party for each row execute function frozen_with_entry();

create function quote_is_in_text() returns trigger language plpgsql as $$
declare stored text;
begin
  select text into stored from source where id = new.source_id;
  if stored is not null and new.quote is not null and (new.starts_at is null or strpos(stored, new.quote) = 0)
  then raise 'the quote is not in the stored text' using errcode = 'EN006'; end if;
  return new;
end $$;
create trigger quote_is_in_text before insert or update on evidence for each row execute function quote_is_in_text();

create function never_changed() returns trigger language plpgsql as $$
begin raise '% is never changed or deleted', tg_table_name using errcode = 'EN007'; end $$;
create trigger source_never_changed before update or delete on source for each row execute function never_changed();
create trigger audit_never_changed  before update or delete on audit  for each row execute function never_changed();
create trigger entry_never_emptied    before truncate on entry       execute function never_changed();
create trigger evidence_never_emptied before truncate on evidence    execute function never_changed();
create trigger party_never_emptied    before truncate on entry_party execute function never_changed();
create trigger source_never_emptied   before truncate on source      execute function never_changed();
create trigger audit_never_emptied    before truncate on audit       execute function never_changed();

-- whose count a published figure is, of what and in which unit, is part of what is frozen
create function series_keeps_its_key() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'revision') is distinct from (to_jsonb(old) - 'revision')
     and exists (select from entry where series_id = old.id and published_at is not null)
  then raise 'series % has published figures and keeps its key', old.id using errcode = 'EN010'; end if;
  return new;
end $$;
create trigger series_keeps_its_key before update on series for each row execute function series_keeps_its_key();

create function relation_is_a_pair() returns trigger language plpgsql as $$
declare
  touched int[] := case tg_table_name
    when 'entity' then array[(to_jsonb(new) ->> 'id')::int]
    else array[(to_jsonb(new) ->> 'entity_id')::int, (to_jsonb(old) ->> 'entity_id')::int] end;
  whole entity;
begin
  for whole in select * from entity where kind = 'relation'
      and (id = any (touched) or tg_table_name = 'entity' and id in (select entity_id from entity_member where member_id = any (touched))) loop
    if (select array_agg(m.kind || ' ' || m.slug order by m.slug collate "C") from entity_member x join entity m on m.id = x.member_id where x.entity_id = whole.id)
       is distinct from array['country ' || left(whole.slug, 3), 'country ' || right(whole.slug, 3)]
    then raise 'relation % has exactly the two countries of its name', whole.slug using errcode = 'EN008'; end if;
  end loop;
  return null;
end $$;
create constraint trigger relation_is_a_pair after insert or update of kind, slug on entity
  deferrable initially deferred for each row execute function relation_is_a_pair();
create constraint trigger relation_is_a_pair after insert or update or delete on entity_member
  deferrable initially deferred for each row execute function relation_is_a_pair();

-- what a relation's pages show: itself, its two countries, everything that holds both -----------------------------
create view relation_scope as
  select r.id as relation_id, r.id as about_id from entity r where r.kind = 'relation'
  union all
  select m.entity_id, m.member_id from entity_member m join entity r on r.id = m.entity_id and r.kind = 'relation'
  union all
  select r.id, g.entity_id
    from entity r
    join entity_member a on a.entity_id = r.id
    join entity_member b on b.entity_id = r.id and b.member_id > a.member_id
    join entity_member g on g.member_id = a.member_id
    join entity_member h on h.entity_id = g.entity_id and h.member_id = b.member_id
   where r.kind = 'relation' and g.entity_id <> r.id;

-- one index per family of queries ---------------------------------------------------------------------------------
create index entry_series_time   on entry (series_id, ends, starts) where kind = 'observation' and published_at is not null; -- points, latest, a year before
create index entry_about_words   on entry (about_id, kind, starts) where kind <> 'observation' and published_at is not null; -- promises, timeline
create index entry_steps         on entry (of_id, starts) where of_id is not null;                                            -- stages of a promise
create index entry_about_added   on entry (about_id, published_at) where published_at is not null;                            -- latest changes, last change
create index entry_about_retired on entry (about_id, retired_at) where retired_at is not null;                                -- corrected, withdrawn
create index entry_about_known   on entry (about_id, known_on) where published_at is not null;                                -- what the world learned
create index entry_withheld      on entry (root_id) where internal and published_at is not null and retired_at is null;       -- withheld from readers
create index entry_queue         on entry (state, updated_at) where state <> 'published';                                     -- desk: drafts, review
