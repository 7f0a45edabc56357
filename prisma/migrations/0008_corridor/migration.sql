-- A corridor is data: places in their order along it, what joins two of them, and which indicators say what it can
-- carry, what it carries and how long that takes.
create type leg_mode as enum ('rail','sea','road','pipeline');
create type corridor_role as enum ('capacity','flow','transit_time');

alter table indicator add column corridor_role corridor_role;

create table corridor_node (
  corridor_id int references entity on delete cascade,
  entity_id   int references entity,
  place       smallint not null,
  primary key (corridor_id, entity_id),
  constraint one_node_at_a_place unique (corridor_id, place),
  constraint place_on_the_corridor check (place between 1 and 200));
create index corridor_node_of on corridor_node (entity_id); -- which corridors lead through a place

create table corridor_leg (
  corridor_id int not null,
  from_id     int not null,
  to_id       int not null,
  mode        leg_mode not null,
  about_id    int references entity,
  primary key (corridor_id, from_id, to_id, mode),
  constraint leg_begins_at_a_node foreign key (corridor_id, from_id) references corridor_node (corridor_id, entity_id) on delete cascade,
  constraint leg_ends_at_a_node   foreign key (corridor_id, to_id)   references corridor_node (corridor_id, entity_id) on delete cascade,
  constraint leg_leads_somewhere  check (from_id <> to_id));
-- a leg is travelled both ways
create unique index leg_once on corridor_leg (corridor_id, least(from_id, to_id), greatest(from_id, to_id), mode);
create index corridor_leg_to    on corridor_leg (corridor_id, to_id);               -- legs that go with a node
create index corridor_leg_about on corridor_leg (about_id) where about_id is not null; -- whose figures a leg shows

-- only places that have coordinates can be drawn, and only a corridor leads through them
create function corridor_can_be_drawn() returns trigger language plpgsql as $$
declare touched int := case tg_table_name when 'entity' then (to_jsonb(new) ->> 'id')::int end;
begin
  if exists (select from corridor_node n join entity c on c.id = n.corridor_id join entity p on p.id = n.entity_id
              where (touched is null and n.corridor_id = (to_jsonb(new) ->> 'corridor_id')::int and n.entity_id = (to_jsonb(new) ->> 'entity_id')::int
                  or touched in (n.corridor_id, n.entity_id))
                and (c.kind <> 'corridor' or p.kind <> 'place' or p.lat is null))
  then raise 'a corridor leads through places that have coordinates' using errcode = 'EN018'; end if;
  return null;
end $$;
create constraint trigger corridor_can_be_drawn after insert or update on corridor_node
  deferrable initially deferred for each row execute function corridor_can_be_drawn();
create constraint trigger corridor_can_be_drawn after update of kind, lat, lon on entity
  deferrable initially deferred for each row execute function corridor_can_be_drawn();

-- whose figures the page of a corridor shows: its own, its countries', those of its nodes and legs
create view corridor_scope as
  select c.id as corridor_id, c.id as about_id from entity c where c.kind = 'corridor'
  union
  select m.entity_id, m.member_id from entity_member m join entity c on c.id = m.entity_id and c.kind = 'corridor'
  union
  select n.corridor_id, n.entity_id from corridor_node n
  union
  select l.corridor_id, l.about_id from corridor_leg l where l.about_id is not null;
