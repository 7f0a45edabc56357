import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestReading, type Reading, reading, readingsByPeriod } from './rules'

let next = 0
const said = (value: string, over: Partial<Reading> = {}): Reading => {
  next += 1
  return {
    entry: next,
    value,
    valueTo: null,
    unitMult: 6,
    decimals: 1,
    qualifier: 'exact',
    rank: 'normal',
    basis: 'office',
    obsStatus: 'A',
    starts: '2022-01-01',
    ends: '2023-01-01',
    knownOn: '2023-04-11',
    ...over,
  }
}

describe('what a period reads', () => {
  const first = said('461900000')
  const revised = said('463300000', { knownOn: '2024-03-05' })

  test('of two equally fine figures the newest known, disputed because both cannot be true', () => {
    expect(reading([first, revised])).toMatchObject({ best: revised, disputed: true })
  })
  test('a preferred figure ends the dispute', () => {
    const chosen = { ...revised, rank: 'preferred' as const }
    expect(reading([first, chosen])).toMatchObject({ best: chosen, disputed: false })
  })
  test('the finest written is read, and its rounding disputes nothing', () => {
    const fine = said('4484000', { unitMult: 6, decimals: 3, knownOn: '2026-03-10' })
    const round = said('4500000', { unitMult: 6, decimals: 1, knownOn: '2026-10-21' })
    expect(reading([round, fine])).toMatchObject({ best: fine, disputed: false })
  })
  test('deprecated figures are not read', () => {
    expect(reading([{ ...first, rank: 'deprecated' }])).toEqual({ best: null, disputed: false, candidates: [] })
  })
  test('a forecast stands back behind a count and does not dispute it', () => {
    const forecast = said('4200000', { obsStatus: 'F', decimals: 3 })
    const counted = said('4484000', { decimals: 1 })
    expect(reading([forecast, counted])).toMatchObject({ best: counted, disputed: false })
    expect(reading([forecast])).toMatchObject({ best: forecast })
  })
  test('nothing said reads nothing', () => {
    expect(reading([])).toEqual({ best: null, disputed: false, candidates: [] })
  })
  test('the order in which they come does not matter', () => {
    const any = fc.record({
      value: fc.integer({ min: 0, max: 999 }).map(String),
      rank: fc.constantFrom('preferred' as const, 'normal' as const, 'deprecated' as const),
      decimals: fc.integer({ min: 0, max: 2 }),
      knownOn: fc.constantFrom('2023-01-01', '2024-01-01'),
      obsStatus: fc.constantFrom('A', 'F'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (list) => {
        const all = list.map((o, i) => said(o.value, { ...o, entry: i }))
        expect(reading(all.toReversed())).toEqual(reading(all))
      }),
    )
  })
})

describe('periods of a series', () => {
  const year = said('461900000')
  const half = said('194100000', { ends: '2022-07-01' })
  const autumn = said('1', { starts: '2022-10-01' })
  const vague = said('3', { starts: null, ends: null })
  test('come oldest first, the longest last of those that end together; without dates they stay out', () => {
    expect(readingsByPeriod([year, autumn, vague, half]).map((r) => r.best)).toEqual([half, autumn, year])
  })
  test('the latest is no forecast', () => {
    const forecast = said('999', { starts: '2030-01-01', ends: '2031-01-01', obsStatus: 'F' })
    expect(latestReading([year, half, forecast])?.best).toBe(year)
    expect(latestReading([vague])).toBeNull()
  })
})
