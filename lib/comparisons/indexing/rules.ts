import Big from 'big.js'
import { type Dated, type Reading, reading, readingsByPeriod } from '@/lib/assessments/reading/rules'
import { spanOf } from '@/lib/periods/rules'

/** Digits after the point that an index is kept with; it is read with one. */
const places = 10

type Days = { starts: string; ends: string }

/** Why a line has no index, rather than a false one. */
export type NotIndexed =
  /** There is no figure for the base period. */
  | 'baseMissing'
  /** Figures for the base period contradict each other, and no rank settles it. */
  | 'baseDisputed'
  /** "more than", "about", a range or a forecast cannot be one hundred. */
  | 'baseNotExact'
  | 'baseNotPositive'
  /** Rates of growth are relative already. */
  | 'isChange'

export type Indexed<T extends Reading> =
  | {
      ok: true
      base: Dated<T>
      /** In order of time; the base's own is 100. `indexTo` for ranges. */
      points: { point: Dated<T>; index: string; indexTo: string | null }[]
      /** Periods of another length than the base's: a half-year is not held against a year. */
      leftOut: number
    }
  | { ok: false; reason: NotIndexed; base: Dated<T> | null }

/**
 * Whether figures of two periods may be held against each other: full days, months, quarters, halves and years with
 * their like; other parts of a year only with the same months of another year.
 */
export function isLike(a: Days, b: Days): boolean {
  const span = spanOf(a)
  if (span !== spanOf(b)) return false
  if (span !== 'partYear' && span !== 'interval') return true
  const sinceYear = (day: string, { starts }: Days) => Number(day.slice(0, 4)) - Number(starts.slice(0, 4))
  return (
    a.starts.slice(4) === b.starts.slice(4) &&
    a.ends.slice(4) === b.ends.slice(4) &&
    sinceYear(a.ends, a) === sinceYear(b.ends, b)
  )
}

/**
 * The fixed-base index of one series: value ÷ value in the base period × 100 (as in the IMF's Export and Import Price
 * Index Manual and every statistics office's volume relatives), in exact decimals, ten digits after the point. Each
 * period is read as everywhere: best rank, then finest written, then newest known.
 * @param observations of one series. `measure` says whether they are amounts.
 * @example base 2019 = 229.6 m: 680 m in 2022 is 680 ÷ 229.6 × 100 = 296.2.
 */
export function indexTo<T extends Reading>(
  observations: readonly T[],
  base: Days,
  measure: 'level' | 'change' = 'level',
): Indexed<T> {
  if (measure === 'change') return { ok: false, reason: 'isChange', base: null }
  const dated = observations.filter((o): o is Dated<T> => o.starts !== null && o.ends !== null)
  const at = reading(dated.filter((o) => o.starts === base.starts && o.ends === base.ends))
  const found = at.best
  if (!found) return { ok: false, reason: 'baseMissing', base: null }
  const no = (reason: NotIndexed): Indexed<T> => ({ ok: false, reason, base: found })
  if (at.disputed) return no('baseDisputed')
  if (found.qualifier !== 'exact' || found.valueTo !== null || found.obsStatus === 'F') return no('baseNotExact')
  const hundred = new Big(found.value)
  if (hundred.lte(0)) return no('baseNotPositive')
  const toIndex = (value: string) => {
    const product = new Big(value).times(100)
    // One division, at the end: nothing is rounded twice.
    return divide(product, hundred)
  }
  const readings = readingsByPeriod(dated)
  const like = readings.filter(({ best }) => isLike(base, best))
  return {
    ok: true,
    base: found,
    points: like.map(({ best }) => ({
      point: best,
      index: toIndex(best.value),
      indexTo: best.valueTo === null ? null : toIndex(best.valueTo),
    })),
    leftOut: readings.length - like.length,
  }
}

function divide(a: Big, b: Big): string {
  const exact = Big()
  exact.DP = places
  return new exact(a).div(b).toFixed()
}
