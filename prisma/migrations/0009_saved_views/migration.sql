-- A view of a relation that somebody keeps: which page with which settings, and cards and charts in an order of one's own.
-- Who knows its token may read it once it is shared; what it shows is asked anew each time, unless its settings name an edition.
create type view_audience as enum ('private', 'shared');
create type pin_kind as enum ('card', 'chart');
create table saved_view (
  id          int generated always as identity primary key,
  token       text not null unique,
  owner_id    text not null references "user",
  relation_id int not null references entity,
  name        text not null,
  page        text not null default '', -- what follows the relation in the address; empty for the dashboard
  settings    jsonb not null default '{}',
  audience    view_audience not null default 'private',
  revision    int not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  constraint view_named_once unique (owner_id, name),
  constraint view_has_token  check (token ~ '^[A-Za-z0-9_-]{16}$'),
  constraint view_has_name   check (name = btrim(name) and length(name) between 1 and 120),
  constraint view_has_page   check (page ~ '^([a-z0-9-]+(/[a-z0-9-]+)*)?$' and length(page) <= 120),
  constraint view_settings_are_texts check (jsonb_typeof(settings) = 'object' and length(settings::text) <= 1000
    and not jsonb_path_exists(settings, '$.* ? (@.type() != "string")')));
create table saved_view_pin (
  view_id int references saved_view on delete cascade,
  place   smallint not null,
  kind    pin_kind not null,
  key     text not null,
  primary key (view_id, place),
  constraint pinned_once unique (view_id, kind, key),
  constraint pin_has_place check (place between 1 and 40),
  constraint pin_has_key check (key = btrim(key) and length(key) between 1 and 120));

-- A link that was given away goes on showing what it was given for: only name, settings, audience and order change.
create function view_stays_itself() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.token, new.owner_id, new.relation_id, new.page, new.created_at)
     is distinct from (old.id, old.token, old.owner_id, old.relation_id, old.page, old.created_at)
  then raise 'view % keeps its token, owner, relation and page', old.id using errcode = 'EN016'; end if;
  if not exists (select from entity e where e.id = new.relation_id and e.kind = 'relation')
  then raise 'a view is of a relation' using errcode = 'EN015'; end if;
  return new;
end $$;
create trigger view_stays_itself before insert or update on saved_view for each row execute function view_stays_itself();
