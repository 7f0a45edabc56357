import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay } from '@/lib/periods/notation/rules'
import { moved, stretchesIn, stretchOf, toAddress, unitFor, units, type Window, zoomedIn, zoomedOut } from './rules'

const first = -40_000
const day = fc.integer({ min: first, max: 30_000 }).map(isoDay)
const window = fc
  .tuple(fc.integer({ min: first, max: 30_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([from, length]): Window => ({ from: isoDay(from), to: isoDay(from + length) }))
const unit = fc.constantFrom(...units)

describe('a stretch of the calendar', () => {
  test('is the quarter, year or decade that holds the day', () => {
    expect(stretchOf('quarter', '2022-08-24')).toEqual({ from: '2022-07-01', to: '2022-10-01' })
    expect(stretchOf('year', '2022-08-24')).toEqual({ from: '2022-01-01', to: '2023-01-01' })
    expect(stretchOf('decade', '2022-08-24')).toEqual({ from: '2020-01-01', to: '2030-01-01' })
  })
  test('holds its day', () => {
    fc.assert(
      fc.property(unit, day, (u, d) => {
        const { from, to } = stretchOf(u, d)
        expect(from <= d && d < to).toBe(true)
      }),
    )
  })
  test('ends where the next begins, and together they cover the window', () => {
    fc.assert(
      fc.property(window, (w) => {
        const found = stretchesIn(w)
        expect(found[0]!.from <= w.from && found.at(-1)!.to >= w.to).toBe(true)
        for (const [i, s] of found.slice(1).entries()) expect(s.from).toBe(found[i]!.to)
        expect(found.length).toBeLessThan(64)
      }),
    )
  })
  test('is finer the shorter the window', () => {
    expect(unitFor({ from: '1992-01-01', to: '2027-01-01' })).toBe('year')
    expect(unitFor({ from: '2022-01-01', to: '2027-01-01' })).toBe('quarter')
    expect(unitFor({ from: '2022-01-01', to: '2023-01-01' })).toBe('month')
    expect(unitFor({ from: '2022-08-01', to: '2022-09-01' })).toBe('day')
    expect(unitFor({ from: '1900-01-01', to: '2027-01-01' })).toBe('decade')
  })
  test('at the ends of the calendar neither fails nor runs on for ever', () => {
    for (const d of ['0001-01-01', '9999-12-31']) for (const u of units) expect(stretchOf(u, d).from <= d).toBe(true)
    expect(stretchesIn({ from: '9999-01-01', to: '9999-12-31' }).length).toBeLessThan(64)
  })
})

describe('zoom', () => {
  const extent = { from: '1992-01-01', to: '2027-01-01' }
  test('leads from a month to its quarter, year, decade, and from there to everything', () => {
    const path: (Window | null)[] = [{ from: '2022-08-01', to: '2022-09-01' }]
    while (path.at(-1)) path.push(zoomedOut(path.at(-1)!, extent))
    expect(path.map((w) => w && toAddress(w))).toEqual([
      { from: '2022-08-01', to: '2022-09-01' },
      { from: '2022-07-01', to: '2022-10-01' },
      { from: '2022', to: '2022' },
      { from: '2020', to: '2029' },
      null,
    ])
  })
  test('in leads to where the day is', () => {
    expect(zoomedIn(extent, '2022-08-24')).toEqual({ from: '2020-01-01', to: '2027-01-01' })
    expect(zoomedIn({ from: '2022-01-01', to: '2023-01-01' }, '2022-08-24')).toEqual({
      from: '2022-07-01',
      to: '2022-10-01',
    })
    expect(zoomedIn({ from: '2022-08-24', to: '2022-08-25' }, '2022-08-24')).toBeNull()
  })
  test('out holds what was seen, in shows less and holds the day', () => {
    fc.assert(
      fc.property(window, fc.nat(), (w, n) => {
        const out = zoomedOut(w, extent)
        if (out) expect(out.from <= w.from && out.to >= w.to && (out.from < w.from || out.to > w.to)).toBe(true)
        const length = (Date.parse(w.to) - Date.parse(w.from)) / 86_400_000
        const d = isoDay(Date.parse(w.from) / 86_400_000 + (n % length))
        const inner = zoomedIn(w, d)
        if (inner) expect(inner.from >= w.from && inner.to <= w.to && inner.from <= d && d < inner.to).toBe(true)
        else expect(length).toBe(1)
      }),
    )
  })
})

describe('the window before and after', () => {
  test('has as many months', () => {
    expect(moved({ from: '2022-07-01', to: '2022-10-01' }, -1)).toEqual({ from: '2022-04-01', to: '2022-07-01' })
    expect(moved({ from: '2022-01-01', to: '2023-01-01' }, 1)).toEqual({ from: '2023-01-01', to: '2024-01-01' })
  })
  test('leads back to where it came from', () => {
    fc.assert(
      fc.property(window, (w) => {
        expect(moved(moved(w, -1), 1)).toEqual(w)
        expect(moved(moved(w, 1), -1)).toEqual(w)
      }),
    )
  })
})
