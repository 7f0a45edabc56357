import { type Actor, assertMay } from '@/lib/auth/actor'
import { isDatedEvent } from '@/lib/dashboards/timeline/queries'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, published, stands } from '@/lib/entries/queries'

/** An entry in words, or a figure that was promised, with the day it takes on the time line and its first evidence. */
export type MomentRecord = {
  entry: number
  version: number
  kind: 'event' | 'stage' | 'target' | 'commitment' | 'agreement' | 'statement'
  code: string | null
  codeName: string | null
  title: string | null
  /** What a step is a step of: its title, or its indicator. */
  ofTitle: string | null
  theme: string
  /** Its place on the time line. */
  day: string
  /** True where a step names no day of its own, and its place is the day it was told. */
  reported: boolean
  /** True where nobody says on which day: it has no place on the line, and `day` only orders it. */
  undated: boolean
  starts: string | null
  ends: string | null
  words: string | null
  place: string | null
  indicatorName: string | null
  unit: string | null
  measure: 'level' | 'change' | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  parties: { name: string; role: string }[]
  speaker: string | null
  publisher: string | null
  sourceTitle: string | null
  url: string | null
  publishedOn: string | null
  quote: string | null
}

/** Earliest day of the words or of publication; never the day somebody read it. */
const announced = sql`(select min(coalesce(v.said_on, c.published_on)) as announced
  from evidence v join source c on c.id = v.source_id where v.entry_id = e.id)`

/**
 * Events, steps, announcements and statements of a relation, newest first. A promise stands on the day it was first
 * announced; an agreement only where it was announced before it was signed, because its signing is a step of its own.
 */
export async function listMoments(
  actor: Actor,
  filter: { scope: readonly number[]; clock: Clock; from: string | null; to: string | null; limit: number },
): Promise<MomentRecord[]> {
  assertMay(actor, 'read')
  const { clock, from, to, limit } = filter
  const standing = stands(clock, actor)
  const inWindow = sql`
    ${from ? sql`and d.day >= ${from}::date` : sql``}
    ${to ? sql`and d.day < ${to}::date` : sql``}`
  return rows<MomentRecord>(sql`
    select e.root_id as entry, e.version, e.kind::text as kind, e.code, k.name as "codeName", e.title, coalesce(ofe.title, ofi.name) as "ofTitle",
           e.theme, e.day::text as day, e.reported, e.undated, e.starts::text as starts, e.ends::text as ends, e.period_words as words, p.name as place,
           i.name as "indicatorName", coalesce(s.unit, ofs.unit) as unit, coalesce(s.measure, ofs.measure)::text as measure,
           coalesce(e.value, ofe.value)::text as value, coalesce(e.value_to, ofe.value_to)::text as "valueTo",
           coalesce(e.unit_mult, ofe.unit_mult) as "unitMult", coalesce(e.decimals, ofe.decimals) as decimals,
           coalesce(e.qualifier, ofe.qualifier)::text as qualifier,
           coalesce((select json_agg(json_build_object('name', n.name, 'role', y.role) order by y.role, n.name)
              from entry_party y join entity n on n.id = y.entity_id where y.entry_id = e.id), '[]') as parties,
           v.speaker, v.publisher, v."sourceTitle", v.url, v."publishedOn", v.quote
      from (
        select x.* from unnest(${[...filter.scope]}::int[]) sc(about_id)
        cross join lateral (
          (select e.*, e.starts as day, false as reported, false as undated from entry e
            where e.about_id = sc.about_id and ${isDatedEvent(filter)} and ${standing}
            order by e.starts desc limit ${limit})
          union all
          (select e.*, d.day, coalesce(e.starts, e.ends) is null, coalesce(e.starts, e.ends, a.announced) is null from entry e
            cross join lateral ${announced} a
            cross join lateral (select coalesce(e.starts, e.ends - 1, a.announced, e.known_on) as day) d
            where e.about_id = sc.about_id and e.kind = 'stage' and ${standing} ${inWindow}
            order by d.day desc limit ${limit})
          union all
          (select e.*, d.day, false, a.announced is null from entry e
            cross join lateral (select e.root_id) own
            cross join lateral ${announced} a
            cross join lateral (select coalesce(a.announced, e.known_on) as day) d
            where e.about_id = sc.about_id and e.kind in ('target', 'commitment', 'agreement', 'statement') and ${standing} ${inWindow}
              and (e.kind <> 'agreement' or not exists (
                select from entry e where e.of_id = own.root_id and e.kind = 'stage' and e.code = 'signed' and ${standing}
                   and coalesce(e.starts, e.ends - 1, e.known_on) <= d.day))
            order by d.day desc limit ${limit})) x
         order by x.day desc, x.root_id desc limit ${limit}) e
      cross join lateral (select e.of_id) own
      left join kind_code k on k.kind = e.kind and k.code = e.code
      left join entity p on p.id = e.place_id
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join lateral (select e.* from entry e where e.root_id = own.of_id and ${published(clock)} order by e.version desc limit 1) ofe on true
      left join series ofs on ofs.id = ofe.series_id
      left join indicator ofi on ofi.id = ofs.indicator_id
      left join lateral (
        select coalesce(n.name, v.speaker_as) as speaker, b.name as publisher, c.title as "sourceTitle", c.url, c.published_on::text as "publishedOn", v.quote
          from evidence v join source c on c.id = v.source_id join entity b on b.id = c.publisher_id left join entity n on n.id = v.speaker_id
         where v.entry_id = e.id order by v.quote is null, c.published_on nulls last, v.id limit 1) v on true
     order by e.day desc, e.root_id desc`)
}
