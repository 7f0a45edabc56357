-- A large base beside the sample: bench.relations relations of 25 series with 200 observations each, in one pass per
-- table. Rules are off while it loads (session_replication_role = replica), so every row here keeps them by itself;
-- bench/data.ts checks afterwards that it did.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';

-- deterministic, evenly spread over [0, 1)
create function pg_temp.chance(seed bigint) returns float8 language sql immutable parallel safe as
$$ select (hashint8(seed)::bigint & 16777215) / 16777216.0 $$;

-- neighbours in the alphabet, so that a country is in two relations as in life and every slug is in order
create temp table pair as
select n, a.id as a_id, a.slug as a, a.name as a_name, b.id as b_id, b.slug as b, b.name as b_name
  from (select row_number() over (order by slug) as n, * from entity where kind = 'country' and slug not in ('aze', 'kaz')) a
  join (select row_number() over (order by slug) - 1 as n, * from entity where kind = 'country' and slug not in ('aze', 'kaz')) b using (n)
 where n <= current_setting('bench.relations')::int;

insert into entity (kind, slug, name)
  select 'relation'::entity_kind, a || '-' || b, a_name || '–' || b_name from pair
  union all select 'organisation', 'bench-office-' || k, 'Office ' || k from generate_series(1, 3) k
  union all select 'organisation', 'bench-outlet-' || k, 'Outlet ' || k from generate_series(1, 40) k;
alter table pair add relation_id int;
update pair set relation_id = e.id from entity e where e.slug = a || '-' || b;
insert into entity_member (entity_id, member_id) select relation_id, a_id from pair union all select relation_id, b_id from pair;

-- which lines a relation has: reporters a, b, an office, or nobody named
create temp table line (k int, indicator text, about text, reporter text, origin text, measure measure, unit text, scope text, frequency char(1));
insert into line values
  (1, 'trade-turnover', 'r', 'a', null, 'level', 'USD', '', 'M'), (2, 'trade-turnover', 'r', 'b', null, 'level', 'USD', '', 'M'),
  (3, 'trade-turnover', 'r', 'office-1', null, 'level', 'USD', '', 'A'), (4, 'trade-turnover', 'r', null, null, 'level', 'USD', '', 'A'),
  (5, 'trade-turnover', 'r', 'a', null, 'change', 'PCT', '', 'M'), (6, 'trade-turnover', 'r', 'b', null, 'change', 'PCT', '', 'M'),
  (7, 'trade-by-origin', 'r', 'a', 'a', 'level', 'USD', '', 'M'), (8, 'trade-by-origin', 'r', 'a', 'b', 'level', 'USD', '', 'M'),
  (9, 'trade-by-origin', 'r', 'b', 'a', 'level', 'USD', '', 'M'), (10, 'trade-by-origin', 'r', 'b', 'b', 'level', 'USD', '', 'M'),
  (11, 'documents-signed', 'r', null, null, 'level', 'COUNT', '', 'A'),
  (12, 'gdp', 'a', 'a', null, 'level', 'USD', '', 'Q'), (13, 'gdp', 'a', 'a', null, 'change', 'PCT', '', 'Q'),
  (14, 'gdp', 'a', 'office-2', null, 'level', 'USD', '', 'A'), (15, 'gdp', 'a', 'office-2', null, 'change', 'PCT', '', 'A'),
  (16, 'trade-turnover', 'r', 'a', null, 'level', 'USD', 'food', 'M'), (17, 'trade-turnover', 'r', 'b', null, 'level', 'USD', 'food', 'M'),
  (18, 'trade-turnover', 'r', 'a', null, 'level', 'USD', 'metals', 'M'), (19, 'trade-turnover', 'r', 'b', null, 'level', 'USD', 'metals', 'M'),
  (20, 'trade-by-origin', 'r', 'office-1', 'a', 'level', 'USD', '', 'A'), (21, 'trade-by-origin', 'r', 'office-1', 'b', 'level', 'USD', '', 'A'),
  (22, 'corridor-transit-time', 'r', 'office-3', null, 'level', 'D', '', 'Q'), (23, 'corridor-trains', 'r', 'office-3', null, 'level', 'COUNT', '', 'Q'),
  (24, 'corridor-capacity', 'r', 'office-3', null, 'level', 'T', '', 'A'), (25, 'corridor-cargo', 'r', 'office-3', null, 'level', 'T', '', 'M');

create temp table made_series as
select (select coalesce(max(id), 0) from series) + row_number() over (order by p.n, l.k) as id, p.n, l.k, i.id as indicator_id, i.theme,
       case l.about when 'a' then p.a_id else p.relation_id end as about_id,
       case l.reporter when 'a' then p.a_id when 'b' then p.b_id else (select id from entity where slug = 'bench-' || l.reporter) end as reporter_id,
       case l.origin when 'a' then p.a_id when 'b' then p.b_id end as origin_id,
       l.measure, l.unit, l.scope, l.frequency
  from pair p cross join line l join indicator i on i.code = l.indicator;
insert into series (id, indicator_id, about_id, reporter_id, origin_id, measure, unit, scope) overriding system value
  select id, indicator_id, about_id, reporter_id, origin_id, measure, unit, scope from made_series;

-- 200 readings for each frequency: what a monthly, a quarterly and an annual statistic leave behind
create temp table reading as
with clock as (select date_trunc('month', current_date) - interval '4 months' as now, date_trunc('year', current_date) as year)
select 'M' as frequency, (now - i * interval '1 month')::date as starts, (now - (i - 1) * interval '1 month')::date as ends, 1 as revision from clock, generate_series(1, 140) i
union all select 'M', (year - i * interval '3 months')::date, (year - (i - 1) * interval '3 months')::date, 1 from clock, generate_series(1, 40) i
union all select 'M', (year - i * interval '1 year')::date, (year - (i - 1) * interval '1 year')::date, 1 from clock, generate_series(1, 15) i
union all select 'M', (year - i * interval '1 year')::date, (year - i * interval '1 year' + interval '6 months')::date, 1 from clock, generate_series(1, 5) i
union all select 'Q', (year - i * interval '3 months')::date, (year - (i - 1) * interval '3 months')::date, 1 from clock, generate_series(1, 100) i
union all select 'Q', (year - i * interval '1 year')::date, (year - i * interval '1 year' + interval '6 months')::date, 1 from clock, generate_series(1, 50) i
union all select 'Q', (year - i * interval '1 year')::date, (year - (i - 1) * interval '1 year')::date, r from clock, generate_series(1, 25) i, generate_series(1, 2) r
union all select 'A', (year - i * interval '1 year')::date, (year - (i - 1) * interval '1 year')::date, r from clock, generate_series(1, 40) i, generate_series(1, 5) r;

create temp table outlet as select row_number() over (order by slug) as n, id from entity where slug like 'bench-outlet-%';
create temp table article as
select (select coalesce(max(id), 0) from source) + row_number() over (order by day, o.n) as id, day::date as day, o.n as outlet, o.id as publisher_id
  from generate_series(current_date - interval '52 years', current_date, interval '30 days') day cross join outlet o where o.n <= 8;
insert into source (id, publisher_id, title, url, language, published_on, accessed_on, added_by_id) overriding system value
  select id, publisher_id, 'Statistics of ' || day, 'https://outlet-' || outlet || '.example/' || day, 'en', day, day, 'system' from article;
create index on article (day, outlet);

-- what every entry made below shares: an author, an approver, a first version that was published the day after it was known
create temp table made (id bigint, n int, kind entry_kind, about_id int, theme text, code text, title text, starts date, ends date, period_words text,
  series_id int, value numeric, unit_mult smallint, decimals smallint, qualifier qualifier, obs_status char(1), rank obs_rank, basis basis,
  base_starts date, base_ends date, of_id bigint, note text, known_on date);
create temp sequence made_id;
select setval('made_id', (select coalesce(max(id), 1) from entry));

insert into made (id, n, kind, about_id, theme, starts, ends, series_id, value, unit_mult, decimals, qualifier, obs_status, rank, basis, base_starts, base_ends, note, known_on)
select nextval('made_id'), s.n, 'observation', s.about_id, s.theme, r.starts, r.ends, s.id,
       case when s.measure = 'change' then round((x.c * 60 - 20)::numeric, 1)
            when s.unit = 'USD' then round((0.2 + (s.n % 17) * (1 + x.c / 5) * (r.ends - r.starts) / 365.0 * 40 * exp((extract(year from r.starts) - 2000) / 15))::numeric, 1) * 1000000
            when s.unit = 'T' then round(((1 + x.c) * (r.ends - r.starts) * 3)::numeric, 2) * 1000
            else round((10 + x.c * 40)::numeric) end
         + (r.revision - 1) * case when s.measure = 'change' then 0.1 when s.unit = 'USD' then 100000 when s.unit = 'T' then 10 else 1 end,
       case when s.measure = 'change' then 0 when s.unit = 'USD' then 6 when s.unit = 'T' then 3 else 0 end,
       case when s.measure = 'change' then 1 when s.unit = 'USD' then 1 when s.unit = 'T' then 2 else 0 end,
       case when x.c < 0.05 then 'about'::qualifier when x.c < 0.08 then 'more_than' else 'exact' end,
       case when x.c > 0.95 then 'P' when x.c > 0.92 then 'E' else 'A' end,
       (case when s.frequency <> 'M' and r.revision = (case s.frequency when 'A' then 5 else 2 end) and r.ends - r.starts > 300 then 'preferred' else 'normal' end)::obs_rank,
       (case when s.reporter_id is null then 'other' when x.c < 0.1 then 'official' else 'office' end)::basis,
       case when s.measure = 'change' then (r.starts - interval '1 year')::date end, case when s.measure = 'change' then (r.ends - interval '1 year')::date end,
       case when s.frequency <> 'M' and r.ends - r.starts > 300 then 'Revised by the office.' end,
       least(r.ends + 40 + (r.revision - 1) * 90, current_date)
  from made_series s join reading r on r.frequency = s.frequency
 cross join lateral (select pg_temp.chance(s.id * 100003::bigint + (r.ends - date '1950-01-01') * 7 + (r.ends - r.starts)) as c) x;

insert into made (id, n, kind, about_id, theme, starts, ends, period_words, series_id, value, unit_mult, decimals, qualifier, known_on)
select nextval('made_id'), s.n, 'target', s.about_id, s.theme, null, case i when 1 then null else (current_date + i * 365) end, case i when 1 then 'in the near future' else 'within the next years' end,
       s.id, i * 1000000000::numeric, 9, 0, 'exact', current_date - 300 * i
  from made_series s cross join generate_series(1, 3) i where s.k = 4;
insert into made (id, n, kind, about_id, theme, code, title, starts, ends, known_on)
select nextval('made_id'), p.n, v.kind, p.relation_id, (array['trade','transport','energy','political','culture'])[1 + i % 5], v.codes[1 + i % array_length(v.codes, 1)],
       initcap(v.kind::text) || ' ' || i || ' of ' || p.a_name || ' and ' || p.b_name, d.day, d.day + case v.kind when 'commitment' then 365 else 1 end, d.day + 1
  from pair p
 cross join (values ('commitment'::entry_kind, 12, array['talks','proposal','instruction','pledge']), ('agreement', 20, array['treaty','memorandum','agreement','programme']),
                    ('event', 80, array['CONSULT','AGREE','COOPERATE','SUPPORT','AID']), ('statement', 30, array['support','expect','approve','concern'])) v (kind, times, codes)
 cross join lateral generate_series(1, v.times) i
 cross join lateral (select current_date - (i * 7000 / v.times + p.n % 30)::int as day) d;
insert into made (id, n, kind, about_id, theme, code, starts, ends, of_id, known_on)
select nextval('made_id'), m.n, 'stage', m.about_id, m.theme, case when m.kind = 'agreement' then (array['signed','in_force'])[i] else (array['in_progress','delivered'])[i] end,
       m.known_on + i * 100, m.known_on + i * 100 + 1, m.id, m.known_on + i * 100 + 1
  from made m cross join generate_series(1, 2) i where m.kind in ('commitment', 'agreement') and m.known_on + i * 100 < current_date - 5;

-- known is the day of an article
update made set known_on = f.day + (known_on - f.day) / 30 * 30 from (select min(day) as day from article) f;

-- an index is made faster at once than row by row; those of a constraint stay
create temp table index_again as
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
   where indrelid in ('entry'::regclass, 'evidence'::regclass) and not exists (select from pg_constraint where conindid = indexrelid);
do $$ declare one record; begin for one in select * from index_again loop execute 'drop index ' || one.name; end loop; end $$;

insert into entry (id, root_id, version, kind, about_id, theme, code, title, starts, ends, period_words, series_id, value, unit_mult, decimals, qualifier, obs_status, rank, basis,
                   base_starts, base_ends, of_id, note, state, author_id, approver_id, created_at, updated_at, published_at, known_on) overriding system value
select id, id, 1, kind, about_id, theme, code, title, starts, ends, period_words, series_id, value, unit_mult, decimals, qualifier, obs_status, rank, basis,
       base_starts, base_ends, of_id, note, 'published', 'system', 'system', known_on, known_on, known_on, known_on
  from made order by series_id, ends, starts;
-- every figure in the article of its day or the next; one in ten also in another outlet's; two in five by its sentence
insert into evidence (entry_id, source_id, quote, locator, speaker_as, words)
select m.id, a.id, q.quote, 'p. ' || 1 + m.id % 30, case when m.id % 5 < 2 then 'Head of the office' end, to_tsvector('english', q.quote)
  from made m cross join generate_series(0, 1) again
  join article a on a.day = m.known_on and a.outlet = 1 + (m.id + again * 3) % 8
 cross join lateral (select case when m.value is not null and m.id % 5 < 2 then 'It came to ' || trim_scale(m.value / 10::numeric ^ m.unit_mult) || ' over the period, the office said.' end as quote) q
 where again = 0 or m.id % 10 = 0;

do $$ declare one record; begin for one in select * from index_again loop execute one.definition; end loop; end $$;

select setval(pg_get_serial_sequence('series', 'id'), (select max(id) from series)), setval(pg_get_serial_sequence('source', 'id'), (select max(id) from source)),
       setval(pg_get_serial_sequence('entry', 'id'), (select max(id) from entry));
set session_replication_role = origin;
-- what triggers would have done: sources and words are searched
select count(index_source(id)) from source where id in (select id from article);
select learn_words(string_agg(distinct said, ' ')) from (
  select name as said from entity union select name from entity_alias union select title from source
  union select regexp_replace(title, '\d+', '', 'g') from entry where title is not null
  union (select quote from evidence where quote is not null limit 1000)) s;
analyze;
