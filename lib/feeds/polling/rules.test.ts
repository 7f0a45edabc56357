import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesUntilNext } from './rules'

test('after an answer a feed rests as long as it was told', () => {
  expect(minutesUntilNext(60, 0, 0)).toBe(60)
})

test('after failures it rests five minutes, then twice as long each time, at most a day', () => {
  expect([1, 2, 3, 4].map((failures) => minutesUntilNext(60, failures, 0))).toEqual([5, 10, 20, 40])
  expect(minutesUntilNext(60, 1000, 0)).toBe(1440)
})

test('a feed that is asked once a week is never asked less often because it failed', () => {
  expect(minutesUntilNext(10_080, 1000, 0)).toBe(10_080)
})

test('the rest never shrinks with a failure more, and chance adds a tenth at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      expect(minutesUntilNext(60, failures + 1, 0)).toBeGreaterThanOrEqual(minutesUntilNext(60, failures, 0))
      expect(minutesUntilNext(60, failures, chance)).toBeLessThanOrEqual(minutesUntilNext(60, failures, 0) * 1.1)
    }),
  )
})
