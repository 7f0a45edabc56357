import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '@/lib/assessments/reading/rules'
import { indexTo, isLike } from './rules'

let made = 0
const observation = (value: string, period: [string, string] | number, more: Partial<Reading> = {}): Reading => {
  const [starts, ends] = typeof period === 'number' ? [`${period}-01-01`, `${period + 1}-01-01`] : period
  return {
    ...{ entry: ++made, value, valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact', rank: 'normal' },
    ...{ basis: 'office', obsStatus: 'A', knownOn: '2025-01-01', starts, ends, ...more },
  } as Reading
}
const year = (y: number) => ({ starts: `${y}-01-01`, ends: `${y + 1}-01-01` })
const indexed = (found: ReturnType<typeof indexTo>) =>
  found.ok ? found.points.map((p) => [p.point.starts.slice(0, 4), p.index]) : found.reason

// Azerbaijan's count of the trade with Kazakhstan, in dollars.
const trade = [
  observation('221000000', 2018),
  observation('229600000', 2019),
  observation('680000000', 2022),
  observation('470000000', 2024),
  observation('501000000', ['2025-01-01', '2025-07-01']),
]

test('the worked example: 680 ÷ 229.6 × 100 = 296.167…, the base itself is 100, a half-year stays out', () => {
  const found = indexTo(trade, year(2019))
  expect(indexed(found)).toEqual([
    ['2018', '96.2543554007'],
    ['2019', '100'],
    ['2022', '296.1672473868'],
    ['2024', '204.7038327526'],
  ])
  expect(found).toMatchObject({ ok: true, leftOut: 1 })
})

test('without a figure for the base there is no index but the reason', () => {
  expect(indexed(indexTo(trade, year(2020)))).toBe('baseMissing')
  expect(indexed(indexTo([], year(2019)))).toBe('baseMissing')
})

test('a base that is contradicted, not exact, a forecast or not positive is refused', () => {
  const of = (...base: Reading[]) => indexed(indexTo([...base, observation('5', 2020)], year(2019)))
  expect(of(observation('100000000', 2019), observation('200000000', 2019))).toBe('baseDisputed')
  expect(of(observation('100000000', 2019, { rank: 'preferred' }), observation('200000000', 2019))).not.toBe(
    'baseDisputed',
  )
  expect(of(observation('100000000', 2019, { qualifier: 'more_than' }))).toBe('baseNotExact')
  expect(of(observation('100000000', 2019, { valueTo: '110000000' }))).toBe('baseNotExact')
  expect(of(observation('100000000', 2019, { obsStatus: 'F' }))).toBe('baseNotExact')
  expect(of(observation('0', 2019))).toBe('baseNotPositive')
  expect(indexed(indexTo(trade, year(2019), 'change'))).toBe('isChange')
})

test('January to October is held against January to October, a quarter against any quarter, a year never against a part', () => {
  const ten = (y: number) => ({ starts: `${y}-01-01`, ends: `${y}-11-01` })
  expect(isLike(ten(2023), ten(2024))).toBe(true)
  expect(isLike(ten(2023), { starts: '2024-01-01', ends: '2024-10-01' })).toBe(false)
  expect(isLike({ starts: '2023-01-01', ends: '2023-04-01' }, { starts: '2024-04-01', ends: '2024-07-01' })).toBe(true)
  expect(isLike(year(2023), ten(2023))).toBe(false)
})

test('an index is scale-free and exact: index × base ÷ 100 gives the value back to the last kept digit', () => {
  const value = fc.integer({ min: 1, max: 1_000_000_000 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 1000 }), (values, scale) => {
      const list = (by: number) => values.map((v, i) => observation(new Big(v).times(by).toFixed(), 2000 + i))
      const plain = indexTo(list(1), year(2000))
      expect(indexed(indexTo(list(scale), year(2000)))).toEqual(indexed(plain))
      if (!plain.ok) throw new Error(plain.reason)
      for (const { point, index } of plain.points) {
        const back = new Big(index).times(plain.base.value).div(100)
        expect(back.minus(point.value).abs().lte(new Big(plain.base.value).times('1e-11'))).toBe(true)
      }
      expect(plain.points[0]!.index).toBe('100')
    }),
  )
})
