import type { Point } from '../render/svg-path'
import { countriesIn, placeForName } from './countries'
import { overlap, placeLabels, within } from './labels'
import { schematic } from './projection'
import type { DrawnLeg, DrawnNode, MapScene, MapSize } from './scene'
import type { MapSpec } from './spec'

export const mapType = { name: 13, detail: 11.5, line: 15, place: 11 }
const widest = 22
const dot = 4

/**
 * Places everything of a map in a box. Sizes are to one scale: a band as wide as a ring across means the same amount.
 * @param spec at least one node.
 */
export function layoutMap(spec: MapSpec, { width, height }: MapSize): MapScene {
  const project = schematic(spec.nodes, { width, height })
  const most = Math.max(0, ...[...spec.nodes, ...spec.legs].flatMap((m) => [m.capacity ?? 0, m.flow ?? 0]))
  const size = (amount: number | null) =>
    amount === null || most === 0 ? null : Math.max(1.5, (amount / most) * widest)
  const at = new Map(spec.nodes.map((node) => [node.key, project.point(node.lon, node.lat)]))
  const nodes = spec.nodes.map((node): DrawnNode => {
    const [ring, disc] = [size(node.capacity), size(node.flow)]
    return { node, at: at.get(node.key)!, ring, disc, radius: Math.max(dot, (ring ?? 0) / 2, (disc ?? 0) / 2) }
  })
  const legs = spec.legs.map(
    (leg): DrawnLeg => ({
      leg,
      from: at.get(leg.from)!,
      to: at.get(leg.to)!,
      band: size(leg.capacity),
      line: size(leg.flow),
    }),
  )
  const countries = countriesIn(spec.countries, project, { width, height })
  const { labels, boxes } = placeLabels(nodes, legs, { width, height })
  const free = (at: Point, w: number) => {
    const own = { x: at.x - w / 2 - 3, y: at.y - 11, w: w + 6, h: 15 }
    if (own.x < 0 || own.x + own.w > width || own.y < 0 || own.y + own.h > height) return false
    return boxes.every((b) => overlap(b, own) === 0) && legs.every((leg) => within(leg.from, leg.to, own) === 0)
  }
  const places = countries.flatMap((outline) => {
    if (!outline.name) return []
    const spot = placeForName(outline, outline.name.length * mapType.place * 0.78, free)
    return spot ? [{ name: outline.name, ...spot }] : []
  })
  return { width, height, countries, nodes, legs, labels, places }
}
