import type { Point } from '../render/svg-path'
import type { MapLeg, MapNode } from './spec'

/** Land in the picture as rings of points: a country where it has a code. */
export type Outline = { code: string | null; name: string | null; rings: Point[][] }

export type MapSize = { width: number; height: number }
/** A text beside a mark, with the line that leads to it where it had to move away. */
export type MapLabel = {
  key: string
  href: string
  name: string
  detail: string | null
  x: number
  /** Baseline of the first line. */
  y: number
  align: 'start' | 'middle' | 'end'
  leader: [Point, Point] | null
}
export type DrawnNode = { node: MapNode; at: Point; radius: number; ring: number | null; disc: number | null }
export type DrawnLeg = { leg: MapLeg; from: Point; to: Point; band: number | null; line: number | null }
export type MapScene = MapSize & {
  countries: Outline[]
  nodes: DrawnNode[]
  legs: DrawnLeg[]
  labels: MapLabel[]
  /** Names of countries, faint, where there is room. */
  places: { name: string; x: number; y: number }[]
}
