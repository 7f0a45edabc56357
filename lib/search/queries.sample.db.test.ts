import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anonymousActor, systemActor } from '@/lib/auth/actor'
import { toCsv } from '@/lib/formats/csv'
import { getSearch, listFoundRows, listStarts, listSuggestions } from './queries'
import { foundColumns, SearchFilters } from './schema'

const reader = anonymousActor
const search = (asked: Record<string, string>) => getSearch(reader, SearchFilters.parse(asked))
const groupOf = async (asked: Record<string, string>, group: string) =>
  (await search(asked)).found.find((f) => f.group === group)!
const titles = async (asked: Record<string, string>, group: string) =>
  (await groupOf(asked, group)).hits.map((h) => h.title.join(''))

afterEach(() => vi.restoreAllMocks())

describe('slips of the keyboard are forgiven', () => {
  test.each([
    ['Azerbiajan', 'relation', 'Azerbaijan–Kazakhstan'],
    ['azerbaycan', 'entity', 'Azerbaijan'],
    ['Azərbaycan', 'entity', 'Azerbaijan'],
    ['midle coridor', 'entity', 'Middle Corridor'],
    ['midle coridor', 'indicator', 'Corridor capacity'],
    ['turnver', 'indicator', 'Trade turnover'],
    ['turnov', 'indicator', 'Trade turnover'],
    ['Tokaev', 'entity', 'Kassym-Jomart Tokayev'],
    ['Токаев', 'entity', 'Kassym-Jomart Tokayev'],
    ['TOQAYEV', 'entity', 'Kassym-Jomart Tokayev'],
    ['Əliyev', 'entity', 'Ilham Aliyev'],
    ['İlham', 'entity', 'Ilham Aliyev'],
    ['aktaw', 'entity', 'Aktau'],
  ])('“%s” finds among %s: %s', async (q, group, title) => {
    expect(await titles({ q }, group)).toContain(title)
  })

  test('a word that stands somewhere is not taken for another that looks alike', async () => {
    for (const hit of (await groupOf({ q: 'turnover', kind: 'indicator' }, 'indicator')).hits)
      expect(hit.title.filter((_, i) => i % 2)).not.toContain('over')
    expect(await titles({ q: 'xylophonequux' }, 'entry')).toEqual([])
  })
})

describe('figures are found', () => {
  test('by indicator and year, as readers see them, each with its evidence', async () => {
    const { hits } = await groupOf({ q: 'turnover 2022' }, 'entry')
    expect(hits.map((h) => h.text)).toContain('$463.3 m')
    for (const hit of hits) expect(hit.href).toMatch(/^\/relations\/aze-kaz\/entries\/\d+$/)
    for (const hit of hits) expect(hit.facts.join(' ')).toMatch(/2022|–2[34]/)
  })

  test.each([
    ['529.4', '$529.4 m'],
    ['529.4 million', '$529.4 m'],
    ['$1 bn', '$1 bn'],
  ])('by their digits: “%s”', async (q, text) => {
    expect((await groupOf({ q }, 'entry')).hits[0]).toMatchObject({ text })
  })

  test('by the words of their quotes, which are marked', async () => {
    const { hits } = await groupOf({ q: 'complacency' }, 'entry')
    expect(hits[0]!.quote!.filter((_, i) => i % 2)).toEqual(['complacency'])
  })
})

test('somebody leads to all in which they take part, and of one kind alone', async () => {
  const tokayev = { of: 'kassym-jomart-tokayev' }
  const page = await search(tokayev)
  expect(page.of).toBe('Kassym-Jomart Tokayev')
  const statements = page.kinds.find((k) => k.kind === 'statement')!.count
  const alone = await groupOf({ ...tokayev, kind: 'statement' }, 'entry')
  expect(alone.count).toBe(statements)
  expect(new Set(alone.hits.map((h) => h.kindText.split(' · ')[0]))).toEqual(new Set(['Statement']))
  const both = await groupOf({ ...tokayev, q: 'trade' }, 'entry')
  expect(both.count).toBeLessThan(page.found.find((f) => f.group === 'entry')!.count)
})

test('one kind alone goes page by page and repeats nothing', async () => {
  const first = await search({ q: 'azerbaijan', kind: 'source' })
  expect(first.next).toBe(2)
  const second = await search({ q: 'azerbaijan', kind: 'source', page: '2' })
  const keys = [first, second].map((p) => p.found.find((f) => f.group === 'source')!.hits.map((h) => h.key))
  expect(keys[0]).toHaveLength(20)
  expect(keys[1]!.filter((key) => keys[0]!.includes(key))).toEqual([])
})

test('what the world did not know by a day, and what was not stored by an edition, is not found', async () => {
  const asked = { q: 'turnover 2023' }
  expect((await groupOf(asked, 'entry')).count).toBeGreaterThan(0)
  expect((await groupOf({ ...asked, known: '2022-12-31' }, 'entry')).count).toBe(0)
  expect((await groupOf({ ...asked, edition: '2020-01-01' }, 'entry')).count).toBe(0)
  const { hits } = await groupOf({ q: 'turnover', known: '2023-06-01' }, 'entry')
  expect(hits[0]!.href).toContain('known=2023-06-01')
})

test('a search takes at most five statements and one more where nothing is found, what is offered while typing three', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const counted = async (work: () => Promise<unknown>) => {
    await work()
    query.mockClear()
    await work()
    return query.mock.calls.length
  }
  for (const asked of ['q=trade+turnover+2022', 'q=$1+bn', 'q=tokaev&kind=entry', 'of=kaz'])
    expect(await counted(() => search(Object.fromEntries(new URLSearchParams(asked))))).toBeLessThanOrEqual(5)
  expect(await counted(() => listSuggestions(reader, 'midle co'))).toBeLessThanOrEqual(3)
  expect(await counted(() => listStarts(reader))).toBe(1)
})

test('what is offered while typing are relations, indicators and names, each with its page', async () => {
  const offered = await listSuggestions(reader, 'kazakhst')
  expect(offered[0]).toMatchObject({ group: 'relation', href: '/relations/aze-kaz' })
  expect(offered.map((o) => o.title)).toContain('Kazakhstan')
  expect(await listSuggestions(reader, '?')).toEqual([])
  expect((await listStarts(reader)).map((h) => h.title.join(''))).toContain('Trade turnover')
})

test('names in which nothing published takes part are the desk’s alone', async () => {
  // A country that no relation of the sample holds and nothing is about.
  expect(await titles({ q: 'bhutan' }, 'entity')).toEqual([])
  const desk = await getSearch(systemActor('test'), SearchFilters.parse({ q: 'bhutan' }))
  expect(desk.found.find((f) => f.group === 'entity')!.hits[0]!.title.join('')).toBe('Bhutan')
})

test('what was found leaves as a file of every entry with its citation', async () => {
  const asked = SearchFilters.parse({ q: 'turnover 2022' })
  const rows = await listFoundRows(reader, asked)
  expect(rows).toHaveLength((await getSearch(reader, asked)).found.find((f) => f.group === 'entry')!.count)
  expect(rows.find((r) => r.figure === '$463.3 m')).toMatchObject({
    kind: 'observation',
    what: 'Trade turnover',
    start: '2022-01-01',
    end: '2023-01-01',
    publisher: expect.any(String),
    sourceTitle: expect.any(String),
  })
  for (const row of rows) expect(toCsv(foundColumns, [row])).not.toMatch(/[\uE000\uE001]/)
})
