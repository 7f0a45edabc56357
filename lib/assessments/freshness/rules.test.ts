import Big from 'big.js'
import { expect, test } from 'vitest'
import type { Reading } from '../reading/rules'
import { freshness } from './rules'

/** A figure in millions with one decimal, by a statistics office, for a year. */
const said = (year: number, millions: string, over: Partial<Reading> = {}): Reading => ({
  entry: Number(`${year}${millions.replace(/\D/g, '')}`),
  value: new Big(millions).times(1_000_000).toFixed(),
  valueTo: null,
  unitMult: 6,
  decimals: millions.split('.')[1]?.length ?? 0,
  qualifier: 'exact',
  rank: 'normal',
  basis: 'office',
  obsStatus: 'A',
  starts: `${year}-01-01`,
  ends: `${year + 1}-01-01`,
  knownOn: `${year + 1}-04-11`,
  ...over,
})

test.each([
  ['A', '2025-06-01', 'fresh', 151],
  ['A', '2026-05-01', 'fresh', 485],
  ['A', '2026-05-02', 'ageing', 486],
  ['A', '2027-05-01', 'ageing', 850],
  ['A', '2027-05-02', 'stale', 851],
  ['M', '2025-03-17', 'fresh', 75],
  ['M', '2025-03-18', 'ageing', 76],
  ['M', '2025-06-01', 'stale', 151],
  ['Q', '2025-06-16', 'fresh', 166],
  ['S', '2025-10-01', 'ageing', 273],
  ['I', '2040-01-01', 'unscheduled', 5478],
  ['A', '2024-06-01', 'fresh', 0],
] as const)('a figure of 2024, counted as %s, is on %s %s after %i days', (frequency, today, code, days) => {
  expect(freshness([said(2024, '1')], frequency, today)).toMatchObject({ code, days })
})

test('a forecast refreshes nothing, and without a dated figure there is none', () => {
  expect(freshness([said(2019, '1'), said(2030, '11', { obsStatus: 'F' })], 'A', '2026-11-22')).toMatchObject({
    code: 'stale',
  })
  expect(freshness([said(2022, '3', { starts: null, ends: null })], 'A', '2026-11-22')).toEqual({
    code: 'none',
    days: null,
    latest: null,
    limits: null,
  })
})
