import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, open, published, retired, stands } from '@/lib/entries/queries'

export type SheetEvidence = {
  id: number
  quote: string | null
  startsAt: number | null
  locator: string | null
  speaker: string | null
  speakerAs: string | null
  saidOn: string | null
  sourceId: number
  /** The source it goes back to: what it was carried from, what it is a later state of. */
  release: number
  title: string
  publisher: string
  url: string | null
  publishedOn: string | null
  accessedOn: string
}

export type SheetVersion = {
  id: number
  rootId: number
  version: number
  theme: string
  kind: 'observation' | 'target' | 'commitment' | 'agreement' | 'stage' | 'event' | 'statement'
  aboutId: number
  about: string
  aboutName: string
  code: string | null
  codeName: string | null
  title: string | null
  otherTitles: string[]
  place: string | null
  starts: string | null
  ends: string | null
  words: string | null
  indicator: string | null
  indicatorName: string | null
  seriesId: number | null
  reporterName: string | null
  originName: string | null
  measure: 'level' | 'change' | null
  unit: string | null
  scope: string | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  obsStatus: string | null
  rank: 'preferred' | 'normal' | 'deprecated' | null
  basis: 'office' | 'official' | 'other' | null
  baseStarts: string | null
  baseEnds: string | null
  baseWords: string | null
  ofId: number | null
  ofTitle: string | null
  note: string | null
  knownOn: string
  publishedAt: Date
  retiredAt: Date | null
  retiredReason: string | null
  changeReason: string | null
  /** Stands for the clock of the page. */
  stands: boolean
  parties: { name: string; role: string }[]
  evidence: SheetEvidence[]
}

/** Versions in full, each with its own evidence and parties; on the table alias `e`. */
const versions = (clock: Clock, actor: Actor) => sql`
    select e.id, e.root_id as "rootId", e.version, e.theme, e.kind::text as kind, e.about_id as "aboutId", a.slug as about, a.name as "aboutName", e.code, k.name as "codeName", e.title, e.other_titles as "otherTitles",
           pl.name as place, e.starts::text as starts, e.ends::text as ends, e.period_words as words,
           i.code as indicator, i.name as "indicatorName", s.id as "seriesId", r.name as "reporterName", o.name as "originName", s.measure::text as measure, s.unit, s.scope,
           e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           e.obs_status as "obsStatus", e.rank::text as rank, e.basis::text as basis,
           e.base_starts::text as "baseStarts", e.base_ends::text as "baseEnds", e.base_words as "baseWords",
           e.of_id as "ofId", coalesce(ofe.title, ofi.name) as "ofTitle", e.note, e.known_on::text as "knownOn",
           e.published_at as "publishedAt", ${retired(clock)} as "retiredAt", e.retired_reason as "retiredReason", e.change_reason as "changeReason",
           ${stands(clock, actor)} as stands,
           coalesce((select json_agg(json_build_object('name', n.name, 'role', p.role) order by p.role, n.name)
              from entry_party p join entity n on n.id = p.entity_id where p.entry_id = e.id), '[]') as parties,
           coalesce((select json_agg(json_build_object('id', v.id, 'quote', v.quote, 'startsAt', v.starts_at, 'locator', v.locator,
                'speaker', sp.name, 'speakerAs', v.speaker_as, 'saidOn', v.said_on, 'sourceId', c.id, 'release', release_of(c.id), 'title', c.title, 'publisher', pb.name,
                'url', c.url, 'publishedOn', c.published_on, 'accessedOn', c.accessed_on) order by v.quote is null, c.published_on nulls last, v.id)
              from evidence v join source c on c.id = v.source_id join entity pb on pb.id = c.publisher_id left join entity sp on sp.id = v.speaker_id
             where v.entry_id = e.id), '[]') as evidence
      from entry e
      cross join lateral (select e.of_id) own
      join entity a on a.id = e.about_id
      left join kind_code k on k.kind = e.kind and k.code = e.code
      left join entity pl on pl.id = e.place_id
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
      left join lateral (select e.* from entry e where e.root_id = own.of_id and ${published(clock)} order by e.version desc limit 1) ofe on true
      left join series ofs on ofs.id = ofe.series_id
      left join indicator ofi on ofi.id = ofs.indicator_id`

/**
 * The versions of an entry that were published by the edition and known to the world by then, newest first. A retired
 * one is among them: history is never hidden. Empty when the relation shows no such entry to this actor.
 */
export async function listVersions(
  actor: Actor,
  scope: readonly number[],
  rootId: number,
  clock: Clock,
): Promise<SheetVersion[]> {
  assertMay(actor, 'read')
  return rows<SheetVersion>(sql`
    ${versions(clock, actor)}
     where e.root_id = ${rootId} and e.about_id = any(${[...scope]})
       and ${published(clock)} and e.known_on <= ${clock.known}::date and ${open(actor)}
     order by e.version desc`)
}

/** These versions, under the same conditions. */
export async function listVersionsById(
  actor: Actor,
  scope: readonly number[],
  ids: readonly number[],
  clock: Clock,
): Promise<SheetVersion[]> {
  assertMay(actor, 'read')
  return rows<SheetVersion>(sql`
    ${versions(clock, actor)}
     where e.id = any(${[...ids]}) and e.about_id = any(${[...scope]})
       and ${published(clock)} and e.known_on <= ${clock.known}::date and ${open(actor)}`)
}

export type Neighbour = {
  entry: number
  kind: string
  title: string | null
  code: string | null
  note: string | null
  starts: string | null
  ends: string | null
  words: string | null
  unit: string | null
  measure: 'level' | 'change' | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  reporterName: string | null
  originName: string | null
  scope: string | null
  publisher: string | null
  publishedOn: string | null
  rank: string | null
}

/** Other figures of the same indicator, entity and measure for the same period; steps of a promise; the promise of a step. */
export async function listNeighbours(
  actor: Actor,
  version: SheetVersion,
  rootId: number,
  clock: Clock,
): Promise<Neighbour[]> {
  assertMay(actor, 'read')
  const { seriesId, starts, ends, ofId } = version
  const standing = stands(clock, actor)
  const figures =
    seriesId !== null && (starts ?? ends) !== null
      ? sql`
        select e.* from series own
          join series x on x.indicator_id = own.indicator_id and x.about_id = own.about_id and x.measure = own.measure
          join entry e on e.series_id = x.id and e.kind = 'observation' and e.root_id <> ${rootId}
           and e.starts is not distinct from ${starts}::date and e.ends is not distinct from ${ends}::date
         where own.id = ${seriesId} and ${standing}
        union all`
      : sql``
  const promise =
    ofId === null
      ? sql``
      : sql`
        union all
        select e.* from entry e where e.root_id = ${ofId} and ${standing}
        union all
        select e.* from entry e where e.of_id = ${ofId} and e.root_id <> ${rootId} and ${standing}`
  // Each way to a neighbour is a branch of its own: joined by "or" they would be looked for among all entries.
  return rows<Neighbour>(sql`
    select e.root_id as entry, e.kind::text as kind, coalesce(e.title, i.name) as title, e.code, e.note, e.starts::text as starts, e.ends::text as ends, e.period_words as words,
           s.unit, s.measure::text as measure, e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals,
           e.qualifier::text as qualifier, r.name as "reporterName", o.name as "originName", s.scope, v.publisher, v."publishedOn", e.rank::text as rank
      from (${figures}
        select e.* from entry e where e.of_id = ${rootId} and ${standing}
        ${promise}) e
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
      left join lateral (select p.name as publisher, c.published_on::text as "publishedOn" from evidence v join source c on c.id = v.source_id
          join entity p on p.id = c.publisher_id where v.entry_id = e.id order by c.published_on nulls last, v.id limit 1) v on true
     order by coalesce(e.starts, e.ends, e.known_on), e.root_id limit 40`)
}
