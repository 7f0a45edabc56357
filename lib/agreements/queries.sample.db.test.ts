import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { getAgreements, listAgreementRows } from './queries'
import { AgreementFilters } from './schema'

const reader = anonymousActor
const page = async (asked: object = {}) => (await getAgreements(reader, 'aze-kaz', AgreementFilters.parse(asked)))!
const sampled = async (key: string) =>
  (await db.entry.findUniqueOrThrow({ where: { requestKey: `sample/${key}` } })).rootId
const line = async (key: string, asked: object = {}) => {
  const entry = await sampled(key)
  return (await page(asked)).lines.find((l) => l.entry === entry)!
}

afterEach(() => vi.restoreAllMocks())

describe('the register', () => {
  test('has type, other titles, parties and the steps of each, which lead to their evidence', async () => {
    const declaration = await line('declaration-2022')
    expect(declaration).toMatchObject({
      typeText: 'Declaration',
      otherTitles: ['Declaration on the deepening of strategic partnership and allied relations'],
      status: { code: 'signed' },
      parties: [{ names: ['Azerbaijan', 'Kazakhstan'], stages: [{ text: 'signed', on: '24 Aug 2022' }] }],
    })
    expect(declaration.parties[0]!.stages[0]!.href).toMatch(/\/entries\/\d+$/)
    expect(declaration.parties[0]!.stages[0]!.source).not.toBe('No source yet.')
  })

  test('tells which party has not signed, where signatures are recorded one by one', async () => {
    const railways = await line('railways-2023')
    expect(railways.parties).toMatchObject([
      {
        names: ['Azerbaijan Railways', 'Kazakhstan Temir Zholy'],
        stages: [{ text: 'signed', on: '22 Jun 2023' }],
        unsigned: false,
      },
      { names: ['Georgian Railway'], stages: [], unsigned: true },
    ])
    expect(railways.warnings).toContain('Georgian Railway: no signature is recorded')
  })

  test('tells what expires and what has stalled, by the day it is looked at', async () => {
    const programme = { known: '2026-11-22' }
    expect(await line('programme-2022', programme)).toMatchObject({
      term: '2022–2026',
      standings: ['signed', 'expiring'],
      warnings: ['expires in 39 days'],
    })
    expect((await line('programme-2022', { known: '2024-01-01' })).standings).toEqual(['signed'])
    expect((await line('roadmap-2022', programme)).standings).toEqual(['signed'])
    const railways = await line('railways-2023', programme)
    expect(railways.standings).toEqual(['signed', 'stalled'])
    expect(railways.warnings[0]).toMatch(/^stalled: signed 1,249 days ago, no later step is recorded$/)
    for (const complete of ['tourism-2023', 'oil-2025'])
      expect((await line(complete, programme)).standings, complete).toEqual(['signed'])
    expect((await line('agreements-2022', programme)).standings).toEqual(['signed'])
  })
})

describe('what was claimed', () => {
  test('of August 2022 stands beside what is listed: more than 20 claimed, 10 by another source, 4 by name, and no sum', async () => {
    const { occasions } = await page()
    const august = occasions.find((o) => o.on === '24 Aug 2022')!
    expect(august.told).toBe('more than 20 claimed, 10 by Kazinform, 4 listed by name: 10 short of what was announced')
    expect(august.claims.map((c) => [c.text, c.how])).toEqual(
      expect.arrayContaining([
        ['more than 20', 'announced'],
        ['about 20', 'announced'],
        ['10', 'counted'],
      ]),
    )
    expect(august.claims.filter((c) => c.scope).map((c) => c.scope)).toContain('between relevant agencies')
    expect(august.listed).toHaveLength(4)
    expect(august.listed.map((l) => l.title).join()).toMatch(/Declaration.*|Shusha and Turkestan/)
    expect(JSON.stringify(august)).not.toMatch(/"(24|30|34|44)"/)
  })

  test('of March 2024 shows both counts, and counts no set as one', async () => {
    const march = (await page()).occasions.find((o) => o.on === '11–12 Mar 2024')!
    expect(march.claims.map((c) => c.text).sort()).toEqual(['14', '9'])
    expect(march.listed.map((l) => l.title)).toEqual([
      'Strategic partnership agreement of the Azerbaijan Investment Holding and Samruk-Kazyna',
    ])
  })

  test('of the whole legal base stands with how many of this register were signed by then', async () => {
    const { base } = await page()
    expect(base.map((l) => l.text)).toEqual(['more than 189', 'about 90', 'more than 100', 'more than 60'])
    expect(base.at(-1)).toMatchObject({ on: '23 Nov 2018', listed: 1 })
  })
})

describe('the settings', () => {
  test('by state: each count is the number of agreements it leads to', async () => {
    const { counts, all, lines } = await page()
    expect(lines).toHaveLength(all)
    for (const [status, count] of Object.entries(counts))
      expect((await page({ status })).lines, status).toHaveLength(count)
  })

  test('by type, party and day of signature leave only those', async () => {
    expect(new Set((await page({ kind: 'memorandum' })).lines.map((l) => l.type))).toEqual(new Set(['memorandum']))
    const { lines } = await page({ who: 'georgian-railway' })
    expect(lines.length).toBeGreaterThan(1)
    for (const l of lines) expect(l.parties.flatMap((p) => p.names)).toContain('Georgian Railway')
    for (const l of (await page({ from: '2023-01-01', to: '2024-01-01' })).lines) expect(l.signedOn).toMatch(/^2023/)
    expect((await page({ who: 'nobody-at-all' })).lines).toEqual([])
  })

  test('what was known on a day: in 2022 nothing was signed that was signed later', async () => {
    const { lines, occasions } = await page({ known: '2022-12-31' })
    expect(lines.filter((l) => (l.signedOn ?? '') > '2022-12-31')).toEqual([])
    expect(occasions.map((o) => o.on)).toEqual(['24 Aug 2022'])
    expect((await page({ edition: '2020-01-01' })).all).toBe(0)
  })
})

test('the table has a row for each agreement and each step, and every row cites a source', async () => {
  const rows = (await listAgreementRows(reader, 'aze-kaz', AgreementFilters.parse({})))!
  const { lines } = await page()
  const steps = lines.flatMap((l) => [...new Set(l.parties.flatMap((p) => p.stages.map((s) => s.entry)))])
  expect(rows).toHaveLength(lines.length + steps.length)
  for (const row of rows)
    expect(row, row.title).toMatchObject({ sourceTitle: expect.any(String), publisher: expect.any(String) })
  expect(rows.find((r) => r.step === 'signed' && /three railways/.test(r.title))?.stepParties).toBe(
    'Azerbaijan Railways; Kazakhstan Temir Zholy',
  )
})

test('who may not read gets nothing, and a relation that is not there is nothing', async () => {
  const none = AgreementFilters.parse({})
  for (const ask of [getAgreements, listAgreementRows]) expect(await ask(reader, 'aze-nld', none)).toBeNull()
  vi.stubEnv('ENTENTE_READ', 'members')
  try {
    for (const ask of [getAgreements, listAgreementRows])
      await expect(ask(reader, 'aze-kaz', none)).rejects.toMatchObject({ code: 'signInNeeded' })
  } finally {
    vi.unstubAllEnvs()
  }
})

test.each([
  ['the page', () => page()],
  ['its table', () => listAgreementRows(reader, 'aze-kaz', AgreementFilters.parse({ who: 'aze' }))],
])('%s costs six statements', async (_, ask) => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await ask()
  expect(sent.mock.calls.filter(([query]) => typeof (query as { text?: unknown }).text === 'string')).toHaveLength(6)
})
