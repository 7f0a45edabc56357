import type { MapLeg, MapNode, MapSign, MapSpec } from '@/lib/charts/map/spec'
import { periodText } from '@/lib/dashboards/points/rules'
import { sayIn } from '@/lib/i18n/say'
import { spanOf } from '@/lib/periods/rules'
import { type Main, mainCapacity, mainFlow, type PartContext, sharesOf } from '../parts/rules'
import type { Cell, Narrow, RouteStop } from '../schema'
import type { LegRecord, RouteRecord } from './queries'

/** The anchor of what was stated of an entity: `/corridor#at-aktau`. */
export const partId = (slug: string) => `at-${slug}`
export const legId = (leg: Pick<LegRecord, 'from' | 'to' | 'mode'>) => `leg-${leg.from}-${leg.to}-${leg.mode}`

/** The unit most capacities and flows along the route are stated in; tonnes where as many are. */
export function mainUnit(c: PartContext, route: RouteRecord): string {
  const abouts = new Set([route.slug, ...route.nodes.map((n) => n.slug), ...route.legs.flatMap((l) => l.about ?? [])])
  const counted = new Map<string, number>([['T', 0.5]])
  for (const p of c.points)
    if (
      abouts.has(p.about) &&
      c.roles[p.indicator] !== undefined &&
      c.roles[p.indicator] !== 'transit_time' &&
      p.measure === 'level'
    )
      counted.set(p.unit, (counted.get(p.unit) ?? 0) + 1)
  return [...counted].toSorted((a, b) => b[1] - a[1])[0]![0]
}

/** The figures of one node or leg that a map and a table have room for. */
type Load = { capacity: Main | null; flow: Main | null; share: string | null }
const nothing: Load = { capacity: null, flow: null, share: null }

function loadOf(c: PartContext, about: string | null, unit: string): Load {
  if (about === null) return nothing
  const computed = sharesOf(c, about).findLast((s) => s.text !== null && s.unit === unit && s.scope === '')
  return { capacity: mainCapacity(c, about, unit), flow: mainFlow(c, about, unit), share: computed?.text ?? null }
}

const nameOfLeg = (c: PartContext, route: RouteRecord, leg: LegRecord) => {
  const names = new Map(route.nodes.map((n) => [n.slug, n.name]))
  return sayIn(c.locale, 'corridor')('legName', {
    from: names.get(leg.from) ?? leg.from,
    to: names.get(leg.to) ?? leg.to,
  })
}

/** The route in words: each node in its order, with the legs to nodes that come later. */
export function toStops(c: PartContext, route: RouteRecord, unit: string): RouteStop[] {
  const say = sayIn(c.locale, 'corridor')
  const place = new Map(route.nodes.map((n, i) => [n.slug, i]))
  const name = new Map(route.nodes.map((n) => [n.slug, n.name]))
  return route.nodes.map((node) => {
    const load = loadOf(c, node.slug, unit)
    const legs = route.legs.flatMap((leg) => {
      const [first, second] = place.get(leg.from)! < place.get(leg.to)! ? [leg.from, leg.to] : [leg.to, leg.from]
      if (first !== node.slug) return []
      const own = loadOf(c, leg.about, unit)
      return [
        {
          id: legId(leg),
          to: name.get(second)!,
          mode: leg.mode,
          modeText: say(`modes.${leg.mode}`),
          name: leg.aboutName,
          capacity: own.capacity?.cell ?? null,
          flow: own.flow?.cell ?? null,
        },
      ]
    })
    return {
      id: partId(node.slug),
      name: node.name,
      country: node.country ?? '',
      capacity: load.capacity?.cell ?? null,
      flow: load.flow?.cell ?? null,
      share: load.share,
      legs,
    }
  })
}

/** Entities of the route that figures can be about, each once, with the anchor that leads to it. */
export function carriers(route: RouteRecord): { about: string; name: string; id: string }[] {
  const nodes = route.nodes.map((n) => ({ about: n.slug, name: n.name, id: partId(n.slug) }))
  const legs = route.legs.flatMap((l) => (l.about ? [{ about: l.about, name: l.aboutName!, id: partId(l.about) }] : []))
  return [...new Map([...nodes, ...legs].map((x) => [x.about, x])).values()]
}

/**
 * Capacities in force of whole places and legs, the smallest first, and the answer to "where is it narrow?" in
 * sentences: what is the smallest, what the whole is said to carry, and of how many nothing is known.
 */
export function toNarrow(c: PartContext, route: RouteRecord, unit: string): { narrow: Narrow[]; text: string[] } {
  const say = sayIn(c.locale, 'corridor')
  const stated = carriers(route).map((x) => ({ ...x, main: mainCapacity(c, x.about, unit) }))
  const whole = stated
    .flatMap((x) => (x.main?.whole ? [{ ...x, main: x.main }] : []))
    .toSorted((a, b) => Number(a.main.point.value) - Number(b.main.point.value))
  const parts = stated.filter((x) => x.main && !x.main.whole)
  const unknown = stated.length - whole.length + bareLegs(route).length
  const [smallest] = whole
  const corridor = mainCapacity(c, route.slug, unit)
  const amount = (main: Main) => ({ amount: main.cell.text, period: periodText(main.point, c.locale) })
  const words = sayIn(c.locale)
  return {
    narrow: whole.map(({ id, name, main }) => ({ id, name, cell: main.cell })),
    text: [
      smallest
        ? say('narrowest', {
            count: whole.length,
            name: smallest.name,
            unit: words(`units.${unit}`),
            ...amount(smallest.main),
          })
        : say('narrowNone'),
      ...(parts.length ? [say('narrowParts', { names: parts.map((x) => x.name).join(', ') })] : []),
      ...(unknown ? [say('narrowUnknown', { count: unknown, all: stated.length + bareLegs(route).length })] : []),
      ...(corridor ? [say('narrowWhole', amount(corridor))] : []),
    ],
  }
}

/** Legs that no entity is named for: nobody can have stated a figure of them. */
export const bareLegs = (route: RouteRecord): LegRecord[] => route.legs.filter((l) => l.about === null)

function sizesOf({ capacity, flow }: Load): { capacity: number | null; flow: number | null } {
  return {
    capacity: capacity ? Number(capacity.point.value) : null,
    flow: flow && spanOf(flow.point) === 'year' ? Number(flow.point.value) : null,
  }
}

function detailOf(c: PartContext, { capacity }: Load): string | null {
  if (!capacity) return null
  const say = sayIn(c.locale, 'corridor')
  const { text } = capacity.cell
  const scope = capacity.point.scope
  return scope ? say('detailScope', { amount: text, scope }) : say('detail', { amount: text })
}

/** The corridor as a picture; null where it has no node. */
export function toMap(
  c: PartContext,
  route: RouteRecord,
  unit: string,
  lines: { sourceLine: string; knownLine: string },
): MapSpec | null {
  if (!route.nodes.length) return null
  const say = sayIn(c.locale, 'corridor')
  const nodes = route.nodes.map((node): MapNode => {
    const load = loadOf(c, node.slug, unit)
    return {
      key: node.slug,
      name: node.name,
      href: `#${partId(node.slug)}`,
      detail: detailOf(c, load),
      ...sizesOf(load),
      lat: node.lat,
      lon: node.lon,
    }
  })
  const legs = route.legs.map((leg): MapLeg => {
    const load = loadOf(c, leg.about, unit)
    return {
      key: legId(leg),
      name: leg.aboutName ?? nameOfLeg(c, route, leg),
      href: `#${legId(leg)}`,
      detail: detailOf(c, load),
      ...sizesOf(load),
      from: leg.from,
      to: leg.to,
      mode: leg.mode,
    }
  })
  const marks = [...nodes, ...legs]
  const signs: MapSign[] = [
    ...new Set(legs.map((l) => l.mode)),
    ...(marks.some((m) => m.capacity !== null) ? (['capacity'] as const) : []),
    ...(marks.some((m) => m.flow !== null) ? (['flow'] as const) : []),
  ]
  const told = (cell: Cell | null) => (cell ? `: ${cell.text}${cell.more ? ` (${cell.more})` : ''}` : '')
  const unitText = sayIn(c.locale)(`units.${unit}`)
  return {
    kind: 'map',
    code: route.slug,
    lang: c.locale,
    title: say('mapTitle', { name: route.name }),
    subtitle: say('mapSubtitle', { unit: unitText.charAt(0).toUpperCase() + unitText.slice(1) }),
    countries: route.countries.map(({ slug, name }) => ({ code: slug.toUpperCase(), name })),
    nodes,
    legs,
    legend: signs.map((sign) => ({ sign, text: say(`legend.${sign}`) })),
    summary: [
      say('summary', { name: route.name, nodes: nodes.length, legs: legs.length }),
      toStops(c, route, unit)
        .map((stop) => say('summaryStop', { name: stop.name, detail: told(stop.capacity) }))
        .join('; '),
    ].join(' '),
    ...lines,
  }
}
