import Big from 'big.js'
import { sayIn } from '@/lib/i18n/say'
import { isPart } from './layout/look'
import { toRuns } from './layout/runs'
import { timeRange } from './layout/time'
import type { ChartGap, ChartPoint, ChartSeries, ChartSpec } from './spec'

/**
 * The chart in sentences: per series where it begins and ends, its highest and lowest value, then targets, events
 * and doubts. Only values that may be compared are: full periods of one length; parts of years are counted apart.
 */
export function toSummary(spec: ChartSpec): string {
  const t = sayIn(spec.lang, 'charts.summary')
  const range = timeRange(spec)
  const shown = spec.series.map((series, i) => {
    const points = toRuns(series, i, range).flatMap((run) => run.points.filter((p) => p !== null))
    return { series, points }
  })
  const sentences = shown.flatMap(({ series, points }) => seriesSentence(spec, series, comparable(points)))
  const all = shown.flatMap(({ points }) => points)
  if (all.length === 0) sentences.push(t('empty'))
  for (const { label } of spec.targets) sentences.push(t('target', { label }))
  for (const gap of spec.gaps ?? []) sentences.push(...gapSentence(spec, gap))
  const counted = [
    ['partYears', all.filter(isPart).length],
    ['forecasts', all.filter((p) => p.status === 'F').length],
    ['doubtful', all.filter((p) => p.status === 'U').length],
    ['events', spec.events.length],
  ] as const
  for (const [key, count] of counted) if (count > 0) sentences.push(t(key, { count }))
  return sentences.join(' ')
}

/** Full periods of the commonest length, in order of time; with none of them, the parts of years one by one. */
function comparable(points: ChartPoint[]): ChartPoint[] {
  const full = points.filter((p) => !isPart(p))
  const lengths = new Map<string, ChartPoint[]>()
  for (const point of full) lengths.set(point.span, [...(lengths.get(point.span) ?? []), point])
  const commonest = [...lengths.values()].reduce<ChartPoint[]>((a, b) => (b.length > a.length ? b : a), [])
  const first = new Map<string, ChartPoint>()
  for (const point of commonest) if (!first.has(point.starts)) first.set(point.starts, point)
  return [...first.values()].sort((a, b) => a.starts.localeCompare(b.starts))
}

function seriesSentence(spec: ChartSpec, series: ChartSeries, points: ChartPoint[]): string[] {
  const t = sayIn(spec.lang, 'charts.summary')
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  const label = series.label.charAt(0).toLocaleUpperCase(spec.lang) + series.label.slice(1)
  if (first === last) return [t('one', { series: label, text: first.text, period: first.periodLabel })]
  const extremes = extremesOf(spec, points, first, last)
  return [
    t('range', {
      series: label,
      firstText: first.text,
      firstPeriod: first.periodLabel,
      lastText: last.text,
      lastPeriod: last.periodLabel,
      extremes,
    }),
  ]
}

function extremesOf(spec: ChartSpec, points: ChartPoint[], first: ChartPoint, last: ChartPoint): string {
  const t = sayIn(spec.lang, 'charts.summary')
  const sized = points.map((point) => ({ point, low: Big(point.value), high: Big(point.valueTo ?? point.value) }))
  const { point: high, high: most } = sized.reduce((a, b) => (b.high.gt(a.high) ? b : a))
  const { point: low, low: least } = sized.reduce((a, b) => (b.low.lt(a.low) ? b : a))
  if (most.eq(least)) return t('level')
  // An end already named is not written out again.
  const ends = new Set([first, last])
  const highest = ends.has(high)
    ? t('highestIsLast', { highPeriod: high.periodLabel })
    : t('highest', { highText: high.text, highPeriod: high.periodLabel })
  const lowest = ends.has(low)
    ? t('lowestIsLast', { lowPeriod: low.periodLabel })
    : t('lowest', { lowText: low.text, lowPeriod: low.periodLabel })
  return t('both', { highest, lowest })
}

/** The latest gaps one by one, how many there are before them. */
const gapsSaid = 4

function gapSentence(spec: ChartSpec, { between, spans }: ChartGap): string[] {
  if (spans.length === 0) return []
  const t = sayIn(spec.lang, 'charts.summary')
  const [a, b] = gapSides(spec, between)
  const said = spans.slice(-gapsSaid).map(({ text, periodLabel }) => t('gapIn', { text, period: periodLabel }))
  const earlier = spans.length - said.length
  const list = [...(earlier > 0 ? [t('gapsMore', { count: earlier })] : []), ...said].join('; ')
  return [t('gap', { a, b, list })]
}

/** What the two series of a gap are called. */
export const gapSides = (spec: ChartSpec, between: ChartGap['between']): [string, string] =>
  between.map((key) => spec.series.find((series) => series.key === key)?.label ?? '') as [string, string]
