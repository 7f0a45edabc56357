import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PointRow } from '../points/rules'
import { chooseEvents, choosePoints, isCut } from './rules'

const day = fc.integer({ min: 0, max: 40 }).map((n) => `20${String(n).padStart(2, '0')}-01-01`)
const point = fc.record({
  seriesId: fc.integer({ min: 1, max: 3 }),
  reporter: fc.constantFrom('aze', 'kaz', null),
  theme: fc.constantFrom('trade', 'political'),
  starts: fc.option(day),
  ends: fc.option(day),
}) as unknown as fc.Arbitrary<PointRow>
const choice = fc.record({
  from: fc.option(day),
  to: fc.option(day),
  reporter: fc.constantFrom('aze', 'kaz', null),
  theme: fc.constantFrom('trade', 'political', null),
})
test('a choice keeps the order, holds nothing that was not asked for and leaves out nothing that was', () => {
  fc.assert(
    fc.property(fc.array(point), choice, (points, asked) => {
      const chosen = choosePoints(points, asked)
      const fits = (p: PointRow) =>
        (!asked.reporter || p.reporter === asked.reporter) &&
        (!asked.theme || p.theme === asked.theme) &&
        (!asked.from || !p.ends || p.ends > asked.from) &&
        (!asked.to || !p.starts || p.starts < asked.to)
      expect(chosen).toEqual(points.filter(fits))
    }),
  )
})

test('a series may go on when as much of it was read as was asked for', () => {
  const points = [1, 1, 1, 2].map((seriesId) => ({ seriesId }) as PointRow)
  expect(isCut(points, 3)).toBe(true)
  expect(isCut(points, 4)).toBe(false)
})

test('an event of that day or later is chosen, and an earlier one that lasted until then', () => {
  const event = (starts: string, ends: string | null) =>
    ({ starts, ends }) as Parameters<typeof chooseEvents>[0][number]
  const events = [event('2024-05-01', '2024-05-02'), event('2023-01-01', '2024-06-01'), event('2023-01-01', null)]
  expect(chooseEvents(events, '2024-05-01')).toEqual(events.slice(0, 2))
  expect(chooseEvents(events, null)).toEqual(events)
})
