import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GeoContext, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import iso from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Point } from '../render/svg-path'
import type { Schematic } from './projection'
import type { MapSize, Outline } from './scene'

type Shape = Feature<Polygon | MultiPolygon>
type World = { land: Shape; countries: Map<string, Shape> }
let world: World | undefined

/** Natural Earth's land and countries at 1:50 million, as the package world-atlas holds them; read once, when first drawn. */
function theWorld(): World {
  if (!world) {
    // A bundle knows packages by numbers, and a file is not one of them.
    const file = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/world-atlas/countries-50m.json')
    const topology: Topology<{ countries: GeometryCollection; land: GeometryCollection }> = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    const { countries, land } = topology.objects
    world = {
      land: feature(topology, land).features[0] as Shape,
      countries: new Map(feature(topology, countries).features.map((shape) => [String(shape.id), shape as Shape])),
    }
  }
  return world
}

/** Points closer than this to the last one are left out: a schematic needs no fjords. */
const nearest = 2.4
const rounded = Math.round

/** Takes down what d3 draws as rings of points. */
function rings(draw: (context: GeoContext) => void): Point[][] {
  const found: Point[][] = []
  let ring: Point[] = []
  const add = (x: number, y: number) => {
    const last = ring.at(-1)
    if (!last || Math.hypot(x - last.x, y - last.y) >= nearest) ring.push({ x: rounded(x), y: rounded(y) })
  }
  draw({
    beginPath: () => {},
    moveTo: (x, y) => {
      ring = []
      found.push(ring)
      add(x, y)
    },
    lineTo: add,
    arc: () => {},
    closePath: () => {},
  })
  return found.filter((points) => points.length > 3)
}

const reachOf = (points: readonly Point[], of: 'x' | 'y') =>
  Math.max(...points.map((p) => p[of])) - Math.min(...points.map((p) => p[of]))

const kept = new Map<string, Outline[]>()

/**
 * Land within the picture, simplified: first all of it in one, then each country the corridor leads through. The same
 * corridor is drawn again and again: what was made last is kept.
 */
export function countriesIn(
  along: readonly { code: string; name: string }[],
  { projection, point }: Schematic,
  { width, height }: MapSize,
): Outline[] {
  const corners = [point(0, 0), point(60, 45)].map((p) => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`)
  const key = JSON.stringify([along, corners, width, height])
  const there = kept.get(key)
  if (there) return there
  const { land, countries } = theWorld()
  const drawn = (shape: Shape) =>
    rings((context) => geoPath(projection, context)(shape)).filter(
      (ring) => reachOf(ring, 'x') + reachOf(ring, 'y') > 9,
    )
  const found: Outline[] = [
    { code: null, name: null, rings: drawn(land) },
    ...along.flatMap(({ code, name }) => {
      const shape = countries.get(iso.alpha3ToNumeric(code) ?? '')
      return shape ? [{ code, name, rings: drawn(shape) }] : []
    }),
  ].filter((outline) => outline.rings.length > 0)
  if (kept.size > 40) kept.clear()
  kept.set(key, found)
  return found
}

/** Whether a point lies on a country, by how often a line to the right crosses its outline. */
function holds(rings: readonly Point[][], { x, y }: Point): boolean {
  let inside = false
  for (const ring of rings)
    for (const [i, a] of ring.entries()) {
      const b = ring[i === 0 ? ring.length - 1 : i - 1]!
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
    }
  return inside
}

/**
 * Where a country's name may stand: on its own land as a whole, where `free` says that nothing else is. Null where
 * there is no such place: then the map does without.
 */
export function placeForName(
  { rings }: Outline,
  width: number,
  free: (at: Point, width: number) => boolean,
): Point | null {
  const largest = rings.toSorted((a, b) => reachOf(b, 'x') - reachOf(a, 'x'))[0]
  if (!largest) return null
  const [xs, ys] = [largest.map((p) => p.x), largest.map((p) => p.y)]
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
  const spots: Point[] = []
  for (let y = Math.min(...ys); y < Math.max(...ys); y += 11)
    for (let x = Math.min(...xs); x < Math.max(...xs); x += 11) spots.push({ x: Math.round(x), y: Math.round(y) })
  const far = (p: Point) => Math.hypot(p.x - middle.x, (p.y - middle.y) * 1.5)
  return (
    spots
      .filter((at) => free(at, width))
      .filter(({ x, y }) =>
        [-0.5, 0, 0.5].every((part) => [-9, 2].every((dy) => holds(rings, { x: x + part * width, y: y + dy }))),
      )
      .toSorted((a, b) => far(a) - far(b))[0] ?? null
  )
}
