import { type Actor, assertMay } from '@/lib/auth/actor'
import { listCitations } from '@/lib/dashboards/citations/queries'
import { citationOf } from '@/lib/dashboards/citations/rules'
import { toHead } from '@/lib/dashboards/heads/rules'
import { knownLine, sourceLine, toChartSpec } from '@/lib/dashboards/pictures/rules'
import { listPoints } from '@/lib/dashboards/points/queries'
import { groupRows, type PointRow, reportersOf, toRow } from '@/lib/dashboards/points/rules'
import { listPromises, type PromiseRecord } from '@/lib/dashboards/promises/queries'
import type { Filters } from '@/lib/dashboards/schema'
import { drawn, eventsOf, everything, headOf, kept, type View, viewOf } from '@/lib/dashboards/standing/queries'
import { choosePoints, isCut } from '@/lib/dashboards/standing/rules'
import type { Citation } from '@/lib/formats/csv'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { groupsOf, type PartContext, sharesOf } from './parts/rules'
import { listRoutes, type RouteRecord } from './routes/queries'
import { bareLegs, legId, mainUnit, partId, toMap, toNarrow, toStops } from './routes/rules'
import type { CorridorPage, CorridorPart, CorridorRow } from './schema'

const mostTargets = 120
const rowsIn = (found: readonly unknown[]) => found.length

type Asked = Pick<Filters, 'from' | 'to' | 'reporter'>

async function pointsAlong(view: View, route: RouteRecord, asked: Asked): Promise<readonly PointRow[]> {
  const ask = ({ from, to, reporter }: Asked) =>
    listPoints(view.actor, {
      ...{ scope: route.about, clock: view.clock, from, to, reporter, theme: null },
      ...{ indicator: null, corridor: true, deprecated: false, ...drawn },
    })
  const choice = { from: asked.from, to: asked.to, reporter: asked.reporter, theme: null }
  const all = await kept(view, `points along ${route.id}`, () => ask(everything), rowsIn)
  const windowed = asked.from !== null || asked.to !== null
  // What is kept holds the newest of each series: a window may reach behind it.
  return windowed && isCut(all, drawn.newest) ? ask(asked) : choosePoints(all, choice)
}

type Targets = { promises: PromiseRecord[]; citations: ReadonlyMap<number, Citation> }

const targetsAlong = (view: View, route: RouteRecord): Promise<Targets> =>
  kept(
    view,
    `targets along ${route.id}`,
    async () => {
      const { actor, clock } = view
      const all = await listPromises(actor, {
        scope: route.about,
        clock,
        theme: null,
        corridor: true,
        limit: mostTargets,
      })
      const promises = all.filter((p) => p.kind === 'target')
      const citations = await listCitations(
        actor,
        promises.map((p) => p.entry),
        clock,
      )
      return { promises, citations }
    },
    ({ promises }) => promises.length * 2,
  )

/** A corridor with all that a view of it is made from. */
async function read(actor: Actor, slug: string, filters: Filters, asked: string | null, locale: Locale) {
  const view = viewOf(actor, slug, filters, locale)
  const head = await headOf(view)
  if (!head) return null
  const routes = await kept(view, 'corridors', () => listRoutes(actor, head.scope), rowsIn)
  const route = routes.find((r) => r.slug === asked) ?? routes[0]
  if (!route) return { view, head, routes, found: null }
  const [points, targets, events] = await Promise.all([
    pointsAlong(view, route, filters),
    targetsAlong(view, route),
    eventsOf(view, head, { ...filters, theme: null }),
  ])
  const context: PartContext = { ...view, points, ...targets, roles: route.roles }
  return { view, head, routes, found: { route, context, events } }
}
type Found = NonNullable<NonNullable<Awaited<ReturnType<typeof read>>>['found']>

/** The years of what the corridor as a whole carried: one picture an indicator. */
function chartsOf({ route, context, events }: Found, filters: Filters) {
  const own = context.points.filter((p) => p.about === route.slug && context.roles[p.indicator] === 'flow')
  return groupRows(own, (p) => p.indicator).flatMap((points) => {
    const { indicator: code, indicatorUnit: unit, theme } = points[0]!
    const promises = context.promises.filter((p) => p.about === route.slug)
    const spec = toChartSpec({
      ...context,
      points,
      promises,
      events,
      code,
      unit,
      theme,
      measure: 'level',
      from: filters.from,
      to: filters.to,
    })
    return spec ? [{ spec, points }] : []
  })
}

function partsOf({ route, context }: Found) {
  const part = (about: string, id: string, name: string, lead: string): CorridorPart => ({
    id,
    name,
    lead,
    groups: groupsOf(context, about),
    shares: sharesOf(context, about),
  })
  const say = sayIn(context.locale, 'corridor')
  const names = new Map(route.nodes.map((n) => [n.slug, n.name]))
  const legName = (l: RouteRecord['legs'][number]) => say('legName', { from: names.get(l.from)!, to: names.get(l.to)! })
  const nodes = route.nodes.map((n) => part(n.slug, partId(n.slug), n.name, n.country ?? ''))
  const abouts = new Map(route.legs.flatMap((l) => (l.about ? [[l.about, l.aboutName!] as const] : [])))
  const legs = [...abouts].map(([about, name]) => {
    const own = route.legs.filter((l) => l.about === about)
    const modes = [...new Set(own.map((l) => say(`modes.${l.mode}`)))].join(', ')
    return {
      ...part(about, partId(about), name, say('legLead', { mode: modes, legs: own.map(legName).join(', ') })),
      anchors: own.map(legId),
    }
  })
  return {
    whole: part(route.slug, partId(route.slug), route.name, ''),
    nodes,
    legs,
    bare: bareLegs(route).map((l) => ({ id: legId(l), name: legName(l) })),
    together: route.countries.map((k) => part(k.slug, partId(k.slug), k.name, '')).filter((p) => p.groups.length > 0),
  }
}

function mapOf({ route, context }: Found, unit: string) {
  const views = sayIn(context.locale)
  const publishers = [
    ...context.points.map((p) => p.publisher),
    ...[...context.citations.values()].map((x) => x.publisher),
  ]
  return toMap(context, route, unit, {
    sourceLine: sourceLine(publishers, views),
    knownLine: knownLine(context.clock, context.locale, views),
  })
}

/**
 * Everything `/relations/<slug>/corridor` shows, in at most six statements; null when there is no such relation.
 * @param asked the corridor's slug; one the relation does not have gives way to its first.
 */
export async function getCorridor(
  actor: Actor,
  slug: string,
  filters: Filters,
  asked: string | null,
  locale: Locale = defaultLocale,
): Promise<CorridorPage | null> {
  assertMay(actor, 'read')
  const all = await read(actor, slug, filters, asked, locale)
  if (!all) return null
  const { view, head, routes, found } = all
  const views = sayIn(locale)
  const frame = {
    head: toHead(head, locale),
    knownText: knownLine(view.clock, locale, views),
    corridors: routes.map((r) => ({ slug: r.slug, name: r.name })),
  }
  if (!found) return { ...frame, reporters: [], corridor: null }
  const { route, context } = found
  const unit = mainUnit(context, route)
  const { narrow, text } = toNarrow(context, route, unit)
  const parts = partsOf(found)
  const told = (p: CorridorPart) => p.groups.length > 0
  return {
    ...frame,
    reporters: reportersOf(context.points),
    corridor: {
      slug: route.slug,
      name: route.name,
      countries: route.countries.map((k) => k.name),
      map: mapOf(found, unit),
      route: toStops(context, route, unit),
      whole: parts.whole,
      charts: chartsOf(found, filters).map(({ spec }) => spec),
      narrow,
      narrowText: text,
      nodes: parts.nodes.filter(told),
      legs: parts.legs.filter(told),
      countriesTogether: parts.together,
      bareNodes: parts.nodes.filter((p) => !told(p)).map(({ id, name }) => ({ id, name })),
      bareLegs: [
        ...parts.bare,
        ...parts.legs.filter((p) => !told(p)).map(({ anchors, name }) => ({ id: anchors[0]!, name })),
      ],
    },
  }
}

/** The map or one chart of the page, for files; null when the relation does not exist or has no such picture. */
export async function getCorridorPicture(
  actor: Actor,
  slug: string,
  filters: Filters,
  asked: string | null,
  name: string,
  locale: Locale = defaultLocale,
) {
  assertMay(actor, 'read')
  const all = await read(actor, slug, filters, asked, locale)
  if (!all?.found) return null
  const { found } = all
  if (name === 'map') return { spec: mapOf(found, mainUnit(found.context, found.route)), rows: () => rowsOf(found) }
  const chart = chartsOf(found, filters).find(({ spec }) => spec.code === name)
  return chart ? { spec: chart.spec, rows: () => chart.points.map((p) => rowOf(found, p)) } : null
}

const rowOf = ({ context }: Found, p: PointRow): CorridorRow => ({
  ...toRow(p, context.locale),
  about: p.aboutName,
  scope: p.scope,
  measure: p.measure,
  kind: 'observation',
})

function rowsOf(found: Found): CorridorRow[] {
  const { context } = found
  const targets = context.promises.flatMap((p): CorridorRow[] => {
    if (p.value === null) return []
    return [
      {
        ...{ about: p.aboutName, scope: p.scope ?? '', measure: p.measure ?? '', kind: 'target', status: '' },
        ...{ indicator: p.indicator ?? '', period: p.words ?? '', start: p.starts, end: p.ends },
        ...{
          value: p.value,
          valueTo: p.valueTo,
          unit: p.unit ?? '',
          multiplier: p.unitMult ?? 0,
          qualifier: p.qualifier ?? 'exact',
        },
        reporter: p.speaker,
        ...citationOf(context.citations, p.entry, p.version),
      },
    ]
  })
  return [...context.points.map((p) => rowOf(found, p)), ...targets]
}

/** Every figure of the page as rows of a file; null when there is no such relation. */
export async function listCorridorRows(
  actor: Actor,
  slug: string,
  filters: Filters,
  asked: string | null,
  locale: Locale = defaultLocale,
): Promise<CorridorRow[] | null> {
  assertMay(actor, 'read')
  const all = await read(actor, slug, filters, asked, locale)
  return all && (all.found ? rowsOf(all.found) : [])
}
