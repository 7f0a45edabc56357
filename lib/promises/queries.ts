import { type Actor, assertMay } from '@/lib/auth/actor'
import type { ChartSpec } from '@/lib/charts/spec'
import { listCitations } from '@/lib/dashboards/citations/queries'
import type { HeadRecord } from '@/lib/dashboards/heads/queries'
import { toHead } from '@/lib/dashboards/heads/rules'
import { knownLine, toChartSpec } from '@/lib/dashboards/pictures/rules'
import { groupRows, type PointRow, titleOf } from '@/lib/dashboards/points/rules'
import { listPromises, type PromiseRecord } from '@/lib/dashboards/promises/queries'
import {
  assessedBy,
  eventsOf,
  everything,
  headOf,
  kept,
  pointsOf,
  type View,
  viewOf,
} from '@/lib/dashboards/standing/queries'
import type { Citation } from '@/lib/formats/csv'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { spanOf } from '@/lib/periods/rules'
import { changedOn, countOutcomes, inOrder, isAsked, peopleOf, toFileRows, toLine } from './rules'
import type { PromiseFilters, PromisesPage } from './schema'

/** Bounded, because a page must not grow with history. */
const most = 200

/** Targets and commitments with what became of them and what they cite: read once between two publications. */
const promisedOf = (view: View, head: HeadRecord) =>
  kept(
    view,
    'targets and commitments',
    async () => {
      const asking = listPromises(view.actor, {
        ...{ scope: head.scope, clock: view.clock, theme: null, limit: most },
        kinds: ['target', 'commitment'],
      })
      const entries = asking.then((promises) => promises.flatMap((p) => [p.entry, ...p.steps.map((s) => s.entry)]))
      const [promised, citations] = await Promise.all([
        assessedBy(view, asking, pointsOf(view, head, everything)),
        entries.then((cited) => listCitations(view.actor, cited, view.clock)),
      ])
      return { ...promised, citations }
    },
    (found) => found.promises.length + found.citations.size,
  )

type Found = Omit<PromisesPage, 'charts'> & {
  charts: { spec: ChartSpec; points: PointRow[] }[]
  citations: ReadonlyMap<number, Citation>
}

/** A level that is measured more than once: a count for one day has no way to be drawn. */
const hasWay = (p: PromiseRecord) => p.kind === 'target' && p.measure === 'level' && spanOf(p) !== 'day'

async function findPromises(
  actor: Actor,
  slug: string,
  filters: PromiseFilters,
  locale: Locale,
): Promise<Found | null> {
  const view = viewOf(actor, slug, filters, locale)
  const head = await headOf(view)
  if (!head) return null
  const [{ promises, rows, assessed, citations }, all, events] = await Promise.all([
    promisedOf(view, head),
    pointsOf(view, head, everything),
    eventsOf(view, head, everything),
  ])
  const points = all.filter((p) => filters.reporter === null || p.reporter === filters.reporter)
  const context = { ...view, citations, figures: new Map(all.map((p) => [p.entry, p])) }
  const asked = promises.flatMap((p, i) =>
    isAsked(p, filters)
      ? [
          {
            ...toLine(context, p, rows[i]!, assessed.get(p.entry)!, filters.reporter),
            changed: changedOn(p),
            record: p,
          },
        ]
      : [],
  )
  const shown = asked.filter((line) => filters.status === null || line.outcomes.includes(filters.status))
  const say = sayIn(locale)
  const charts = chartsOf(
    { ...view, from: null, to: null, events, assessed },
    points,
    shown.map((line) => line.record).filter(hasWay),
  )
  const measured = new Map(
    [...assessed.values()].flatMap(({ progress }) =>
      progress.flatMap(({ head: { reporter, reporterName } }) =>
        reporter ? [[reporter, { slug: reporter, name: reporterName! }] as const] : [],
      ),
    ),
  )
  const people = new Map(promises.flatMap(peopleOf).map((person) => [person.slug, person]))
  return {
    head: toHead(head, locale),
    lines: inOrder(shown, filters.sort).map(({ record: _, changed: __, ...line }) => line),
    counts: countOutcomes(asked),
    all: promises.length,
    charts,
    themes: [...new Set(promises.map((p) => p.theme))].map((code) => ({ code, name: say(`themes.${code}`) })),
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name, locale)),
    reporters: [...measured.values()],
    knownText: knownLine(view.clock, locale, say),
    citations,
  }
}

/** The end of the year of the latest of these days: a target's day is in the picture, however far it is. */
function endOf(days: readonly (string | null)[]): string {
  const last = days.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '')
  return last.endsWith('-01-01') ? last : `${Number(last.slice(0, 4)) + 1}-01-01`
}

type Drawn = Omit<Parameters<typeof toChartSpec>[0], 'code' | 'unit' | 'theme' | 'measure' | 'points' | 'promises'>

/** One chart for each indicator that has targets: the figures they are measured by, and every target on it. */
function chartsOf(input: Drawn, points: readonly PointRow[], targets: readonly PromiseRecord[]): Found['charts'] {
  const key = (p: Pick<PointRow, 'about' | 'indicator' | 'unit' | 'scope' | 'origin'> | PromiseRecord) =>
    JSON.stringify([p.about, p.indicator, p.unit, p.scope, p.origin])
  const aimedAt = new Set(targets.map(key))
  const fitting = points.filter((p) => p.measure === 'level' && aimedAt.has(key(p)))
  const say = sayIn(input.locale, 'promises')
  return groupRows(fitting, (p) => p.indicator).flatMap((rows) => {
    const { indicator: code, unit, theme } = rows[0]!
    const own = targets.filter((p) => p.indicator === code && p.unit === unit)
    const to = endOf([...rows.map((p) => p.ends), ...own.map((p) => p.ends), input.clock.known])
    const spec = toChartSpec({ ...input, to, points: rows, promises: own, code, unit, theme, measure: 'level' })
    if (!spec) return []
    const title = say('pathsOf', { indicator: titleOf(input.slug, rows).title })
    return [{ spec: { ...spec, title }, points: rows }]
  })
}

/**
 * Everything `/relations/<slug>/promises` shows, in at most five statements; none where the relation was looked at since
 * its last publication. Null when there is no such relation.
 */
export async function getPromises(
  actor: Actor,
  slug: string,
  filters: PromiseFilters,
  locale: Locale = defaultLocale,
): Promise<PromisesPage | null> {
  assertMay(actor, 'read')
  const found = await findPromises(actor, slug, filters, locale)
  if (!found) return null
  const { citations: _, ...page } = found
  return { ...page, charts: found.charts.map(({ spec }) => spec) }
}

/** The same promises as rows of a file, one for each step, with what each cites. */
export async function listPromiseRows(actor: Actor, slug: string, filters: PromiseFilters) {
  assertMay(actor, 'read')
  const found = await findPromises(actor, slug, filters, defaultLocale)
  return found && toFileRows(found.lines, found.citations)
}

/** The chart of one indicator's targets with the figures on it; null where the page has none of that name. */
export async function getTargetChart(
  actor: Actor,
  slug: string,
  code: string,
  filters: PromiseFilters,
  locale: Locale = defaultLocale,
) {
  assertMay(actor, 'read')
  const found = await findPromises(actor, slug, filters, locale)
  return found?.charts.find(({ spec }) => spec.code === code) ?? null
}
