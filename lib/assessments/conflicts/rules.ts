import Big from 'big.js'
import { excludeEachOther } from '@/lib/quantities/rules'
import { byPeriod, type Dated, type Reading } from '../reading/rules'

export type Conflict<T extends Reading = Reading> = {
  starts: string
  ends: string
  /** Every figure said for the period, the lowest first. */
  readings: Dated<T>[]
  /** The lowest and the highest value, and what lies between. */
  low: string
  high: string
  gap: string
  /** The gap in percent of the lowest, one decimal; null where that is zero. */
  gapPercent: string | null
  /** An editor has ranked one of them, with a reason: what is left does not contradict itself. */
  settled: boolean
}

/**
 * Periods of one series whose figures cannot all be true: the intervals they admit share no point
 * (`admittedInterval`). Rounded retelling ("4.5 Mt" of 4.484) is no conflict, nor is a forecast.
 * @param observations all of one series, deprecated ones too. Periods without two dates are left out.
 * @example 2022: 461.9 m, 463.3 m and 680 m: gap 218.1 m, 47.2 %.
 */
export function conflictsOf<T extends Reading>(observations: readonly T[]): Conflict<T>[] {
  return byPeriod(observations.filter((o) => o.obsStatus !== 'F'))
    .filter((group) => excludeEachOther(group))
    .map((group) => {
      const readings = group.toSorted((a, b) => new Big(a.value).cmp(b.value) || a.entry - b.entry)
      const low = new Big(readings[0]!.value)
      const high = new Big(readings.at(-1)!.value)
      const best = group.some((o) => o.rank === 'preferred') ? 'preferred' : 'normal'
      return {
        starts: readings[0]!.starts,
        ends: readings[0]!.ends,
        readings,
        low: low.toFixed(),
        high: high.toFixed(),
        gap: high.minus(low).toFixed(),
        gapPercent: low.eq(0) ? null : high.minus(low).div(low.abs()).times(100).toFixed(1),
        settled: !excludeEachOther(group.filter((o) => o.rank === best)),
      }
    })
}
