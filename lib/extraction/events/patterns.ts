import type { CandidateKind, RuleName } from '../schema'

/** What a turn of phrase tells of: codes are PLOVER types of events, strengths of commitments. */
export type Occurrence = {
  kind: Extract<CandidateKind, 'event' | 'commitment' | 'agreement'>
  code: string
  rule: RuleName
  step: string | null
}
/** Phrases joined by `|`, as in a language's cues. */
export type EventWords = {
  occurrences: readonly (Occurrence & { phrases: string })[]
  /** Instruments by the noun of their title. */
  instruments: Readonly<Record<string, string>>
}
