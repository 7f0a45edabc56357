import type { Candidate, Extraction } from './schema'

/** The record that the command prints: qualifiers in words, numbers as numbers, documents named by title as events. */
export type CandidateRecord = Omit<Candidate, 'value' | 'valueTo' | 'qualifier' | 'kind'> & {
  value: number | null
  valueTo: number | null
  qualifier: string
  kind: string
}

/** @returns one record for each claim: what a text says a second time is linked to the first and not printed again. */
export function toRecords({ candidates }: Extraction): CandidateRecord[] {
  return candidates
    .filter((candidate) => !candidate.doubts.includes('repeated'))
    .map((candidate) => ({
      ...candidate,
      kind: candidate.kind === 'agreement' ? 'event' : candidate.kind,
      qualifier: candidate.qualifier.replace('_', ' '),
      value: candidate.value === null ? null : Number(candidate.value),
      valueTo: candidate.valueTo === null ? null : Number(candidate.valueTo),
    }))
}
