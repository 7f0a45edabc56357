import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartPoint, ChartSpec } from '../spec'
import { gapShapes } from './gaps'
import { toMs } from './time'

const point = (year: number, value: string, more: Partial<ChartPoint> = {}): ChartPoint => ({
  entry: year,
  href: '/',
  starts: `${year}-01-01`,
  ends: `${year + 1}-01-01`,
  periodLabel: `${year}`,
  value,
  valueTo: null,
  text: value,
  qualifier: 'exact',
  status: 'A',
  span: 'year',
  source: '',
  note: null,
  ...more,
})
const span = (year: number) => ({
  starts: `${year}-01-01`,
  ends: `${year + 1}-01-01`,
  periodLabel: `${year}`,
  text: `gap of ${year}`,
})
const spec = (a: ChartPoint[], b: ChartPoint[], years: number[]) =>
  ({
    series: [
      { key: 'a', label: 'a', joined: true, points: a },
      { key: 'b', label: 'b', joined: true, points: b },
    ],
    gaps: [{ between: ['a', 'b'], spans: years.map(span) }],
  }) as unknown as ChartSpec
const all = { from: toMs('2000-01-01'), to: toMs('2100-01-01') }

test('a lone year is shaded from its first day to its last, between the two values, with its distance in words', () => {
  const [shape, ...others] = gapShapes(spec([point(2022, '680')], [point(2022, '463')], [2022]), all)
  expect(others).toEqual([])
  expect(shape!.text).toBe('gap of 2022')
  expect(shape!.corners).toEqual([
    { at: toMs('2022-01-01'), amount: 680 },
    { at: toMs('2023-01-01'), amount: 680 },
    { at: toMs('2023-01-01'), amount: 463 },
    { at: toMs('2022-01-01'), amount: 463 },
  ])
})

test('years in a row are one area between the lines, a year that one side lacks parts it', () => {
  const a = [2018, 2019, 2020, 2022].map((y) => point(y, '100'))
  const b = [2018, 2019, 2020, 2021, 2022].map((y) => point(y, '90'))
  const shapes = gapShapes(spec(a, b, [2018, 2019, 2020, 2022]), all)
  expect(shapes.map((s) => s.corners.length)).toEqual([6, 4])
})

test('a break in one of the two series parts the area', () => {
  const a = [point(2018, '1'), point(2019, '2', { status: 'B' })]
  const b = [point(2018, '3'), point(2019, '4')]
  expect(gapShapes(spec(a, b, [2018, 2019]), all)).toHaveLength(2)
})

test('a range, a period one side does not have and one outside the window are not shaded', () => {
  expect(gapShapes(spec([point(2022, '1', { valueTo: '2' })], [point(2022, '3')], [2022]), all)).toEqual([])
  expect(gapShapes(spec([point(2022, '1')], [point(2021, '3')], [2022]), all)).toEqual([])
  const late = { from: toMs('2030-01-01'), to: toMs('2031-01-01') }
  expect(gapShapes(spec([point(2022, '1')], [point(2022, '3')], [2022]), late)).toEqual([])
  expect(gapShapes({ ...spec([], [], []), gaps: undefined }, all)).toEqual([])
})

test('no corner lies outside what the two series say', () => {
  const value = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), (pairs) => {
      const a = pairs.map(([v], i) => point(2000 + i, String(v)))
      const b = pairs.map(([, v], i) => point(2000 + i, String(v)))
      const years = pairs.map((_, i) => 2000 + i)
      const amounts = pairs.flat()
      for (const { corners } of gapShapes(spec(a, b, years), all))
        for (const { amount } of corners) expect(amounts).toContain(amount)
    }),
  )
})
