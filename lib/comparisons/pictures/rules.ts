import Big from 'big.js'
import { type Dated, readingsByPeriod } from '@/lib/assessments/reading/rules'
import type { ChartPoint, ChartSeries, ChartSpec } from '@/lib/charts/spec'
import { chartWords } from '@/lib/charts/words'
import type { LinePoint } from '@/lib/dashboards/lines/queries'
import { axisMult, knownLine, sourceLine, toPoint } from '@/lib/dashboards/pictures/rules'
import { figureText, periodText, toPercent } from '@/lib/dashboards/points/rules'
import type { Clock } from '@/lib/entries/queries'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { type Indexed, indexTo } from '../indexing/rules'
import { nameApart } from '../lines/rules'
import { formatLine } from '../rules'
import type { Comparison, LineKey } from '../schema'

/** A line with its figures, and its index where one is asked for. */
export type Line = { key: LineKey; points: readonly LinePoint[]; indexed: Indexed<LinePoint> | null }

export type PictureContext = {
  locale: Locale
  clock: Clock
  clocks: { known: string | null; edition: string | null }
  comparison: Comparison
}

export const toLine = (key: LineKey, points: readonly LinePoint[], base: Comparison['base']): Line => ({
  key,
  points,
  indexed: base && points.length ? indexTo(points, base, key.measure) : null,
})

/** An index is read with one digit after the point. */
export const indexText = (index: string): string => new Big(index).toFixed(1)

/** The base as it is read: "2019", "Jan–Oct 2024". */
export const baseText = ({ starts, ends }: { starts: string; ends: string }, locale: Locale): string =>
  periodText({ starts, ends, words: null }, locale)

const pointOf = (c: PictureContext, drawn: LinePoint, stated: LinePoint): ChartPoint | null =>
  toPoint(
    { slug: stated.relation, locale: c.locale, clocks: c.clocks, measure: stated.measure },
    drawn,
    stated,
    sayIn(c.locale),
  )

type Drawn = { series: ChartSeries; footnotes: string[] }

/** Best readings in their own unit; rates and multiples alike in percent. */
function asItIs(c: PictureContext, line: Line, label: string): Drawn {
  const stated = new Map(line.points.map((p) => [p.entry, p]))
  const readings = readingsByPeriod(line.points.map(toPercent))
  const points = readings.map(({ best }) => pointOf(c, best, stated.get(best.entry)!)).filter((p) => p !== null)
  return { series: seriesOf(line, label, points), footnotes: disputedNote(c, label, readings) }
}

/** The same as an index; what it was computed from stands beside it in words. */
function asIndex(c: PictureContext, line: Line, label: string): Drawn | null {
  const { indexed } = line
  if (!indexed?.ok) return null
  const t = sayIn(c.locale, 'compare')
  const points = indexed.points.flatMap(({ point, index, indexTo: upper }): ChartPoint[] => {
    const found = pointOf(c, point, point)
    if (!found) return []
    const read = upper === null ? indexText(index) : `${indexText(index)}–${indexText(upper)}`
    const text = t('indexText', { index: read, text: figureText(point, c.locale) })
    return [{ ...found, value: index, valueTo: upper, text }]
  })
  const leftOut = indexed.leftOut > 0 ? [t('footLeftOut', { line: label, count: indexed.leftOut })] : []
  const shown = new Set(indexed.points.map(({ point }) => point.entry))
  const readings = readingsByPeriod(line.points).filter(({ best }) => shown.has(best.entry))
  return { series: seriesOf(line, label, points), footnotes: [...disputedNote(c, label, readings), ...leftOut] }
}

const seriesOf = (line: Line, label: string, points: ChartPoint[]): ChartSeries => ({
  key: formatLine(line.key),
  label,
  joined: line.key.reporter !== null,
  points,
})

function disputedNote(
  { locale }: PictureContext,
  line: string,
  readings: readonly { disputed: boolean; best: Dated<LinePoint> }[],
): string[] {
  const periods = readings.filter((r) => r.disputed).map((r) => periodText(r.best, locale))
  return periods.length ? [sayIn(locale, 'compare')('footDisputed', { line, periods: periods.join(', ') })] : []
}

/** One chart of some lines: all of one unit, or all indexed. */
function chartOf(c: PictureContext, code: string, lines: readonly Line[], way: 'index' | 'own'): ChartSpec | null {
  const { locale } = c
  const [head] = lines
  if (!head) return null
  const t = sayIn(locale, 'compare')
  const view = sayIn(locale)
  const { title, labels } = nameApart(
    lines.map((line) => line.points[0]!),
    locale,
  )
  const drawn = lines
    .map((line, i) => (way === 'index' ? asIndex(c, line, labels[i]!) : asItIs(c, line, labels[i]!)))
    .filter((d): d is Drawn => d !== null && d.series.points.length > 0)
  if (!drawn.length) return null
  const { base, from, to } = c.comparison
  const change = way === 'own' && head.key.measure === 'change'
  const own = change || way === 'index'
  const mult = own ? 0 : axisMult(drawn.flatMap(({ series }) => series.points.map((p) => p.valueTo ?? p.value)))
  const name = base ? baseText(base, locale) : ''
  const shown = new Set(drawn.flatMap(({ series }) => series.points.map((p) => p.entry)))
  const unit = change ? view('changeUnit') : view(`unitScale.${mult}`, { unit: view(`units.${head.points[0]!.unit}`) })
  return {
    code,
    lang: locale,
    measure: change ? 'change' : 'level',
    title: way === 'index' ? t('indexTitle', { title, base: name }) : title,
    unitLabel: way === 'index' ? t('indexUnit', { base: name }) : unit,
    axisMult: mult,
    from,
    to,
    series: drawn.map((d) => d.series),
    targets: [],
    events: [],
    footnotes: drawn.flatMap((d) => d.footnotes),
    sourceLine: sourceLine(
      lines.flatMap((line) => line.points.filter((p) => shown.has(p.entry)).map((p) => p.publisher)),
      view,
    ),
    knownLine: knownLine(c.clock, locale, view),
    known: c.clock.known,
    words: chartWords(locale),
  }
}

/** Rates have one axis in percent, amounts one for each unit. */
const axisOf = ({ key, points }: Line) => (key.measure === 'change' ? 'change' : points[0]!.unit.toLowerCase())

/** A small chart for each line, all over the same stretch of time. */
function panels(c: PictureContext, all: readonly Line[], lines: readonly Line[]): (ChartSpec | null)[] {
  const points = lines.flatMap((line) => line.points)
  const first = points.map((p) => p.starts!).sort()[0]!
  const last = points
    .map((p) => p.ends!)
    .sort()
    .at(-1)!
  const { from, to } = c.comparison
  const same = { ...c, comparison: { ...c.comparison, from: from ?? first, to: to ?? last } }
  return lines.map((line) => chartOf(same, `line-${all.indexOf(line) + 1}`, [line], 'own'))
}

/**
 * The charts of a comparison: one index chart; or one for each unit, so that no axis mixes two; or one for each line over
 * the same stretch of time. `code` names each in the address of its picture.
 */
export function toCharts(c: PictureContext, all: readonly Line[]): ChartSpec[] {
  const lines = all.filter((line) => line.points.length > 0)
  if (!lines.length) return []
  const { mode } = c.comparison
  const axes = [...new Set(lines.map(axisOf))]
  const charts =
    mode === 'indexed'
      ? [
          chartOf(
            c,
            'indexed',
            lines.filter((line) => line.indexed?.ok),
            'index',
          ),
        ]
      : mode === 'panels'
        ? panels(c, all, lines)
        : axes.map((axis) =>
            chartOf(
              c,
              axis,
              lines.filter((line) => axisOf(line) === axis),
              'own',
            ),
          )
  return charts.filter((spec) => spec !== null)
}
