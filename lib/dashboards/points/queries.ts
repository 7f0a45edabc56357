import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import type { PointRow, StatedPoint } from './rules'

/** What a point is read by: of a series `s`, its names, an entry `e` and its evidence `v`. */
export const columns = sql`
  s.id as "seriesId", i.code as indicator, i.name as "indicatorName", i.theme, i.unit as "indicatorUnit", i.frequency, i.desired, i.headline,
  a.slug as about, a.name as "aboutName", r.slug as reporter, r.name as "reporterName", o.slug as origin, o.name as "originName",
  s.measure::text as measure, s.unit, s.scope,
  e.root_id as entry, e.version, e.starts::text as starts, e.ends::text as ends, e.period_words as words,
  e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
  e.base_starts::text as "baseStarts", e.base_ends::text as "baseEnds", e.base_words as "baseWords",
  e.obs_status as "obsStatus", e.rank::text as rank, e.basis::text as basis, e.note, e.known_on::text as "knownOn",
  v.publisher, v."sourceTitle", v.url, v."publishedOn", v.quote`

/** The first piece of evidence of an entry, a sentence before a page reference. */
export const firstEvidence = sql`
  left join lateral (
    select p.name as publisher, c.title as "sourceTitle", c.url, c.published_on::text as "publishedOn", v.quote,
           sp.name as speaker, v.speaker_as as "speakerAs", v.said_on::text as "saidOn", count(*) over ()::int as sources
      from evidence v join source c on c.id = v.source_id join entity p on p.id = c.publisher_id
      left join entity sp on sp.id = v.speaker_id
     where v.entry_id = e.id order by v.quote is null, c.published_on nulls last, v.id limit 1) v on true`

export const named = sql`
  join entity a on a.id = s.about_id
  left join entity r on r.id = s.reporter_id
  left join entity o on o.id = s.origin_id`

export type PointFilter = {
  /** Ids of what the relation shows. */
  scope: readonly number[]
  clock: Clock
  from: string | null
  to: string | null
  reporter: string | null
  theme: string | null
  /** One indicator in full instead of all headline ones and those that targets are measured by. */
  indicator: string | null
  /** All indicators instead, as the page of a corridor shows them; of countries only those that say something of corridors. */
  corridor?: boolean
  deprecated: boolean
  /**
   * At most this many of the newest points of each series, and as many of its full years: what a page costs must not
   * grow with history, and a long history is read by its years.
   */
  newest: number
  years: number
}

/** No line is read deeper than this before it is thinned. */
const deepest = 1000

/** What overlaps the days asked for; a period that is open at an end may. */
function window(filter: PointFilter): Sql {
  return sql`
    ${filter.from ? sql`and (e.ends > ${filter.from}::date or e.ends is null)` : sql``}
    ${filter.to ? sql`and (e.starts < ${filter.to}::date or e.starts is null)` : sql``}
    ${filter.deprecated ? sql`` : sql`and e.rank <> 'deprecated'`}`
}

/** Headline indicators, and those that a target of the relation is measured by. */
const shown = (scope: readonly number[], clock: Clock, actor: Actor) => sql`(i.headline is not null or i.id in (
  select x.indicator_id from entry e join series x on x.id = e.series_id
   where e.about_id = any(${[...scope]}) and e.kind = 'target' and ${stands(clock, actor)}))`

/** What the page of a corridor shows; on the indicator `i` and whom it is about, `a`. */
export const alongCorridor = sql`(i.corridor_role is not null or a.kind <> 'country')`

/** Observations of a relation's series, newest first within each series; figures without dates come first of all. */
export async function listPoints(actor: Actor, filter: PointFilter): Promise<PointRow[]> {
  assertMay(actor, 'read')
  return rows<PointRow>(sql`
    select ${columns}
      from series s
      join indicator i on i.id = s.indicator_id
      ${named}
      cross join lateral (
        select e.* from (
          select e.*, row_number() over (order by e.ends desc, e.starts desc) as place,
                 e.ends = (e.starts + interval '1 year')::date as is_year,
                 row_number() over (partition by e.ends = (e.starts + interval '1 year')::date order by e.ends desc, e.starts desc) as place_of_kind
            from (select e.* from entry e
                   where e.series_id = s.id and e.kind = 'observation' and ${stands(filter.clock, actor)} ${window(filter)}
                   order by e.ends desc, e.starts desc limit ${deepest}) e) e
         where e.place <= ${filter.newest} or (e.is_year and e.place_of_kind <= ${filter.years})) e
      ${firstEvidence}
     where s.about_id = any(${[...filter.scope]})
       and ${filter.indicator ? sql`i.code = ${filter.indicator}` : filter.corridor ? alongCorridor : shown(filter.scope, filter.clock, actor)}
       ${filter.reporter ? sql`and r.slug = ${filter.reporter}` : sql``}
       ${filter.theme ? sql`and i.theme = ${filter.theme}` : sql``}
     order by i.headline, i.code, s.measure, r.slug nulls last, o.slug, s.scope, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}

/**
 * Observations of every indicator of a relation, those set aside too, each with who says it, how many sources state it,
 * since when it stands here as it does, and the definition of an indicator that names a valuation. At most `perSeries`
 * of the newest of each series.
 */
export async function listStatedPoints(
  actor: Actor,
  filter: { scope: readonly number[]; clock: Clock; perSeries: number },
): Promise<StatedPoint[]> {
  assertMay(actor, 'read')
  return rows<StatedPoint>(sql`
    select ${columns}, v.speaker, v."speakerAs", v."saidOn", v.sources, e.published_at::date::text as "storedOn",
           case when i.definition ~* '\\m(fob|cif)\\M' then i.definition end as "valuedBy"
      from series s
      join indicator i on i.id = s.indicator_id
      ${named}
      cross join lateral (
        select e.* from entry e
         where e.series_id = s.id and e.kind = 'observation' and e.ends is not null and e.starts is not null and ${stands(filter.clock, actor)}
         order by e.ends desc, e.starts desc limit ${filter.perSeries}) e
      ${firstEvidence}
     where s.about_id = any(${[...filter.scope]})
     order by i.headline nulls last, i.code, s.measure, r.slug nulls last, o.slug, s.scope, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}

/** The newest level figures of each relation's first headline indicators that have any, for the list of relations. */
export async function listHeadlines(
  actor: Actor,
  relationIds: readonly number[],
  clock: Clock,
  indicators: number,
): Promise<(PointRow & { relationId: number })[]> {
  assertMay(actor, 'read')
  return rows<PointRow & { relationId: number }>(sql`
    with line as (
      select sc.relation_id, s.id, i.headline, dense_rank() over (partition by sc.relation_id order by i.headline) as place
        from relation_scope sc
        join series s on s.about_id = sc.about_id and s.measure = 'level' and s.scope = '' and s.reporter_id is not null
        join indicator i on i.id = s.indicator_id and i.headline is not null
       where sc.relation_id = any(${[...relationIds]})
         and exists (select from entry e where e.series_id = s.id and e.kind = 'observation' and e.rank <> 'deprecated'
           and e.ends is not null and ${stands(clock, actor)}))
    select line.relation_id as "relationId", ${columns}
      from line
      join series s on s.id = line.id
      join indicator i on i.id = s.indicator_id
      ${named}
      cross join lateral (
        select e.* from entry e
         where e.series_id = s.id and e.kind = 'observation' and e.rank <> 'deprecated' and e.ends is not null and ${stands(clock, actor)}
         order by e.ends desc, e.starts desc limit 8) e
      ${firstEvidence}
     where line.place <= ${indicators}
     order by line.relation_id, line.place, r.slug, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}

export type MoveFilter = {
  scope: readonly number[]
  clock: Clock
  /** Percent; what may be a move of at least so much. */
  least: number
  from: string | null
  to: string | null
  /** At most so many periods, the newest first. */
  limit: number
}

const sameDaysEarlier = sql`e.starts = (now.starts - interval '1 year')::date and e.ends = (now.ends - interval '1 year')::date`
const counted = (clock: Clock, actor: Actor) =>
  sql`e.kind = 'observation' and e.rank <> 'deprecated' and ${stands(clock, actor)}`

/**
 * All readings of periods that may differ largely from the same days a year earlier, and of those days. Whether they
 * do is not decided here: what is disputed or not exact makes no move.
 */
export async function listMovers(actor: Actor, filter: MoveFilter): Promise<(PointRow & { now: boolean })[]> {
  assertMay(actor, 'read')
  const { clock } = filter
  return rows<PointRow & { now: boolean }>(sql`
    with moved as (
      select s.id, c.starts, c.ends
        from series s
        cross join lateral (
          select now.starts, now.ends
            from (select e.starts, e.ends, e.value from entry e
                   where e.series_id = s.id and e.starts is not null and e.ends is not null and ${counted(clock, actor)}
                     ${filter.from ? sql`and e.ends > ${filter.from}::date` : sql``}
                     ${filter.to ? sql`and e.ends <= ${filter.to}::date` : sql``}) now
           where exists (select from entry e where e.series_id = s.id and ${sameDaysEarlier} and ${counted(clock, actor)}
                            and e.value <> 0 and abs(now.value - e.value) * 100 >= abs(e.value) * ${filter.least})
           group by now.starts, now.ends order by now.ends desc limit ${filter.limit}) c
       where s.about_id = any(${[...filter.scope]}) and s.measure = 'level'
       order by c.ends desc, s.id limit ${filter.limit}),
    read as (
      select id, starts, ends, true as now from moved
      union all
      select id, (starts - interval '1 year')::date, (ends - interval '1 year')::date, false from moved)
    select ${columns}, p.now
      from read p
      join series s on s.id = p.id
      join indicator i on i.id = s.indicator_id
      ${named}
      join entry e on e.series_id = p.id and e.starts = p.starts and e.ends = p.ends and ${counted(clock, actor)}
      ${firstEvidence}
     order by s.id, p.now desc, e.ends desc, e.rank, e.root_id`)
}
