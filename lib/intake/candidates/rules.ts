import { blankCandidate, type Candidate, type CandidateKind } from '@/lib/extraction/schema'
import { shift } from '@/lib/quantities/numerals/rules'
import { numbersIn } from '@/lib/quantities/quotes/rules'
import { CandidateRecord } from './schema'

/** More than a person goes through in one article; a text that gives more is a table. */
const mostCandidates = 500

/**
 * What of an article's findings can be stored, each once: a quote too long to be evidence is none. Links between them
 * (`sameAs`) count what is left.
 */
export function storable(found: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  const kept = found
    .map((candidate, at) => ({ candidate, at }))
    .filter(({ candidate: c }) => {
      if (seen.size === mostCandidates) return false
      const key = JSON.stringify([c.kind, c.start, c.end, c.numberStart, c.title])
      if (seen.has(key) || !CandidateRecord.safeParse(c).success || c.quote !== c.quote.trim()) return false
      seen.add(key)
      return true
    })
  const places = new Map(kept.map(({ at }, now) => [at, now]))
  return kept.map(({ candidate: c }) => ({ ...c, sameAs: c.sameAs === null ? null : (places.get(c.sameAs) ?? null) }))
}

type Kept = { id: number; byHand: boolean; record: Candidate }
/** What the rules found in an article, in their own order: the one that `sameAs` counts. */
export const ruled = <T extends Kept>(all: readonly T[]): T[] =>
  all.filter((c) => !c.byHand).sort((a, b) => a.id - b.id)

/** The stored candidate whose claim this one says again, rounds or converts; null where it says something of its own. */
export const repeatedBy = <T extends Kept>({ byHand, record }: T, all: readonly T[]): T | null =>
  byHand || record.sameAs === null ? null : (ruled(all)[record.sameAs] ?? null)

const isFigure = (kind: CandidateKind) => kind === 'observation' || kind === 'target' || kind === 'growth'

/**
 * The record of a passage that a person marked: what the rules read inside it, with the kind and the place that were
 * chosen; else the first number it holds; else nothing but the words.
 */
export function markedRecord(kind: CandidateKind, quote: string, start: number, read: readonly Candidate[]): Candidate {
  const end = start + quote.length
  const chosen: Candidate = { ...blankCandidate(), rule: 'level', kind, start, end, quote, confidence: 1 }
  const inside = read.filter((c) =>
    c.numberStart === null ? c.start >= start && c.end <= end : c.numberStart >= start && c.numberEnd! <= end,
  )
  const like = isFigure(kind)
    ? (inside.find((c) => c.kind === kind && c.value !== null) ?? inside.find((c) => c.value !== null))
    : inside.find((c) => c.kind === kind)
  if (like) return { ...like, kind, start, end, quote, confidence: 1, sameAs: null }
  const number = isFigure(kind) ? numbersIn(quote).find((n) => n.kind === 'number') : undefined
  if (!number) return chosen
  const written = (value: string): string =>
    value.startsWith('-') ? `-${written(value.slice(1))}` : shift(value, -number.unitMult)
  return {
    ...chosen,
    numberStart: start + number.start,
    numberEnd: start + number.end,
    value: written(
      kind === 'growth' && number.falls && !number.value.startsWith('-') ? `-${number.value}` : number.value,
    ),
    valueTo: number.valueTo === null ? null : written(number.valueTo),
    unitMult: number.unitMult,
    decimals: number.decimals,
    unit: number.unit,
    qualifier: number.qualifier,
  }
}
