import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capacityInForce, type Load, qualifierOfShare, utilisationOf } from './rules'

let entry = 0
const load = (value: string, over: Partial<Load> = {}): Load => ({
  entry: ++entry,
  value,
  valueTo: null,
  unitMult: 6,
  decimals: 1,
  qualifier: 'exact',
  rank: 'normal',
  basis: 'other',
  obsStatus: 'A',
  starts: '2024-01-01',
  ends: '2025-01-01',
  knownOn: '2025-01-10',
  unit: 'T',
  scope: '',
  ...over,
})
const december = { starts: '2024-12-01', ends: '2025-01-01' }

describe('what was carried, of what could be', () => {
  test('is 74.7 % for 4.484 of 6 million tonnes, stated within the year', () => {
    const found = utilisationOf(load('4484000', { decimals: 3 }), [load('6000000', december)])
    expect(found).toMatchObject({ code: 'computed', percent: '74.7', percentTo: null, qualifier: 'exact' })
  })

  test('is a limit where the capacity is one: more than 11 million make a share of less', () => {
    const found = utilisationOf(load('4400000'), [load('11000000', { qualifier: 'more_than' })])
    expect(found).toMatchObject({ percent: '40.0', qualifier: 'less_than' })
  })

  test('is a range where one of the two is', () => {
    const found = utilisationOf(load('3000000'), [load('5000000', { valueTo: '6000000' })])
    expect(found).toMatchObject({ percent: '50.0', percentTo: '60.0' })
  })

  const flow = load('1500000')
  test.each([
    ['nothing is stated', [], 'noCapacity'],
    ['it is stated in another unit', [load('100000', { unit: 'TEU' })], 'otherUnit'],
    ['it is of a part', [load('6000000', { scope: 'design' })], 'otherScope'],
    ['it is of the next year', [load('6000000', { starts: '2025-01-01', ends: '2026-01-01' })], 'otherPeriod'],
    ['it has no date', [load('6000000', { starts: null, ends: null })], 'otherPeriod'],
    [
      'it changed within the year',
      [load('1000000', { starts: null, ends: '2024-05-20' }), load('5000000', { starts: '2024-05-20', ends: null })],
      'changed',
    ],
    ['two sources exclude each other', [load('6000000'), load('9000000')], 'disputed'],
    ['it is zero', [load('0')], 'notPositive'],
    ['it was only expected', [load('6000000', { obsStatus: 'F' })], 'noCapacity'],
  ] as const)('is not computed where %s of the capacity', (_, capacities, reason) => {
    expect(utilisationOf(flow, capacities)).toMatchObject({ code: 'not_computable', reason })
  })

  test('is not computed for a part of a year, nor between plain counts', () => {
    const months = load('1500000', { ends: '2024-09-26' })
    expect(utilisationOf(months, [load('6000000')])).toMatchObject({ reason: 'partOfYear' })
    const boxes = { unit: 'COUNT', unitMult: 0, decimals: 0 }
    expect(utilisationOf(load('287', boxes), [load('100000', boxes)])).toMatchObject({ reason: 'otherUnit' })
  })

  test('takes the finer of two figures that agree', () => {
    const capacities = [load('6000000', { decimals: 0 }), load('6100000', { decimals: 1 })]
    expect(utilisationOf(load('3050000'), capacities)).toMatchObject({ percent: '50.0' })
  })

  test('times the capacity gives the flow back, to the digits it is shown with', () => {
    const amount = fc.integer({ min: 1, max: 100_000_000 }).map(String)
    fc.assert(
      fc.property(amount, amount, (carried, possible) => {
        const found = utilisationOf(load(carried), [load(possible)])
        if (found.code !== 'computed') throw new Error(found.reason)
        const back = new Big(found.percent).times(possible).div(100)
        expect(back.minus(carried).abs().lte(new Big(possible).times('0.0005'))).toBe(true)
      }),
    )
  })
})

describe('a share of limits', () => {
  const qualifiers = ['exact', 'about', 'more_than', 'less_than', 'at_least', 'up_to'] as const
  test.each([
    ['more_than', 'exact', 'more_than'],
    ['exact', 'more_than', 'less_than'],
    ['at_least', 'up_to', 'at_least'],
    ['more_than', 'more_than', null],
    ['about', 'exact', 'about'],
    ['exact', 'exact', 'exact'],
  ] as const)('%s of %s is %s', (flow, capacity, share) => {
    expect(qualifierOfShare(flow, capacity)).toBe(share)
  })

  test('never claims to be exact where one of the two is not', () => {
    for (const flow of qualifiers)
      for (const capacity of qualifiers)
        if (flow !== 'exact' || capacity !== 'exact') expect(qualifierOfShare(flow, capacity)).not.toBe('exact')
  })
})

describe('the capacity as of a day', () => {
  const before = load('1000000', { starts: null, ends: '2024-05-20' })
  const since = load('5000000', { starts: '2024-05-20', ends: null })
  test('is the one that reaches furthest', () => {
    expect(capacityInForce([before, since], '2026-11-27')?.best).toBe(since)
    expect(capacityInForce([since, before], '2024-05-19')?.best).toBe(before)
  })

  test('is none where nothing has a date, and disputed where two exclude each other', () => {
    expect(capacityInForce([load('1', { starts: null, ends: null })], '2026-11-27')).toBeNull()
    expect(capacityInForce([load('6000000'), load('9000000')], '2026-11-27')?.disputed).toBe(true)
  })
})
