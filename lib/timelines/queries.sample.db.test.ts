import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { comparableChange, isLargeMove } from '@/lib/assessments/change/rules'
import { byPeriod } from '@/lib/assessments/reading/rules'
import { anonymousActor } from '@/lib/auth/actor'
import { findRelation } from '@/lib/dashboards/heads/queries'
import { listPoints } from '@/lib/dashboards/points/queries'
import { groupBySeries } from '@/lib/dashboards/points/rules'
import { getDashboard, getIndicator, listIndicators } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { clockOf } from '@/lib/entries/queries'
import { getTimeline, listTimeline } from './queries'
import { TimelineFilters } from './schema'

const reader = anonymousActor
const slug = 'aze-kaz'
const page = async (asked: object = {}) => (await getTimeline(reader, slug, TimelineFilters.parse(asked)))!
const list = async (asked: object = {}) => (await listTimeline(reader, slug, TimelineFilters.parse(asked)))!
const lines = async (asked: object = {}) => (await list(asked)).map(({ line }) => line)

afterEach(() => vi.restoreAllMocks())

describe('the line', () => {
  test('tells the visit of August 2022 in its order: the visit, what was signed, what was promised', async () => {
    const day = (await lines({ from: '2022-08-24', to: '2022-08-25' })).map((l) => l.kind)
    expect(day).toEqual(
      [...day].sort(
        (a, b) => ['event', 'signing', 'announcement'].indexOf(a) - ['event', 'signing', 'announcement'].indexOf(b),
      ),
    )
    const [first] = await lines({ from: '2022-08-24', to: '2022-08-25' })
    expect(first).toMatchObject({
      typeText: 'Consult, Baku',
      claim: { text: 'Official visit of President Tokayev to Azerbaijan' },
    })
  })

  test('follows the billion from its announcement through three restatements', async () => {
    const billion = (await lines()).filter((l) => l.claim.text === 'Trade turnover: 1 billion US dollars')
    expect(billion.map((l) => [l.day, l.typeText])).toEqual([
      ['2025-10-21', 'restated'],
      ['2024-03-12', 'restated'],
      ['2023-06-22', 'restated'],
      ['2022-08-24', 'Target announced'],
    ])
  })

  test('says of a large move what was compared, each figure with its evidence', async () => {
    const moves = await lines({ kind: 'move', theme: 'transport', from: '2024', to: '2024' })
    expect(moves).toMatchObject([
      {
        claim: { text: 'Middle Corridor · Cargo carried: up 62.2 %' },
        figures: { now: { text: '4.484 Mt' }, nowText: '2024', earlier: { text: '2.764 Mt' }, earlierText: '2023' },
      },
    ])
  })

  test('does not announce what is known only as signed', async () => {
    const titles = (await lines({ kind: 'announcement' })).filter((l) => l.typeText.startsWith('Agreement'))
    const signed = new Set((await lines({ kind: 'signing' })).map((l) => l.claim.text))
    for (const l of titles) expect(signed).not.toContain(l.claim.text)
  })

  test('puts nothing on a day that no source states', async () => {
    const { undated } = await page()
    expect(undated.length).toBeGreaterThan(0)
    const read = new Set(
      (await db.source.findMany({ where: { publishedOn: null } })).map((s) => s.accessedOn.toISOString().slice(0, 10)),
    )
    for (const l of await lines({ from: '1900' })) if (l.kind === 'announcement') expect(read).not.toContain(l.day)
  })

  test('grows with the mark for large moves only where it is lowered', async () => {
    const counts = async (move: string) => (await page({ move })).counts
    const [low, high] = [await counts('10'), await counts('100')]
    expect(low.move).toBeGreaterThan(high.move)
    expect({ ...low, move: 0 }).toEqual({ ...high, move: 0 })
  })

  test.each([10, 25])(
    'holds exactly the moves of at least %i percent that all figures of the relation give',
    async (least) => {
      const clock = clockOf({ known: null, edition: null })
      const { scope } = (await findRelation(reader, slug, clock))!
      const { indicators } = (await listIndicators(reader, slug))!
      const expected: string[] = []
      for (const { code } of indicators) {
        const points = await listPoints(reader, {
          ...{ scope, clock, from: null, to: null, reporter: null, theme: null },
          ...{ indicator: code, deprecated: false, newest: 1000, years: 1000 },
        })
        for (const { points: series } of groupBySeries(points.filter((p) => p.measure === 'level')))
          for (const [first] of byPeriod(series)) {
            const change = comparableChange(series, first!)
            if (isLargeMove(change, least))
              expected.push(`${change.current.entry} ${change.earlier.entry} ${change.percent}`)
          }
      }
      const found = (await list({ kind: 'move', move: String(least) })).map(
        ({ moment: { moved } }) =>
          `${moved!.current.entry} ${moved!.earlier.entry} ${moved!.direction === 'down' ? '-' : ''}${moved!.percent}`,
      )
      expect(found.sort()).toEqual(expected.sort())
      expect(found.length).toBeGreaterThan(3)
    },
  )
})

test('the events that mark the charts stand on the line, on the same day, under the same name', async () => {
  const events = new Map((await lines({ kind: 'event' })).map((l) => [l.claim.entry, l]))
  const { indicators } = (await listIndicators(reader, slug))!
  const pages = await Promise.all(indicators.map((i) => getIndicator(reader, slug, i.code, Filters.parse({}))))
  const marks = [...pages, await getDashboard(reader, slug, Filters.parse({}))].flatMap((p) =>
    p!.charts.flatMap((c) => c.events),
  )
  expect(marks.length).toBeGreaterThan(5)
  for (const mark of marks)
    expect(events.get(mark.entry)).toMatchObject({ day: mark.on, claim: { text: mark.label, href: mark.href } })
})

describe('the filters', () => {
  test('by days keep what lies in them and what lasts into them', async () => {
    const found = await lines({ from: '1995', to: '1995' })
    expect(found.map((l) => l.dayText)).toEqual(['1990–1999'])
  })

  test('by theme and kind keep nothing else, and the counts say what the others hold', async () => {
    const p = await page({ theme: 'transport', kind: 'signing' })
    const shown = p.years.flatMap((y) => y.months.flatMap((m) => m.lines))
    expect(shown.length).toBe(p.found)
    expect(p.found).toBe(p.counts.signing)
    expect(new Set(shown.map((l) => `${l.kind} ${l.themeText}`))).toEqual(new Set(['signing Transport']))
    expect(p.counts.event).toBeGreaterThan(0)
  })

  test('by kind leave out positions unless they are asked for', async () => {
    expect((await lines()).some((l) => l.kind === 'statement')).toBe(false)
    const positions = await lines({ kind: 'statement' })
    expect(positions.length).toBeGreaterThan(20)
  })

  test('turn pages without losing or doubling a line', async () => {
    const all = (await list({})).filter(({ line }) => line.dated).map(({ line }) => line.claim.entry + line.kind)
    const { pages } = await page()
    expect(pages).toBeGreaterThan(1)
    const turned: string[] = []
    for (let n = 1; n <= pages; n++)
      turned.push(
        ...(await page({ page: String(n) })).years.flatMap((y) =>
          y.months.flatMap((m) => m.lines.map((l) => l.claim.entry + l.kind)),
        ),
      )
    expect(turned).toEqual(all)
    expect((await page({ page: '9999' })).page).toBe(pages)
  })
})

describe('the overview', () => {
  test('counts in its columns what the line holds', async () => {
    const { strip, found } = await page()
    expect(strip!.columns.reduce((sum, c) => sum + c.total, 0)).toBe(found)
    for (const c of strip!.columns.filter((c) => c.total > 0).slice(-4)) {
      const of = await page({ from: c.from, to: c.to })
      const own = Object.entries(of.counts).reduce((sum, [kind, n]) => sum + (kind === 'statement' ? 0 : n), 0)
      expect(own).toBeGreaterThanOrEqual(c.total)
    }
  })
})

describe('the clocks', () => {
  test('on 31 March 2024 the line holds nothing that the world learned later', async () => {
    const known = '2024-03-31'
    const found = [...(await list({ known })), ...(await list({ known, kind: 'statement' }))]
    expect(found.length).toBeGreaterThan(50)
    const stored = await db.entry.findMany({ where: { rootId: { in: found.map(({ line }) => line.claim.entry) } } })
    for (const e of stored) expect(e.knownOn!.toISOString().slice(0, 10) <= known).toBe(true)
    expect(found.length).toBeLessThan((await list({})).length + (await list({ kind: 'statement' })).length)
    for (const { line } of found) expect(line.claim.href).toContain(`known=${known}`)
  })

  test('an edition before anything was stored is empty', async () => {
    const p = await page({ edition: '2020-01-01' })
    expect(p).toMatchObject({ empty: true, strip: null, years: [], found: 0, undated: [] })
    expect(await list({ edition: '2020-01-01' })).toEqual([])
  })

  test.each(['0001-01-01', '9999-12-31'])('%s is a day like any other for every filter', async (day) => {
    for (const name of ['known', 'edition', 'from', 'to']) await page({ [name]: day })
    await page({ from: '0001', to: '9999' })
  })
})

test.each([
  ['the time line', 3, () => page()],
  ['the time line in a window of time', 3, () => page({ from: '2022', to: '2022', theme: 'trade', kind: 'event' })],
  ['its table', 3, () => list()],
])('%s costs %i statements', async (_, statements, ask) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await ask()
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(
    statements,
  )
})

test('what is no relation has no time line', async () => {
  for (const name of ['aze-xxx', "aze-kaz'--", '\0']) {
    expect(await getTimeline(reader, name, TimelineFilters.parse({}))).toBeNull()
    expect(await listTimeline(reader, name, TimelineFilters.parse({}))).toBeNull()
  }
})
