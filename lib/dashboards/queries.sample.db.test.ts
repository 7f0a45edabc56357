import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { getChart, getDashboard, getEntryEvidence, getIndicator, getRelations, listIndicators } from './queries'
import { Filters } from './schema'

const reader = anonymousActor
const slug = 'aze-kaz'
const today = Filters.parse({})
const dashboard = async (asked: object = {}) => (await getDashboard(reader, slug, Filters.parse(asked)))!
const card = async (key: string, asked: object = {}) => (await dashboard(asked)).cards.find((c) => c.key === key)!
const sampled = async (key: string) =>
  (await db.entry.findUniqueOrThrow({ where: { requestKey: `sample/${key}` } })).rootId

afterEach(() => vi.restoreAllMocks())

describe('the cards', () => {
  test('of trade say what the articles said, then the latest level of each reporter with its change', async () => {
    const { figures } = await card('trade-turnover')
    expect(figures[0]).toMatchObject({ text: 'about ×3', period: 'in recent years', quoted: true, change: null })
    const statistics = figures.find((f) => f.text === '$280.6 m')!
    expect(statistics).toMatchObject({ period: 'H1 2024', change: { direction: null } })
    expect(statistics.change!.text).toMatch(/no comparison/)
    expect(figures.find((f) => f.text === '$331.7 m')).toMatchObject({
      period: 'Jan–Jul 2025',
      change: { direction: 'up', good: true, text: 'up 4.8 % on Jan–Jul 2024' },
    })
  })

  test('of trade measure the billion by each reporter, tell that it was restated, and invent no deadline', async () => {
    const [billion] = (await card('trade-turnover')).targets
    expect(billion).toMatchObject({
      text: '$1 bn',
      lead: 'announced 24 Aug 2022, restated 3 times, no deadline stated (“in the near future”)',
    })
    expect(Object.fromEntries(billion!.progress.map((p) => [p.whose, p.percent]))).toEqual({
      'Azerbaijan’s figures': 47,
      'Kazakhstan’s figures': 52.9,
    })
  })

  test('of documents compare what was announced with what was counted, and add nothing', async () => {
    const { targets } = await card('documents-signed')
    const announced = targets.find((t) => t.text === 'more than 20')!
    expect(announced.status).toMatchObject({ code: 'short', text: '10 short of what was announced' })
    expect(announced.progress).toMatchObject([{ percent: 50, text: expect.stringContaining('10 on 24 Aug 2022') }])
  })

  test('of the corridor tell the year’s cargo, which way it moved, and its targets', async () => {
    const { figures, targets } = await card('corridor-cargo')
    expect(figures.find((f) => f.period === '2025')).toMatchObject({
      text: '4.119 Mt',
      change: { direction: 'down', good: false, text: 'down 8.1 % on 2024' },
    })
    expect(targets.map((t) => t.text)).toContain('11 Mt')
  })

  test('of the economy keep the doubt beside the figure', async () => {
    const { figures } = await card('gdp')
    expect(figures.find((f) => f.text === '$23.5 bn')!.doubt).toMatch(/^doubtful: /)
  })

  test('of promises count those that are open', async () => {
    const { lead } = await card('promises')
    const { promises } = await dashboard()
    expect(lead).toContain(`${promises.filter((p) => p.kind !== 'agreement' && p.status.open).length} open`)
  })
})

describe('the clocks', () => {
  test('on 1 June 2023 the trade of 2022 was 461.9 million; today it is 463.3', async () => {
    const of2022 = async (asked: object) => {
      const page = (await getIndicator(reader, slug, 'trade-turnover', Filters.parse(asked)))!
      const level = page.charts.find((c) => c.measure === 'level')!
      return level.series
        .filter((s) => s.joined && s.label.startsWith('Kazakhstan'))
        .flatMap((s) => s.points.filter((p) => p.periodLabel === '2022').map((p) => p.text))
    }
    expect(await of2022({ known: '2023-06-01' })).toEqual(['$461.9 m'])
    expect(await of2022({})).toEqual(['$463.3 m'])
    expect((await card('trade-turnover', { known: '2023-06-01' })).figures.map((f) => f.text)).toContain('$461.9 m')
  })

  test('before the visit the billion was not known, and its page is not there', async () => {
    const target = await sampled('target-billion')
    const before = Filters.parse({ known: '2022-08-01' })
    expect((await dashboard({ known: '2022-08-01' })).promises.map((p) => p.entry)).not.toContain(target)
    expect(await getEntryEvidence(reader, slug, target, before)).toBeNull()
    expect(await getEntryEvidence(reader, slug, target, today)).toMatchObject({ text: '1 billion US dollars' })
  })

  test('an edition before anything was stored shows nothing at all', async () => {
    const d = await dashboard({ edition: '2020-01-01' })
    expect(d).toMatchObject({
      empty: true,
      cards: [],
      charts: [],
      promises: [],
      timeline: [],
      changes: [],
      conflicts: 0,
    })
    expect(d.head.changedAt).toBeNull()
    const entry = await sampled('target-billion')
    expect(await getEntryEvidence(reader, slug, entry, Filters.parse({ edition: '2020-01-01' }))).toBeNull()
  })

  test.each(['0001-01-01', '9999-12-31'])('%s is a day like any other for every filter', async (day) => {
    for (const name of ['known', 'edition', 'from', 'to']) await dashboard({ [name]: day })
    await dashboard({ from: '0000', to: '9999' })
  })
})

describe('the filters', () => {
  test('by theme keep cards, promises, events and changes of that theme only', async () => {
    const d = await dashboard({ theme: 'transport' })
    expect(d.themes.map((t) => t.code)).toEqual(['transport'])
    expect(d.changes.length).toBeGreaterThan(0)
    const { theme } = (await db.entry.findFirst({ where: { rootId: d.changes[0]!.entry } }))!
    expect(theme).toBe('transport')
    expect(new Set(d.timeline.map((t) => t.theme))).toEqual(new Set(['transport']))
  })

  test('by reporter leave that reporter’s lines only', async () => {
    const d = await dashboard({ reporter: 'kaz' })
    expect(d.reporters.map((r) => r.slug)).toEqual(['kaz'])
    expect(d.charts.length).toBeGreaterThan(0)
  })

  test('by days keep periods that overlap them, and figures without dates', async () => {
    const page = (await getIndicator(reader, slug, 'trade-turnover', Filters.parse({ from: '2022', to: '2022' })))!
    const { points } = (await getChart(
      reader,
      slug,
      'trade-turnover',
      Filters.parse({ from: '2022', to: '2022' }),
      'level',
    ))!
    for (const p of points)
      if (p.starts && p.ends) expect([p.starts < '2023-01-01', p.ends > '2022-01-01']).toEqual([true, true])
    expect(page.undated.map((o) => o.period)).toContain('in recent years')
  })
})

test('a step among the changes says what it is a step of', async () => {
  await db.$executeRaw`alter table entry disable trigger entry_lives_by_rules`
  await db.$executeRaw`update entry set published_at = now() where kind = 'stage' and code = 'restated'`
  await db.$executeRaw`alter table entry enable trigger entry_lives_by_rules`
  const { changes } = await dashboard()
  expect(changes[0]).toMatchObject({ text: expect.stringMatching(/^restated/) })
  for (const c of changes) expect(c.title).not.toMatch(/^[a-z_]+$/)
})

test('a sheet holds the sentence, where the figure stands in it, and the steps of a promise', async () => {
  const sheet = (await getEntryEvidence(reader, slug, await sampled('target-billion'), today))!
  const { quote, mark } = sheet.evidence[0]!
  expect(quote!.slice(...mark!)).toMatch(/one billion/)
  expect(sheet.related.filter((r) => r.text.startsWith('restated'))).toHaveLength(3)
})

test('figures of one period stand beside each other, each in its own line', async () => {
  const { points } = (await getChart(reader, slug, 'trade-turnover', today, 'level'))!
  const of2022 = points.filter((p) => p.measure === 'level' && p.starts === '2022-01-01' && p.ends === '2023-01-01')
  const [first] = of2022
  const sheet = (await getEntryEvidence(reader, slug, first!.entry, today))!
  for (const p of of2022.slice(1)) expect(sheet.others.map((o) => o.entry)).toContain(p.entry)
})

test('the list of relations carries its headline figures', async () => {
  const relations = await getRelations(reader)
  expect(relations.map((r) => r.slug).sort()).toEqual(['aze-geo', slug])
  const relation = relations.find((r) => r.slug === slug)
  expect(relation).toMatchObject({ slug, promises: expect.any(Number) })
  // Both counts of what comes first, one of each that follows.
  expect(relation!.figures.map((f) => f.what)).toEqual([
    'Trade turnover',
    'Trade turnover',
    'Exports by country of origin',
    'Documents signed',
    'Middle Corridor · Cargo carried',
  ])
})

test('an indicator leads to every other one that the relation has figures of', async () => {
  const { siblings } = (await getIndicator(reader, slug, 'trade-turnover', today))!
  const all = (await listIndicators(reader, slug))!.indicators
  expect(siblings.length).toBeGreaterThan(5)
  expect([...siblings.map((s) => s.code), 'trade-turnover'].sort()).toEqual(all.map((i) => i.code).sort())
})

test('a name that cannot be one is nothing, not a fault', async () => {
  for (const name of ['aze-kaz\0', "aze-kaz'--", 'AZE-KAZ', 'x'.repeat(5000)]) {
    expect(await getDashboard(reader, name, today)).toBeNull()
    expect(await getIndicator(reader, slug, name, today)).toBeNull()
    expect(await listIndicators(reader, name)).toBeNull()
  }
  for (const entry of [0, -1, 2 ** 31, Number.NaN])
    expect(await getEntryEvidence(reader, slug, entry, today)).toBeNull()
})

describe('what a relation shows whatever the filters, read once and kept', () => {
  const key = Symbol.for('entente.reads')
  const held = globalThis as { [key]?: <T>(tag: string, name: string, ask: () => Promise<T>) => Promise<T> }
  const reads = new Map<string, Promise<unknown>>()
  const keep = () => {
    held[key] = <T>(tag: string, name: string, ask: () => Promise<T>) => {
      const found = reads.get(`${tag} ${name}`) ?? ask()
      reads.set(`${tag} ${name}`, found)
      return found as Promise<T>
    }
  }
  afterEach(() => {
    delete held[key]
  })

  test.each([
    {},
    { from: '2021' },
    { to: '2022' },
    { from: '2019', to: '2023' },
    { reporter: 'kaz' },
    { reporter: 'aze', from: '2020' },
    { theme: 'trade' },
    { theme: 'political', from: '2022' },
    { known: '2023-06-01' },
    { known: '2023-06-01', from: '2020' },
    { reporter: 'nobody' },
  ])('shows the same under %j as when everything is asked for', async (asked) => {
    const filters = Filters.parse(asked)
    const pages = async () => [
      await getDashboard(reader, slug, filters),
      await getIndicator(reader, slug, 'trade-turnover', filters),
      await getChart(reader, slug, 'trade-turnover', filters, 'level'),
    ]
    const plain = await pages()
    keep()
    expect(await pages()).toEqual(plain)
    expect(await pages()).toEqual(plain)
  })

  test('a second filter sends no statement', async () => {
    keep()
    await dashboard({ from: '2016' })
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    await dashboard({ from: '2017', reporter: 'kaz' })
    expect(sent).not.toHaveBeenCalled()
  })
})

test.each([
  ['the dashboard', 5, () => dashboard()],
  ['the dashboard in a window of time', 6, () => dashboard({ from: '2019', to: '2023' })],
  ['an indicator', 6, () => getIndicator(reader, slug, 'trade-turnover', today)],
  [
    'an indicator in a window of time',
    6,
    () => getIndicator(reader, slug, 'trade-turnover', Filters.parse({ from: '2019', to: '2023', reporter: 'kaz' })),
  ],
  ['a chart', 4, () => getChart(reader, slug, 'trade-turnover', today, 'level')],
  ['a sheet', 3, async () => getEntryEvidence(reader, slug, 1, today)],
  ['the list of relations', 2, () => getRelations(reader)],
])('%s costs %i statements', async (_, statements, page) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await page()
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(
    statements,
  )
})

test('who may not read gets nothing from any page while reading is for members', async () => {
  vi.stubEnv('ENTENTE_READ', 'members')
  const refused = { code: 'signInNeeded' }
  try {
    await expect(getDashboard(reader, slug, today)).rejects.toMatchObject(refused)
    await expect(getIndicator(reader, slug, 'trade-turnover', today)).rejects.toMatchObject(refused)
    await expect(getChart(reader, slug, 'trade-turnover', today, 'level')).rejects.toMatchObject(refused)
    await expect(getEntryEvidence(reader, slug, 1, today)).rejects.toMatchObject(refused)
    await expect(getRelations(reader)).rejects.toMatchObject(refused)
    await expect(listIndicators(reader, slug)).rejects.toMatchObject(refused)
  } finally {
    vi.unstubAllEnvs()
  }
})
