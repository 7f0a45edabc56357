import { type Actor, assertMay } from '@/lib/auth/actor'
import type { ChartSpec } from '@/lib/charts/spec'
import { clockOf } from '@/lib/entries/queries'
import type { ObservationRow } from '@/lib/formats/csv'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { toCards } from './cards/rules'
import { toHeadlines } from './headlines/rules'
import { findRelation, listRelations, listShownIndicators } from './heads/queries'
import { toHead } from './heads/rules'
import { countConflicts, toConflicts, toObservationLine } from './observations/rules'
import { hasLine, knownLine, type PictureInput, toChartSpec } from './pictures/rules'
import { listHeadlines } from './points/queries'
import { groupRows, type PointRow, reportersOf, toRow } from './points/rules'
import type { Dashboard, EntryPage, Filters, IndicatorPage, RelationCard } from './schema'
import { listNeighbours, listVersions } from './sheets/queries'
import { toEntryPage } from './sheets/rules'
import {
  allPointsOfIndicator,
  changesOf,
  drawn,
  drawnOfIndicator,
  eventsOf,
  headOf,
  indicatorsOf,
  pointsOf,
  pointsOfIndicator,
  promisedOf,
  promisedOfIndicator,
  viewOf,
} from './standing/queries'
import { isCut } from './standing/rules'
import { toTimelineRow } from './timeline/rules'

/** `listed`: figures of each series in the table of an indicator. */
const most = { relations: 60, headlines: 4, listed: 40 }

const distinct = <T>(rows: readonly T[], key: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
]

/** The pictures of one indicator: its level, and how it changed. */
const pictures = (
  input: Omit<PictureInput, 'code' | 'unit' | 'theme' | 'measure'>,
  { code, unit, theme }: { code: string; unit: string; theme: string },
): ChartSpec[] =>
  (['level', 'change'] as const)
    .map((measure) => toChartSpec({ ...input, code, unit, theme, measure }))
    .filter((spec) => spec !== null)

/** A picture of lines that go on beyond what is drawn of them says so. */
const tellThinned = (spec: ChartSpec, points: readonly PointRow[], newest: number, locale: Locale): ChartSpec =>
  isCut(
    points.filter((p) => p.indicator === spec.code && p.measure === spec.measure),
    newest,
  )
    ? { ...spec, footnotes: [...spec.footnotes, sayIn(locale)('thinned', { count: newest })] }
    : spec

/** Levels of every headline indicator, and how the first of them grew: the rest is on the indicators' own pages. */
function chartsOf(context: Omit<PictureInput, 'code' | 'unit' | 'theme' | 'measure'>): ChartSpec[] {
  const indicators = distinct(
    context.points.filter((p) => p.headline !== null),
    (p) => p.indicator,
  )
  return indicators.flatMap((p, i) =>
    pictures(context, { code: p.indicator, unit: p.indicatorUnit, theme: p.theme })
      .filter((spec) => (spec.measure === 'level' ? hasLine(spec) : i === 0))
      .map((spec) => tellThinned(spec, context.points, drawn.newest, context.locale)),
  )
}

/**
 * Everything `/relations/<slug>` shows, in at most six statements: fewer where the relation was looked at since its last
 * publication. Null when there is no such relation.
 */
export async function getDashboard(
  actor: Actor,
  slug: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<Dashboard | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const [points, { promises, assessed, rows }, events, changes] = await Promise.all([
    pointsOf(view, relation, filters),
    promisedOf(view, relation, filters.theme),
    eventsOf(view, relation, filters),
    changesOf(view, relation, { theme: filters.theme }),
  ])
  const say = sayIn(locale)
  const context = { ...view, from: filters.from, to: filters.to, points, promises, assessed, events }
  const themes = distinct([...points, ...promises, ...events], (row) => row.theme).map((row) => ({
    code: row.theme,
    name: say(`themes.${row.theme}`),
  }))
  return {
    head: toHead(relation, locale),
    cards: toCards(context),
    charts: chartsOf(context),
    promises: rows,
    timeline: events.map((e) => toTimelineRow(context, e)),
    changes,
    conflicts: countConflicts(points),
    themes,
    reporters: reportersOf(points),
    knownText: knownLine(view.clock, locale, say),
    empty: !points.length && !promises.length && !events.length,
  }
}

/** The cards and charts of a dashboard alone, for views that hold some of them, in at most five statements; null when there is no such relation. */
export async function getCardsAndCharts(
  actor: Actor,
  slug: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<Pick<Dashboard, 'head' | 'cards' | 'charts' | 'knownText'> | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const [points, { promises, assessed }, events] = await Promise.all([
    pointsOf(view, relation, filters),
    promisedOf(view, relation, filters.theme),
    eventsOf(view, relation, filters),
  ])
  const context = { ...view, from: filters.from, to: filters.to, points, promises, assessed, events }
  return {
    head: toHead(relation, locale),
    cards: toCards(context),
    charts: chartsOf(context),
    knownText: knownLine(view.clock, locale, sayIn(locale)),
  }
}

/** One indicator of a relation in full, in at most six statements as well; null when relation or indicator does not exist. */
export async function getIndicator(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<IndicatorPage | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view, code)
  const indicator = relation?.indicator
  if (!indicator) return null
  const asked = { ...filters, theme: null }
  const [points, { promises, rows }, events, revisions, indicators] = await Promise.all([
    pointsOfIndicator(view, relation, code, asked),
    promisedOfIndicator(view, relation, code),
    eventsOf(view, relation, asked),
    changesOf(view, relation, { indicator: code }),
    indicatorsOf(view, relation),
  ])
  const say = sayIn(locale)
  const standing = points.filter((p) => p.rank !== 'deprecated')
  const dated = (p: PointRow) => p.starts !== null && p.ends !== null
  const own = points.filter(dated)
  const listed = groupRows(own, (p) => String(p.seriesId)).flatMap((rows) => rows.slice(0, most.listed))
  return {
    head: toHead(relation, locale),
    indicator: {
      code,
      name: indicator.name,
      definition: indicator.definition,
      theme: indicator.theme,
      themeText: say(`themes.${indicator.theme}`),
      unitText: say(`units.${indicator.unit}`),
      frequencyText: say(`frequencies.${indicator.frequency}`),
      desiredText: say(`desired.${indicator.desired}`),
    },
    charts: pictures(
      { ...view, from: filters.from, to: filters.to, points: standing, promises, events },
      indicator,
    ).map((spec) => tellThinned(spec, points, drawnOfIndicator.newest, locale)),
    observations: listed.map((p) => toObservationLine(view, p)),
    isCut: listed.length < own.length || isCut(points, drawnOfIndicator.newest),
    undated: points.filter((p) => !dated(p)).map((p) => toObservationLine(view, p)),
    conflicts: toConflicts(view, points),
    revisions,
    targets: rows,
    siblings: indicators.filter((other) => other.code !== code),
    reporters: reportersOf(points),
    knownText: knownLine(view.clock, locale, say),
  }
}

/** One picture; null when relation or indicator does not exist. */
export async function getChart(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  measure: 'level' | 'change',
  locale: Locale = defaultLocale,
) {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view, code)
  const indicator = relation?.indicator
  if (!indicator) return null
  const asked = { ...filters, theme: null }
  const [all, { promises }, events] = await Promise.all([
    pointsOfIndicator(view, relation, code, asked),
    promisedOfIndicator(view, relation, code),
    eventsOf(view, relation, asked),
  ])
  const points = all.filter((p) => p.rank !== 'deprecated')
  const { unit, theme } = indicator
  const input = { ...view, from: filters.from, to: filters.to, points, promises, events, code, unit, theme, measure }
  const spec = toChartSpec(input)
  return { spec: spec && tellThinned(spec, points, drawnOfIndicator.newest, locale), points, indicator }
}

/** All figures of one indicator as rows of a file; null when relation or indicator does not exist. */
export async function listObservations(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  measure: 'level' | 'change',
  locale: Locale = defaultLocale,
): Promise<ObservationRow[] | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view, code)
  if (!relation?.indicator) return null
  const points = await allPointsOfIndicator(view, relation, code, { ...filters, theme: null })
  return points.filter((p) => p.rank !== 'deprecated' && p.measure === measure).map((p) => toRow(p, locale))
}

/** What stands behind an entry; null when the relation shows no such entry to this actor. */
export async function getEntryEvidence(
  actor: Actor,
  slug: string,
  rootId: number,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<EntryPage | null> {
  assertMay(actor, 'read')
  const clock = clockOf(filters)
  const relation = await findRelation(actor, slug, clock)
  if (!relation || !(rootId > 0 && rootId <= 2_147_483_647)) return null
  const versions = await listVersions(actor, [...relation.scope, ...(relation.alongCorridors ?? [])], rootId, clock)
  const shown = versions.find((v) => v.stands) ?? versions[0]
  if (!shown) return null
  const neighbours = await listNeighbours(actor, shown, rootId, clock)
  const page = toEntryPage(
    toHead(relation, locale),
    rootId,
    versions,
    neighbours,
    filters,
    process.env.ENTENTE_URL ?? '',
    locale,
  )
  // Figures of ports and railways stand on the page of their corridor alone.
  return relation.scope.includes(shown.aboutId)
    ? page
    : { ...page, indicatorHref: null, corridorHref: `/relations/${slug}/corridor#at-${shown.about}` }
}

/** The indicators a relation has figures of; null when there is no such relation. */
export async function listIndicators(
  actor: Actor,
  slug: string,
): Promise<{ name: string; indicators: { code: string; name: string }[] } | null> {
  const clock = clockOf({ known: null, edition: null })
  const relation = await findRelation(actor, slug, clock)
  return relation && { name: relation.name, indicators: await listShownIndicators(actor, relation.scope, clock) }
}

/** Every relation with its headline figures, last change and freshness, by the clocks asked for, in two statements. */
export async function getRelations(
  actor: Actor,
  { known, edition }: Pick<Filters, 'known' | 'edition'> = { known: null, edition: null },
  locale: Locale = defaultLocale,
): Promise<RelationCard[]> {
  const clocks = { known, edition }
  const clock = clockOf(clocks)
  const relations = await listRelations(actor, clock, most.relations)
  const points = await listHeadlines(
    actor,
    relations.map((r) => r.id),
    clock,
    most.headlines,
  )
  return relations.map((r) => {
    const own = points.filter((p) => p.relationId === r.id)
    const context = {
      slug: r.slug,
      locale,
      clock,
      clocks,
      points: own,
      promises: [],
      assessed: new Map(),
    }
    return {
      ...toHead(r, locale),
      figures: toHeadlines(context, own),
      promises: r.promises,
    }
  })
}
