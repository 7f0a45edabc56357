import type { Candidate } from '../schema'

const amount = (candidate: Candidate) => Number(candidate.value) * 10 ** candidate.unitMult
const isMoney = (unit: string | null) => unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'TEU'
/** The last digit that was written: 3.1 is rounded to 0.1. */
const step = (candidate: Candidate) => 10 ** (candidate.unitMult - candidate.decimals)
const key = (c: Candidate) => `${c.kind} ${c.unit} ${c.family.split('.')[0]}`
const agree = (a: string | null, b: string | null) => a === null || b === null || a === b

/** Does the coarser of two say what the finer one says: "threefold" of 3.1, "$1.4 billion" of $1.397 billion. */
function rounds(coarse: Candidate, fine: Candidate): boolean {
  if (step(coarse) <= step(fine)) return false
  const difference = Math.abs(amount(coarse) - amount(fine))
  return coarse.qualifier === 'exact'
    ? difference <= Math.min(step(coarse) / 2, Math.abs(amount(fine)) * 0.06)
    : difference <= Math.abs(amount(fine)) * 0.1
}

/**
 * Links what a text says again: the same claim (`repeated`), its rounding, the same amount in another currency.
 * Looks back at most at the newest claims of its kind and unit, so that the cost stays linear.
 */
export function linkDuplicates(candidates: Candidate[], text: string): void {
  const before = new Map<string, number[]>()
  const rounded = new Set<number>()
  candidates.forEach((candidate, at) => {
    if (candidate.value === null || candidate.numberStart === null) return
    const previous = candidates[at - 1]
    if (
      previous?.numberEnd != null &&
      isMoney(candidate.unit) &&
      isMoney(previous.unit) &&
      candidate.unit !== previous.unit
    ) {
      const between = text.slice(previous.numberEnd, candidate.numberStart)
      if (
        /^\s*(?:\(|\[|,? ?or |\/|,? equivalent to |,? that is )\s*(?:about |around |some |approximately |nearly |almost |over |or |US)?$/i.test(
          between,
        )
      ) {
        Object.assign(candidate, {
          kind: previous.kind,
          sameAs: at - 1,
          period: previous.period,
          due: previous.due,
          family: previous.family,
          rule: previous.rule,
        })
        candidate.doubts.push('converted')
        return
      }
    }
    const seen = before.get(key(candidate)) ?? []
    for (const index of seen.slice(-40)) {
      const earlier = candidates[index]!
      if (earlier.sameAs !== null || !agree(earlier.period, candidate.period) || !agree(earlier.due, candidate.due))
        continue
      if (
        amount(earlier) === amount(candidate) &&
        earlier.qualifier === candidate.qualifier &&
        earlier.valueTo === candidate.valueTo &&
        earlier.family === candidate.family
      ) {
        candidate.sameAs = index
        candidate.doubts.push('repeated')
        break
      }
      if (earlier.family !== candidate.family) continue
      if (!rounded.has(index) && (rounds(earlier, candidate) || rounds(candidate, earlier))) {
        rounded.add(index)
        candidate.sameAs = index
        candidate.doubts.push('rounded')
        break
      }
    }
    before.set(key(candidate), [...seen.slice(-40), at])
  })
}
