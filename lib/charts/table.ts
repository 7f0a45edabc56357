import { keptWith } from '@/lib/i18n/kept'
import { dayText } from './layout/days'
import { statusWord } from './layout/look'
import type { ChartPoint, ChartSpec } from './spec'
import { gapSides } from './summary'

/** The figures of a chart as rows: the same data as the drawing, in words. */
export type FigureTable = {
  caption: string
  columns: { period: string; value: string; status: string; source: string }
  /** Series, then gaps between them, then targets, then events; none is empty. */
  groups: { heading: string; rows: FigureRow[] }[]
}
export type FigureRow = {
  period: string
  /** What is read, and the way to its evidence. */
  text: string
  entry: number
  href: string
  status: string
  source: string
  note: string | null
}

/** `headings` are the words above the rows of targets, events and of each gap. */
export function toTable(
  spec: ChartSpec,
  headings: { targets: string; events: string; gap: (a: string, b: string) => string },
): FigureTable {
  const { words, lang } = spec
  const series = spec.series.map(({ label, points }) => ({
    heading: label,
    rows: [...points].sort(byTime).map((point) => toRow(point, spec)),
  }))
  const targets = spec.targets.flatMap(({ from, label, entry, href, due, restated = [] }) => [
    {
      period: `${words.announced} ${dayText(from, lang)}`,
      text: label,
      status: due === null ? words.noDeadline : `${words.due} ${dayText(lastDay(due), lang)}`,
      source: '',
      note: null,
      entry,
      href,
    },
    ...restated.map(({ on, ...step }) => ({
      period: `${words.restated} ${dayText(on, lang)}`,
      text: label,
      status: '',
      source: '',
      note: null,
      ...step,
    })),
  ])
  // A gap is computed from two figures that stand above it with their evidence: it has none of its own.
  const gaps = (spec.gaps ?? []).map(({ between, spans }) => ({
    heading: headings.gap(...gapSides(spec, between)),
    rows: spans.map(({ periodLabel, text }) => ({
      period: periodLabel,
      text,
      status: '',
      source: '',
      note: null,
      entry: 0,
      href: '',
    })),
  }))
  const byDay = [...spec.events].sort((a, b) => a.on.localeCompare(b.on))
  const events = byDay.map(({ on, label, entry, href }) => ({
    period: dayText(on, lang),
    text: label,
    status: '',
    source: '',
    note: null,
    entry,
    href,
  }))
  return {
    caption: `${spec.title} (${spec.unitLabel})`,
    columns: { period: words.period, value: words.value, status: words.status, source: words.source },
    groups: [
      ...series,
      ...gaps,
      { heading: headings.targets, rows: targets },
      { heading: headings.events, rows: events },
    ].filter(({ rows }) => rows.length > 0),
  }
}

const rowsKept = keptWith<FigureRow>()

const toRow = (point: ChartPoint, spec: ChartSpec): FigureRow => rowsKept(point, spec.lang, () => madeRow(point, spec))

function madeRow(point: ChartPoint, spec: ChartSpec): FigureRow {
  const { periodLabel, text, entry, href, status, source, note } = point
  // Only what differs is said: a column of "as published" would hide the doubts.
  const said = status === 'A' ? '' : statusWord(status, spec.words)
  return { period: periodLabel, text, entry, href, status: said, source, note }
}

function byTime(a: ChartPoint, b: ChartPoint): number {
  return a.starts.localeCompare(b.starts) || a.ends.localeCompare(b.ends)
}

/** Ends are half-open; people name the last day that still counts. */
function lastDay(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
