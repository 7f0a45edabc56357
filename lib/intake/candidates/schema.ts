import { z } from 'zod'
import { type Candidate, candidateKinds, doubtNames, families, ruleNames } from '@/lib/extraction/schema'
import { Decimal, Qualifier } from '@/lib/quantities/schema'

const place = z.number().int().min(0)
const words = z.string().nullable()

/** A candidate's record as it is stored: what `extract` gives, or what a person marked. */
export const CandidateRecord = z.object({
  start: place,
  end: place,
  quote: z.string().min(1).max(2000),
  numberStart: place.nullable(),
  numberEnd: place.nullable(),
  kind: z.enum(candidateKinds),
  value: Decimal.nullable(),
  valueTo: Decimal.nullable(),
  unitMult: z.number().int().min(0).max(15),
  decimals: z.number().int().min(0).max(15),
  unit: words,
  qualifier: Qualifier,
  period: words,
  periodWords: words,
  due: words,
  dueWords: words,
  base: words,
  baseWords: words,
  family: z.enum(families),
  about: z.array(z.string()),
  origin: words,
  reporterWords: words,
  speaker: words,
  speakerAs: words,
  code: words,
  step: words,
  title: words,
  rule: z.enum(ruleNames),
  doubts: z.array(z.enum(doubtNames)),
  confidence: z.number().min(0).max(1),
  sameAs: z.number().int().nullable(),
}) satisfies z.ZodType<Candidate>

export const candidateStates = ['open', 'accepted', 'rejected', 'reported'] as const
export type CandidateState = (typeof candidateStates)[number]

/** What a person may mark in a text: the kinds of candidate, less those that are readings of a number. */
export const markedKinds = ['observation', 'target', 'growth', 'commitment', 'agreement', 'event'] as const
export const Marked = z.object({
  kind: z.enum(markedKinds),
  quote: z.string().trim().min(1, 'required').max(2000),
  /** Where it begins in the stored text (UTF-16); without it the words must occur once. */
  startsAt: place.nullable().default(null),
  requestKey: z.string().min(8).max(120).nullable().default(null),
})
export type Marked = z.input<typeof Marked>
