import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { storable } from '@/lib/errors/issues'
import { SeriesKey, Theme } from '@/lib/indicators/schema'
import { isoDate, Period } from '@/lib/periods/schema'
import { Quantity } from '@/lib/quantities/schema'

export const entryKinds = ['observation', 'target', 'commitment', 'agreement', 'stage', 'event', 'statement'] as const
export const EntryKind = z.enum(entryKinds)
export type EntryKind = z.infer<typeof EntryKind>

/** SDMX CL_OBS_STATUS, the codes used: normal, break, estimated, forecast, provisional, low reliability (doubtful here). */
export const obsStatuses = ['A', 'B', 'E', 'F', 'P', 'U'] as const
export const ranks = ['preferred', 'normal', 'deprecated'] as const
/** Who let the figure out: a statistics office named, an official, anybody else. */
export const bases = ['office', 'official', 'other'] as const

/** Steps of a promise; "announced", "late", "met" and "missed" are computed, never typed. */
export const promiseSteps = ['restated', 'in_progress', 'delivered', 'partly_delivered', 'lapsed', 'withdrawn'] as const
export const agreementSteps = ['signed', 'ratified', 'in_force', 'suspended', 'terminated'] as const

/** Codes per kind; the table `kind_code` holds the same list with names. */
export const kindCodes = {
  /** PLOVER event types. */
  event: [
    'AGREE',
    'CONSULT',
    'SUPPORT',
    'CONCEDE',
    'COOPERATE',
    'AID',
    'RETREAT',
    'REQUEST',
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
    'SANCTION',
    'MOBILIZE',
    'COERCE',
    'ASSAULT',
  ],
  agreement: [
    'treaty',
    'declaration',
    'joint_statement',
    'programme',
    'roadmap',
    'agreement',
    'memorandum',
    'contract',
    'twinning',
    'set',
  ],
  stage: [...promiseSteps, ...agreementSteps],
  statement: ['support', 'approve', 'neutral', 'expect', 'concern', 'criticise', 'recommend'],
  commitment: ['talks', 'proposal', 'instruction', 'pledge'],
} as const

export const partyRoles = [
  'signatory',
  'host',
  'guest',
  'giver',
  'receiver',
  'promiser',
  'promisee',
  'speaker',
  'honouree',
  'participant',
] as const

/** Entry ↔ source. Without a quote it is a page reference, and shows as one. */
export const EvidenceInput = z
  .object({
    source: z.number().int().positive(),
    quote: z.string().trim().min(1).max(2000).nullable().default(null),
    /** Where the quote begins in the stored text: UTF-16, as in W3C TextPositionSelector. Required when the source's text is stored. */
    startsAt: z.number().int().min(0).nullable().default(null),
    /** "¶22", "table 3": where it stands in a text that is not stored. */
    locator: z.string().trim().max(80).nullable().default(null),
    speaker: Slug.nullable().default(null),
    /** Role or name as printed: "President of Kazakhstan". */
    speakerAs: z.string().trim().max(200).nullable().default(null),
    /** Day of the words, where it is not the day of publication. */
    saidOn: isoDate.nullable().default(null),
  })
  .refine((e) => e.startsAt === null || e.quote !== null, { path: ['startsAt'], error: 'anchorWithoutQuote' })
export type EvidenceInput = z.input<typeof EvidenceInput>

const common = {
  period: Period,
  /** Public: doubt, wording, why this rank. */
  note: z.string().trim().max(2000).nullable().default(null),
  internal: z.boolean().default(false),
  evidence: z.array(EvidenceInput).max(20).default([]),
  /** The same request again makes no second entry: a form's key, an importer's row, the sample's name. */
  requestKey: z.string().min(8).max(120).nullable().default(null),
}
const figure = {
  series: SeriesKey,
  quantity: Quantity,
  /** A change: measured against what. */
  base: Period.nullable().default(null),
}
const words = {
  about: Slug,
  theme: Theme,
  title: z.string().trim().min(1, 'required').max(300),
  parties: z
    .array(z.object({ entity: Slug, role: z.enum(partyRoles) }))
    .max(40)
    .default([]),
}

export const ObservationInput = z.object({
  kind: z.literal('observation'),
  ...common,
  ...figure,
  obsStatus: z.enum(obsStatuses).default('A'),
  rank: z.enum(ranks).default('normal'),
  basis: z.enum(bases),
})
/** `period` says by when: `ends` is the day after the last one allowed; both ends null and words = no deadline stated. */
export const TargetInput = z.object({ kind: z.literal('target'), ...common, ...figure })
/** `period.ends` is the day after the deadline. */
export const CommitmentInput = z.object({
  kind: z.literal('commitment'),
  code: z.enum(kindCodes.commitment),
  ...common,
  ...words,
})
/** `period` is the term it runs for; dates of signature and force are stages. */
export const AgreementInput = z.object({
  kind: z.literal('agreement'),
  code: z.enum(kindCodes.agreement),
  ...common,
  ...words,
  otherTitles: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
})
/** `of` is the root id of the target, commitment or agreement it is a step of. */
export const StageInput = z.object({
  kind: z.literal('stage'),
  code: z.enum(kindCodes.stage),
  ...common,
  of: z.number().int().positive(),
  parties: words.parties,
})
export const EventInput = z.object({
  kind: z.literal('event'),
  code: z.enum(kindCodes.event),
  ...common,
  ...words,
  place: Slug.nullable().default(null),
})
export const StatementInput = z.object({
  kind: z.literal('statement'),
  code: z.enum(kindCodes.statement),
  ...common,
  ...words,
})

/** What every door takes: form, API, importer and sample. */
export const EntryInput = z
  .discriminatedUnion('kind', [
    ObservationInput,
    TargetInput,
    CommitmentInput,
    AgreementInput,
    StageInput,
    EventInput,
    StatementInput,
  ])
  .superRefine(storable)
export type EntryInput = z.input<typeof EntryInput>
