import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { getComparison, getComparisonChart, listComparisonRows } from './queries'
import { readComparison } from './rules'

const kaz = 'aze-kaz:trade-turnover:kaz'
const aze = 'aze-kaz:trade-turnover:aze'
const georgia = 'aze-geo:trade-turnover:geo'
const cargo = 'aze-kaz:corridor-cargo:kaz:of=middle-corridor'

const asked = (lines: string[], more: Record<string, string> = {}) => {
  const { comparison, refused } = readComparison(
    new URLSearchParams([...lines.map((line) => ['line', line]), ...Object.entries(more)]),
  )
  expect(refused).toEqual([])
  return comparison
}
const compare = (lines: string[], more: Record<string, string> = {}) =>
  getComparison(anonymousActor, asked(lines, more), null)

afterEach(() => vi.restoreAllMocks())

test('two counts of one relation are indexed to 2018, each to its own figure', async () => {
  const { charts, lines, example } = await compare([kaz, aze], { base: '2018' })
  const [chart, ...others] = charts
  expect(others).toEqual([])
  expect(chart).toMatchObject({
    code: 'indexed',
    title: 'Azerbaijan–Kazakhstan · Trade turnover: index, 2018 = 100',
    unitLabel: 'index, 2018 = 100',
    axisMult: 0,
  })
  expect(chart!.series.map((s) => [s.label, s.points.map((p) => `${p.periodLabel} ${p.text}`)])).toEqual([
    ['Kazakhstan’s figures', ['2018 100.0 ($258.26 m)', '2022 179.4 ($463.3 m)', '2023 205.0 ($529.4 m)']],
    [
      'Azerbaijan’s figures',
      ['2018 100.0 ($221 m)', '2019 103.9 ($229.6 m)', '2022 307.7 ($680 m)', '2024 212.7 ($470 m)'],
    ],
  ])
  expect(lines.map((l) => l.index)).toEqual(['index 205.0 in 2023', 'index 212.7 in 2024'])
  expect(example).toContain('$529.4 m (2023) ÷ $258.26 m (2018) × 100 = 205.0.')
})

test('a line without a figure for the base says so and which it has; the others are drawn', async () => {
  const { charts, lines } = await compare([kaz, aze, georgia], { base: '2019' })
  expect(charts[0]!.series.map((s) => s.label)).toHaveLength(1)
  expect(lines.map((l) => l.refusal)).toEqual([
    'Not indexed: there is no figure for 2019. There are figures for 2018, Jan–Oct 2021, Q1 2022, H1 2022, 2022, H1 2023, 2023, H1 2024.',
    null,
    'Not indexed: there is no figure for 2019. There are figures for Jan–Oct 2024.',
  ])
})

test('amounts of two units are two charts, one relation beside the other on the axis they share', async () => {
  const { charts } = await compare([kaz, georgia, cargo, 'aze-geo:trade-turnover:geo:measure=change'])
  expect(charts.map((c) => [c.code, c.series.length])).toEqual([
    ['usd', 2],
    ['t', 1],
    ['change', 1],
  ])
  const [dollars, , change] = charts
  expect(dollars!.title).toBe('Trade turnover')
  expect(dollars!.series.map((s) => s.label)).toEqual([
    'Azerbaijan–Kazakhstan · Kazakhstan’s figures',
    'Azerbaijan–Georgia · Georgia’s figures',
  ])
  expect(dollars!.series[1]!.points).toMatchObject([
    { periodLabel: 'Jan–Oct 2024', text: '$1.069 bn', href: expect.stringMatching(/^\/relations\/aze-geo\/entries\//) },
  ])
  expect(change!.series[0]!.points.map((p) => p.text)).toEqual(['−13 %'])
})

test('small charts, one for each line, all show the same stretch of time', async () => {
  const { charts } = await compare([kaz, georgia, cargo], { mode: 'panels' })
  expect(charts.map((c) => c.code)).toEqual(['line-1', 'line-2', 'line-3'])
  expect(new Set(charts.map((c) => `${c.from} ${c.to}`)).size).toBe(1)
})

test('what was not known on a day is not compared', async () => {
  const of2022 = async (more: Record<string, string>) =>
    (await compare([kaz], more)).charts[0]!.series[0]!.points.find((p) => p.periodLabel === '2022')?.text
  expect(await of2022({ known: '2023-06-01' })).toBe('$461.9 m')
  expect(await of2022({})).toBe('$463.3 m')
  expect((await compare([georgia], { known: '2024-11-01' })).lines[0]!.refusal).toMatch(/^No dated figure is known/)
})

test('nothing chosen: there is something to begin with, and what two relations share is offered once', async () => {
  const { suggestions, offered, relations } = await compare([])
  expect(relations.map((r) => r.slug)).toEqual(['aze-geo', 'aze-kaz'])
  expect(suggestions[0]!.name).toBe('Trade turnover: Azerbaijan–Georgia, Azerbaijan–Kazakhstan')
  for (const { lines } of suggestions)
    expect(new Set(lines.map((l) => [l.indicator, l.about, l.reporter, l.origin].join())).size).toBe(lines.length)
  expect(offered!.options.map((o) => o.line)).toContain(georgia)
  for (const option of offered!.options) expect((await compare([option.line])).lines[0]!.refusal).toBeNull()
})

test('the file holds every figure with its index where it has one, the chart’s file those that are drawn', async () => {
  const comparison = asked([kaz, georgia], { base: '2018' })
  const rows = await listComparisonRows(anonymousActor, comparison)
  expect(rows.find((r) => r.value === '529400000')).toMatchObject({
    line: kaz,
    base: '2018',
    index: '204.9872221792',
    publisher: 'Trend',
  })
  expect(rows.filter((r) => r.line === georgia)).toMatchObject([{ value: '1069000000', base: null, index: null }])
  const chart = (await getComparisonChart(anonymousActor, comparison, 'indexed'))!
  expect(chart.rows.length).toBe(chart.spec.series.flatMap((s) => s.points).length)
  expect(await getComparisonChart(anonymousActor, comparison, 'usd')).toBeNull()
})

test('a line that is not there, or that its relation does not show, gives nothing', async () => {
  for (const line of ['aze-kaz:horse-trade:kaz', 'aze-xxx:trade-turnover:kaz', `${kaz}:of=aze-geo`])
    expect((await compare([line])).lines[0]!.refusal).toMatch(/^No dated figure/)
})

test.each([
  ['with lines', 3, [kaz, aze, georgia, cargo]],
  ['with nothing chosen', 2, []],
] as const)('the page %s costs %i statements', async (_, statements, lines) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await compare([...lines], { base: '2018' })
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(
    statements,
  )
})
