import { excludeEachOther } from '@/lib/quantities/rules'
import type { Qualifier, Quantity } from '@/lib/quantities/schema'

/** One observation as the assessments need it: plain JSON, amounts as decimal strings, days as ISO strings. */
export type Reading = {
  /** Root id: the way to its evidence. */
  entry: number
  value: string
  valueTo: string | null
  unitMult: number
  decimals: number
  qualifier: Qualifier
  rank: 'preferred' | 'normal' | 'deprecated'
  basis: 'office' | 'official' | 'other'
  /** SDMX CL_OBS_STATUS; F is a forecast. */
  obsStatus: string
  /** Half-open days; null where the source leaves an end open. */
  starts: string | null
  ends: string | null
  /** First day the public could read it. */
  knownOn: string
}
export type Dated<T extends Reading = Reading> = T & { starts: string; ends: string }

/** What one period reads, of all that was said about it. */
export type PeriodReading<T extends Reading = Reading> = {
  best: T | null
  /** The best-ranked ones cannot all be true. */
  disputed: boolean
  /** The best-ranked ones, the best first: those that dispute each other. */
  candidates: T[]
}

const rankOrder = { preferred: 0, normal: 1, deprecated: 2 }
const finest = (q: Quantity) => q.unitMult - q.decimals

/**
 * The reading of one period of one series: not deprecated → best rank → finest written → newest known → first entered.
 * A forecast stands back behind anything that is none: what was expected does not dispute what was counted.
 * @param observations of one series and one period.
 * @example 461.9 m (April 2023) and 463.3 m (March 2024), both normal: 463.3, disputed; once preferred: undisputed.
 */
export function reading<T extends Reading>(observations: readonly T[]): PeriodReading<T> {
  const standing = observations.filter((o) => o.rank !== 'deprecated')
  const counted = standing.filter((o) => o.obsStatus !== 'F')
  const pool = counted.length ? counted : standing
  const top = Math.min(...pool.map((o) => rankOrder[o.rank]))
  const candidates = pool
    .filter((o) => rankOrder[o.rank] === top)
    .sort(
      (a, b) => finest(a) - finest(b) || (a.knownOn < b.knownOn ? 1 : a.knownOn > b.knownOn ? -1 : a.entry - b.entry),
    )
  return { best: candidates[0] ?? null, disputed: excludeEachOther(candidates), candidates }
}

export const isDated = <T extends Reading>(o: T): o is Dated<T> => o.starts !== null && o.ends !== null

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Dated observations of one series by period, oldest first; of periods that end together the longer one last. */
export function byPeriod<T extends Reading>(observations: readonly T[]): Dated<T>[][] {
  const periods = new Map<string, Dated<T>[]>()
  for (const o of observations.filter(isDated)) {
    const key = `${o.starts} ${o.ends}`
    const group = periods.get(key)
    if (group) group.push(o)
    else periods.set(key, [o])
  }
  return [...periods.values()].sort(([a], [b]) => compare(a!.ends, b!.ends) || compare(b!.starts, a!.starts))
}

export type DatedReading<T extends Reading = Reading> = PeriodReading<Dated<T>> & { best: Dated<T> }

/** What every dated period of one series reads, in the order of `byPeriod`; periods with nothing but deprecated ones fall out. */
export function readingsByPeriod<T extends Reading>(observations: readonly T[]): DatedReading<T>[] {
  return byPeriod(observations)
    .map((group) => reading(group))
    .filter((r): r is DatedReading<T> => r.best !== null)
}

/** The newest period that is no forecast; of two that end together the longer one. */
export function latestReading<T extends Reading>(observations: readonly T[]): DatedReading<T> | null {
  return readingsByPeriod(observations.filter((o) => o.obsStatus !== 'F')).at(-1) ?? null
}
