import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMap } from '../render/pictures/specs'
import { overlap } from './labels'
import { layoutMap } from './layout'
import { schematic } from './projection'
import type { MapLabel } from './scene'

const size = { width: 1000, height: 430 }
const spec = readMap('middle-corridor')

/** A label's box by the widths that letters have at most. */
function boxOf({ x, y, name, detail, align }: MapLabel) {
  const w = Math.max(name.length * 7.1, (detail?.length ?? 0) * 6)
  const left = align === 'start' ? x : align === 'end' ? x - w : x - w / 2
  return { x: left, y: y - 11, w, h: detail ? 28 : 13 }
}

describe('a schematic projection', () => {
  const place = fc.record({
    lat: fc.double({ min: -60, max: 70, noNaN: true }),
    lon: fc.double({ min: -150, max: 150, noNaN: true }),
  })

  test('keeps east to the right of west and north above south', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 14 }), place, place, (places, a, b) => {
        const { point } = schematic(places, size)
        const [p, q] = [point(a.lon, a.lat), point(b.lon, b.lat)]
        if (b.lon - a.lon > 0.01) expect(q.x).toBeGreaterThan(p.x)
        if (b.lat - a.lat > 0.01) expect(q.y).toBeLessThan(p.y)
      }),
    )
  })

  test('puts every place into the picture, also where there is only one', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 14 }), (places) => {
        const { point } = schematic(places, size)
        for (const { lat, lon } of places) {
          const { x, y } = point(lon, lat)
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(size.width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(size.height)
        }
      }),
    )
  })
})

describe('the map of the Middle Corridor', () => {
  test.each([1000, 700])('hides no name behind another at %d pixels', (width) => {
    const boxes = layoutMap(spec, { width, height: 430 }).labels.map((label) => ({
      name: label.name,
      box: boxOf(label),
    }))
    for (const a of boxes)
      for (const b of boxes) if (a !== b) expect(overlap(a.box, b.box), `${a.name} / ${b.name}`).toBe(0)
  })

  test('names every place once, and a railway that two legs share once', () => {
    const names = layoutMap(spec, size).labels.map((l) => l.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining([...spec.nodes.map((n) => n.name), 'Baku–Tbilisi–Kars railway']))
  })

  test('draws more where more is stated, to one scale for places and legs', () => {
    const { nodes, legs } = layoutMap(spec, size)
    const ring = (key: string) => nodes.find((n) => n.node.key === key)!.ring!
    expect(ring('alat') / ring('kuryk')).toBeCloseTo(15 / 6, 5)
    expect(legs.find((l) => l.leg.capacity)!.band! / ring('alat')).toBeCloseTo(5 / 15, 5)
    expect(ring('alat')).toBeLessThanOrEqual(22)
  })

  test('has land, and lights the countries it leads through', () => {
    const { countries } = layoutMap(spec, size)
    expect(countries.map((c) => c.code)).toEqual([null, 'AZE', 'GEO', 'KAZ', 'TUR'])
    for (const { rings } of countries) for (const ring of rings) expect(ring.length).toBeGreaterThan(3)
  })
})

test('a corridor of one place, and one whose places share a spot, are drawn', () => {
  const [only] = spec.nodes
  for (const nodes of [[only!], [only!, { ...only!, key: 'same' }]]) {
    const scene = layoutMap({ ...spec, nodes, legs: [], countries: [] }, size)
    expect(scene.labels).toHaveLength(nodes.length)
    for (const { x, y } of scene.labels) expect(Number.isFinite(x + y)).toBe(true)
  }
})
