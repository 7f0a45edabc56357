import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, lastDay } from '@/lib/periods/rules'
import { lateness } from './rules'

const of = (starts: string | null, ends: string) => ({ starts, ends })

test.each([
  ['a year named, held in the next one', of('2023-01-01', '2024-01-01'), '2024-09-24', [1, 'year', 268]],
  ['two years named, held in the one after', of('2022-01-01', '2024-01-01'), '2024-09-24', [1, 'year', 268]],
  ['a month named, opened three months later', of('2022-09-01', '2024-01-01'), '2024-03-12', [3, 'month', 72]],
  ['a day named', of('2022-08-24', '2022-08-25'), '2022-08-31', [7, 'day', 7]],
  ['“by” a month, no beginning', of(null, '2024-01-01'), '2024-03-12', [3, 'month', 72]],
  ['“by” a day within a month', of(null, '2024-01-16'), '2024-03-12', [57, 'day', 57]],
  ['a year named, held on the second day of the next', of('2023-01-01', '2024-01-01'), '2024-01-02', [2, 'day', 2]],
  ['a year named, held in March of the next', of('2023-01-01', '2024-01-01'), '2024-03-12', [3, 'month', 72]],
] as const)('%s', (_, due, on, [count, unit, days]) => {
  expect(lateness(due, on)).toEqual({ count, unit, days })
})

test('on the last day allowed nothing is late', () => {
  expect(lateness(of('2023-01-01', '2024-01-01'), '2023-12-31')).toBeNull()
  expect(lateness(of('2023-01-01', '2024-01-01'), '2022-01-01')).toBeNull()
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

test('whatever was named, late is what comes after the last day, by at least one of its unit', () => {
  fc.assert(
    fc.property(fc.option(day), day, day, (starts, ends, on) => {
      const due = { starts: starts !== null && starts < ends ? starts : null, ends }
      const found = lateness(due, on)
      expect(found !== null).toBe(on >= ends)
      if (!found) return
      expect(found.days).toBe(daysBetween(lastDay(due)!, on))
      expect(found.count).toBeGreaterThanOrEqual(1)
      expect(found.count).toBeLessThanOrEqual(found.days)
    }),
  )
})
