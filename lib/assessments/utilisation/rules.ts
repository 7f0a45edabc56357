import Big from 'big.js'
import { spanOf } from '@/lib/periods/rules'
import { excludeEachOther } from '@/lib/quantities/rules'
import type { Qualifier } from '@/lib/quantities/schema'
import { type Reading, reading } from '../reading/rules'

/** A figure of one place, leg or corridor: what it counts in, and of which part ("oil berths"; empty = the whole). */
export type Load = Reading & { unit: string; scope: string }

/** Why a flow is not set against a capacity. */
export type NotComparable =
  | 'noCapacity'
  | 'otherUnit'
  | 'otherScope'
  | 'partOfYear'
  | 'otherPeriod'
  | 'changed'
  | 'disputed'
  | 'notPositive'
  | 'openEnds'

export type Utilisation<F extends Load = Load, C extends Load = Load> =
  | { code: 'computed'; flow: F; capacity: C; percent: string; percentTo: string | null; qualifier: Qualifier }
  | { code: 'not_computable'; flow: F; reason: NotComparable; capacity: C | null }

const overlap = (a: Reading, b: Reading) =>
  (a.starts === null || b.ends === null || a.starts < b.ends) &&
  (b.starts === null || a.ends === null || b.starts < a.ends)
const samePeriod = (a: Reading, b: Reading) => a.starts === b.starts && a.ends === b.ends
const isDated = ({ starts, ends }: Reading) => starts !== null || ends !== null

const ways: Record<Qualifier, -1 | 0 | 1> = { exact: 0, about: 0, more_than: 1, at_least: 1, less_than: -1, up_to: -1 }
const strict = (q: Qualifier) => q === 'more_than' || q === 'less_than'

/**
 * What is known of flow ÷ capacity where either is a limit; null where both leave the same end open: more than 3.8 of
 * more than 11 may be any share.
 */
export function qualifierOfShare(flow: Qualifier, capacity: Qualifier): Qualifier | null {
  const [up, down] = [ways[flow], -ways[capacity]]
  if (up * down < 0) return null
  const way = up || down
  if (way === 0) return flow === 'about' || capacity === 'about' ? 'about' : 'exact'
  if (way > 0) return strict(flow) || strict(capacity) ? 'more_than' : 'at_least'
  return strict(flow) || strict(capacity) ? 'less_than' : 'up_to'
}

/**
 * Utilisation = flow ÷ capacity, in percent, one decimal. Only where both are in one unit and of one part, the flow is
 * of a full year and the capacity was stated for a time within it: capacities are amounts a year. Plain counts are not
 * compared, because nothing says that they count the same things. Whose figures they are may differ; the page names both.
 * @param flow what was carried, no forecast.
 * @param capacities everything stated of what the same place, leg or corridor can carry.
 * @example 4.484 Mt in 2024 of 6 Mt, stated for December 2024: 74.7 %.
 * @example "more than 3.8 Mt" of the oil berths in 2022, 7.5 Mt stated for 2023: not computable, another period.
 */
export function utilisationOf<F extends Load, C extends Load>(flow: F, capacities: readonly C[]): Utilisation<F, C> {
  const no = (reason: NotComparable, capacity: C | null = null): Utilisation<F, C> => ({
    code: 'not_computable',
    flow,
    reason,
    capacity,
  })
  const standing = capacities.filter((c) => c.rank !== 'deprecated' && c.obsStatus !== 'F')
  if (!standing.length) return no('noCapacity')
  const alike = standing.filter((c) => c.unit === flow.unit && c.unit !== 'COUNT')
  if (!alike.length) return no('otherUnit', standing[0])
  const whole = alike.filter((c) => c.scope === flow.scope)
  if (!whole.length) return no('otherScope', alike[0])
  if (spanOf(flow) !== 'year') return no('partOfYear', whole[0])
  const then = whole.filter((c) => isDated(c) && overlap(c, flow))
  if (!then.length) return no('otherPeriod', whole[0])
  const { best, candidates } = reading(then)
  const capacity = best as C
  if (excludeEachOther(candidates))
    return no(candidates.every((c) => samePeriod(c, capacity)) ? 'disputed' : 'changed', capacity)
  if (new Big(capacity.value).lte(0) || new Big(flow.value).lt(0)) return no('notPositive', capacity)
  const qualifier = qualifierOfShare(flow.qualifier, capacity.qualifier)
  if (qualifier === null) return no('openEnds', capacity)
  const share = (part: string, of: string) => new Big(part).div(of).times(100).toFixed(1)
  const low = share(flow.value, capacity.valueTo ?? capacity.value)
  const high = share(flow.valueTo ?? flow.value, capacity.value)
  return { code: 'computed', flow, capacity, percent: low, percentTo: high === low ? null : high, qualifier }
}

const later = (a: string, b: string) => (a === b ? 0 : a < b ? 1 : -1)

/**
 * What a place, leg or corridor can carry as of a day, by all that was stated of one part of it in one unit: the period
 * that reaches furthest, and of those that end together the one that began last.
 * @example 1 Mt until 20 May 2024, 5 Mt from then: 5 Mt.
 */
export function capacityInForce<C extends Load>(
  capacities: readonly C[],
  day: string,
): { best: C; disputed: boolean } | null {
  const begun = capacities.filter(
    (c) => c.rank !== 'deprecated' && c.obsStatus !== 'F' && isDated(c) && (c.starts === null || c.starts <= day),
  )
  const [first] = begun.toSorted(
    (a, b) => later(a.ends ?? '9999-12-31', b.ends ?? '9999-12-31') || later(a.starts ?? '', b.starts ?? ''),
  )
  if (!first) return null
  const { best, disputed } = reading(begun.filter((c) => samePeriod(c, first)))
  return best && { best, disputed }
}
