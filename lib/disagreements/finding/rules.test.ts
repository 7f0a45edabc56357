import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StatedPoint } from '@/lib/dashboards/points/rules'
import { type Found, findDisagreements } from './rules'

let made = 0
const point = (value: string, more: Partial<StatedPoint> = {}): StatedPoint => {
  const p = {
    entry: ++made,
    version: 1,
    indicator: 'trade-turnover',
    indicatorUnit: 'USD',
    about: 'aze-kaz',
    origin: null,
    reporter: 'kaz',
    measure: 'level',
    unit: 'USD',
    scope: '',
    starts: '2022-01-01',
    ends: '2023-01-01',
    value,
    valueTo: null,
    unitMult: 6,
    decimals: 1,
    qualifier: 'exact',
    baseStarts: null,
    baseEnds: null,
    obsStatus: 'A',
    rank: 'normal',
    basis: 'office',
    note: null,
    knownOn: '2023-01-01',
    url: null,
    ...more,
  } as StatedPoint
  return {
    ...p,
    seriesId: [p.indicator, p.reporter, p.measure].join().length * 100 + (p.reporter ?? 'x').charCodeAt(0),
  }
}
const year = (y: number) => ({ starts: `${y}-01-01`, ends: `${y + 1}-01-01` })
const rate = (value: string, more: Partial<StatedPoint> = {}) =>
  point(value, {
    ...{ measure: 'change', unit: 'PCT', unitMult: 0, ...year(2023) },
    ...{ baseStarts: '2022-01-01', baseEnds: '2023-01-01', ...more },
  })
const find = (...points: StatedPoint[]) => findDisagreements(points, ['aze', 'kaz'])
const brief = (found: readonly Found[]) => found.map((f) => [f.kind, f.gap, f.percent, f.settled])

test('the turnover of 2022: two values of one office are settled by rank, the other country’s stands beside them', () => {
  const found = find(
    point('461900000'),
    point('463300000', { rank: 'preferred', note: 'later' }),
    point('680000000', { reporter: 'aze', decimals: 0 }),
  )
  expect(brief(found)).toEqual([
    ['values', '1400000', '0.3', true],
    ['mirror', '216700000', '46.8', false],
  ])
  expect(found[1]!.widest).toBe('218100000')
  expect(found[1]!.points.map((p) => p.value)).toEqual(['680000000', '463300000', '461900000'])
})

test('three growth rates for one number are one disagreement, each held against the base that stands', () => {
  const found = find(point('463300000'), point('529400000', year(2023)), rate('14.2'), rate('14.3'), rate('14.4'))
  expect(brief(found)).toEqual([['rates', '0.2', null, false]])
  expect(found[0]!.checks.map((c) => [c.change.value, c.result.impliedBase, c.result.code])).toEqual([
    ['14.2', '463600000', 'consistent'],
    ['14.3', '463200000', 'consistent'],
    ['14.4', '462800000', 'mismatch'],
  ])
})

test('one rate that does not fit its level and base is arithmetic; one that fits, or names no base, is nothing', () => {
  const levels = [point('463300000'), point('529400000', year(2023))]
  expect(brief(find(...levels, rate('20')))).toEqual([['arithmetic', '22100000', '4.8', false]])
  expect(find(...levels, rate('14.3'))).toEqual([])
  expect(find(...levels, rate('20', { baseStarts: null, baseEnds: null }))).toEqual([])
  expect(brief(find(...levels, rate('20', { rank: 'deprecated' })))).toEqual([['arithmetic', '22100000', '4.8', true]])
})

test('a rate is held against the level that its own page gives, where that page gives one', () => {
  const [own, other] = ['https://a', 'https://b']
  const found = find(
    point('463300000', { rank: 'preferred', url: other }),
    point('461900000', { url: own }),
    point('330000000', { ...year(2021), decimals: 0 }),
    rate('40', { ...year(2022), baseStarts: '2021-01-01', baseEnds: '2022-01-01', decimals: 0, url: own }),
  )
  expect(found.filter((f) => f.kind === 'arithmetic')).toEqual([])
})

test('a multiple and a rate of the same growth are no conflict, of different growth they are', () => {
  expect(find(rate('200', { decimals: 0 }), rate('3', { unit: 'TIMES' }))).toEqual([])
  expect(brief(find(rate('200', { decimals: 0 }), rate('4', { unit: 'TIMES' })))).toEqual([
    ['rates', '100', null, false],
  ])
})

test('rates against different bases, or against one that nobody states, are not compared', () => {
  expect(find(rate('14.2'), rate('40', { baseStarts: null, baseEnds: null, reporter: 'aze' }))).toEqual([])
  expect(find(rate('14.2'), rate('40', { reporter: 'aze' }))).toHaveLength(1)
})

test('a count of nobody named stands against a country’s as several counts, not as a mirror gap', () => {
  const found = find(point('529400000', year(2023)), point('598470000', { ...year(2023), reporter: null }))
  expect(brief(found)).toEqual([['values', '69070000', '13.0', false]])
})

test('what an editor sets aside stays in sight, and settles what it stood against', () => {
  const kaz = point('529400000', year(2023))
  const aside = { rank: 'deprecated', note: 'names no office' } as const
  expect(brief(find(kaz, point('598470000', { ...year(2023), reporter: null, ...aside })))).toEqual([
    ['values', '69070000', '13.0', true],
  ])
  expect(brief(find(kaz, point('680000000', { ...year(2023), reporter: 'aze', ...aside })))).toEqual([
    ['mirror', '150600000', '28.4', true],
  ])
})

test('rounding, forecasts, other units, other parts and undated figures contradict nothing', () => {
  expect(find(point('463300000'), point('463000000', { decimals: 0 }))).toEqual([])
  expect(find(point('463300000'), point('900000000', { obsStatus: 'F' }))).toEqual([])
  expect(find(point('463300000'), point('900000000', { unit: 'AZN' }))).toEqual([])
  expect(find(point('463300000'), point('900000000', { scope: 'wheat' }))).toEqual([])
  expect(find(point('463300000'), point('900000000', { starts: null }))).toEqual([])
})

test('whatever figures there are: ids differ, every figure belongs to the period, order and sides change nothing', () => {
  const any = fc.record({
    value: fc.integer({ min: 1, max: 9 }).map((n) => `${n}00000000`),
    reporter: fc.constantFrom('aze', 'kaz', 'titr', null),
    y: fc.integer({ min: 2020, max: 2022 }),
    rank: fc.constantFrom('normal', 'normal', 'deprecated' as const),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 14 }), (rows) => {
      const points = rows.map(({ y, ...more }) => point(more.value, { ...more, ...year(y) } as Partial<StatedPoint>))
      const found = findDisagreements(points, ['aze', 'kaz'])
      expect(new Set(found.map((f) => f.id)).size).toBe(found.length)
      for (const f of found) for (const p of f.points) expect([p.starts, p.ends]).toEqual([f.starts, f.ends])
      const shape = (list: readonly Found[]) => brief(list).map(String).sort()
      expect(shape(findDisagreements(points.toReversed(), ['aze', 'kaz']))).toEqual(shape(found))
    }),
  )
})
