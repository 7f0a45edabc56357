import { z } from 'zod'
import { type Columns, citationColumns, type ObservationRow } from '@/lib/formats/csv'

/** Ways in which what is said does not fit together; the order is that of the page. */
export const kinds = ['mirror', 'values', 'rates', 'arithmetic'] as const
export type Kind = (typeof kinds)[number]
export const states = ['open', 'settled'] as const

/** What a reader chooses beside the common filters, as it stands in the address; unknown values are dropped. */
export const Choice = z.object({
  kind: z.enum(kinds).nullable().catch(null),
  state: z.enum(states).nullable().catch(null),
})
export type Choice = z.output<typeof Choice>

/** One figure of a disagreement with all that is known of it. All strings are ready to read. */
export type Saying = {
  entry: number
  href: string
  text: string
  /** False where its evidence only names a page. */
  quoted: boolean
  /** Set where the figures of one disagreement are not all for its period. */
  period: string | null
  /** "Kazakhstan’s figures" */
  whose: string
  /** "statistics office" */
  basis: string
  /** "wheat", where the figure is of a part only. */
  scope: string | null
  /** "Akorda press service, said on 7 Apr 2023" */
  said: string | null
  /** "The Astana Times, 11 Apr 2023" */
  source: string
  /** "and 2 more sources" */
  more: string | null
  /** "doubtful", where a source or an editor says so. */
  status: string | null
  rank: 'preferred' | 'normal' | 'deprecated'
  /** "Preferred by an editor; stands so since 27 Nov 2026", null where nothing was decided. */
  ranked: string | null
  /** The reason of the rank, or what the editors note. */
  note: string | null
  /** What follows from it: the base that a growth rate implies. */
  implies: string | null
}

export type Disagreement = {
  /** Fragment of its address. */
  id: string
  kind: Kind
  indicator: string
  indicatorName: string
  indicatorHref: string
  period: string
  /** Whose figures, of which way: "Kazakhstan’s figures", "Exports from Azerbaijan: two counts". */
  what: string
  /** "$216.7 m apart, 46.8 % of the smaller" */
  gap: string
  settled: boolean
  state: string
  sayings: Saying[]
  /** The arithmetic, one sentence a line. */
  computed: string[]
  /** Valuation and the like, name and value. */
  facts: { name: string; value: string }[]
}

/** One row of the file: a figure of a disagreement, with its citation. */
export type DisagreementRow = ObservationRow & {
  kind: string
  disagreement: string
  about: string
  origin: string | null
  measure: string
  scope: string | null
  basis: string
  saidBy: string | null
  rank: string
  reason: string | null
  gap: string
  gapPercent: string | null
  state: string
  computation: string | null
}

export const rowColumns: Columns<DisagreementRow> = {
  kind: 'kind',
  disagreement: 'conflict',
  indicator: 'indicator',
  about: 'about',
  origin: 'origin',
  measure: 'measure',
  scope: 'scope',
  period: 'period',
  start: 'start',
  end: 'end',
  value: 'value',
  valueTo: 'value_to',
  unit: 'unit',
  multiplier: 'multiplier',
  qualifier: 'qualifier',
  status: 'status',
  reporter: 'reporter',
  basis: 'basis',
  saidBy: 'said_by',
  rank: 'rank',
  reason: 'reason',
  gap: 'gap',
  gapPercent: 'gap_percent',
  state: 'state',
  computation: 'computation',
  ...citationColumns,
}
