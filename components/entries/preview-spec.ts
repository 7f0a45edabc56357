import Big from 'big.js'
import type { ChartPoint, ChartSpec } from '@/lib/charts/spec'
import type { Figure } from '@/lib/entries/forms/warnings/rules'
import type { Neighbour } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { formatPeriod, spanOf } from '@/lib/periods/rules'

/** A figure that is being typed. */
export type Draft = {
  figure: Figure
  unit: string
  /** As readers read it: "about $529.4 m". */
  text: string
  /** Whose figure it is; what a line of its own is called. */
  label: string
  named: boolean
  obsStatus: string
  today: string
}

/** Charts of changes are drawn in percent: "3.1 times" and "+210 %" are the same growth. */
const drawn = (value: string, unit: string) => (unit === 'TIMES' ? new Big(value).minus(1).times(100).toFixed() : value)

/**
 * The chart readers see, with a figure that is being typed in its place: on its own line, on a new one where it is the
 * first, as a line across for a target. Null where the chart cannot show it: no two dates, or another unit.
 * @param own root of the entry that is corrected: its old point goes.
 */
export function withFigure(spec: ChartSpec, draft: Draft, beside: readonly Neighbour[], own: number | null): ChartSpec {
  const { figure, unit } = draft
  const { quantity, period } = figure
  const value = drawn(quantity.value, unit)
  const valueTo = quantity.valueTo === null ? null : drawn(quantity.valueTo, unit)
  const series = spec.series.map((s) => ({ ...s, points: s.points.filter((p) => p.entry !== own) }))
  const targets = spec.targets.filter((t) => t.entry !== own)
  if (figure.kind === 'target') {
    const line = { entry: 0, href: '', label: draft.text, value, valueTo, from: draft.today, due: period.ends }
    return { ...spec, series, targets: [...targets, line] }
  }
  const span = spanOf(period)
  if (period.starts === null || period.ends === null || span === 'open' || span === 'unknown')
    return { ...spec, series, targets }
  const point: ChartPoint = {
    entry: 0,
    href: '',
    starts: period.starts,
    ends: period.ends,
    periodLabel: formatPeriod(period, defaultLocale),
    value,
    valueTo,
    text: draft.text,
    qualifier: quantity.qualifier,
    status: draft.obsStatus,
    span,
    source: '',
    note: null,
  }
  const roots = new Set(beside.map((n) => n.rootId))
  const line = series.find((s) => spec.series.find((x) => x.key === s.key)?.points.some((p) => roots.has(p.entry)))
  const added = line
    ? series.map((s) =>
        s === line ? { ...s, points: [...s.points, point].sort((a, b) => a.ends.localeCompare(b.ends)) } : s,
      )
    : [...series, { key: 'draft', label: draft.label, joined: draft.named, points: [point] }]
  return { ...spec, series: added, targets }
}
