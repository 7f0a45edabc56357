import { z } from 'zod'
import { Filters, type RelationHead } from '@/lib/dashboards/schema'
import { Slug } from '@/lib/entities/schema'
import { kindCodes } from '@/lib/entries/schema'

/**
 * Indicators whose figures are counts of agreements: of one occasion ("more than 20 documents"), and of all there are.
 * An editor of any relation who uses them gets the comparison with what is listed by name.
 */
export const countingIndicators = { occasion: 'documents-signed', all: 'legal-base' } as const

export const agreementTypes = kindCodes.agreement
/** What may be asked of the state of an agreement; more than one may hold at once. */
export const standings = ['announced', 'signed', 'in_force', 'expiring', 'stalled', 'over'] as const
export type Standing = (typeof standings)[number]
export const sorts = ['ending', 'title'] as const

/** Settings that only this page has; unknown values are dropped, never guessed. */
export const AgreementChoice = z.object({
  kind: z.enum(agreementTypes).nullable().catch(null),
  status: z.enum(standings).nullable().catch(null),
  /** Who takes part. */
  who: Slug.nullable().catch(null),
  /** The latest signature first where none is asked for. */
  sort: z.enum(sorts).nullable().catch(null),
})
export type AgreementChoice = z.output<typeof AgreementChoice>

/** `from` and `to` are the days between which something was signed. */
export const AgreementFilters = Filters.extend(AgreementChoice.shape)
export type AgreementFilters = z.output<typeof AgreementFilters>

/** A step as it was recorded, with the way to its evidence. */
export type AgreementStage = {
  entry: number
  href: string
  quoted: boolean
  code: string
  text: string
  on: string
  note: string | null
  source: string
}

/** A party, or all of them where no step names parties, with their steps in order of time. */
export type PartyLine = { names: string[]; stages: AgreementStage[]; unsigned: boolean }

export type AgreementLine = {
  entry: number
  version: number
  href: string
  quoted: boolean
  title: string
  otherTitles: string[]
  type: string
  typeText: string
  theme: string
  themeText: string
  /** Whom it is about, unless that is the relation itself. */
  about: string | null
  parties: PartyLine[]
  /** ISO day of the first signature, for the order; and of the end of its term. */
  signedOn: string | null
  endsOn: string | null
  term: string | null
  status: { code: string; text: string; open: boolean }
  standings: Standing[]
  /** "expires in 33 days"; "signed 1,255 days ago, no later step is recorded" */
  warnings: string[]
  note: string | null
  source: string
}

/** One figure that somebody gave for how many there are. */
export type ClaimLine = {
  entry: number
  href: string
  quoted: boolean
  text: string
  /** "announced", "counted" */
  how: string
  whose: string
  scope: string | null
  source: string
  note: string | null
}

/** What was claimed for one occasion beside what is listed by name: compared, never added. */
export type Occasion = {
  key: string
  on: string
  title: string | null
  claims: ClaimLine[]
  listed: { entry: number; href: string; title: string; on: string }[]
  /** "more than 20 claimed, 10 by another source, 4 listed by name" */
  told: string
}

/** What was claimed to be the size of the legal base on a day, beside how many of this register were signed by then. */
export type BaseLine = ClaimLine & { on: string; listed: number }

/** What `/relations/<slug>/agreements` shows. */
export type AgreementsPage = {
  head: RelationHead
  lines: AgreementLine[]
  counts: Record<Standing, number>
  all: number
  occasions: Occasion[]
  base: BaseLine[]
  types: { code: string; name: string }[]
  themes: { code: string; name: string }[]
  people: { slug: string; name: string }[]
  knownText: string
}
