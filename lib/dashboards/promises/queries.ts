import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { andOfThemes, type Clock, stands } from '@/lib/entries/queries'
import { alongCorridor } from '../points/queries'

export type StepRecord = {
  entry: number
  code: string
  starts: string | null
  ends: string | null
  words: string | null
  note: string | null
  knownOn: string
  parties: string[]
}

/** A target, commitment or agreement with its steps, oldest first. Figure columns are null for words. */
export type PromiseRecord = {
  entry: number
  version: number
  kind: 'target' | 'commitment' | 'agreement'
  code: string | null
  title: string | null
  otherTitles: string[]
  theme: string
  note: string | null
  starts: string | null
  ends: string | null
  words: string | null
  seriesId: number | null
  indicator: string | null
  indicatorName: string | null
  about: string
  aboutName: string
  reporter: string | null
  origin: string | null
  measure: 'level' | 'change' | null
  unit: string | null
  scope: string | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  baseStarts: string | null
  baseEnds: string | null
  baseWords: string | null
  knownOn: string
  /** Earliest day of the words or of publication; never the day somebody read it. */
  announced: string | null
  speaker: string | null
  parties: { name: string; role: string }[]
  steps: StepRecord[]
}

export const promiseKinds = ['target', 'commitment', 'agreement'] as const satisfies readonly PromiseRecord['kind'][]

/**
 * What was promised about a relation, its countries, groups and corridors, newest announcement first; one indicator's targets, or those of a corridor and its parts.
 * Bounded, because a page must not grow with history.
 */
export async function listPromises(
  actor: Actor,
  filter: {
    scope: readonly number[]
    clock: Clock
    theme: string | readonly string[] | null
    indicator?: string
    corridor?: boolean
    /** All three where none are named. */
    kinds?: readonly PromiseRecord['kind'][]
    limit: number
  },
): Promise<PromiseRecord[]> {
  assertMay(actor, 'read')
  return rows<PromiseRecord>(sql`
    select e.root_id as entry, e.version, e.kind::text as kind, e.code, e.title, e.other_titles as "otherTitles", e.theme, e.note,
           e.starts::text as starts, e.ends::text as ends, e.period_words as words,
           s.id as "seriesId", i.code as indicator, i.name as "indicatorName", a.slug as about, a.name as "aboutName",
           r.slug as reporter, o.slug as origin, s.measure::text as measure, s.unit, s.scope,
           e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           e.base_starts::text as "baseStarts", e.base_ends::text as "baseEnds", e.base_words as "baseWords",
           e.known_on::text as "knownOn", v.announced::text as announced, v.speaker,
           coalesce((select json_agg(json_build_object('name', n.name, 'role', p.role) order by p.role, n.name)
              from entry_party p join entity n on n.id = p.entity_id where p.entry_id = e.id), '[]') as parties,
           coalesce(t.steps, '[]') as steps
      from unnest(${[...filter.scope]}::int[]) sc(about_id)
      join entity a on a.id = sc.about_id
      cross join lateral (
        select e.* from entry e
         where e.about_id = sc.about_id and e.kind = any(${[...(filter.kinds ?? promiseKinds)]}::entry_kind[]) and ${stands(filter.clock, actor)}
           ${andOfThemes(filter.theme)}
           ${filter.corridor ? sql`and e.series_id in (select x.id from series x join indicator i on i.id = x.indicator_id where ${alongCorridor})` : sql``}
           ${filter.indicator ? sql`and e.series_id in (select x.id from series x join indicator y on y.id = x.indicator_id where y.code = ${filter.indicator})` : sql``}
         order by e.known_on desc limit ${filter.limit}) e
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
      left join lateral (
        select min(coalesce(v.said_on, c.published_on)) as announced, min(coalesce(n.name, v.speaker_as)) as speaker
          from evidence v join source c on c.id = v.source_id left join entity n on n.id = v.speaker_id where v.entry_id = e.id) v on true
      cross join lateral (select e.root_id) own
      left join lateral (
        select json_agg(json_build_object('entry', x.root_id, 'code', x.code, 'starts', x.starts, 'ends', x.ends, 'words', x.period_words,
                 'note', x.note, 'knownOn', x.known_on, 'parties', x.parties) order by coalesce(x.starts, x.ends, x.known_on), x.root_id) as steps
          from (select e.*, (select coalesce(json_agg(n.name order by n.name), '[]') from entry_party p join entity n on n.id = p.entity_id where p.entry_id = e.id) as parties
                  from entry e where e.of_id = own.root_id and ${stands(filter.clock, actor)}) x) t on true
     order by coalesce(v.announced, e.known_on) desc, e.root_id desc
     limit ${filter.limit}`)
}
