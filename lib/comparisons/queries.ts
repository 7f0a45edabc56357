import { readingsByPeriod } from '@/lib/assessments/reading/rules'
import { type Actor, assertMay } from '@/lib/auth/actor'
import type { ChartSpec } from '@/lib/charts/spec'
import {
  type LineChoice,
  type LinePoint,
  listLineChoices,
  listLinePoints,
  listRelationNames,
} from '@/lib/dashboards/lines/queries'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { evidenceHref, figureText, periodText, toRow } from '@/lib/dashboards/points/rules'
import { clockOf } from '@/lib/entries/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { lineName, lineNameWithin } from './lines/rules'
import { baseText, indexText, type Line, type PictureContext, toCharts, toLine } from './pictures/rules'
import { formatLine } from './rules'
import type { Comparison, ComparisonRow, LineKey } from './schema'

const most = { perSeries: 240, relations: 400, choices: 60, suggestedOf: 3, suggestions: 4, suggestedLines: 6 }

/** A figure of a line in words, with the way to its evidence. */
export type LineFigure = { entry: number; href: string; text: string; quoted: boolean; period: string }
export type ComparedLine = {
  /** As the address writes it. */
  line: string
  key: LineKey
  name: string
  latest: LineFigure | null
  base: LineFigure | null
  /** "296.2 in 2022" */
  index: string | null
  /** Why it is not drawn as asked. */
  refusal: string | null
}
export type LineOption = { line: string; key: LineKey; name: string; figures: string }
export type ComparisonPage = {
  lines: ComparedLine[]
  charts: ChartSpec[]
  /** The arithmetic of one index. */
  example: string | null
  relations: { slug: string; name: string }[]
  /** The relation whose lines are offered, and those that are not chosen yet. */
  offered: { slug: string; name: string; options: LineOption[] } | null
  /** What one may begin with while nothing is chosen. */
  suggestions: { name: string; lines: LineKey[] }[]
  knownText: string
}

async function linesOf(actor: Actor, comparison: Comparison, c: PictureContext): Promise<Line[]> {
  const { from, to } = comparison
  const found = await listLinePoints(actor, comparison.lines, { clock: c.clock, from, to, perSeries: most.perSeries })
  return comparison.lines.map((key, i) => {
    const own = found.filter((p) => p.place === i + 1)
    return toLine(key, own, comparison.base)
  })
}

const contextOf = (comparison: Comparison, locale: Locale): PictureContext => ({
  locale,
  clock: clockOf(comparison),
  clocks: { known: comparison.known, edition: comparison.edition },
  comparison,
})

const figureOf = (c: PictureContext, p: LinePoint): LineFigure => ({
  entry: p.entry,
  href: evidenceHref(p.relation, p.entry, c.clocks),
  text: figureText(p, c.locale),
  quoted: p.quote !== null,
  period: periodText(p, c.locale),
})

function refusalOf(c: PictureContext, { points, indexed }: Line): string | null {
  const t = sayIn(c.locale, 'compare')
  if (!points.length) return t('refusals.empty')
  if (c.comparison.mode !== 'indexed') return null
  if (!c.comparison.base) return t('refusals.noBase')
  if (!indexed || indexed.ok) return null
  const base = baseText(c.comparison.base, c.locale)
  if (indexed.reason === 'baseMissing') {
    const periods = readingsByPeriod(points)
      .filter(({ best }) => best.qualifier === 'exact' && best.valueTo === null && best.obsStatus !== 'F')
      .map(({ best }) => periodText(best, c.locale))
    return periods.length
      ? t('refusals.baseMissing', { base, periods: periods.join(', ') })
      : t('refusals.baseMissingAll', { base })
  }
  return t(`refusals.${indexed.reason}`, { base, figure: indexed.base ? figureText(indexed.base, c.locale) : '' })
}

function comparedLine(c: PictureContext, line: Line): ComparedLine {
  const { key, points, indexed } = line
  const latest = readingsByPeriod(points).at(-1)?.best ?? null
  const last = indexed?.ok ? indexed.points.at(-1) : null
  const t = sayIn(c.locale, 'compare')
  return {
    line: formatLine(key),
    key,
    name: points[0] ? lineName(points[0], c.locale) : formatLine(key),
    latest: latest && figureOf(c, latest),
    base: indexed?.ok ? figureOf(c, indexed.base) : null,
    index: last ? t('indexNow', { index: indexText(last.index), period: periodText(last.point, c.locale) }) : null,
    refusal: refusalOf(c, line),
  }
}

/** One index in numbers: the newest figure of the first line that has more than its base. */
function exampleOf(c: PictureContext, lines: readonly Line[]): string | null {
  const line = lines.find(({ indexed }) => indexed?.ok && indexed.points.length > 1)
  if (!line?.indexed?.ok) return null
  const { base, points } = line.indexed
  const last = points.findLast(({ point }) => point.entry !== base.entry)!
  return sayIn(c.locale, 'compare')('computedExample', {
    line: lineName(base, c.locale),
    text: figureText(last.point, c.locale),
    period: periodText(last.point, c.locale),
    baseText: figureText(base, c.locale),
    base: periodText(base, c.locale),
    index: indexText(last.index),
  })
}

const keyOf = ({ relation, indicator, about, reporter, origin, measure, unit, scope, indicatorUnit }: LineChoice) => ({
  ...{ relation, indicator, about, reporter, origin, measure, scope },
  unit: measure === 'change' || unit === indicatorUnit ? null : unit,
})

function optionsOf(choices: readonly LineChoice[], locale: Locale): LineOption[] {
  const t = sayIn(locale, 'compare')
  const options = choices.map((choice) => {
    const key = keyOf(choice)
    return {
      line: formatLine(key),
      key,
      name: lineNameWithin(choice, locale),
      figures: t(choice.first === choice.last ? 'figuresOne' : 'figures', {
        count: choice.figures,
        first: choice.first,
        last: choice.last,
      }),
    }
  })
  // Rates and multiples of one growth are two series and one line.
  return [...new Map(options.map((option) => [option.line, option])).values()]
}

/** Indicators that several lines count in one unit, each as a comparison to begin with. What two relations share counts once. */
function suggest(choices: readonly LineChoice[]): ComparisonPage['suggestions'] {
  const groups = new Map<string, Map<string, LineChoice>>()
  for (const choice of choices) {
    if (choice.measure !== 'level' || choice.reporter === null || choice.scope !== '') continue
    const name = `${choice.indicator} ${choice.unit}`
    const group = groups.get(name) ?? new Map<string, LineChoice>()
    groups.set(name, group)
    const series = [choice.about, choice.reporter, choice.origin].join(' ')
    if (!group.has(series)) group.set(series, choice)
  }
  return [...groups.values()]
    .map((group) => [...group.values()])
    .filter((group) => group.length > 1)
    .slice(0, most.suggestions)
    .map((group) => ({
      name: `${group[0]!.indicatorName}: ${[...new Set(group.map((g) => g.aboutName))].join(', ')}`,
      lines: group.slice(0, most.suggestedLines).map(keyOf),
    }))
}

/** What `/compare` shows: the chosen lines, drawn as asked, and the lines of one relation to choose from. */
export async function getComparison(
  actor: Actor,
  comparison: Comparison,
  relation: string | null,
  locale: Locale = defaultLocale,
): Promise<ComparisonPage> {
  assertMay(actor, 'read')
  const c = contextOf(comparison, locale)
  const [relations, lines] = await Promise.all([
    listRelationNames(actor, most.relations),
    linesOf(actor, comparison, c),
  ])
  const asked = relation ?? comparison.lines.at(-1)?.relation
  const offered = relations.find((r) => r.slug === asked) ?? relations[0] ?? null
  const begin = comparison.lines.length === 0 ? relations.slice(0, most.suggestedOf).map((r) => r.slug) : []
  const wanted = [...new Set([...(offered ? [offered.slug] : []), ...begin])]
  const choices = wanted.length
    ? await listLineChoices(actor, wanted, { clock: c.clock, perRelation: most.choices })
    : []
  const chosen = new Set(comparison.lines.map(formatLine))
  return {
    lines: lines.map((line) => comparedLine(c, line)),
    charts: toCharts(c, lines),
    example: comparison.mode === 'indexed' ? exampleOf(c, lines) : null,
    relations,
    offered: offered && {
      ...offered,
      options: optionsOf(
        choices.filter((choice) => choice.relation === offered.slug),
        locale,
      ).filter((option) => !chosen.has(option.line)),
    },
    suggestions: begin.length ? suggest(choices) : [],
    knownText: knownLine(c.clock, locale, sayIn(locale)),
  }
}

/** One chart of a comparison with the figures behind it, for files; null where the comparison has no such chart. */
export async function getComparisonChart(
  actor: Actor,
  comparison: Comparison,
  code: string,
  locale: Locale = defaultLocale,
): Promise<{ spec: ChartSpec; rows: ComparisonRow[] } | null> {
  assertMay(actor, 'read')
  const c = contextOf(comparison, locale)
  const lines = await linesOf(actor, comparison, c)
  const spec = toCharts(c, lines).find((chart) => chart.code === code)
  if (!spec) return null
  const drawn = new Set(spec.series.flatMap((series) => series.points.map((p) => `${series.key} ${p.entry}`)))
  return { spec, rows: toRows(c, lines).filter((row) => drawn.has(`${row.line} ${row.entry}`)) }
}

function toRows(c: PictureContext, lines: readonly Line[]): ComparisonRow[] {
  return lines.flatMap(({ key, points, indexed }) => {
    const indices = new Map(indexed?.ok ? indexed.points.map((p) => [p.point.entry, p.index]) : [])
    return points.map((p) => ({
      ...toRow(p, c.locale),
      line: formatLine(key),
      relation: p.relation,
      about: p.about,
      origin: p.originName,
      measure: p.measure,
      scope: p.scope || null,
      base: c.comparison.base && indices.has(p.entry) ? baseText(c.comparison.base, c.locale) : null,
      index: indices.get(p.entry) ?? null,
    }))
  })
}

/** Every figure of the chosen lines, with its index where it has one. */
export async function listComparisonRows(
  actor: Actor,
  comparison: Comparison,
  locale: Locale = defaultLocale,
): Promise<ComparisonRow[]> {
  assertMay(actor, 'read')
  const c = contextOf(comparison, locale)
  return toRows(c, await linesOf(actor, comparison, c))
}
