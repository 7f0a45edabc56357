import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../reading/rules'
import { comparableChange, isLargeMove } from './rules'

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

const firstHalf = (year: number) => ({ starts: `${year}-01-01`, ends: `${year}-07-01` })

describe('change on the year before', () => {
  test('of exact figures of one office has one decimal and a direction', () => {
    const [before, now] = [said(2022, '463.3'), said(2023, '529.4')]
    expect(comparableChange([before, now])).toEqual({
      computable: true,
      percent: '14.3',
      direction: 'up',
      current: now,
      earlier: before,
    })
    expect(comparableChange([said(2023, '100'), said(2024, '52.1')])).toMatchObject({
      percent: '-47.9',
      direction: 'down',
    })
    expect(comparableChange([said(2023, '100'), said(2024, '100')])).toMatchObject({
      percent: '0.0',
      direction: 'same',
    })
    expect(comparableChange([said(2023, '10000'), said(2024, '9999.9')])).toMatchObject({
      percent: '0.0',
      direction: 'down',
    })
  })

  test('a statistics office against an ambassador is refused', () => {
    const said300 = said(2023, '300', { ...firstHalf(2023), basis: 'official' })
    const counted = said(2024, '280.6', firstHalf(2024))
    expect(comparableChange([said300, counted])).toMatchObject({
      computable: false,
      reason: 'basisDiffers',
      earlier: said300,
    })
  })

  const now = said(2023, '529.4')
  test.each([
    ['nothingToCompare', []],
    ['nothingToCompare', [said(2023, '3', { starts: null, ends: null })]],
    ['periodMissing', [now]],
    ['periodMissing', [said(2022, '194.1', firstHalf(2022)), now]],
    ['periodMissing', [said(2022, '463.3', { rank: 'deprecated' }), now]],
    ['periodOpen', [said(2024, '1', { starts: '2024-02-29', ends: '2024-03-01' })]],
    ['disputed', [said(2022, '461.9'), said(2022, '463.3'), now]],
    ['disputed', [said(2022, '463.3'), now, said(2023, '598.47')]],
    ['forecast', [said(2022, '463.3', { obsStatus: 'F' }), now]],
    ['notExact', [said(2022, '463.3', { qualifier: 'more_than' }), now]],
    ['notExact', [said(2022, '463.3', { valueTo: '470000000' }), now]],
    ['zeroBase', [said(2022, '0'), now]],
  ] as const)('%s is said instead of a percentage', (reason, list) => {
    expect(comparableChange(list)).toMatchObject({ computable: false, reason })
  })

  test('a cumulated period is compared with the same months', () => {
    const months = (year: number) => ({ starts: `${year}-01-01`, ends: `${year}-08-01` })
    const list = [said(2024, '529.4'), said(2024, '316.5', months(2024)), said(2025, '331.7', months(2025))]
    expect(comparableChange(list)).toMatchObject({ percent: '4.8' })
  })
  test('the period may be chosen', () => {
    const list = [said(2021, '330'), said(2022, '463.3'), said(2023, '529.4')]
    expect(comparableChange(list, { starts: '2022-01-01', ends: '2023-01-01' })).toMatchObject({ percent: '40.4' })
    expect(comparableChange(list, { starts: '2025-01-01', ends: '2026-01-01' })).toMatchObject({
      reason: 'nothingToCompare',
    })
  })
  test('the sign of the percentage is that of the difference, also above a negative base', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }), (a, b) => {
        fc.pre(a !== 0)
        const found = comparableChange([said(2022, String(a)), said(2023, String(b))])
        expect(found.computable && Math.sign(Number(found.percent))).toBe(Math.sign(b - a))
      }),
    )
  })
})

describe('a large move', () => {
  const move = (before: string, after: string) => comparableChange([said(2022, before), said(2023, after)])

  test('is one of at least so many percent, up or down, and what is on the line is large', () => {
    expect(isLargeMove(move('330', '463.3'), 25)).toBe(true)
    expect(isLargeMove(move('100', '75'), 25)).toBe(true)
    expect(isLargeMove(move('100', '125'), 25)).toBe(true)
    expect(isLargeMove(move('316.5', '331.7'), 25)).toBe(false)
  })
  test('is judged by the values, not by the rounded percentage', () => {
    const found = move('1000', '1249.6')
    expect(found).toMatchObject({ percent: '25.0' })
    expect(isLargeMove(found, 25)).toBe(false)
  })
  test('is never one that cannot be computed', () => {
    expect(isLargeMove(comparableChange([said(2022, '100')]), 25)).toBe(false)
  })
  test('stays large under every lower threshold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, least) => {
          const found = move(String(a), String(b))
          if (isLargeMove(found, least + 1)) expect(isLargeMove(found, least)).toBe(true)
        },
      ),
    )
  })
})
