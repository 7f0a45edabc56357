import Big from 'big.js'
import { yearEarlier } from '@/lib/periods/rules'
import { type Dated, isDated, latestReading, type Reading, reading } from '../reading/rules'

/** Why no percentage is given, rather than a false one. */
export type NoChange =
  | 'nothingToCompare'
  | 'periodOpen'
  | 'periodMissing'
  | 'disputed'
  | 'forecast'
  | 'notExact'
  | 'basisDiffers'
  | 'zeroBase'

export type Change =
  | {
      computable: true
      /** One decimal, signed: "14.3", "-47.9", "0.0". */
      percent: string
      direction: 'up' | 'down' | 'same'
      current: Dated
      earlier: Dated
    }
  | { computable: false; reason: NoChange; current: Dated | null; earlier: Reading | null }

/**
 * Change against the same dates a year earlier: (current ÷ earlier − 1) × 100, the usual growth on the corresponding
 * period. Only of like with like: one series, both undisputed, both exact, the same basis, neither a forecast.
 * @param observations all of one series with the measure `level`.
 * @param period the one to compare; the newest dated one that is no forecast where none is given.
 * @example 529.4 m (2023, office) after 463.3 m (2022, office): +14.3. 280.6 m (H1 2024, office) after 300 m
 *   (H1 2023, said by an ambassador): `basisDiffers`, because −6.5 % would be false precision.
 */
export function comparableChange(observations: readonly Reading[], period?: { starts: string; ends: string }): Change {
  const of = (p: { starts: string; ends: string }) =>
    reading(observations.filter(isDated).filter((o) => o.starts === p.starts && o.ends === p.ends))
  const now = period ? of(period) : latestReading(observations)
  const current = now?.best ?? null
  const no = (reason: NoChange, earlier: Reading | null = null): Change => ({
    computable: false,
    reason,
    current: current && isDated(current) ? current : null,
    earlier,
  })
  if (!now || !current || !isDated(current)) return no('nothingToCompare')
  const before = yearEarlier(current)
  if (!before) return no('periodOpen')
  const then = of(before)
  const earlier = then.best
  if (!earlier || !isDated(earlier)) return no('periodMissing')
  if (now.disputed || then.disputed) return no('disputed', earlier)
  const both = [current, earlier]
  if (both.some((o) => o.obsStatus === 'F')) return no('forecast', earlier)
  if (both.some((o) => o.qualifier !== 'exact' || o.valueTo !== null)) return no('notExact', earlier)
  if (current.basis !== earlier.basis) return no('basisDiffers', earlier)
  const base = new Big(earlier.value)
  if (base.eq(0)) return no('zeroBase', earlier)
  const difference = new Big(current.value).minus(base)
  const percent = difference.div(base.abs()).times(100)
  const direction = difference.eq(0) ? 'same' : difference.gt(0) ? 'up' : 'down'
  return { computable: true, percent: percent.toFixed(1).replace(/^-(?=0\.0$)/, ''), direction, current, earlier }
}

/**
 * Whether a change is large: at least so many percent of the earlier value, up or down, of the values as they stand
 * (not of the rounded percentage).
 * @param least whole percent above zero.
 * @example 463.3 m after 330 m with 25: large (+40.4 %). 331.7 m after 316.5 m: not (+4.8 %).
 */
export function isLargeMove(change: Change, least: number): change is Extract<Change, { computable: true }> {
  if (!change.computable) return false
  const base = new Big(change.earlier.value)
  return new Big(change.current.value).minus(base).abs().times(100).gte(base.abs().times(least))
}
