import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import type { IndicatorInput, Measure } from './schema'

export type StoredIndicator = Required<IndicatorInput> & { id: number; revision: number }

/** All indicators, by theme and name: what pickers and the desk's list show. Needs `internal.read`. */
export async function listIndicators(actor: Actor): Promise<StoredIndicator[]> {
  assertMay(actor, 'internal.read')
  return reaching(() =>
    db.$queryRaw<StoredIndicator[]>(sql`
      select i.id, i.code, i.name, i.definition, i.theme, i.unit, i.frequency, i.desired::int as desired,
             i.headline::int as headline, i.corridor_role::text as "corridorRole", i.revision
        from indicator i join theme t on t.code = i.theme order by t.place, i.name`),
  )
}

/** One indicator by its code; null when there is none. Needs `internal.read`. */
export async function getIndicator(actor: Actor, code: string): Promise<StoredIndicator | null> {
  return (await listIndicators(actor)).find((indicator) => indicator.code === code) ?? null
}

export type SeriesRow = {
  id: number
  indicator: string
  about: string
  aboutName: string
  reporter: string | null
  reporterName: string | null
  origin: string | null
  originName: string | null
  measure: Measure
  unit: string
  scope: string
  figures: number
}

/** The lines of an indicator, or all of them, with how many figures each has. Needs `internal.read`. */
export async function listSeries(actor: Actor, filter: { indicator?: string; id?: number } = {}): Promise<SeriesRow[]> {
  assertMay(actor, 'internal.read')
  return reaching(() =>
    db.$queryRaw<SeriesRow[]>(sql`
      select s.id, i.code as indicator, a.slug as about, a.name as "aboutName", r.slug as reporter, r.name as "reporterName",
             o.slug as origin, o.name as "originName", s.measure::text as measure, s.unit, s.scope,
             (select count(*)::int from entry e where e.series_id = s.id and e.published_at is not null and e.retired_at is null) as figures
        from series s
        join indicator i on i.id = s.indicator_id
        join entity a on a.id = s.about_id
        left join entity r on r.id = s.reporter_id
        left join entity o on o.id = s.origin_id
       where (${filter.indicator ?? null}::text is null or i.code = ${filter.indicator ?? null})
         and (${filter.id ?? null}::int is null or s.id = ${filter.id ?? null}::int)
       order by a.name, r.name nulls last, s.measure, s.unit, s.scope limit 2000`),
  )
}
