import { z } from 'zod'
import type { ChartSpec } from '@/lib/charts/spec'
import { Filters, type PromiseRow, type RelationHead } from '@/lib/dashboards/schema'
import { Slug } from '@/lib/entities/schema'

/** What may be asked of the state of a promise. One may be kept and late at once. */
export const outcomes = ['open', 'kept', 'late', 'missed', 'undecided'] as const
export type Outcome = (typeof outcomes)[number]

/** The newest announcement comes first where none of these is asked for. */
export const sorts = ['due', 'changed'] as const
/** Settings that only this page has; unknown values are dropped, never guessed. */
export const PromiseChoice = z.object({
  kind: z.enum(['target', 'commitment']).nullable().catch(null),
  status: z.enum(outcomes).nullable().catch(null),
  /** Who promised, to whom, or who said it. */
  who: Slug.nullable().catch(null),
  sort: z.enum(sorts).nullable().catch(null),
})
export type PromiseChoice = z.output<typeof PromiseChoice>

/** `from` and `to` are the days between which a promise was announced. */
export const PromiseFilters = Filters.extend(PromiseChoice.shape)
export type PromiseFilters = z.output<typeof PromiseFilters>

/** One step of the trail, each leading to its evidence; the announcement is the first. */
export type TrailStep = {
  entry: number
  href: string
  /** False where its evidence only names a page. */
  quoted: boolean
  code: string
  on: string
  /** "restated", "delivered" */
  text: string
  note: string | null
  /** "Akorda, 11 Apr 2023" */
  source: string
}

/** A number that was put into a formula, and where it comes from. */
export type Input = { name: string; text: string; entry?: number; href?: string; quoted?: boolean }

/** How far one reporter's figures have come, and how that is computed. */
export type ReporterLine = {
  whose: string
  percent: number | null
  figure: { entry: number; href: string; text: string; quoted: boolean } | null
  period: string
  /** "52.9 % of it", and the pace in a word: "behind: progress made but acceleration needed". */
  share: string | null
  pace: { code: string; text: string }
  inputs: Input[]
  /** Formulas with their numbers, one a line. */
  formulas: string[]
}

export type PromiseLine = Pick<PromiseRow, 'entry' | 'href' | 'what' | 'who' | 'due' | 'status'> & {
  version: number
  kind: 'target' | 'commitment'
  /** "Target", "Pledge", "Proposal" */
  kindText: string
  theme: string
  themeText: string
  quoted: boolean
  note: string | null
  /** ISO day and as it is read; null where no source is dated. */
  announced: { on: string; text: string } | null
  restated: number
  /** ISO day after the last one allowed. */
  dueOn: string | null
  outcomes: Outcome[]
  /** "268 days after 31 Dec 2023": what the state is computed from. */
  detail: string | null
  /** What the deciding step says of itself. */
  outcome: { entry: number; href: string; text: string } | null
  trail: TrailStep[]
  reporters: ReporterLine[]
}

/** What `/relations/<slug>/promises` shows. */
export type PromisesPage = {
  head: RelationHead
  lines: PromiseLine[]
  /** How many there are of each outcome, whichever outcome is asked for. */
  counts: Record<Outcome, number>
  all: number
  charts: ChartSpec[]
  themes: { code: string; name: string }[]
  people: { slug: string; name: string }[]
  reporters: { slug: string; name: string }[]
  knownText: string
}
