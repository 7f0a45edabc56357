import type { Point } from '../render/svg-path'
import type { DrawnLeg, DrawnNode, MapLabel, MapSize } from './scene'

export type Box = { x: number; y: number; w: number; h: number }
type Spot = { box: Box; align: MapLabel['align']; far: number }
type Wanted = {
  key: string
  href: string
  name: string
  detail: string | null
  at: Point
  radius: number
  weight: number
}

const letter = { name: 7.1, detail: 6 }
const line = 14.5

export const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y))

/** Length of a stretch within a box, sampled: enough to tell a way around from a way through. */
export function within(from: Point, to: Point, box: Box): number {
  const steps = Math.max(2, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4))
  let inside = 0
  for (let i = 0; i <= steps; i++) {
    const [x, y] = [from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps]
    if (x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h) inside++
  }
  return inside
}

const angles = [0, 180, 90, 270, 45, 135, 225, 315, 22, 158, 202, 338, 68, 112, 248, 292]
const ways = [0, 14, 30, 48, 70, 94, 120]

/** Where a label may stand around its mark: near first, then further away with a line that leads to it. */
function spots({ at, radius, name, detail }: Wanted): Spot[] {
  const w = Math.max(name.length * letter.name, (detail?.length ?? 0) * letter.detail) + 4
  const h = line * (detail ? 2 : 1)
  return ways.flatMap((far) =>
    angles.map((angle): Spot => {
      const turn = (angle * Math.PI) / 180
      const reach = radius + 6 + far
      const [x, y] = [at.x + Math.cos(turn) * reach, at.y - Math.sin(turn) * reach]
      const sideways = Math.cos(turn)
      const align = sideways > 0.3 ? 'start' : sideways < -0.3 ? 'end' : 'middle'
      const left = align === 'start' ? x : align === 'end' ? x - w : x - w / 2
      const top = align === 'middle' ? (Math.sin(turn) > 0 ? y - h : y) : y - h / 2
      return { box: { x: left, y: top, w, h }, align, far }
    }),
  )
}

/**
 * Puts every name where it hides nothing: least overlap with other labels, marks and legs, then nearest to its mark.
 * Greedy, then each once more with all others in place.
 */
export function placeLabels(
  nodes: readonly DrawnNode[],
  legs: readonly DrawnLeg[],
  { width, height }: MapSize,
): { labels: MapLabel[]; boxes: Box[] } {
  const wanted = [...nodes.map(ofNode), ...ofLegs(legs)]
  const marks = nodes.map(
    ({ at, radius }): Box => ({ x: at.x - radius - 1, y: at.y - radius - 1, w: 2 * radius + 2, h: 2 * radius + 2 }),
  )
  const all = wanted.map(spots)
  const chosen: (Spot | null)[] = wanted.map(() => null)
  const cost = (i: number, spot: Spot) => {
    const { box } = spot
    const out =
      Math.max(0, -box.x + 3) +
      Math.max(0, box.x + box.w - width + 3) +
      Math.max(0, -box.y + 3) +
      Math.max(0, box.y + box.h - height + 3)
    const others = chosen.reduce((sum, other, j) => sum + (other && j !== i ? overlap(pad(box), other.box) : 0), 0)
    const hidden = marks.reduce((sum, mark) => sum + overlap(box, mark), 0)
    const crossed = legs.reduce((sum, leg) => sum + within(leg.from, leg.to, pad(box)), 0)
    const lead = spot.far > 20 ? leaderCrossings(wanted[i]!.at, box, chosen, i) : 0
    return out * 60 + others * 8 + hidden * 8 + crossed * 9 + spot.far * 0.9 + lead * 40
  }
  const order = wanted.map((_, i) => i).toSorted((a, b) => crowd(wanted, b) - crowd(wanted, a))
  for (let round = 0; round < 3; round++)
    for (const i of order) {
      const prices = all[i]!.map((spot) => cost(i, spot))
      chosen[i] = all[i]![prices.indexOf(Math.min(...prices))]!
    }
  return {
    boxes: [...chosen.flatMap((c) => (c ? [c.box] : [])), ...marks],
    labels: wanted.map((want, i) => toLabel(want, chosen[i]!)),
  }
}

const pad = (b: Box): Box => ({ x: b.x - 3, y: b.y - 1, w: b.w + 6, h: b.h + 2 })

function leaderCrossings(at: Point, box: Box, chosen: readonly (Spot | null)[], own: number): number {
  const end = nearestOn(box, at)
  return chosen.reduce((sum, other, j) => sum + (other && j !== own && within(at, end, other.box) > 0 ? 1 : 0), 0)
}

/** How many marks stand close by: those in a crowd choose first. */
const crowd = (wanted: readonly Wanted[], i: number) =>
  wanted.filter((o) => Math.hypot(o.at.x - wanted[i]!.at.x, o.at.y - wanted[i]!.at.y) < 110).length + wanted[i]!.weight

const nearestOn = (b: Box, p: Point): Point => ({
  x: Math.min(Math.max(p.x, b.x), b.x + b.w),
  y: Math.min(Math.max(p.y, b.y), b.y + b.h),
})

const ofNode = ({ node, at, radius }: DrawnNode): Wanted => ({
  key: node.key,
  href: node.href,
  name: node.name,
  detail: node.detail,
  at,
  radius,
  weight: 1,
})

/** A leg is named where something is stated of it, once for all legs of one name: along the longest. */
function ofLegs(legs: readonly DrawnLeg[]): Wanted[] {
  const length = ({ from, to }: DrawnLeg) => Math.hypot(to.x - from.x, to.y - from.y)
  const names = new Map<string, DrawnLeg>()
  for (const drawn of legs) {
    if (!drawn.leg.detail) continue
    const there = names.get(drawn.leg.name)
    if (!there || length(drawn) > length(there)) names.set(drawn.leg.name, drawn)
  }
  return [...names.values()].map(({ leg, from, to, band }) => ({
    key: leg.key,
    href: leg.href,
    name: leg.name,
    detail: leg.detail,
    at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    radius: (band ?? 2) / 2,
    weight: 0,
  }))
}

function toLabel(want: Wanted, { box, align, far }: Spot): MapLabel {
  const x = align === 'start' ? box.x + 1 : align === 'end' ? box.x + box.w - 1 : box.x + box.w / 2
  return {
    key: want.key,
    href: want.href,
    name: want.name,
    detail: want.detail,
    x: Math.round(x * 2) / 2,
    y: Math.round((box.y + 11.5) * 2) / 2,
    align,
    leader: far > 12 ? [edge(want, nearestOn(box, want.at)), nearestOn(box, want.at)] : null,
  }
}

/** Where the line to a label leaves its mark. */
function edge({ at, radius }: Wanted, towards: Point): Point {
  const way = Math.hypot(towards.x - at.x, towards.y - at.y) || 1
  return { x: at.x + ((towards.x - at.x) / way) * radius, y: at.y + ((towards.y - at.y) / way) * radius }
}
