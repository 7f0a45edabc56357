import { type Columns, citationColumns, type ObservationRow } from '@/lib/formats/csv'

/** What is counted about whom by whom, as seen from a relation: one line of a comparison. */
export type LineKey = {
  /** Slug of the relation it is shown on. */
  relation: string
  indicator: string
  /** Slug of whom it is about; the relation itself or what it shows. */
  about: string
  /** Null where nobody is named. */
  reporter: string | null
  origin: string | null
  measure: 'level' | 'change'
  /** Null = the indicator's own; of changes rates and multiples together. */
  unit: string | null
  scope: string
}

export const modes = ['indexed', 'absolute', 'panels'] as const
export type Mode = (typeof modes)[number]

/** More lines than these cannot be told apart. */
export const mostLines = 8

/** What `/compare` is asked for; `base` as it was written. */
export type Comparison = {
  lines: LineKey[]
  mode: Mode
  base: { text: string; starts: string; ends: string } | null
  from: string | null
  to: string | null
  known: string | null
  edition: string | null
}

/** One row of the file: a figure of a line with its index, and its citation. */
export type ComparisonRow = ObservationRow & {
  line: string
  relation: string
  about: string
  origin: string | null
  measure: string
  scope: string | null
  base: string | null
  index: string | null
}

export const rowColumns: Columns<ComparisonRow> = {
  line: 'line',
  relation: 'relation',
  indicator: 'indicator',
  about: 'about',
  reporter: 'reporter',
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
  base: 'index_base',
  index: 'index',
  ...citationColumns,
}
