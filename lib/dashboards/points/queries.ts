import type { Actor } from '@/lib/auth/actor'
import { db, type Sql, sql } from '@/lib/db/client'
import { type Clock, stands } from '@/lib/entries/queries'
import type { PointRow } from './rules'

const columns = sql`
  s.id as "seriesId", i.code as indicator, i.name as "indicatorName", i.theme, i.unit as "indicatorUnit", i.frequency, i.desired, i.headline,
  a.slug as about, a.name as "aboutName", r.slug as reporter, r.name as "reporterName", o.slug as origin, o.name as "originName",
  s.measure::text as measure, s.unit, s.scope,
  e.root_id as entry, e.version, e.starts::text as starts, e.ends::text as ends, e.period_words as words,
  e.value::text as value, e.value_to::text as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
  e.base_starts::text as "baseStarts", e.base_ends::text as "baseEnds", e.base_words as "baseWords",
  e.obs_status as "obsStatus", e.rank::text as rank, e.basis::text as basis, e.note, e.known_on::text as "knownOn",
  v.publisher, v."sourceTitle", v.url, v."publishedOn", v.quote, v.n as "evidenceCount"`

/** The first piece of evidence of an entry, a sentence before a page reference; and how many there are. */
const firstEvidence = sql`
  left join lateral (
    select p.name as publisher, c.title as "sourceTitle", c.url, c.published_on::text as "publishedOn", v.quote, count(*) over ()::int as n
      from evidence v join source c on c.id = v.source_id join entity p on p.id = c.publisher_id
     where v.entry_id = e.id order by v.quote is null, c.published_on nulls last, v.id limit 1) v on true`

const from = sql`
  relation_scope sc
  join series s on s.about_id = sc.about_id
  join indicator i on i.id = s.indicator_id
  join entity a on a.id = s.about_id
  left join entity r on r.id = s.reporter_id
  left join entity o on o.id = s.origin_id`

export type PointFilter = {
  relationId: number
  clock: Clock
  from: string | null
  to: string | null
  reporter: string | null
  theme: string | null
  /** One indicator in full instead of all headline ones and those that targets are measured by. */
  indicator: string | null
  deprecated: boolean
  /** At most this many of the newest points of each series: what a page costs must not grow with history. */
  perSeries: number
}

function window(filter: PointFilter): Sql {
  return sql`
    ${filter.from ? sql`and (e.ends > ${filter.from}::date or (e.starts is null and e.ends is null))` : sql``}
    ${filter.to ? sql`and (e.starts < ${filter.to}::date or (e.starts is null and e.ends is null))` : sql``}
    ${filter.deprecated ? sql`` : sql`and e.rank <> 'deprecated'`}`
}

/** Observations of a relation's series, newest first within each series; figures without dates come first of all. */
export async function listPoints(actor: Actor, filter: PointFilter): Promise<PointRow[]> {
  return db.$queryRaw<PointRow[]>(sql`
    select ${columns}
      from ${from}
      cross join lateral (
        select e.* from entry e
         where e.series_id = s.id and e.kind = 'observation' and ${stands(filter.clock, actor)} ${window(filter)}
         order by e.ends desc, e.starts desc limit ${filter.perSeries}) e
      ${firstEvidence}
     where sc.relation_id = ${filter.relationId}
       ${filter.indicator ? sql`and i.code = ${filter.indicator}` : sql`and (i.headline is not null or i.id in (select x.indicator_id from relation_scope y join entry t on t.about_id = y.about_id and t.kind = 'target' join series x on x.id = t.series_id where y.relation_id = ${filter.relationId} and t.published_at is not null))`}
       ${filter.reporter ? sql`and r.slug = ${filter.reporter}` : sql``}
       ${filter.theme ? sql`and i.theme = ${filter.theme}` : sql``}
     order by i.headline, i.code, s.measure, r.slug nulls last, o.slug, s.scope, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}

/** The newest level figures of each relation's first headline indicator, for the list of relations. */
export async function listHeadlines(
  actor: Actor,
  relationIds: readonly number[],
  clock: Clock,
): Promise<(PointRow & { relationId: number })[]> {
  return db.$queryRaw<(PointRow & { relationId: number })[]>(sql`
    select sc.relation_id as "relationId", ${columns}
      from (select x.relation_id, min(y.headline) as headline
              from relation_scope x join series z on z.about_id = x.about_id and z.measure = 'level' join indicator y on y.id = z.indicator_id
             where x.relation_id = any(${[...relationIds]}) and y.headline is not null group by 1) first
      join relation_scope sc on sc.relation_id = first.relation_id
      join series s on s.about_id = sc.about_id and s.measure = 'level' and s.scope = '' and s.reporter_id is not null
      join indicator i on i.id = s.indicator_id and i.headline = first.headline
      join entity a on a.id = s.about_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
      cross join lateral (
        select e.* from entry e
         where e.series_id = s.id and e.kind = 'observation' and e.rank <> 'deprecated' and e.ends is not null and ${stands(clock, actor)}
         order by e.ends desc, e.starts desc limit 8) e
      ${firstEvidence}
     order by sc.relation_id, r.slug, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}
