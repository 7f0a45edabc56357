import { type Actor, assertMay } from '@/lib/auth/actor'
import type { ChartSpec } from '@/lib/charts/spec'
import { clockOf } from '@/lib/entries/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { toCards } from './cards/rules'
import { toHeadlines } from './headlines/rules'
import { findIndicator, findRelation, type HeadRecord, listRelations, listShownIndicators } from './heads/queries'
import { toConflicts, toObservationLine } from './observations/rules'
import { knownLine, toChartSpec } from './pictures/rules'
import { listHeadlines, listPoints } from './points/queries'
import { formatDay, type PointRow, sayIn } from './points/rules'
import { listPromises, type PromiseRecord } from './promises/queries'
import { assess, type PromiseContext, toPromiseRow } from './promises/rules'
import type { Dashboard, EntryPage, Filters, IndicatorPage, RelationCard, RelationHead } from './schema'
import { listNeighbours, listVersions } from './sheets/queries'
import { toEntryPage } from './sheets/rules'
import { type EventRecord, listChanges, listEvents } from './timeline/queries'
import { toChangeRow, toTimelineRow } from './timeline/rules'

/** Newest points read per series for cards and a chart's first view; with a window asked for, all that fit in it up to this. */
const perSeries = { first: 24, window: 240, full: 1000 }
const most = { promises: 60, events: 40, changes: 8, relations: 60, headlines: 4 }

function toHead(head: HeadRecord, locale: Locale): RelationHead {
  const changed = head.changedAt?.toISOString() ?? null
  return {
    slug: head.slug,
    name: head.name,
    countries: head.countries,
    changedAt: changed,
    changedText: changed && formatDay(changed.slice(0, 10), locale),
  }
}

const distinct = <T>(rows: readonly T[], key: (row: T) => string): T[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
]

const reportersOf = (points: readonly PointRow[]) =>
  distinct(
    points.filter((p) => p.reporter !== null),
    (p) => p.reporter!,
  ).map((p) => ({ slug: p.reporter!, name: p.reporterName! }))

type PicturesInput = {
  slug: string
  filters: Filters
  clock: ReturnType<typeof clockOf>
  locale: Locale
  points: readonly PointRow[]
  promises: readonly PromiseRecord[]
  events: readonly EventRecord[]
}

/** The pictures of one indicator: its level, and how it changed. */
function pictures(input: PicturesInput, indicator: { code: string; unit: string; theme: string }): ChartSpec[] {
  const { slug, filters, clock, locale, points, promises, events } = input
  return (['level', 'change'] as const)
    .map((measure) =>
      toChartSpec({
        slug,
        locale,
        clock,
        clocks: filters,
        code: indicator.code,
        unit: indicator.unit,
        theme: indicator.theme,
        measure,
        from: filters.from,
        to: filters.to,
        points,
        promises,
        events,
      }),
    )
    .filter((spec) => spec !== null)
}

/** A dashboard draws what moves: levels with a line in them. */
const hasLine = (spec: ChartSpec) =>
  spec.series.some((s) => s.joined && s.points.filter((p) => p.span === 'year').length > 1)

/** Everything `/relations/<slug>` shows, in five statements, six where figures are filtered; null when there is no such relation. */
export async function getDashboard(
  actor: Actor,
  slug: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<Dashboard | null> {
  assertMay(actor, 'read')
  const clock = clockOf(filters)
  const relation = await findRelation(actor, slug, clock)
  if (!relation) return null
  const common = { scope: relation.scope, clock, theme: filters.theme }
  const windowed = filters.from !== null || filters.to !== null
  const whole = {
    ...common,
    from: null,
    to: null,
    reporter: null,
    indicator: null,
    deprecated: false,
    perSeries: perSeries.first,
  }
  const [points, promises, events, changes, unfiltered] = await Promise.all([
    listPoints(actor, {
      ...common,
      ...pick(filters),
      indicator: null,
      deprecated: false,
      perSeries: windowed ? perSeries.window : perSeries.first,
    }),
    listPromises(actor, { ...common, limit: most.promises }),
    listEvents(actor, { ...common, from: filters.from, to: filters.to, limit: most.events }),
    listChanges(actor, { ...common, limit: most.changes }),
    // What became of a promise does not depend on which years or whose figures a reader looks at.
    windowed || filters.reporter ? listPoints(actor, whole) : null,
  ])
  const say = sayIn(locale)
  const context = withAssessments(
    { slug, locale, clock, clocks: filters, points, promises, events },
    unfiltered ?? points,
  )
  const indicators = distinct(
    points.filter((p) => p.headline !== null),
    (p) => p.indicator,
  )
  // Levels of every headline indicator, and how the first of them grew: the rest is on the indicators' own pages.
  const charts = indicators.flatMap((p, i) =>
    pictures({ ...context, filters }, { code: p.indicator, unit: p.indicatorUnit, theme: p.theme }).filter((spec) =>
      spec.measure === 'level' ? hasLine(spec) : i === 0,
    ),
  )
  const themes = distinct([...points, ...promises, ...events], (row) => row.theme).map((row) => ({
    code: row.theme,
    name: say(`themes.${row.theme}`),
  }))
  return {
    head: toHead(relation, locale),
    cards: toCards(context),
    charts,
    promises: promises.map((p) => toPromiseRow(context, p)),
    timeline: events.map((e) => toTimelineRow(context, e)),
    changes: changes.map((c) => toChangeRow(context, c)),
    conflicts: toConflicts(context, points).length,
    themes,
    reporters: reportersOf(points),
    knownText: knownLine(clock, locale, say),
    empty: !points.length && !promises.length && !events.length,
  }
}

/** Each promise is assessed once, however many places of the page show it. */
const withAssessments = <C extends PromiseContext & { promises: readonly PromiseRecord[] }>(
  c: C,
  measured = c.points,
) => ({
  ...c,
  assessed: new Map(c.promises.map((p) => [p.entry, assess({ ...c, points: measured }, p)])),
})

const pick = ({ from, to, reporter }: Filters) => ({ from, to, reporter })

/** One indicator of a relation in full, in six statements; null when relation or indicator does not exist. */
export async function getIndicator(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<IndicatorPage | null> {
  assertMay(actor, 'read')
  const clock = clockOf(filters)
  const [relation, indicator] = await Promise.all([findRelation(actor, slug, clock), findIndicator(actor, code)])
  if (!relation || !indicator) return null
  const ofIndicator = { scope: relation.scope, clock, theme: null, indicator: code }
  const [points, promises, events, revisions] = await Promise.all([
    listPoints(actor, {
      ...ofIndicator,
      ...pick(filters),
      deprecated: true,
      perSeries: filters.from || filters.to ? perSeries.full : perSeries.window,
    }),
    listPromises(actor, { ...ofIndicator, limit: most.promises }),
    listEvents(actor, {
      scope: relation.scope,
      clock,
      theme: null,
      from: filters.from,
      to: filters.to,
      limit: most.events,
    }),
    listChanges(actor, { ...ofIndicator, corrections: true, limit: most.changes }),
  ])
  const say = sayIn(locale)
  const context = withAssessments({ slug, locale, clock, clocks: filters, points, promises, events })
  const standing = points.filter((p) => p.rank !== 'deprecated')
  const dated = (p: PointRow) => p.starts !== null && p.ends !== null
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
    charts: pictures({ ...context, points: standing, filters }, indicator),
    observations: points.filter(dated).map((p) => toObservationLine(context, p)),
    undated: points.filter((p) => !dated(p)).map((p) => toObservationLine(context, p)),
    conflicts: toConflicts(context, points),
    revisions: revisions.map((c) => toChangeRow(context, c)),
    targets: promises.map((p) => toPromiseRow(context, p)),
    siblings: [],
    reporters: reportersOf(points),
    knownText: knownLine(clock, locale, say),
  }
}

/** One picture with the rows behind it, for files; null when relation or indicator does not exist. */
export async function getChart(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  measure: 'level' | 'change',
  locale: Locale = defaultLocale,
) {
  assertMay(actor, 'read')
  const clock = clockOf(filters)
  const [relation, indicator] = await Promise.all([findRelation(actor, slug, clock), findIndicator(actor, code)])
  if (!relation || !indicator) return null
  const ofIndicator = { scope: relation.scope, clock, theme: null, indicator: code }
  const [points, promises, events] = await Promise.all([
    listPoints(actor, {
      ...ofIndicator,
      ...pick(filters),
      deprecated: false,
      perSeries: filters.from || filters.to ? perSeries.full : perSeries.window,
    }),
    listPromises(actor, { ...ofIndicator, limit: most.promises }),
    listEvents(actor, {
      scope: relation.scope,
      clock,
      theme: null,
      from: filters.from,
      to: filters.to,
      limit: most.events,
    }),
  ])
  const specs = pictures({ slug, filters, clock, locale, points, promises, events }, indicator)
  return {
    spec: specs.find((s) => s.measure === measure) ?? null,
    points,
    indicator,
    relation: toHead(relation, locale),
  }
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
  const versions = await listVersions(actor, relation.scope, rootId, clock)
  const shown = versions.find((v) => v.stands) ?? versions[0]
  if (!shown) return null
  const neighbours = await listNeighbours(actor, shown, rootId, clock)
  return toEntryPage(
    toHead(relation, locale),
    rootId,
    versions,
    neighbours,
    filters,
    process.env.ENTENTE_URL ?? '',
    locale,
  )
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

/** Every relation with its headline figures, last change and freshness, in two statements. */
export async function getRelations(actor: Actor, locale: Locale = defaultLocale): Promise<RelationCard[]> {
  const clock = clockOf({ known: null, edition: null })
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
      clocks: { known: null, edition: null },
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
