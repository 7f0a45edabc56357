import { checkHeadline, type HeadlineCheck } from '@/lib/assessments/headline/rules'
import { headlinesIn } from '@/lib/extraction/headline/headline'
import type { Candidate } from '@/lib/extraction/schema'
import { yearEarlier } from '@/lib/periods/rules'
import type { Claim, Stored } from '../standing/rules'
import { stretchOf } from '../suggestions/periods/rules'

/** A level and its change that imply another base than the one the text states, or the one that stands. */
export type Misfit = {
  /** Places among the records. */
  level: number
  change: number
  check: Extract<HeadlineCheck, { impliedBase: string }>
  base: { at: number } | { entry: Stored }
}

function standingBase(claim: Claim | null, change: Candidate, stored: readonly Stored[]): Stored | null {
  const { figure, period } = claim ?? {}
  if (!figure || !period?.starts || !period.ends) return null
  const before = stretchOf(change.base) ?? yearEarlier({ starts: period.starts, ends: period.ends })
  return (
    stored.find(
      (s) =>
        s.published &&
        s.kind === 'observation' &&
        s.about === claim!.about &&
        s.indicator === figure.indicator &&
        s.reporter === figure.reporter &&
        s.origin === figure.origin &&
        s.measure === figure.measure &&
        s.unit === figure.unit &&
        (s.scope ?? '') === figure.scope &&
        s.starts === before?.starts &&
        s.ends === before?.ends,
    ) ?? null
  )
}

/**
 * Headline arithmetic of an article: each change beside its level, compared with the base that the text states, else with
 * the figure that stands for the period before in the same line. `claims` are what the records would be entered as. Pure.
 */
export function misfitsIn(
  records: readonly Candidate[],
  claims: readonly (Claim | null)[],
  stored: readonly Stored[],
): Misfit[] {
  // Doubts are written into what is given there; these have theirs already.
  const headlines = headlinesIn(records.map((record) => ({ ...record, doubts: [] })))
  return headlines.flatMap(({ level, change, base, check }): Misfit[] => {
    if (check.code === 'notComparable') return []
    if (base !== null) return check.code === 'mismatch' ? [{ level, change, check, base: { at: base } }] : []
    const now = claims[level]?.figure?.quantity
    const growth = claims[change]?.figure?.quantity
    const entry = standingBase(claims[level] ?? null, records[change]!, stored)
    if (!now || !growth || !entry?.quantity) return []
    const changeUnit = records[change]!.unit === 'times' ? 'TIMES' : 'PCT'
    const again = checkHeadline({ level: now, change: growth, changeUnit }, entry.quantity)
    return again.code === 'mismatch' ? [{ level, change, check: again, base: { entry } }] : []
  })
}
