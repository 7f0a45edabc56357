import type { Family } from '../schema'

/**
 * What a word can tell the rules. The rules know these names only, never a word of a language, so a language is a
 * folder of data: its words, in the lower case and spelling of `plain`.
 */
export const cues = [
  // change
  'rise',
  'fall',
  'change', // a noun that may be what a copula speaks of: "growth was 5 %"
  'more',
  'less',
  'reaches', // verbs after which a level stands: "amounted to"
  'yearly', // "year on year"
  // prepositions and joints
  'by',
  'to',
  'from',
  'of',
  'against',
  'than',
  'refers', // an object named before: "doubling it"
  'relative', // begins a clause about what stands before it: "2022, when it was"
  'and',
  'but',
  'filler', // may stand between a verb and its number
  'respectively',
  // modality
  'past',
  'present',
  'now',
  'once',
  'plan',
  'forecast',
  'modal',
  'infinitive',
  'promise',
  'give', // what a promise gives: "invest", "provide"
  'capacity',
  'handle',
  'worth', // what something costs
  'condition',
  'not',
  // what is counted
  'share',
  'rate',
  'level', // "times the figure", "twice as much"
  'document',
  'sign',
  'countable',
  'passenger',
  'transit',
  'distance',
  // who says it
  'say',
  'according',
  'opinion',
  'hedge',
  'pronoun',
  'role',
  'office',
] as const
export type Cue = (typeof cues)[number]

export type Months = readonly string[]

/**
 * Phrases are joined by `|`; a `*` at the end of one stands for any ending.
 */
export type Language = {
  code: string
  cues: Partial<Record<Cue, string>>
  topics: Partial<Record<Exclude<Family, 'other'>, string>>
  /** Twelve, each with its spellings and cases joined by `|`. */
  months: Months
  /** The verb stands after its number, as in Turkic languages. */
  verbFinal: boolean
  /** The case of an amount that something came to, where a language has one ("610 milyon dollara enib"). */
  levelEnding: RegExp | null
  /** How most verbs end in the past, null where no ending tells. */
  pastEnding: string | null
}
