import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountLabel, amountRange, timeTicks } from './ticks'
import { toMs } from './time'

const range = (from: string, to: string) => ({ from: toMs(from), to: toMs(to) })
const texts = (from: string, to: string, width: number) =>
  timeTicks(range(from, to), width, 'en', 32).labels.map((l) => l.text)

test('a year is named in its middle and marked at its start', () => {
  const { labels, marks } = timeTicks(range('2016-01-01', '2020-01-01'), 800, 'en', 32)
  expect(labels[0]).toEqual({ at: (toMs('2016-01-01') + toMs('2017-01-01')) / 2, text: '2016' })
  expect(marks).toContain(toMs('2017-01-01'))
})

test('where years are narrow only round ones are named', () => {
  expect(texts('2000-01-01', '2026-01-01', 320)).toEqual(['2000', '2005', '2010', '2015', '2020', '2025'])
})

test('two years on a wide axis are told by quarters, with the year under the first of each', () => {
  expect(texts('2024-01-01', '2026-01-01', 400).slice(0, 5)).toEqual([['Q1', '2024'], 'Q2', 'Q3', 'Q4', ['Q1', '2025']])
})

test('a single year on a wide axis is told by months', () => {
  expect(texts('2025-01-01', '2026-01-01', 700)[1]).toBe('Feb')
})

test('labels never crowd: they stand at least as far apart as they are wide', () => {
  const day = fc.integer({ min: toMs('1950-01-01') / 86_400_000, max: toMs('2050-01-01') / 86_400_000 })
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 20, max: 36_500 }),
      fc.integer({ min: 150, max: 3000 }),
      (start, days, width) => {
        const whole = { from: start * 86_400_000, to: (start + days) * 86_400_000 }
        const { labels } = timeTicks(whole, width, 'en', 32)
        const pixels = labels.map(({ at }) => ((at - whole.from) / (whole.to - whole.from)) * width)
        pixels.forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(width)
          if (i > 0) expect(x - pixels[i - 1]!).toBeGreaterThanOrEqual(28)
        })
      },
    ),
  )
})

/** Amounts have at most 30 digits before and 15 after the point, and are divided by at most 10¹⁵. */
const amount = fc.double({ min: -1e30, max: 1e30, noNaN: true }).map((v) => (Math.abs(v) < 1e-30 ? 0 : v))

test('zero and every value lie on the axis', () => {
  fc.assert(
    fc.property(fc.array(amount), fc.integer({ min: 2, max: 8 }), (values, parts) => {
      const { min, max, step } = amountRange(values, parts)
      expect(min).toBeLessThanOrEqual(Math.min(0, ...values))
      expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values))
      expect(max).toBeGreaterThan(min)
      expect(step).toBeGreaterThan(0)
    }),
  )
})

test.each([
  [1000, 200, '1,000'],
  [0.25, 0.25, '0.25'],
  [2.5, 2.5, '2.5'],
  [25, 25, '25'],
  [0, 0.1, '0.0'],
])('%d in steps of %d is written %s', (value, step, text) => {
  expect(amountLabel(value, step, 'en')).toBe(text)
})
