import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { correctEntry, createEntry, type Saved } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { openDesk } from '@/scripts/tests/desk'
import { toRevisionRows } from './files/rules'
import { getRevisions, listRevisions } from './queries'
import { RevisionFilters } from './schema'

const reader = anonymousActor
const slug = 'aze-kaz'
let desk: Awaited<ReturnType<typeof openDesk>>

const page = async (asked: object = {}) => (await getRevisions(reader, slug, RevisionFilters.parse(asked)))!
const lines = async (asked: object = {}) => (await page(asked)).days.flatMap((d) => d.lines)
const about = async ({ rootId }: Saved, asked: object = {}) =>
  (await lines(asked)).filter((l) => l.claim.entry === rootId)

async function published(input: EntryInput): Promise<Saved> {
  const draft = await createEntry(desk.editor, input)
  return publishEntry(desk.reviewer, draft.id, draft.revision)
}
async function corrected({ rootId }: Saved, version: number, why: string, input: EntryInput): Promise<Saved> {
  const draft = await correctEntry(desk.editor, rootId, version, why, input)
  return publishEntry(desk.reviewer, draft.id, draft.revision)
}
/** Puts what happened to a version on another day: a test cannot wait for one. */
async function happened(id: number, days: { published?: string; retired?: string }) {
  await db.$executeRaw`alter table entry disable trigger user`
  if (days.published) await db.$executeRaw`update entry set published_at = ${new Date(days.published)} where id = ${id}`
  if (days.retired) await db.$executeRaw`update entry set retired_at = ${new Date(days.retired)} where id = ${id}`
  await db.$executeRaw`alter table entry enable trigger user`
}

beforeAll(async () => {
  desk = await openDesk()
})
afterEach(() => vi.restoreAllMocks())

describe('a correction', () => {
  test('of a figure tells old and new, why, and leads to its evidence and versions', async () => {
    const input = desk.observation()
    const first = await published(input)
    await corrected(first, 1, 'The digits were turned round', {
      ...input,
      quantity: { value: '436300000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
      evidence: [{ source: desk.bulletin }],
    } as EntryInput)
    const [now, before, ...others] = await about(first)
    expect(others).toEqual([])
    expect(before).toMatchObject({ act: 'added', version: 1, fields: [], why: null })
    expect(now).toMatchObject({ act: 'corrected', version: 2, why: 'The digits were turned round' })
    expect(now!.fields[0]).toMatchObject({
      field: 'Figure',
      from: expect.stringContaining('463,300,000'),
      to: expect.stringContaining('436,300,000'),
    })
    expect(now!.claim.href).toBe(`/relations/aze-kaz/entries/${first.rootId}`)
    expect(now!.historyHref).toBe(`/relations/aze-kaz/entries/${first.rootId}#entry-${first.rootId}-record`)
  })

  test.each<[string, object, string]>([
    [
      'its qualifier',
      { quantity: { value: '463300000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'about' } },
      'Figure',
    ],
    [
      'how it was written',
      { quantity: { value: '463300000', valueTo: null, unitMult: 6, decimals: 2, qualifier: 'exact' } },
      'Written',
    ],
    [
      'its range',
      { quantity: { value: '463300000', valueTo: '470000000', unitMult: 6, decimals: 1, qualifier: 'exact' } },
      'Figure',
    ],
    ['its period', { period: { starts: '2022-01-01', ends: '2022-07-01', words: null } }, 'Period'],
    ['its basis', { basis: 'official' }, 'Basis'],
    ['its status', { obsStatus: 'P' }, 'Status of the value'],
    ['its rank', { rank: 'preferred', note: 'The office says so' }, 'Rank'],
    ['its note', { note: 'Preliminary' }, 'Note'],
  ])('of %s of a figure is told', async (_, change, field) => {
    const input = { ...desk.observation(), evidence: [{ source: desk.bulletin }] } as EntryInput
    const first = await published(input)
    await corrected(first, 1, 'A slip', { ...input, ...change } as EntryInput)
    expect((await about(first))[0]!.fields.map((f) => f.field)).toContain(field)
  })

  test.each<[string, object, string]>([
    ['its title', { title: 'Another title' }, 'Title'],
    ['its type', { code: 'COOPERATE' }, 'Type'],
    ['its theme', { theme: 'culture' }, 'Theme'],
    ['its days', { period: { starts: '2022-08-24', ends: '2022-08-26', words: null } }, 'Period'],
    ['its parties', { parties: [{ entity: 'kaz', role: 'guest' }] }, 'Parties'],
    ['whom it is about', { about: 'kaz' }, 'About'],
  ])('of %s of an event is told', async (_, change, field) => {
    const input = desk.event()
    const first = await published(input)
    await corrected(first, 1, 'A slip', { ...input, ...change } as EntryInput)
    expect((await about(first))[0]!.fields.map((f) => f.field)).toContain(field)
  })

  test('of its evidence alone is told', async () => {
    const input = desk.event()
    const first = await published(input)
    await corrected(first, 1, 'Said better elsewhere', { ...input, evidence: [{ source: desk.stored }] } as EntryInput)
    expect((await about(first))[0]!.fields.map((f) => f.field)).toEqual(['Evidence'])
  })

  test('leaves in a file one row for each field, with old and new and what it cites', async () => {
    const input = desk.event()
    const first = await published(input)
    await corrected(first, 1, 'A slip', { ...input, title: 'Another visit', theme: 'culture' } as EntryInput)
    const all = (await listRevisions(reader, slug, RevisionFilters.parse({ what: 'corrected' }), 500))!.lines
    const own = all.filter(({ line }) => line.claim.entry === first.rootId).flatMap(toRevisionRows)
    expect(own.map((r) => [r.act, r.field, r.after, r.why])).toEqual([
      ['corrected', 'Title', 'Another visit', 'A slip'],
      ['corrected', 'Theme', 'Culture', 'A slip'],
    ])
    expect(own[0]).toMatchObject({ entry: first.rootId, version: 2, date: '2023-04-11' })
  })
})

test('what was withdrawn is told with its reason, and a correction is no withdrawal', async () => {
  const gone = await published(desk.event())
  await retireEntry(desk.reviewer, gone.rootId, 1, 'It never happened')
  const [now] = await about(gone)
  expect(now).toMatchObject({ act: 'withdrawn', why: 'It never happened', fields: [] })
  for (const l of await lines({ what: 'withdrawn' })) expect(l.act).toBe('withdrawn')
})

test('what is internal is in no list and no count', async () => {
  const { counts } = await page()
  const secret = await published(desk.event({ internal: true }))
  expect(await about(secret)).toEqual([])
  expect((await page()).counts).toEqual(counts)
})

describe('two days', () => {
  test('bound what is shown: an addition, its correction and its withdrawal each on its own day', async () => {
    const input = desk.event()
    const first = await published(input)
    const second = await corrected(first, 1, 'A slip', { ...input, title: 'Corrected visit' } as EntryInput)
    await retireEntry(desk.reviewer, first.rootId, 2, 'Withdrawn')
    await happened(first.id, { published: '2021-03-01T12:00:00Z', retired: '2021-04-01T23:59:59Z' })
    await happened(second.id, { published: '2021-04-01T23:59:59Z', retired: '2021-05-01T00:00:00Z' })
    const on = async (since: string, until: string) => (await about(first, { since, until })).map((l) => l.act)
    expect(await on('2021-03-01', '2021-03-01')).toEqual(['added'])
    expect(await on('2021-03-02', '2021-03-31')).toEqual([])
    expect(await on('2021-04-01', '2021-04-01')).toEqual(['corrected'])
    expect(await on('2021-04-02', '2021-04-30')).toEqual([])
    expect(await on('2021-05-01', '2021-05-01')).toEqual(['withdrawn'])
    expect(await on('2021-01-01', '2021-12-31')).toEqual(['withdrawn', 'corrected', 'added'])
    // The database of that day did not know of the withdrawal.
    expect((await about(first, { since: '2021-01-01', edition: '2021-04-15' })).map((l) => l.act)).toEqual([
      'corrected',
      'added',
    ])
    const counted = await page({ since: '2021-01-01', until: '2021-12-31' })
    expect(counted.counts).toEqual({ added: 1, corrected: 1, withdrawn: 1 })
    expect((await page({ until: '2021-12-31' })).reachedBack).toBe(true)
    expect((await lines({ until: '2021-12-31' })).map((l) => l.act)).toEqual(['withdrawn'])
    expect(await page({ until: '2021-02-01' })).toMatchObject({
      tooEarly: true,
      found: 0,
      head: { firstOn: '2021-03-01' },
    })
  })

  test('keep to what the world could know', async () => {
    const late = await desk.source({ publishedOn: '2024-06-01' })
    const event = await published(desk.event({ evidence: [{ source: late }] }))
    expect(await about(event, { known: '2024-05-31' })).toEqual([])
    expect(await about(event, { known: '2024-06-01' })).toHaveLength(1)
  })
})

test('pages hold every change once', async () => {
  for (let n = 0; n < 45; n++) await published(desk.event())
  const first = await page()
  expect(first.pages).toBeGreaterThan(1)
  const all: string[] = []
  for (let n = 1; n <= first.pages; n++)
    all.push(...(await lines({ page: String(n) })).map((l) => `${l.claim.entry} ${l.version} ${l.act}`))
  expect(all).toHaveLength(first.found)
  expect(new Set(all).size).toBe(first.found)
})

test.each([
  ['the changes', {}],
  ['the changes of a theme between two days', { since: '2020-01-01', until: '2021-12-31', theme: 'political' }],
  ['the changes before anything was stored', { edition: '2001-01-01' }],
])('%s cost at most 5 statements', async (_, asked) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await page(asked)
  const statements = sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length).toBeLessThanOrEqual(5)
})

test.each(['0001-01-01', '9999-12-31'])('%s is a day like any other for every setting', async (day) => {
  for (const name of ['since', 'until', 'known', 'edition']) await page({ [name]: day })
})
