import Big from 'big.js'
import type { Quantity } from '@/lib/quantities/schema'
import { reaches } from '../progress/rules'
import { type Reading, reading } from '../reading/rules'

/** How a count stands to what was announced. They are compared, never added. */
export type CountCompared = {
  reading: Reading
  /** `undecided`: the words leave it open ("about 20" to "more than 20"). */
  code: 'reached' | 'short' | 'undecided'
  /** announced − confirmed where it falls short, null otherwise. */
  missing: string | null
}
export type Counts = {
  announced: Quantity
  /** One per count that somebody gave, the finest and newest first. */
  confirmed: CountCompared[]
  /** What the best-ranked counts say together; `disputed` where they cannot all be true, `none` without a count. */
  code: 'reached' | 'short' | 'undecided' | 'disputed' | 'none'
}

/**
 * Announced against confirmed: "more than 20 documents" beside the ten that were counted, and beside other counts
 * that contradict those.
 * @param confirmed observations of the same series and period.
 */
export function compareCounts(announced: Quantity, confirmed: readonly Reading[]): Counts {
  const { candidates, disputed } = reading(confirmed)
  const compared = candidates.map((one): CountCompared => {
    const reached = reaches(one, announced, 1)
    const missing = new Big(announced.value).minus(one.value)
    return {
      reading: one,
      code: reached === null ? 'undecided' : reached ? 'reached' : 'short',
      missing: reached === false ? missing.toFixed() : null,
    }
  })
  const codes = new Set(compared.map((c) => c.code))
  const code = !compared.length
    ? 'none'
    : codes.size === 1
      ? compared[0]!.code
      : disputed
        ? 'disputed'
        : compared[0]!.code
  return { announced, confirmed: compared, code }
}
