import { type Actor, assertMay } from '@/lib/auth/actor'
import type { FigureColumns } from '@/lib/dashboards/points/rules'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import type { EntryKind } from '@/lib/entries/schema'
import { mayReadText } from '@/lib/sources/audience/queries'
import { shown } from '../search/queries'

export type LinkedSource = {
  id: number
  title: string
  publisher: string
  publishedOn: string | null
  accessedOn: string
}

export type SourceRecord = LinkedSource & {
  byline: string | null
  url: string | null
  language: string
  /** The stored text, also where this actor may only see its quotes: then `readable` is false. */
  text: string | null
  readable: boolean
  /** Earlier and later states of the same page, the nearest first. */
  older: LinkedSource[]
  newer: LinkedSource[]
  carriedFrom: LinkedSource | null
  carriedBy: LinkedSource[]
}

const linked = sql`json_build_object('id', s.id, 'title', s.title, 'publisher', p.name, 'publishedOn', s.published_on, 'accessedOn', s.accessed_on)`

/** A source with its text, its other states and who carried it; null where this actor is shown no such source. */
export async function findSource(actor: Actor, id: number, clock: Clock): Promise<SourceRecord | null> {
  assertMay(actor, 'read')
  const visible = shown(clock, actor)
  const [found] = await rows<SourceRecord>(sql`
    with recursive older as (
        select c.previous_id as id, 1 as step from source c where c.id = ${id} and c.previous_id is not null
        union all select c.previous_id, o.step + 1 from older o join source c on c.id = o.id where c.previous_id is not null and o.step < 100),
      newer as (
        select c.id, 1 as step from source c where c.previous_id = ${id}
        union all select c.id, n.step + 1 from newer n join source c on c.previous_id = n.id where n.step < 100)
    select s.id, s.title, p.name as publisher, s.byline, s.url, s.language, s.published_on::text as "publishedOn", s.accessed_on::text as "accessedOn",
           s.text, s.text is not null and ${mayReadText(actor)} as readable,
           coalesce((select json_agg(${linked} order by o.step) from older o join source s on s.id = o.id join entity p on p.id = s.publisher_id where ${visible}), '[]') as older,
           coalesce((select json_agg(${linked} order by n.step, s.id) from newer n join source s on s.id = n.id join entity p on p.id = s.publisher_id where ${visible}), '[]') as newer,
           (select ${linked} from source own join source s on s.id = own.carried_from_id join entity p on p.id = s.publisher_id where own.id = ${id} and ${visible}) as "carriedFrom",
           coalesce((select json_agg(${linked} order by s.published_on nulls last, s.id) from (select * from source c where c.carried_from_id = ${id} order by c.published_on nulls last, c.id limit 50) s
              join entity p on p.id = s.publisher_id where ${visible}), '[]') as "carriedBy"
      from source s join entity p on p.id = s.publisher_id
     where s.id = ${id} and ${visible}`)
  return found ?? null
}

export type RestRecord = FigureColumns & {
  entry: number
  kind: EntryKind
  code: string | null
  codeName: string | null
  /** Title or indicator; of a stage: what it is a step of. */
  title: string | null
  ofTitle: string | null
  about: string
  /** A relation that shows it; the relation itself, or the first by name. */
  relation: string | null
  seriesId: number | null
  reporterName: string | null
  originName: string | null
  scope: string | null
  starts: string | null
  ends: string | null
  words: string | null
  baseStarts: string | null
  baseEnds: string | null
  quote: string | null
  startsAt: number | null
  endsAt: number | null
  locator: string | null
  speaker: string | null
  speakerAs: string | null
}

/** What stands on a source, a row for each piece of evidence, in the order of the text. */
export async function listRests(actor: Actor, source: number, clock: Clock, limit: number): Promise<RestRecord[]> {
  assertMay(actor, 'read')
  const standing = stands(clock, actor)
  return rows<RestRecord>(sql`
    select e.root_id as entry, e.kind::text as kind, e.code, k.name as "codeName", coalesce(e.title, i.name) as title,
           case when e.of_id is not null then (select coalesce(o.title, oi.name) from entry o
              left join series os on os.id = o.series_id left join indicator oi on oi.id = os.indicator_id
             where o.root_id = e.of_id and o.published_at is not null order by o.version desc limit 1) end as "ofTitle",
           a.name as about,
           (select r.slug from relation_scope sc join entity r on r.id = sc.relation_id where sc.about_id = e.about_id
             order by sc.relation_id <> e.about_id, r.slug limit 1) as relation,
           e.series_id as "seriesId", s.unit, s.measure::text as measure, rp.name as "reporterName", og.name as "originName", s.scope,
           e.starts::text as starts, e.ends::text as ends, e.period_words as words,
           e.base_starts::text as "baseStarts", e.base_ends::text as "baseEnds",
           e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           v.quote, v.starts_at as "startsAt", v.ends_at as "endsAt", v.locator, sp.name as speaker, v.speaker_as as "speakerAs"
      from evidence v
      join entry e on e.id = v.entry_id
      join entity a on a.id = e.about_id
      left join kind_code k on k.kind = e.kind and k.code = e.code
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity rp on rp.id = s.reporter_id
      left join entity og on og.id = s.origin_id
      left join entity sp on sp.id = v.speaker_id
     where v.source_id = ${source} and ${standing}
     order by v.starts_at nulls last, v.quote is null, e.root_id, v.id limit ${limit}`)
}

export type LevelRecord = FigureColumns & {
  entry: number
  /** Of the series that the growth belongs to. */
  changeSeries: number
  starts: string
  ends: string
  relation: string | null
  rank: string
}

/** Levels of the lines whose growth is told in these series: same indicator, entity, reporter, origin and scope. */
export async function listLevels(actor: Actor, changeSeries: readonly number[], clock: Clock): Promise<LevelRecord[]> {
  assertMay(actor, 'read')
  return rows<LevelRecord>(sql`
    select e.root_id as entry, c.id as "changeSeries", e.starts::text as starts, e.ends::text as ends, l.unit, l.measure::text as measure, e.rank::text as rank,
           e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           (select r.slug from relation_scope sc join entity r on r.id = sc.relation_id where sc.about_id = e.about_id
             order by sc.relation_id <> e.about_id, r.slug limit 1) as relation
      from series c
      join series l on l.indicator_id = c.indicator_id and l.about_id = c.about_id and l.measure = 'level' and l.scope = c.scope
       and l.reporter_id is not distinct from c.reporter_id and l.origin_id is not distinct from c.origin_id
      join entry e on e.series_id = l.id and e.kind = 'observation' and e.starts is not null and e.ends is not null
     where c.id = any(${[...changeSeries]}) and e.rank <> 'deprecated' and ${stands(clock, actor)}
     order by e.rank, e.ends desc, e.root_id limit 500`)
}
