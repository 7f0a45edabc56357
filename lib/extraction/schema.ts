import type { HeadlineCheck } from '@/lib/assessments/headline/rules'
import type { Qualifier } from '@/lib/quantities/schema'

/**
 * What a candidate claims. A `multiple` is a change in times ("tripled"), `growth` one in percent or in its own unit
 * ("up by $7.5 million"); shares and rates are observations in percent.
 */
export const candidateKinds = [
  'observation',
  'target',
  'growth',
  'multiple',
  'agreement-count',
  'commitment',
  'agreement',
  'event',
] as const
export type CandidateKind = (typeof candidateKinds)[number]

export const families = [
  'trade.turnover',
  'trade.exports',
  'trade.imports',
  'transport',
  'economy',
  'investment',
  'documents',
  'other',
] as const
export type Family = (typeof families)[number]

/** Which rule read a candidate: the end of its message key. */
export const ruleNames = [
  'level',
  'share',
  'rate',
  'change',
  'multiple',
  'plan',
  'forecast',
  'capacity',
  'promise',
  'documents',
  'visit',
  'talks',
  'signing',
  'award',
  'opening',
  'aid',
  'instrument',
  'planned',
  'agreed',
  'model',
] as const
export type RuleName = (typeof ruleNames)[number]

/** What a person should look at before accepting: the end of its message key. */
export const doubtNames = [
  'periodInherited',
  'periodUnknown',
  'unitInherited',
  'hedged',
  'opinion',
  'conditional',
  'converted',
  'rounded',
  'repeated',
  'headline',
  'slip',
  'countUnknown',
  'announced',
] as const
export type DoubtName = (typeof doubtNames)[number]

/** Units of an amount that are not an ISO 4217 currency. */
export const unitWords = [
  'percent',
  'times',
  'tonnes',
  'TEU',
  'km',
  'days',
  'passengers',
  'gigawatts',
  'cubic metres',
  'count',
] as const

/**
 * One claim that a text makes, with the place that states it. All offsets are half-open UTF-16 offsets of the text
 * given to `extract`. What the text leaves open is null: no date for "the near future", no base for "tripled".
 */
export type Candidate = {
  /** The evidence: `quote === text.slice(start, end)`. */
  start: number
  end: number
  quote: string
  /** The number's own words inside the quote, its qualifier left out: "20" of "more than 20". */
  numberStart: number | null
  numberEnd: number | null
  kind: CandidateKind
  /** Decimal strings; the amount is `value` × 10^`unitMult`. A decline is a negative growth. */
  value: string | null
  /** Upper end of a range. */
  valueTo: string | null
  unitMult: number
  /** Decimals of `value` as written: 1 for "529.4 million". */
  decimals: number
  /** An ISO 4217 code or one of `unitWords`. */
  unit: string | null
  qualifier: Qualifier
  /** When it holds: "2021", "2022-Q1", "2022-08", "2022-08-24" or "start/end", both ends included. */
  period: string | null
  periodWords: string | null
  /** When a target or commitment falls due, in the same notation. */
  due: string | null
  dueWords: string | null
  /** Against what a growth or multiple is measured. */
  base: string | null
  baseWords: string | null
  family: Family
  /** Countries, corridors and places that the sentence is about, as written. */
  about: string[]
  /** Whose goods, where the sentence says so. */
  origin: string | null
  /** Whose count it is: "State Customs Committee". */
  reporterWords: string | null
  /** Who says it, and as what. */
  speaker: string | null
  speakerAs: string | null
  /** PLOVER type of an event, instrument of an agreement, strength of a commitment: a code of `kind_code`. */
  code: string | null
  /** Stage, where the text says one: signed, ratified, in_force, delivered … */
  step: string | null
  /** A short name for events, agreements and commitments, in the text's own words. */
  title: string | null
  rule: RuleName
  doubts: DoubtName[]
  /** 0 to 1. */
  confidence: number
  /** Index of the earlier candidate whose claim this one repeats, rounds or converts. */
  sameAs: number | null
}

/** What a claim says beside its place, kind and rule, as long as nobody has filled it in. */
export const blankCandidate = (): Omit<Candidate, 'start' | 'end' | 'quote' | 'kind' | 'rule' | 'confidence'> => ({
  numberStart: null,
  numberEnd: null,
  value: null,
  valueTo: null,
  unitMult: 0,
  decimals: 0,
  unit: null,
  qualifier: 'exact',
  period: null,
  periodWords: null,
  due: null,
  dueWords: null,
  base: null,
  baseWords: null,
  family: 'other',
  about: [],
  origin: null,
  reporterWords: null,
  speaker: null,
  speakerAs: null,
  code: null,
  step: null,
  title: null,
  doubts: [],
  sameAs: null,
})

/** What a level and its change in the same text say about each other. */
export type HeadlineFinding = {
  /** Indices of candidates. */
  level: number
  change: number
  /** The level of the period before, where the text states one. */
  base: number | null
  check: HeadlineCheck
}

export type ExtractionOptions = {
  /** Day of the text, ISO: what "last year" is resolved from. Without it such words stay unresolved. */
  date: string | null
  /** The two countries it is about, ISO 3166-1 alpha-3. */
  pair: [string, string] | null
  /** BCP 47; found from the text where none is given. */
  language?: string
}

export type Extraction = { candidates: Candidate[]; checks: HeadlineFinding[]; language: string }

/** Message keys of what a candidate says about itself. */
export const ruleMessage = (rule: RuleName) => `extraction.rules.${rule}` as const
export const doubtMessage = (doubt: DoubtName) => `extraction.doubts.${doubt}` as const

const codes: Record<string, string> = {
  percent: 'PCT',
  times: 'TIMES',
  tonnes: 'T',
  TEU: 'TEU',
  km: 'KM',
  days: 'D',
  passengers: 'PERSONS',
  gigawatts: 'GW',
  'cubic metres': 'M3',
  count: 'COUNT',
}
/** The product's code for a candidate's unit; currencies are their own. */
export const unitCode = (unit: string): string => codes[unit] ?? unit
