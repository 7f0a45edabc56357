import Big from 'big.js'
import { dayNumber, isoDay } from '@/lib/periods/notation/rules'

/** Own settings, so that no other computation is changed by them. */
const Precise = Big()
Precise.DP = 16

/** The year of a day, `shift` days away: −1 turns the end of a period into its last day. */
export const yearOf = (iso: string, shift = 0) => Number(isoDay(dayNumber(iso) + shift).slice(0, 4))

/** n-th root of a positive decimal by Newton's method: the same digits on every machine, which floats do not promise. */
export function root(of: string | Big, n: number): Big {
  const a = new Precise(of)
  if (n === 1) return a
  let x = new Precise(String(Number(a.toFixed()) ** (1 / n)))
  for (let step = 0; step < 40; step += 1) {
    const next = x
      .times(n - 1)
      .plus(a.div(x.pow(n - 1)))
      .div(n)
    const settled = next.minus(x).abs().lt('1e-12')
    x = next
    if (settled) break
  }
  return x
}

const mostKept = 1000
const kept = new Map<string, Big>()

/**
 * Compound annual growth rate as a share: (to ÷ from)^(1 ÷ years) − 1. Both positive, years ≥ 1. Pages ask for the same
 * few again and again, and a root is dear, so the last thousand are kept.
 */
export function growth(from: string, to: string, years: number): Big {
  const key = `${from} ${to} ${years}`
  const found = kept.get(key)
  if (found) return found
  const made = root(new Precise(to).div(from), years).minus(1)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, made)
  return made
}

/**
 * The way of equal growth from a value to another: what each year would read if every year grew by the same share.
 * Whole amounts, at most two decimals; empty where a value is not positive or the years are not in order.
 * @example 586,000 in 2021 to 10,000,000 in 2025: 586000, 1191044.47, 2420777.44 …
 */
export function growthPath(from: string, first: number, to: string, last: number): { year: number; value: string }[] {
  if (last <= first || [from, to].some((value) => new Precise(value).lte(0))) return []
  const factor = growth(from, to, last - first).plus(1)
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    value:
      i === 0 ? from : first + i === last ? to : new Big(new Precise(from).times(factor.pow(i)).toFixed(2)).toFixed(),
  }))
}
