import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { getEntryEvidence } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { getCorridor, getCorridorPicture, listCorridorRows } from './queries'

const reader = anonymousActor
const slug = 'aze-kaz'
const page = async (asked: object = {}) => (await getCorridor(reader, slug, Filters.parse(asked), null))!
const corridor = async (asked: object = {}) => (await page(asked)).corridor!
const part = async (id: string, asked: object = {}) => {
  const { nodes, legs, countriesTogether } = await corridor(asked)
  return [...nodes, ...legs, ...countriesTogether].find((p) => p.id === id)!
}
const group = async (id: string, title: string, asked: object = {}) =>
  (await part(id, asked)).groups.find((g) => g.title === title)!

afterEach(() => vi.restoreAllMocks())

test('three plans for the container hub of Aktau stand side by side, none averaged', async () => {
  const hub = await group('at-aktau', 'Port container capacity · container hub')
  expect(hub.lines.map((l) => l.text).sort()).toEqual(['200,000 TEU', '215,000 TEU', '40,000 TEU', 'up to 300,000 TEU'])
  expect(hub.clash).toBe('3 plans, from 200,000 TEU to up to 300,000 TEU')
})

test('the second phase of Alat has figures that contradict each other, in two units', async () => {
  const { groups } = await part('at-alat')
  const second = groups.filter((g) => g.title.endsWith('second phase'))
  expect(second.flatMap((g) => g.lines.map((l) => l.text)).sort()).toEqual([
    '1 m',
    '25 Mt',
    '50,000 TEU',
    '500,000 TEU',
  ])
  expect(second.find((g) => g.lines[0]!.text.endsWith('TEU'))!.clash).toBe('2 plans, from 50,000 TEU to 500,000 TEU')
})

test('the railway of Baku, Tbilisi and Kars carries one million tonnes, then five', async () => {
  const { lines } = await group('at-baku-tbilisi-kars', 'Corridor capacity')
  expect(lines.map((l) => [l.text, l.period])).toEqual([
    ['5 Mt', 'from 20 May 2024'],
    ['1 Mt', 'by 19 May 2024 (“until 20 May 2024”)'],
  ])
})

test('"before" is 53 days or 28 to 32, by whoever says it', async () => {
  const { whole } = await corridor()
  const transit = whole.groups.filter((g) => g.role === 'transit_time').flatMap((g) => g.lines.map((l) => l.text))
  expect(transit).toEqual(expect.arrayContaining(['53 days', '28–32 days', '18–23 days', '13–17 days', '20–25 days']))
})

test('what was carried in 2024 is set against the capacity of that year; 2025 has none, and says so', async () => {
  const { whole } = await corridor()
  const told = whole.shares.map((s) => s.text ?? s.how)
  expect(told).toContain('74.7 % in 2024')
  expect(told.find((how) => how.startsWith('4.119 Mt'))).toMatch(/no capacity is stated for that year/)
})

test('the oil berths of Aktau have no share: flow and capacity are of two years', async () => {
  const { shares } = await part('at-aktau')
  expect(shares).toMatchObject([{ text: null, how: expect.stringContaining('no capacity is stated for that year') }])
})

test('the narrowest is the railway, of the places and legs whose whole capacity is stated', async () => {
  const { narrow, narrowText } = await corridor()
  expect(narrow.map((n) => n.name)).toEqual(['Baku–Tbilisi–Kars railway', 'Aktau'])
  expect(narrowText[0]).toContain('Baku–Tbilisi–Kars railway has the smallest: 5 Mt')
})

test('on 1 January 2024 the railway was not known to carry five million', async () => {
  const { narrow } = await corridor({ known: '2024-01-01' })
  expect(narrow).toEqual([])
})

test('the page asks at most six statements, whatever is filtered', async () => {
  for (const asked of [
    {},
    { from: '2020' },
    { from: '2020', to: '2024', reporter: 'kaz' },
    { edition: '2020-01-01' },
  ]) {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    await page(asked)
    const count = sent.mock.calls.length
    sent.mockRestore()
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(6)
  }
})

test('every figure of the page leads to a page with its evidence', async () => {
  const all = await corridor()
  const lines = [all.whole, ...all.nodes, ...all.legs, ...all.countriesTogether].flatMap((p) =>
    p.groups.flatMap((g) => g.lines),
  )
  expect(lines.length).toBeGreaterThan(40)
  for (const { entry, text } of lines)
    expect((await getEntryEvidence(reader, slug, entry, Filters.parse({})))?.evidence.length, text).toBeGreaterThan(0)
})

test('a figure of a port leads back to its place on the corridor', async () => {
  const { rootId } = await db.entry.findUniqueOrThrow({ where: { requestKey: 'sample/aktau-capacity-2024' } })
  const sheet = await getEntryEvidence(reader, slug, rootId, Filters.parse({}))
  expect(sheet).toMatchObject({ indicatorHref: null, corridorHref: '/relations/aze-kaz/corridor#at-aktau' })
})

test('every row of the file cites a source, and holds what the page shows', async () => {
  const rows = (await listCorridorRows(reader, slug, Filters.parse({}), null))!
  expect(rows.length).toBeGreaterThan(60)
  for (const row of rows) expect([row.publisher, row.entry], JSON.stringify(row)).not.toContain(null)
  expect(rows.filter((r) => r.kind === 'target').map((r) => r.about)).toContain('Aktau')
  expect(rows.map((r) => r.about)).not.toContain('Georgia')
})

test('the map has every node, draws the Caspian as a sea crossing, and is not there for another relation', async () => {
  const picture = await getCorridorPicture(reader, slug, Filters.parse({}), null, 'map')
  const spec = picture!.spec as NonNullable<Awaited<ReturnType<typeof corridor>>['map']>
  expect(spec.nodes).toHaveLength(12)
  expect(spec.legs.filter((l) => l.mode === 'sea').map((l) => [l.from, l.to])).toEqual([
    ['aktau', 'alat'],
    ['kuryk', 'alat'],
  ])
  expect(await getCorridorPicture(reader, slug, Filters.parse({}), null, 'nothing')).toBeNull()
})
