import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { published, stands } from '@/lib/entries/queries'
import type { EntryKind } from '@/lib/entries/schema'
import { lines, measuring } from '../figures/queries'
import { type Asked, everyBit, marked, naming } from '../names/queries'
import { mostFound } from '../schema'

export type FoundEntry = {
  entry: number
  kind: EntryKind
  code: string | null
  codeName: string | null
  /** With `marks` around found words, like all that may hold some. */
  title: string | null
  ofTitle: string | null
  about: string
  relation: string | null
  starts: string | null
  ends: string | null
  words: string | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  unit: string | null
  measure: 'level' | 'change' | null
  reporterName: string | null
  originName: string | null
  scope: string | null
  quote: string | null
  publisher: string | null
  publishedOn: string | null
  sourceTitle: string | null
  url: string | null
  version: number
  found: number
  kinds: { kind: EntryKind; count: number }[]
}

export type EntriesAsked = Asked & {
  years: readonly number[]
  values: readonly string[]
  /** As they stand in quotes. */
  digits: readonly string[]
  kind: EntryKind | null
  /** Id of an entity that has to take part. */
  of: number | null
}

/** The period touches one of the years, or there is none asked for. */
const inYears = ({ years }: EntriesAsked): Sql =>
  years.length
    ? sql`and exists (select from unnest(${[...years]}::int[]) y where coalesce(e.ends, 'infinity') > make_date(y, 1, 1)
          and coalesce(e.starts, '-infinity') < make_date(y + 1, 1, 1) and num_nulls(e.starts, e.ends) < 2)`
    : sql``

/** Versions that an entity takes part in: about it, party, speaker, place. */
const involving = (entities: Sql, standing: Sql): Sql => sql`
  select w.id as who, e.id from ${entities} w cross join lateral (
    (select e.id from entry e where e.about_id = w.id and e.kind <> 'observation' and ${standing} order by e.published_at desc limit ${mostFound})
    union (select e.id from entry_party p join entry e on e.id = p.entry_id where p.entity_id = w.id and ${standing} order by e.id desc limit ${mostFound})
    union (select e.id from evidence v join entry e on e.id = v.entry_id where v.speaker_id = w.id and ${standing} order by e.id desc limit ${mostFound})
    union (select e.id from entry e where e.place_id = w.id and ${standing} order by e.id desc limit ${mostFound})) e`

/** A figure of the very year asked for comes before those of its parts. */
const wholeYear = ({ years }: EntriesAsked): Sql =>
  years.length
    ? sql`case when exists (select from unnest(${[...years]}::int[]) y where e.starts = make_date(y, 1, 1) and e.ends = make_date(y + 1, 1, 1)) then 0.5 else 0 end`
    : sql`0`

/** Figures of these series: the newest of each, of the years asked for where there are some. */
const newest = (asked: EntriesAsked, series: Sql, standing: Sql): Sql => sql`
  select e.id, e.whole from ${series} l cross join lateral (
    select e.id, ${wholeYear(asked)} as whole from entry e where e.series_id = l.id and e.kind = 'observation' and e.rank <> 'deprecated' and ${standing} ${inYears(asked)}
     order by ${asked.years.length ? sql`abs(e.ends - e.starts - 365),` : sql``} e.ends desc, e.starts desc limit ${asked.years.length ? 4 : 2}) e`

/** Each way by which an entry is found, with how close that is. After `naming`, `measuring` and `lines`. */
function ways(asked: EntriesAsked, standing: Sql): Sql {
  const { queries, values, digits, of } = asked
  const all = sql`${queries.join(' & ')}::tsquery`
  const found: Sql[] = []
  if (of !== null && !queries.length && !values.length)
    found.push(
      sql`select id, 1::real as rank from (${involving(sql`(select ${of}::int as id)`, standing)}) i`,
      sql`select id, 0.5 from (${newest(asked, sql`(select id from series where about_id = ${of} or reporter_id = ${of} or origin_id = ${of} order by id limit ${mostFound})`, standing)}) f`,
    )
  if (queries.length && !values.length)
    found.push(
      sql`select e.id, 4 + ts_rank(words_of_entry(e.title, e.other_titles, e.note), ${all}) from (
        select e.id, e.title, e.other_titles, e.note from entry e
         where e.published_at is not null and e.kind not in ('observation', 'target') and words_of_entry(e.title, e.other_titles, e.note) @@ ${all}
           and ${standing} ${inYears(asked)} order by e.id desc limit ${mostFound}) e`,
      sql`select i.id, 3 from (${involving(sql`(select w.id from who w join entity x on x.id = w.id where w.bits = ${everyBit(asked)} and x.kind not in ('country', 'relation') order by w.id limit 20)`, standing)}) i`,
      sql`select id, 2 + whole from (${newest(asked, sql`line`, standing)}) f`,
      sql`select e.id, 3.5 from line l join entry e on e.about_id = l.about_id and e.kind = 'target' and e.series_id = l.id where e.published_at is not null and ${standing} ${inYears(asked)}`,
    )
  if (values.length)
    found.push(sql`select e.id, 5 from (
      select e.id from entry e where e.value = any (${[...values]}::numeric[]) and e.published_at is not null and e.series_id is not null
         ${queries.length ? sql`and e.series_id in (select id from line)` : sql``} and ${standing} ${inYears(asked)} order by e.id desc limit ${mostFound}) e`)
  const said = [
    ...queries,
    ...digits.map((d) => `'${d}'`),
    ...(queries.length || digits.length ? [] : asked.years.map((y) => `'${y}'`)),
  ]
  if (said.length)
    found.push(sql`select q.entry_id, 1 + q.rank from (
        select (string_agg('(' || nullif(to_tsquery(d::regconfig, ${said.join(' & ')})::text, '') || ')', ' | '))::tsquery as query
          from unnest(array['english', 'russian', 'turkish', 'simple']) d) w
      cross join lateral quotes_holding(w.query, ${3 * mostFound}) q where w.query is not null`)
  return found.reduce((ways, way) => sql`${ways} union all ${way}`)
}

/** Entries that hold what is asked for, in the version that stands; the closest first, then the newest. */
export async function listEntriesFound(
  actor: Actor,
  asked: EntriesAsked,
  page: { limit: number; offset: number },
): Promise<FoundEntry[]> {
  assertMay(actor, 'read')
  if (!asked.queries.length && !asked.values.length && !asked.years.length && asked.of === null) return []
  const standing = stands(asked.clock, actor)
  const takingPart =
    asked.of === null
      ? sql``
      : sql`and (e.about_id = ${asked.of} or e.place_id = ${asked.of} or exists (select from entry_party p where p.entry_id = e.id and p.entity_id = ${asked.of})
          or exists (select from evidence v where v.entry_id = e.id and v.speaker_id = ${asked.of})
          or exists (select from series s where s.id = e.series_id and ${asked.of} in (s.reporter_id, s.origin_id)))`
  return rows<FoundEntry>(sql`
    with ${naming(asked)}, ${measuring}, ${lines(asked, mostFound)},
    best as (select w.id, max(w.rank)::real as rank from (${ways(asked, standing)}) w (id, rank) group by w.id),
    fitting as materialized (
      select e.id, e.kind, b.rank, coalesce(e.starts, e.ends - 1, e.known_on) as day from best b join entry e on e.id = b.id
       where ${standing} ${inYears(asked)} ${takingPart}),
    listed as (select f.*, (select count(*)::int from fitting g where ${asked.kind === null ? sql`true` : sql`g.kind::text = ${asked.kind}`}) as found from fitting f
      where ${asked.kind === null ? sql`true` : sql`f.kind::text = ${asked.kind}`}
      order by f.rank desc, f.day desc, f.id limit ${page.limit} offset ${page.offset})
    select e.root_id as entry, e.kind::text as kind, e.code, k.name as "codeName", ${marked(sql`coalesce(e.title, i.name)`, asked)} as title,
           case when e.of_id is not null then (select coalesce(o.title, oi.name) from (select e.of_id) own join entry e on e.root_id = own.of_id join entry o on o.id = e.id
              left join series os on os.id = o.series_id left join indicator oi on oi.id = os.indicator_id where ${published(asked.clock)} order by e.version desc limit 1) end as "ofTitle",
           ${marked(sql`a.name`, asked)} as about,
           (select r.slug from relation_scope sc join entity r on r.id = sc.relation_id left join around f on f.id = r.id where sc.about_id = e.about_id
             order by f.id is null, sc.relation_id <> e.about_id, r.slug limit 1) as relation,
           e.starts::text as starts, e.ends::text as ends, e.period_words as words,
           e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           s.unit, s.measure::text as measure, r.name as "reporterName", o.name as "originName", s.scope,
           v.quote, v.publisher, v."publishedOn", v."sourceTitle", v.url, e.version, l.found,
           (select json_agg(c order by c.count desc, c.kind) from (select kind::text as kind, count(*)::int as count from fitting group by 1) c) as kinds
      from listed l join entry e on e.id = l.id
      join entity a on a.id = e.about_id
      left join kind_code k on k.kind = e.kind and k.code = e.code
      left join series s on s.id = e.series_id left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id left join entity o on o.id = s.origin_id
      left join lateral (
        select ${marked(sql`v.quote`, { ...asked, queries: [...asked.queries, ...asked.digits.map((d) => `'${d}'`)] })} as quote, p.name as publisher, c.title as "sourceTitle", c.url, c.published_on::text as "publishedOn"
          from evidence v join source c on c.id = v.source_id join entity p on p.id = c.publisher_id
         where v.entry_id = e.id order by v.quote is null, c.published_on nulls last, v.id limit 1) v on true
     order by l.rank desc, l.day desc, l.id`)
}
