import { type GeoProjection, type GeoRawProjection, geoProjection } from 'd3-geo'
import type { Point } from '../render/svg-path'
import type { MapSize } from './scene'

export type Schematic = { projection: GeoProjection; point: (lon: number, lat: number) => Point }

/** How much of the picture goes to places by their number instead of by their distance, along and across. */
const evenness = { lon: 0.62, lat: 0.45 }
/** Degrees over which that pull fades. */
const reach = { lon: 4.5, lat: 2.2 }
const margin = { x: 0.085, y: 0.2 }

/**
 * Degrees → 0…1, always rising: partly to scale, partly as many steps as there are places, so that a port and the next
 * one across a sea of desert are both seen. Smooth, because coasts and borders go through it too.
 */
function stretched(values: readonly number[], share: number, width: number): (degrees: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = Math.max(high - low, 2)
  const distinct = [...new Set(values)]
  const steps = (d: number) =>
    distinct.reduce((sum, v) => sum + 1 / (1 + Math.exp(-(d - v) / width)), 0) / distinct.length
  const [first, last] = [steps(low), steps(high)]
  const mix = distinct.length < 3 || last === first ? 0 : share
  return (d) => (1 - mix) * ((d - (low + high - span) / 2) / span) + mix * ((steps(d) - first) / (last - first || 1))
}

/** The projection of a schematic map around some places: north stays up and east right, distances do not stay. */
export function schematic(places: readonly { lat: number; lon: number }[], { width, height }: MapSize): Schematic {
  const east = stretched(
    places.map((p) => p.lon),
    evenness.lon,
    reach.lon,
  )
  const north = stretched(
    places.map((p) => p.lat),
    evenness.lat,
    reach.lat,
  )
  const degrees = 180 / Math.PI
  const raw: GeoRawProjection = (lambda, phi) => [
    width * (margin.x + (1 - 2 * margin.x) * east(lambda * degrees)),
    height * (1 - margin.y - (1 - 2 * margin.y) * north(phi * degrees)) * -1,
  ]
  const origin = raw(0, 0)
  const projection = geoProjection(raw)
    .scale(1)
    .translate([origin[0], -origin[1]])
    .precision(0.8)
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  return {
    projection,
    point: (lon, lat) => {
      const [x, y] = projection([lon, lat]) ?? [0, 0]
      return { x, y }
    },
  }
}
