import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { getDashboard } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import type { Block, Run } from '@/lib/papers/document'
import { getBrief } from './queries'
import { BriefFilters } from './schema'

const slug = 'aze-kaz'
const briefOn = async (asked: object = {}) =>
  (await getBrief(anonymousActor, slug, BriefFilters.parse({ themes: [], ...asked })))!

afterEach(() => vi.restoreAllMocks())

const textOf = (runs: readonly Run[]) => runs.map((r) => ('note' in r ? `[${r.note}]` : r.text)).join('')
const tables = (blocks: readonly Block[]) => blocks.filter((b) => b.kind === 'table')
const rowsOf = (blocks: readonly Block[]) =>
  tables(blocks).flatMap((t) =>
    t.groups.flatMap((g) => g.rows.map((row) => row.map((cell) => cell.map(textOf).join('\n')))),
  )

describe('the brief of the sample', () => {
  test('has its parts in their order, on all themes and on one', async () => {
    for (const themes of [[], ['transport']]) {
      const { document } = await briefOn({ themes })
      expect(document.blocks.filter((b) => b.kind === 'heading').map((b) => b.id)).toEqual([
        'glance',
        'figures',
        'charts',
        'promises',
        'conflicts',
        'happened',
        'corrections',
      ])
    }
  })

  test('tells the billion as it is: restated, without a deadline, half reached', async () => {
    const { document } = await briefOn()
    const told = rowsOf(document.blocks).find(([what]) => what!.startsWith('Trade turnover: 1 billion'))!
    expect(told[0]).toContain('announced by Kassym-Jomart Tokayev, 24 Aug 2022')
    expect(told[1]).toContain('no deadline stated (“in the near future”)')
    expect(told[2]).toMatch(/restated 3 times\n47\.0 % · \$470 m in 2024\[\d+\] \(Azerbaijan’s figures\)/)
  })

  test('says the same figures as the dashboard of its theme', async () => {
    const { document } = await briefOn({ themes: ['transport'] })
    const { cards } = (await getDashboard(anonymousActor, slug, Filters.parse({ theme: 'transport' })))!
    const figures = tables(document.blocks)[0]!.groups
    expect(figures.map((g) => g.heading)).toEqual(cards.filter((c) => c.figures.length).map((c) => c.title))
    for (const { heading, rows } of figures) {
      const card = cards.find((c) => c.title === heading)!
      expect(rows.map((r) => textOf(r[0]![0]!).replace(/\[\d+\]/, ''))).toEqual(
        card.figures.slice(0, rows.length).map((f) => f.text),
      )
    }
  })

  test('numbers its notes in the order of reading, each with the words of its source', async () => {
    const { document } = await briefOn({ themes: ['trade', 'political'] })
    expect(document.notes.map((n) => n.number)).toEqual(document.notes.map((_, i) => i + 1))
    const seen = new Set<number>()
    for (const [, number] of JSON.stringify(document.blocks).matchAll(/"note":(\d+)/g)) {
      const n = Number(number)
      expect(n).toBeLessThanOrEqual(seen.size + 1)
      seen.add(n)
    }
    expect(seen.size).toBe(document.notes.length)
    const tripled = document.notes.find((n) => n.quote?.includes('practically tripled'))!
    expect(tripled.said).toMatch(/^Kassym-Jomart Tokayev.*APA, “.*”, published 24 Aug 2022\./)
    expect(tripled.url).toMatch(/^https:/)
  })

  test('cites for every entry a sentence that the database holds for it', async () => {
    const { cited } = await briefOn()
    expect(cited.length).toBeGreaterThan(30)
    for (const row of cited.filter((r) => r.quote !== null)) {
      const found = await db.evidence.count({ where: { quote: row.quote!, entry: { rootId: row.entry } } })
      expect(found).toBeGreaterThan(0)
    }
  })

  test('of several themes holds what each of them has, and nothing of another', async () => {
    const { document } = await briefOn({ themes: ['transport', 'trade'] })
    expect(document.title).toBe('Azerbaijan–Kazakhstan: trade and transport brief')
    const headings = tables(document.blocks)[0]!.groups.map((g) => g.heading)
    expect(headings).toContain('Trade turnover')
    expect(headings).toContain('Middle Corridor · Cargo carried')
    expect(headings.join()).not.toContain('Gross domestic product')
  })

  test('of a period holds its figures and events only', async () => {
    const { document } = await briefOn({ themes: ['trade', 'political'], from: '2022', to: '2023' })
    expect(document.facts[0]).toBe('Period: 2022–2023')
    const periods = tables(document.blocks)[0]!.groups.flatMap((g) => g.rows.map((r) => textOf(r[1]![0]!)))
    expect(periods.filter((p) => /20(1|24|25|26)/.test(p))).toEqual([])
    const happened = document.blocks[document.blocks.findIndex((b) => b.kind === 'heading' && b.id === 'happened') + 1]!
    const items = happened.kind === 'list' ? happened.items.map(textOf) : []
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(item).toMatch(/202[23]/)
  })

  test('as known on 1 June 2023 knows nothing later', async () => {
    const { document } = await briefOn({ known: '2023-06-01' })
    const text = JSON.stringify(document)
    expect(text).toContain('$461.9 m')
    expect(text).not.toMatch(/published \d+ \w+ 202[456]/)
  })

  test('asks at most six statements, with every filter as without', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query')
    for (const asked of [{}, { themes: ['trade', 'transport'], from: '2019', to: '2025', reporter: 'kaz' }]) {
      query.mockClear()
      await briefOn(asked)
      expect(query.mock.calls.length).toBeLessThanOrEqual(6)
    }
  })

  test('of a relation that does not exist is nothing', async () => {
    expect(await getBrief(anonymousActor, 'aze-nld', BriefFilters.parse({ themes: [] }))).toBeNull()
  })
})
