import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartPoint, ChartSeries } from '../spec'
import { toRuns } from './runs'
import { toMs } from './time'

let entry = 0
const point = (starts: string, ends: string, over: Partial<ChartPoint> = {}): ChartPoint => ({
  entry: ++entry,
  href: '/x',
  starts,
  ends,
  periodLabel: starts,
  value: '1',
  valueTo: null,
  text: '1',
  qualifier: 'exact',
  status: 'A',
  span: 'year',
  source: '',
  note: null,
  ...over,
})
const year = (y: number, over: Partial<ChartPoint> = {}) => point(`${y}-01-01`, `${y + 1}-01-01`, over)
const series = (points: ChartPoint[], joined = true): ChartSeries => ({ key: 's', label: 'S', joined, points })
const always = { from: toMs('1900-01-01'), to: toMs('2100-01-01') }
const runs = (s: ChartSeries, range = always) => toRuns(s, 0, range)
const labels = (s: ChartSeries) =>
  runs(s).map((r) => [r.joined, ...r.points.map((p) => p?.periodLabel.slice(0, 4) ?? '|')])

test('years that follow one another are joined, whatever order they come in', () => {
  expect(labels(series([year(2020), year(2018), year(2019)]))).toEqual([[true, '2018', '2019', '2020']])
})

test('a missing year breaks the line', () => {
  expect(labels(series([year(2018), year(2019), year(2021)]))).toEqual([[true, '2018', '2019', '|', '2021']])
})

test('a cumulated part of a year is never joined with full years', () => {
  const part = point('2022-01-01', '2022-08-01', { span: 'partYear' })
  expect(labels(series([year(2021), part, year(2022)]))).toEqual([
    [true, '2021', '2022'],
    [false, '2022'],
  ])
})

const quarter = (from: string, to: string) => point(from, to, { span: 'quarter' })

test('quarters that follow one another are a line of their own beside the years', () => {
  const quarters = [quarter('2022-01-01', '2022-04-01'), quarter('2022-04-01', '2022-07-01')]
  expect(runs(series([year(2021), ...quarters, year(2022)])).map((r) => r.joined)).toEqual([true, true])
})

test('a lone quarter among years counts as a part of a year', () => {
  const found = runs(series([year(2021), quarter('2022-01-01', '2022-04-01'), year(2022)]))
  expect(found[1]).toMatchObject({ joined: false, points: [{ span: 'partYear' }] })
})

test('where nobody is named as reporter nothing is joined', () => {
  expect(labels(series([year(2021), year(2022)], false))).toEqual([[false, '2021', '2022']])
})

test('a second value for one period stands beside the line, which keeps the first', () => {
  const [first, second] = [year(2022, { value: '461.9' }), year(2022, { value: '463.3' })]
  const [line, loose] = runs(series([year(2021), first, second, year(2023)]))
  expect(line!.points).toContain(first)
  expect(loose!.points).toEqual([second])
})

test('a break in the series interrupts the line', () => {
  expect(labels(series([year(2021), year(2022, { status: 'B' })]))).toEqual([[true, '2021', '|', '2022']])
})

test('a range is no point of a line', () => {
  expect(labels(series([year(2021), year(2022, { valueTo: '2' })]))).toEqual([
    [true, '2021'],
    [false, '2022'],
  ])
})

test('what has its middle outside the window is not drawn', () => {
  const range = { from: toMs('2022-01-01'), to: toMs('2023-01-01') }
  expect(runs(series([year(2021), year(2022), year(2023)]), range).flatMap((r) => r.points)).toHaveLength(1)
})

test('no point is lost or drawn twice, and a line only ever joins the end of one period with the start of the next', () => {
  const spans = fc.constantFrom<ChartPoint['span']>('year', 'partYear', 'quarter', 'interval')
  const anyPoint = fc
    .record({ y: fc.integer({ min: 2000, max: 2020 }), span: spans, status: fc.constantFrom('A', 'B', 'F') })
    .map(({ y, span, status }) => year(y, { span, status }))
  fc.assert(
    fc.property(fc.array(anyPoint), fc.boolean(), (points, joined) => {
      const found = runs(series(points, joined))
      const drawn = found.flatMap((r) => r.points.filter((p) => p !== null))
      expect(drawn.map((p) => p.entry).sort()).toEqual(points.map((p) => p.entry).sort())
      for (const run of found.filter((r) => r.joined)) {
        run.points.forEach((next, i) => {
          const last = run.points[i - 1]
          if (last && next) expect([last.ends, last.span, next.status === 'B']).toEqual([next.starts, next.span, false])
        })
      }
    }),
  )
})
