import Big from 'big.js'
import { growthPath, yearOf } from '@/lib/assessments/progress/growth/rules'
import { readingsByPeriod } from '@/lib/assessments/reading/rules'
import type { ChartPoint, ChartSeries, ChartSpec, EventMark, TargetLine, TargetPath } from '@/lib/charts/spec'
import { chartWords } from '@/lib/charts/words'
import type { Clock } from '@/lib/entries/queries'
import { keptWith } from '@/lib/i18n/kept'
import type { Locale } from '@/lib/i18n/locales'
import { type Say, sayIn } from '@/lib/i18n/say'
import { spanOf } from '@/lib/periods/rules'
import {
  evidenceHref,
  figureText,
  formatDay,
  formatEdition,
  groupRows,
  type PointRow,
  periodText,
  seriesLabel,
  sourceText,
  titleOf,
  toPercent,
} from '../points/rules'
import type { PromiseRecord } from '../promises/queries'
import { type Assessed, dueText } from '../promises/rules'
import type { EventRecord } from '../timeline/queries'
import { marksOf } from '../timeline/rules'

export type PictureInput = {
  slug: string
  locale: Locale
  clock: Clock
  /** Clocks as the page's URL has them: links to evidence keep them. */
  clocks: { known: string | null; edition: string | null }
  code: string
  unit: string
  theme: string
  measure: 'level' | 'change'
  from: string | null
  to: string | null
  points: readonly PointRow[]
  promises: readonly PromiseRecord[]
  events: readonly EventRecord[]
  /** Where the ways to the targets are drawn: what is computed of them. */
  assessed?: ReadonlyMap<number, Assessed>
}

/** What a point's words and its way to the evidence depend on. */
export type PointInput = Pick<PictureInput, 'slug' | 'locale' | 'clocks' | 'measure'>

const mostEvents = 6
const mostNotes = 4
const mostSources = 6

const lineKey = (p: PointRow) =>
  p.measure === 'change' ? `${p.about} ${p.reporter} ${p.origin} ${p.scope}` : String(p.seriesId)

const pointsKept = keptWith<{ point: ChartPoint | null }>()

/** A row's point is the same in every window of time. */
export const toPoint = (input: PointInput, drawn: PointRow, stated: PointRow, say: Say): ChartPoint | null =>
  pointsKept(stated, JSON.stringify([input.slug, input.locale, input.clocks, input.measure]), () => ({
    point: madePoint(input, drawn, stated, say),
  })).point

function madePoint(input: PointInput, drawn: PointRow, stated: PointRow, say: Say): ChartPoint | null {
  if (stated.starts === null || stated.ends === null) return null
  const span = spanOf({ starts: stated.starts, ends: stated.ends })
  if (span === 'open' || span === 'unknown') return null
  // A doubted figure for some moment of several years has no honest place on an axis (a debt "in the 1990s").
  if (span === 'interval' && stated.obsStatus === 'U') return null
  return {
    entry: stated.entry,
    href: evidenceHref(input.slug, stated.entry, input.clocks),
    starts: stated.starts,
    ends: stated.ends,
    periodLabel: periodText(stated, input.locale),
    value: drawn.value,
    valueTo: drawn.valueTo,
    text: figureText(stated, input.locale),
    qualifier: stated.qualifier,
    status: stated.obsStatus,
    // Of a yearly indicator a half or a quarter is a part of its year, as January to July is.
    span: stated.frequency === 'A' && ['half', 'quarter', 'month'].includes(span) ? 'partYear' : span,
    source: sourceText(stated, say, input.locale),
    note: stated.note,
  }
}

/** One line of best readings, and beside it as bare points the readings that exclude them. */
function toSeries(input: PictureInput, rows: readonly PointRow[], several: boolean, say: Say): ChartSeries[] {
  const stated = new Map(rows.map((p) => [p.entry, p]))
  const best: ChartPoint[] = []
  const others: ChartPoint[] = []
  for (const { best: chosen, disputed, candidates } of readingsByPeriod(rows.map(toPercent))) {
    const point = (p: PointRow) => toPoint(input, p, stated.get(p.entry)!, say)
    best.push(...[point(chosen)].filter((x) => x !== null))
    if (disputed)
      others.push(...candidates.flatMap((p) => (p.entry === chosen.entry ? [] : [point(p)])).filter((x) => x !== null))
  }
  const head = rows[0]!
  const label = seriesLabel(head, say, several)
  return [
    { key: lineKey(head), label, joined: head.reporter !== null, points: best },
    { key: `${lineKey(head)} others`, label: say('otherReadings', { series: label }), joined: false, points: others },
  ].filter((s) => s.points.length > 0)
}

function toTargets(input: PictureInput, say: Say): TargetLine[] {
  if (input.measure !== 'level') return []
  return input.promises
    .filter(
      (p) =>
        p.kind === 'target' &&
        p.indicator === input.code &&
        p.measure === 'level' &&
        p.unit === input.unit &&
        p.value !== null,
    )
    .map((p) => ({
      entry: p.entry,
      href: evidenceHref(input.slug, p.entry, input.clocks),
      label: `${figureText(p, input.locale)}, ${dueText(p, say, input.locale)}`,
      value: p.value!,
      valueTo: p.valueTo,
      from: p.announced ?? p.knownOn,
      due: p.ends,
      restated: p.steps
        .filter((step) => step.code === 'restated')
        .map((step) => ({
          entry: step.entry,
          href: evidenceHref(input.slug, step.entry, input.clocks),
          on: step.starts ?? step.ends ?? step.knownOn,
        })),
      ...(input.assessed && { paths: toPaths(p, input.assessed.get(p.entry)) }),
    }))
}

/** Equal growth from each reporter's base year to the year of the target; none where no day is stated. */
function toPaths(p: PromiseRecord, assessed: Assessed | undefined): TargetPath[] {
  if (p.ends === null) return []
  const year = yearOf(p.ends, -1)
  return (assessed?.progress ?? []).flatMap(({ head, progress: { base } }) => {
    const points = base ? growthPath(base.value, yearOf(base.starts), p.value!, year) : []
    if (points.length < 2) return []
    const days = (at: number) => ({ starts: `${at}-01-01`, ends: `${at + 1}-01-01` })
    return [{ series: lineKey(head), points: points.map((point) => ({ ...days(point.year), value: point.value })) }]
  })
}

/** The newest marks of the days that are drawn. */
const toEvents = (input: PictureInput, first: string, last: string): EventMark[] =>
  marksOf(input.events, input.theme)
    .filter((e) => e.starts >= first && e.starts < last)
    .slice(0, mostEvents)
    .map((e) => ({
      entry: e.entry,
      href: evidenceHref(input.slug, e.entry, input.clocks),
      on: e.starts,
      label: e.title,
    }))
    .reverse()

/** The largest scale that leaves the largest value above two: 1.0 bn stays "1,000 millions", so that 529.4 keeps its digits. */
export function axisMult(values: readonly string[]): number {
  const top = values.reduce((most, v) => (new Big(v).abs().gt(most) ? new Big(v).abs() : most), new Big(0))
  return [9, 6, 3].find((mult) => top.gte(new Big(10).pow(mult).times(2))) ?? 0
}

export function sourceLine(publishers: readonly (string | null)[], say: Say): string {
  const names = [...new Set(publishers.filter((p) => p !== null))]
  if (!names.length) return say('noSource')
  const list = names.slice(0, mostSources).join('; ')
  return names.length > mostSources
    ? say('sourcesMore', { list, count: names.length - mostSources })
    : say('sources', { list })
}

export function knownLine(clock: Clock, locale: Locale, say: Say): string {
  const day = formatDay(clock.known, locale)
  return clock.edition
    ? say('knownOnEdition', { day, edition: formatEdition(clock.edition, locale) })
    : say('knownOn', { day })
}

/** One indicator's picture: best readings by series, targets, events, doubts and sources. Null when no figure has a place on the axis. */
export function toChartSpec(input: PictureInput): ChartSpec | null {
  const say = sayIn(input.locale)
  const fits = (p: PointRow) =>
    p.indicator === input.code &&
    p.measure === input.measure &&
    (input.measure === 'change' ? p.unit === 'PCT' || p.unit === 'TIMES' : p.unit === input.unit)
  const points = input.points.filter(fits)
  if (!points.length) return null
  const { title, several } = titleOf(input.slug, points)
  const series = groupRows(points, lineKey).flatMap((rows) => toSeries(input, rows, several, say))
  if (!series.length) return null
  const targets = toTargets(input, say)
  const all = series.flatMap((s) => s.points)
  const first = input.from ?? all.map((p) => p.starts).sort()[0]!
  const last =
    input.to ??
    all
      .map((p) => p.ends)
      .sort()
      .at(-1)!
  const mult =
    input.measure === 'change' ? 0 : axisMult([...all.map((p) => p.valueTo ?? p.value), ...targets.map((t) => t.value)])
  const pathNote = targets.some((t) => t.paths?.length) ? [say('pathNote')] : []
  const notes = points
    .filter((p) => p.note && p.starts && (p.obsStatus === 'U' || p.obsStatus === 'B' || p.rank === 'preferred'))
    .map((p) => say('noteOf', { period: `${seriesLabel(p, say)}, ${periodText(p, input.locale)}`, note: p.note! }))
  return {
    code: input.code,
    lang: input.locale,
    measure: input.measure,
    title: input.measure === 'change' ? say('change', { indicator: title }) : title,
    unitLabel:
      input.measure === 'change' ? say('changeUnit') : say(`unitScale.${mult}`, { unit: say(`units.${input.unit}`) }),
    axisMult: mult,
    from: input.from,
    to: input.to,
    series,
    targets,
    events: toEvents(input, first, last),
    footnotes: [...pathNote, ...[...new Set(notes)].slice(0, mostNotes)],
    sourceLine: sourceLine(
      points.map((p) => p.publisher),
      say,
    ),
    knownLine: knownLine(input.clock, input.locale, say),
    known: input.clock.known,
    words: chartWords(input.locale),
  }
}

/** A dashboard draws what moves: levels with a line in them. */
export const hasLine = (spec: ChartSpec): boolean =>
  spec.series.some((s) => s.joined && s.points.filter((p) => p.span === 'year').length > 1)
