import Big from 'big.js'
import { expect, test } from 'vitest'
import type { Reading } from '../reading/rules'
import { conflictsOf } from './rules'

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

test('three figures for 2022 are one conflict with its gap', () => {
  const list = [said(2022, '463.3'), said(2022, '680', { basis: 'official' }), said(2022, '461.9'), said(2023, '529.4')]
  expect(conflictsOf(list)).toMatchObject([
    {
      starts: '2022-01-01',
      ends: '2023-01-01',
      low: '461900000',
      high: '680000000',
      gap: '218100000',
      gapPercent: '47.2',
      settled: false,
    },
  ])
  expect(conflictsOf(list)[0]!.readings.map((r) => r.value)).toEqual(['461900000', '463300000', '680000000'])
})
test('one preferred settles it, and so does the deprecation of all others; it stays visible', () => {
  expect(conflictsOf([said(2022, '463.3', { rank: 'preferred' }), said(2022, '461.9')])).toMatchObject([
    { settled: true },
  ])
  expect(conflictsOf([said(2022, '463.3'), said(2022, '461.9', { rank: 'deprecated' })])).toMatchObject([
    { settled: true },
  ])
  expect(
    conflictsOf([said(2022, '463.3'), said(2022, '461.9', { rank: 'deprecated' }), said(2022, '680')]),
  ).toMatchObject([{ settled: false }])
})
test('rounding, forecasts and figures without dates do not conflict', () => {
  expect(conflictsOf([said(2024, '4.484'), said(2024, '4.5')])).toEqual([])
  expect(conflictsOf([said(2024, '4.484'), said(2024, '4.2', { obsStatus: 'F' })])).toEqual([])
  expect(conflictsOf([said(2022, '53', { ends: null }), said(2022, '28', { ends: null })])).toEqual([])
})
test('the documents of the visit: ten counted against more than twenty', () => {
  const day = { starts: '2022-08-24', ends: '2022-08-25', unitMult: 0 }
  const list = [
    said(2022, '0', { ...day, value: '10' }),
    said(2022, '1', { ...day, value: '20', qualifier: 'more_than' }),
  ]
  expect(conflictsOf(list)).toMatchObject([{ low: '10', high: '20', gap: '10', gapPercent: '100.0' }])
})
