import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { getPromises, getTargetChart, listPromiseRows } from './queries'
import { PromiseFilters, type PromiseLine } from './schema'

const reader = anonymousActor
const page = async (asked: object = {}) => (await getPromises(reader, 'aze-kaz', PromiseFilters.parse(asked)))!
const sampled = async (key: string) =>
  (await db.entry.findUniqueOrThrow({ where: { requestKey: `sample/${key}` } })).rootId
const line = async (key: string, asked: object = {}): Promise<PromiseLine> => {
  const entry = await sampled(key)
  return (await page(asked)).lines.find((l) => l.entry === entry)!
}

afterEach(() => vi.restoreAllMocks())

describe('the true stories', () => {
  test('one billion: not reached, said again three times, no day stated, and each of these days leads to its page', async () => {
    const billion = await line('target-billion')
    expect(billion).toMatchObject({
      what: 'Trade turnover: 1 billion US dollars',
      who: 'announced by Kassym-Jomart Tokayev',
      announced: { on: '2022-08-24' },
      restated: 3,
      dueOn: null,
      due: 'no deadline stated (“in the near future”)',
      status: { text: 'not reached, restated 3 times', open: true },
      outcomes: ['open'],
    })
    expect(billion.trail.map((s) => [s.code, s.on])).toEqual([
      ['announced', '24 Aug 2022'],
      ['restated', '22 Jun 2023'],
      ['restated', '12 Mar 2024'],
      ['restated', '21 Oct 2025'],
    ])
    for (const step of billion.trail) expect(step.source).not.toBe('No source yet.')
    expect(new Set(billion.trail.map((s) => s.entry)).size).toBe(4)
    expect(billion.reporters.map((r) => [r.whose, r.percent, r.pace.code])).toEqual([
      ['Azerbaijan’s figures', 47, 'no_deadline'],
      ['Kazakhstan’s figures', 52.9, 'no_deadline'],
    ])
  })

  test('ten million tonnes of the corridor: missed by the last capacity stated before the day', async () => {
    const capacity = await line('target-capacity-2025')
    expect(capacity).toMatchObject({
      what: 'Middle Corridor · Corridor capacity: 10 million tonnes',
      due: 'by 2025',
      status: { code: 'missed', open: false },
      outcomes: ['missed'],
    })
    expect(capacity.reporters).toMatchObject([{ percent: 60, period: 'Dec 2024', figure: { text: '6 Mt' } }])
    expect(capacity.reporters[0]!.formulas.join(' ')).toMatch(/6,000,000 t \(Dec 2024\) does not meet 10,000,000 t/)
    expect(capacity.note).toContain('4.119 million tonnes in 2025')
  })

  test('the children’s centre: kept, three months late', async () => {
    expect(await line('centre-plan')).toMatchObject({
      who: 'Kazakhstan → Azerbaijan',
      status: { code: 'delivered_late', text: 'kept, 3 months late', open: false },
      detail: '72 days after the last day allowed, 31 Dec 2023',
      outcomes: ['kept', 'late'],
    })
    expect(await line('centre')).toMatchObject({ status: { text: 'kept' }, due: 'no deadline stated' })
  })

  test('the culture days: kept, a year late, and three days where the name speaks of ten', async () => {
    const culture = await line('culture-days')
    expect(culture).toMatchObject({
      status: { code: 'delivered_late', text: 'kept, a year late' },
      detail: '268 days after the last day allowed, 31 Dec 2023',
      restated: 1,
    })
    expect(culture.outcome!.text).toMatch(/^3 days, 24–26 Sep 2024: .*shorter/)
  })
})

describe('how a pace is computed', () => {
  test('stands with every number that was put in, and where it comes from', async () => {
    const [reported] = (await line('target-cargo-2030')).reporters
    expect(reported!.pace.code).toMatch(/on_track|behind|moving_away/)
    const inputs = new Map(reported!.inputs.map((i) => [i.name.split(',')[0], i]))
    for (const name of ['base y₀', 'latest comparable figure yᵢ', 'target yₜ'])
      expect(inputs.get(name)?.href, name).toMatch(/^\/relations\/aze-kaz\/entries\/\d+$/)
    for (const name of ['due', 'observed growth a year', 'required growth a year', 'ratio R', 'result'])
      expect(inputs.get(name)?.text, name).toBeTruthy()
    // The numbers of the formula give the result that stands beside it.
    const formula = reported!.formulas.find((f) => f.startsWith('observed'))!
    const [, latest, base, years, rate] = /\(([\d,]+) t ÷ ([\d,]+) t\)\^\(1 ÷ (\d+)\) − 1 = (-?[\d.]+) %/.exec(formula)!
    const number = (text: string) => Number(text.replaceAll(',', ''))
    const computed = ((number(latest!) / number(base!)) ** (1 / Number(years)) - 1) * 100
    expect(Math.abs(computed - Number(rate))).toBeLessThan(0.006)
  })
})

describe('the settings', () => {
  test('by state: each count is the number of promises it leads to', async () => {
    const { counts, all, lines } = await page()
    expect(lines).toHaveLength(all)
    for (const [status, count] of Object.entries(counts))
      expect((await page({ status })).lines, status).toHaveLength(count)
    expect(counts.missed).toBeGreaterThan(0)
    expect(counts.late).toBeGreaterThanOrEqual(2)
  })

  test('by kind, theme and person leave only those, and by reporter only that one’s figures', async () => {
    expect(new Set((await page({ kind: 'commitment' })).lines.map((l) => l.kind))).toEqual(new Set(['commitment']))
    expect(new Set((await page({ theme: 'transport' })).lines.map((l) => l.theme))).toEqual(new Set(['transport']))
    const { lines, people } = await page({ who: 'world-bank' })
    expect(people.map((p) => p.slug)).toContain('kazakhstan')
    expect(lines.map((l) => l.who)).toEqual(['announced by World Bank'])
    const billion = await line('target-billion', { reporter: 'kaz' })
    expect(billion.reporters.map((r) => r.whose)).toEqual(['Kazakhstan’s figures'])
    expect((await page({ who: 'nobody-at-all' })).lines).toEqual([])
  })

  test('the order is the one asked for', async () => {
    const announced = (await page()).lines.map((l) => l.announced?.on ?? '')
    expect(announced).toEqual([...announced].sort().reverse())
    const due = (await page({ sort: 'due' })).lines.map((l) => l.dueOn ?? '9')
    expect(due).toEqual([...due].sort())
  })

  test('what was known on a day: in January 2024 neither the centre nor the culture days were kept', async () => {
    const then = { known: '2024-01-15' }
    expect(await line('culture-days', then)).toMatchObject({ status: { code: 'overdue', open: true } })
    expect((await line('target-billion', then)).restated).toBe(1)
    expect((await page({ known: '2022-01-01' })).lines.map((l) => l.entry)).not.toContain(
      await sampled('target-billion'),
    )
    expect((await page({ edition: '2020-01-01' })).all).toBe(0)
  })
})

describe('the charts', () => {
  test('hold every target of an indicator, with its restatements and the way to those with a day', async () => {
    const { charts } = await page()
    const of = (code: string) => charts.find((c) => c.code === code)!
    expect(of('trade-turnover').targets).toMatchObject([
      { value: '1000000000', due: null, restated: [{ on: '2023-06-22' }, { on: '2024-03-12' }, { on: '2025-10-21' }] },
    ])
    const cargo = of('corridor-cargo')
    expect(cargo.targets.length).toBeGreaterThanOrEqual(5)
    const toward2030 = cargo.targets.find((t) => t.due === '2031-01-01')!
    const [path] = toward2030.paths!
    expect(path!.points.at(-1)).toMatchObject({ starts: '2030-01-01', value: '11000000' })
    expect(cargo.series.map((s) => s.key)).toContain(path!.series)
  })

  test('leave one by one, under the settings of the page', async () => {
    const filters = PromiseFilters.parse({ reporter: 'kaz' })
    const chart = (await getTargetChart(reader, 'aze-kaz', 'trade-turnover', filters))!
    expect(new Set(chart.points.map((p) => p.reporter))).toEqual(new Set(['kaz']))
    expect(await getTargetChart(reader, 'aze-kaz', 'horse-trade', filters)).toBeNull()
  })
})

test('the table has a row for each step of each promise shown, and every row cites a source', async () => {
  const asked = PromiseFilters.parse({ theme: 'culture' })
  const rows = (await listPromiseRows(reader, 'aze-kaz', asked))!
  const { lines } = await page({ theme: 'culture' })
  expect(rows).toHaveLength(lines.flatMap((l) => l.trail).length)
  for (const row of rows)
    expect(row, String(row.entry)).toMatchObject({ sourceTitle: expect.any(String), publisher: expect.any(String) })
  expect(rows.filter((r) => r.quote !== null).length).toBeGreaterThan(0)
})

test('who may not read gets nothing, and a relation that is not there is nothing', async () => {
  const none = PromiseFilters.parse({})
  for (const ask of [getPromises, listPromiseRows]) expect(await ask(reader, 'aze-nld', none)).toBeNull()
  vi.stubEnv('ENTENTE_READ', 'members')
  try {
    for (const ask of [
      () => getPromises(reader, 'aze-kaz', none),
      () => listPromiseRows(reader, 'aze-kaz', none),
      () => getTargetChart(reader, 'aze-kaz', 'trade-turnover', none),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'signInNeeded' })
  } finally {
    vi.unstubAllEnvs()
  }
})

test.each([
  ['the page', () => page()],
  ['the page under settings', () => page({ status: 'open', reporter: 'kaz', theme: 'trade' })],
  ['its table', () => listPromiseRows(reader, 'aze-kaz', PromiseFilters.parse({}))],
])('%s costs five statements', async (_, ask) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await ask()
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(5)
})
