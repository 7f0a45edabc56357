import Big from 'big.js'
import { expect, test } from 'vitest'
import type { Reading } from '../reading/rules'
import { mirrorGaps } from './rules'

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

test('two reporters of one flow differ by an amount and a share of the smaller', () => {
  const [kaz, aze] = [
    [said(2018, '258.26'), said(2019, '300')],
    [said(2018, '221'), said(2017, '102.5')],
  ]
  expect(mirrorGaps(kaz, aze)).toMatchObject([
    {
      starts: '2018-01-01',
      difference: '37260000',
      percent: '16.9',
      higher: 'a',
      withinRounding: false,
      disputed: false,
    },
  ])
  expect(mirrorGaps(aze, kaz)).toMatchObject([{ difference: '-37260000', percent: '16.9', higher: 'b' }])
})
test('a gap no wider than rounding is said to be that', () => {
  expect(mirrorGaps([said(2024, '4.484')], [said(2024, '4.5')])).toMatchObject([
    { withinRounding: true, difference: '-16000' },
  ])
  expect(mirrorGaps([said(2024, '4.5')], [said(2024, '4.5')])).toMatchObject([{ higher: 'neither', percent: '0.0' }])
})
test('forecasts have no mirror, a zero no share, and a side that contradicts itself is named', () => {
  expect(mirrorGaps([said(2024, '1', { obsStatus: 'F' })], [said(2024, '1')])).toEqual([])
  expect(mirrorGaps([said(2024, '1')], [said(2024, '0')])).toMatchObject([{ percent: null }])
  expect(mirrorGaps([said(2022, '461.9'), said(2022, '463.3')], [said(2022, '680')])).toMatchObject([
    { disputed: true },
  ])
})
