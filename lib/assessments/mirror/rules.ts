import Big from 'big.js'
import { excludeEachOther } from '@/lib/quantities/rules'
import { type Dated, type Reading, readingsByPeriod } from '../reading/rules'

/** One period of one flow, as two reporters count it. */
export type MirrorGap<T extends Reading = Reading> = {
  starts: string
  ends: string
  a: Dated<T>
  b: Dated<T>
  /** a − b, whole amount, signed. */
  difference: string
  /** The size of the difference in percent of the smaller figure, one decimal; null where that is zero. */
  percent: string | null
  higher: 'a' | 'b' | 'neither'
  /** What was written admits one amount for both: the gap is no more than rounding. */
  withinRounding: boolean
  /** One side contradicts itself for the period. */
  disputed: boolean
}

/**
 * The gap between two reporters of one flow (same indicator, subject, origin, measure, unit, scope), for every period
 * with the same dates on both sides, oldest first. Forecasts are left out. Neither side is taken for the truth, so the
 * percentage is of the smaller figure, not of one country's.
 * @example H1 2024: Kazakhstan 280.6 m, Azerbaijan 120 m → 160.6 m, 133.8 %, a higher.
 */
export function mirrorGaps<T extends Reading>(a: readonly T[], b: readonly T[]): MirrorGap<T>[] {
  const counted = (list: readonly T[]) => readingsByPeriod(list.filter((o) => o.obsStatus !== 'F'))
  const others = new Map(counted(b).map((r) => [`${r.best.starts} ${r.best.ends}`, r]))
  return counted(a).flatMap((one) => {
    const other = others.get(`${one.best.starts} ${one.best.ends}`)
    if (!other) return []
    const [x, y] = [new Big(one.best.value), new Big(other.best.value)]
    const difference = x.minus(y)
    const smaller = x.abs().lt(y.abs()) ? x.abs() : y.abs()
    return [
      {
        starts: one.best.starts,
        ends: one.best.ends,
        a: one.best,
        b: other.best,
        difference: difference.toFixed(),
        percent: smaller.eq(0) ? null : difference.abs().div(smaller).times(100).toFixed(1),
        higher: difference.eq(0) ? 'neither' : difference.gt(0) ? 'a' : 'b',
        withinRounding: !excludeEachOther([one.best, other.best]),
        disputed: one.disputed || other.disputed,
      } satisfies MirrorGap<T>,
    ]
  })
}
