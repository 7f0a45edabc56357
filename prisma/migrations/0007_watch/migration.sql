-- The watch list. The table of feeds is at once the queue of polls: a server takes the feed that has been due longest by
-- writing a lease, so that several servers of one database never poll the same feed at once, and one that dies gives its
-- feeds back when the lease runs out.
create table feed (
  id            int generated always as identity primary key,
  url           text not null,
  title         text not null,
  every_minutes int not null default 60,
  take_all      boolean not null default false, -- also what names no relation
  paused        boolean not null default false,
  next_at       timestamptz not null default now(),
  leased_until  timestamptz,
  polled_at     timestamptz,
  answered_at   timestamptz,
  failures      int not null default 0,
  fault         jsonb,
  etag          text,
  last_modified text,
  revision      int not null default 1,
  added_at      timestamptz not null default now(),
  added_by_id   text not null references "user",
  constraint feed_url_key       unique (url),
  constraint feed_has_title     check (title <> ''),
  constraint feed_is_on_the_web check (url ~ '^https?://' and length(url) <= 2000),
  constraint polled_decently    check (every_minutes in (15, 60, 360, 1440, 10080)),
  constraint failing_says_why   check ((failures > 0) = (fault is not null) and failures >= 0));
create index feed_due on feed (next_at) where not paused;

-- What a feed told, once each: with the item of the queue it became, or none where it named no relation.
create table feed_item (
  feed_id int references feed on delete cascade,
  guid    text,
  item_id int references intake_item,
  told_at timestamptz not null default now(),
  primary key (feed_id, guid));
create index feed_item_received on feed_item (item_id) where item_id is not null;
