import { expect, test } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { getDashboard, getEntryEvidence, getIndicator } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { loadSample } from '../seed'

const slug = 'aze-kaz'
const reader = anonymousActor
const today = Filters.parse({})
const indicator = async (code: string, filters = today) => (await getIndicator(reader, slug, code, filters))!
const dashboard = async (filters = today) => (await getDashboard(reader, slug, filters))!
/** The entry that the sample calls by this key. */
const sampled = (key: string) =>
  db.entry.findUniqueOrThrow({ where: { requestKey: `sample/${key}` }, include: { evidence: true } })
const rowsOf = async () => ({
  entities: await db.entity.count(),
  aliases: await db.entityAlias.count(),
  indicators: await db.indicator.count(),
  series: await db.series.count(),
  sources: await db.source.count(),
  entries: await db.entry.count(),
  evidence: await db.evidence.count(),
  audit: await db.audit.count(),
})

test('the sample loaded twice doubles nothing', async () => {
  const before = await rowsOf()
  expect(before.entries).toBeGreaterThan(300)
  expect(await loadSample()).toEqual({ entities: 0, indicators: 0, sources: 0, entries: 0 })
  expect(await rowsOf()).toEqual(before)
})

test('the target of one billion dollars has no date, only the words “in the near future”', async () => {
  const target = await sampled('target-billion')
  expect(target).toMatchObject({ kind: 'target', starts: null, ends: null, periodWords: 'in the near future' })
  expect(target.value!.toFixed()).toBe('1000000000')

  const { promises, cards } = await dashboard()
  expect(promises.find((p) => p.entry === target.rootId)!.due).toContain('in the near future')
  const block = cards.flatMap((card) => card.targets).find((t) => t.entry === target.rootId)!
  expect(block.lead).toMatch(/no deadline stated/)
  const chart = (await indicator('trade-turnover')).charts.find((c) => c.measure === 'level')!
  expect(chart.targets.find((t) => t.entry === target.rootId)).toMatchObject({ value: '1000000000', due: null })
})

test('“practically tripled” is a multiple of about three without base and without dates', async () => {
  const tripled = await sampled('turnover-tripled-kaz')
  expect(tripled).toMatchObject({ kind: 'observation', qualifier: 'about', periodWords: 'in recent years' })
  expect(tripled).toMatchObject({ starts: null, ends: null, baseStarts: null, baseEnds: null, baseWords: null })
  expect(tripled.value!.toFixed()).toBe('3')
  expect(await db.series.findUnique({ where: { id: tripled.seriesId! } })).toMatchObject({
    measure: 'change',
    unit: 'TIMES',
  })

  const page = await indicator('trade-turnover')
  expect(page.undated.map((line) => line.entry)).toContain(tripled.rootId)
  const drawn = page.charts.flatMap((chart) => chart.series.flatMap((series) => series.points.map((p) => p.entry)))
  expect(drawn).not.toContain(tripled.rootId)
})

test('“more than 20 documents” is announced beside the ten that were counted: compared and never added', async () => {
  const announced = await sampled('documents-2022-announced')
  const counted = await sampled('documents-2022')
  expect(announced).toMatchObject({ kind: 'target', qualifier: 'more_than' })
  expect(announced.value!.toFixed()).toBe('20')
  expect(counted).toMatchObject({ kind: 'observation', qualifier: 'exact' })
  expect(counted.value!.toFixed()).toBe('10')
  expect(counted.seriesId).toBe(announced.seriesId)
  expect([counted.starts, counted.ends]).toEqual([announced.starts, announced.ends])

  const page = await indicator('documents-signed')
  expect(page.targets.map((t) => t.entry)).toContain(announced.rootId)
  expect(page.observations.map((line) => line.entry)).toContain(counted.rootId)
  const sums = await db.$queryRaw<unknown[]>`
    select e.id from entry e join series s on s.id = e.series_id join indicator i on i.id = s.indicator_id
     where i.code = 'documents-signed' and e.starts = '2022-08-24' and e.value >= 30`
  expect(sums).toEqual([])
})

test('the GDP of a “first quarter” stands as stated, marked doubtful, with the reason', async () => {
  for (const [key, value] of [
    ['gdp-2022-q1-as-stated', '23500000000'],
    ['gdp-growth-2022-q1-as-stated', '7.5'],
  ] as const) {
    const stated = await sampled(key)
    expect(stated.value!.toFixed()).toBe(value)
    expect(stated.obsStatus).toBe('U')
    expect(stated.note).toMatch(/^Doubtful as a first quarter/)
    expect(stated.starts?.toISOString().slice(0, 10)).toBe('2022-01-01')
    expect(stated.ends?.toISOString().slice(0, 10)).toBe('2022-04-01')
    const sheet = await getEntryEvidence(reader, slug, stated.rootId, today)
    expect(sheet!.note).toBe(stated.note)
  }
  const level = await sampled('gdp-2022-q1-as-stated')
  const figures = (await dashboard()).cards.flatMap((card) => card.figures)
  expect(figures.find((figure) => figure.entry === level.rootId)?.doubt).toContain('Doubtful')
})

test('the debt of the 1990s is on no axis', async () => {
  const debt = await sampled('debt-1990s')
  expect(debt).toMatchObject({ kind: 'observation', obsStatus: 'U' })
  expect(debt.value!.toFixed()).toBe('8000000')
  const series = await db.series.findUniqueOrThrow({ where: { id: debt.seriesId! }, include: { indicator: true } })
  expect(series.indicator.headline).toBeNull()

  const { charts, cards } = await dashboard()
  const trade = await indicator('trade-turnover')
  const drawn = [...charts, ...trade.charts].flatMap((c) => c.series.flatMap((s) => s.points.map((p) => p.entry)))
  expect(drawn.length).toBeGreaterThan(10)
  expect(drawn).not.toContain(debt.rootId)
  expect(cards.flatMap((card) => card.figures.map((figure) => figure.entry))).not.toContain(debt.rootId)
})

test('“Ten Days” is the name of a festival and no quantity', async () => {
  const evidence = await db.evidence.findMany({ where: { quote: { contains: 'Ten Days' } }, include: { entry: true } })
  expect(evidence.map(({ entry }) => entry.kind)).toEqual(['commitment'])
  expect(evidence[0]!.entry.value).toBeNull()
  expect(await db.entry.count({ where: { theme: 'culture', value: 10 } })).toBe(0)
})

test.each([
  ['visit', 'visit-2022', /visit of president tokayev/i],
  ['award', 'altyn-kyran-2022', /altyn kyran/i],
])('the %s exists once, with two pieces of evidence', async (_, key, title) => {
  const event = await sampled(key)
  expect(event.kind).toBe('event')
  expect(event.evidence).toHaveLength(2)
  const sameDay = await db.entry.findMany({ where: { kind: 'event', starts: event.starts } })
  expect(sameDay.filter((other) => title.test(other.title!)).map((other) => other.id)).toEqual([event.id])
  const timeline = (await dashboard(Filters.parse({ from: '2022', to: '2022' }))).timeline
  expect(timeline.filter((row) => row.entry === event.rootId)).toHaveLength(1)
})

test('quotes of the founding articles have at most 25 words, and no article is bundled', async () => {
  const quotes = (await db.evidence.findMany({ where: { quote: { not: null } } })).map(({ quote }) => quote!)
  expect(quotes.length).toBeGreaterThan(50)
  expect(quotes.filter((quote) => quote.split(/\s+/).length > 25)).toEqual([])
  expect(await db.source.count({ where: { text: { not: null } } })).toBe(0)
})

test('every published entry has evidence, and every one of the sample is published', async () => {
  expect(await db.entry.count({ where: { evidence: { none: {} } } })).toBe(0)
  expect(await db.entry.count({ where: { publishedAt: null } })).toBe(0)
})
