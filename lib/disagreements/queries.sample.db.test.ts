import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { Filters } from '@/lib/dashboards/schema'
import { getConflictChart, getConflicts, listConflictRows } from './queries'
import { Choice } from './schema'

const slug = 'aze-kaz'
const ask = async (asked: object = {}) =>
  (await getConflicts(anonymousActor, slug, Filters.parse(asked), Choice.parse(asked)))!
const all = async (asked: object = {}) => (await ask(asked)).groups.flatMap((g) => g.items)
const one = async (kind: string, period: string, asked: object = {}) =>
  (await all(asked)).find((d) => d.kind === kind && d.period === period && d.indicator === 'trade-turnover')!

afterEach(() => vi.restoreAllMocks())

test('whose number for 2022 is right is answered by what is known of each', async () => {
  const gap = await one('mirror', '2022')
  expect(gap.gap).toBe('$216.7 m apart, 46.8 % of the smaller; $218.1 m between all that was said')
  expect(gap.sayings).toMatchObject([
    { text: '$680 m', whose: 'Azerbaijan’s figures', basis: 'an official’s words', ranked: null },
    { text: '$463.3 m', whose: 'Kazakhstan’s figures', basis: 'statistics office', source: 'Trend, 5 Mar 2024' },
    { text: '$461.9 m', rank: 'normal' },
  ])
  expect(gap.sayings[1]!.ranked).toMatch(/^preferred by an editor, here since /)
  expect(gap.sayings[1]!.note).toMatch(/preferred to \$461\.9 million of April 2023/)
  expect(gap.facts).toContainEqual({
    name: 'Valuation',
    value: 'Azerbaijan’s figures not stated; Kazakhstan’s figures not stated',
  })
  expect(await one('values', '2022')).toMatchObject({ settled: true, gap: '$1.4 m apart, 0.3 % of the lowest' })
})

test('three growth rates for the $529.4 m of 2023 are one item with the base that each implies', async () => {
  const rates = await one('rates', '2023')
  expect(rates.sayings.map((s) => [s.text, s.implies])).toEqual([
    ['+14.2 %', 'implies $463.6 m for 2022: fits the $463.3 m that stand'],
    ['+14.3 %', 'implies $463.2 m for 2022: fits the $463.3 m that stand'],
    ['+14.4 %', 'implies $462.8 m for 2022: does not fit the $463.3 m that stand'],
  ])
  expect(rates.computed[0]).toContain('$529.4 m in 2023 ÷ 1.144 = $462.8 m for 2022')
  expect((await all({ kind: 'arithmetic' })).map((d) => d.id)).toContain(rates.id)
})

test('one chart holds both countries’ lines and the gap of each year that both count', async () => {
  const { charts } = await ask()
  expect(charts.map((c) => c.code)).toContain('trade-turnover')
  const spec = charts.find((c) => c.code === 'trade-turnover')!
  expect(spec.series.map((s) => s.label)).toEqual(['Azerbaijan’s figures', 'Kazakhstan’s figures'])
  const keys = spec.series.map((s) => s.key)
  expect(spec.gaps).toEqual([
    {
      between: keys,
      spans: [
        { starts: '2018-01-01', ends: '2019-01-01', periodLabel: '2018', text: '$37.26 m' },
        { starts: '2022-01-01', ends: '2023-01-01', periodLabel: '2022', text: '$216.7 m' },
      ],
    },
  ])
  const chart = (await getConflictChart(anonymousActor, slug, 'trade-turnover', Filters.parse({})))!
  expect(chart.spec).toEqual(spec)
  expect(chart.points.map((p) => p.entry).sort()).toEqual(
    spec.series.flatMap((s) => s.points.map((p) => p.entry)).sort(),
  )
})

test('what was not known on a day, or not stored in an edition, is no conflict yet', async () => {
  expect(await one('mirror', '2022', { known: '2023-04-08' })).toBeUndefined()
  expect((await one('mirror', '2022', { known: '2023-06-01' })).sayings.map((s) => s.text)).toEqual([
    '$680 m',
    '$461.9 m',
  ])
  expect(await ask({ edition: '2020-01-01' })).toMatchObject({ count: 0, none: true, groups: [], charts: [] })
})

test('each filter leaves what fits it, and all of that', async () => {
  const everything = await all()
  const ids = (list: { id: string }[]) => list.map((d) => d.id).sort()
  for (const state of ['open', 'settled'])
    expect(ids(await all({ state }))).toEqual(ids(everything.filter((d) => d.settled === (state === 'settled'))))
  for (const kind of ['values', 'mirror', 'rates'])
    expect(ids(await all({ kind }))).toEqual(ids(everything.filter((d) => d.kind === kind)))
  const of2022 = await all({ from: '2022', to: '2022' })
  expect(of2022.length).toBeGreaterThan(2)
  for (const d of of2022) expect(d.period).toMatch(/2022/)
  for (const d of await all({ theme: 'transport' })) expect(d.indicator).toBe('corridor-cargo')
})

test('the file holds every figure of every conflict with its citation', async () => {
  const rows = (await listConflictRows(anonymousActor, slug, Filters.parse({}), Choice.parse({})))!
  const shown = (await all()).flatMap((d) => d.sayings.map((s) => `${d.id} ${s.entry}`))
  expect(rows.map((r) => `${r.disagreement} ${r.entry}`).sort()).toEqual(shown.sort())
  for (const row of rows) expect([row.publisher, row.sourceTitle, row.version]).not.toContain(null)
  expect(rows.find((r) => r.kind === 'mirror' && r.value === '680000000')).toMatchObject({
    gap: '216700000',
    gapPercent: '46.8',
    state: 'open',
    reporter: 'Azerbaijan',
    saidBy: 'Minister of Azerbaijan',
  })
})

test.each([
  ['the page', 2, () => ask()],
  ['the page in a window of time', 2, () => ask({ from: '2019', to: '2023' })],
  ['the chart', 2, () => getConflictChart(anonymousActor, slug, 'trade-turnover', Filters.parse({}))],
])('%s costs %i statements', async (_, statements, page) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await page()
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(
    statements,
  )
})

test('a relation that does not exist is nothing, not a fault', async () => {
  expect(await getConflicts(anonymousActor, 'aze-xxx', Filters.parse({}), Choice.parse({}))).toBeNull()
  expect(await listConflictRows(anonymousActor, 'aze-xxx', Filters.parse({}), Choice.parse({}))).toBeNull()
  expect(await getConflictChart(anonymousActor, 'aze-xxx', 'gdp', Filters.parse({}))).toBeNull()
})
