import Big from 'big.js'
import { admittedInterval, type Interval } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'

/** "Up 14.3 % to $529.4 m": what it says of the period before. */
export type Headline = {
  level: Quantity
  change: Quantity
  /** PCT is a growth rate, TIMES a multiple. */
  changeUnit: 'PCT' | 'TIMES'
  /** A growth rate in real terms beside a nominal level says nothing about the nominal base. */
  real?: boolean
}
export type HeadlineCheck =
  | { code: 'notComparable'; reason: 'real' | 'noBase' }
  | {
      /** `unchecked`: no base is stored to compare with. */
      code: 'consistent' | 'mismatch' | 'unchecked'
      /** level ÷ factor, rounded to the last digit the level was written with. */
      impliedBase: string
      /** All bases that the written digits admit; null = without end. */
      admits: Interval
      /** 1.143 for +14.3 %, 3 for tripled. */
      factor: string
      storedBase: string | null
      /** implied − stored, whole amount, signed. */
      difference: string | null
    }

const big = (text: string | null) => (text === null ? null : new Big(text))

/**
 * Headline arithmetic: a level and its growth imply a base, level ÷ (1 + rate); a stored base outside everything that
 * the rounding of both figures admits is a mismatch.
 * @param base the stored reading of the period it was measured against, or null.
 * @example 529.4 m and +14.3 % imply 463.2 m (462.9 … 463.4): consistent with 463.3, not with 461.9.
 *   529.4 m and +14.4 % imply 462.8 m: neither.
 */
export function checkHeadline({ level, change, changeUnit, real }: Headline, base: Quantity | null): HeadlineCheck {
  if (real) return { code: 'notComparable', reason: 'real' }
  const toFactor = (rate: Big) => (changeUnit === 'PCT' ? rate.div(100).plus(1) : rate)
  const factor = toFactor(new Big(change.value))
  const rates = admittedInterval(change)
  const [slow, fast] = [big(rates.lo), big(rates.hi)].map((rate) => rate && toFactor(rate))
  if (factor.lte(0) || slow?.lte(0)) return { code: 'notComparable', reason: 'noBase' }

  const levels = admittedInterval(level)
  const [least, most] = [big(levels.lo), big(levels.hi)]
  const lo = least && fast ? least.div(fast) : null
  const hi = most && slow ? most.div(slow) : null
  const implied = new Big(level.value).div(factor)
  const places = level.decimals - level.unitMult
  const rounded =
    places >= 0 ? implied.round(places) : implied.div(new Big(10).pow(-places)).round(0).times(new Big(10).pow(-places))
  const result = {
    impliedBase: rounded.toFixed(),
    admits: { lo: lo?.toFixed(0) ?? null, hi: hi?.toFixed(0) ?? null },
    factor: factor.toFixed(),
  }
  if (!base) return { code: 'unchecked', ...result, storedBase: null, difference: null }
  const stored = admittedInterval(base)
  const [storedLo, storedHi] = [big(stored.lo), big(stored.hi)]
  const apart = (lo && storedHi?.lt(lo)) || (hi && storedLo?.gt(hi))
  return {
    code: apart ? 'mismatch' : 'consistent',
    ...result,
    storedBase: base.value,
    difference: rounded.minus(base.value).toFixed(),
  }
}
