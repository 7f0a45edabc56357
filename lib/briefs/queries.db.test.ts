import { getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { anonymousActor, systemActor } from '@/lib/auth/actor'
import { createEntity } from '@/lib/entities/mutations'
import { correctEntry, createEntry } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { createIndicator } from '@/lib/indicators/mutations'
import { toPdf } from '@/lib/papers/pdf/write'
import { createSource } from '@/lib/sources/mutations'
import { getBrief } from './queries'
import { BriefFilters } from './schema'

const system = systemActor('test')
const slug = 'aze-kaz'
let source = 0

beforeAll(async () => {
  await createEntity(system, { kind: 'relation', slug, name: 'Azerbaijan–Kazakhstan', members: ['aze', 'kaz'] })
  await createEntity(system, { kind: 'organisation', slug: 'outlet', name: 'Outlet' })
  for (const [code, headline] of [
    ['trade-turnover', 1],
    ['exports', 2],
    ['cargo', 3],
    ['investment', 4],
    ['tourists', 5],
    ['flights', 6],
  ] as const)
    await createIndicator(system, {
      ...{ code, name: `Indicator of ${code}`, definition: 'Counted.', theme: 'trade', unit: 'USD' },
      ...{ frequency: 'A', desired: 1, headline },
    })
  const page = { publisher: 'outlet', title: 'A page', publishedOn: '2024-01-10', accessedOn: '2024-01-11' }
  source = (await createSource(system, page)).id
})

const brief = async (asked: object = {}) =>
  (await getBrief(anonymousActor, slug, BriefFilters.parse({ themes: [], ...asked })))!

async function published(input: EntryInput) {
  const draft = await createEntry(system, input)
  return publishEntry(system, draft.id, draft.revision)
}

const figure = (
  indicator: string,
  reporter: 'aze' | 'kaz',
  year: number,
  value: string,
  quote?: string,
): EntryInput => ({
  kind: 'observation',
  series: { indicator, about: slug, reporter, unit: 'USD' },
  quantity: { value, valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
  period: { starts: `${year}-01-01`, ends: `${year + 1}-01-01`, words: null },
  basis: 'office',
  evidence: [quote ? { source, quote } : { source }],
})

test('what was corrected is told with what it was, what it is and why; what was withdrawn with its reason', async () => {
  const wrong = await published(figure('trade-turnover', 'kaz', 2022, '461900000'))
  const right = await correctEntry(
    system,
    wrong.rootId,
    1,
    'misread',
    figure('trade-turnover', 'kaz', 2022, '463300000'),
  )
  await publishEntry(system, right.id, right.revision)
  const gone = await published(figure('trade-turnover', 'aze', 2021, '100000000'))
  await retireEntry(system, gone.rootId, 1, 'of another country')
  const text = JSON.stringify((await brief()).document.blocks)
  expect(text).toContain('$463.3 m, 2022')
  expect(text).toContain('was corrected from $461.9 m, 2022: misread')
  expect(text).toContain('was withdrawn: of another country')
})

test('a relation with much of everything and long sentences still has a brief of two to four pages', async () => {
  const long = (n: number) =>
    `In the year ${n} the trade turnover reached ${n}.5 million dollars, ${'and the parties noted with satisfaction that this was so, '.repeat(12)}as was said.`
  for (const indicator of ['trade-turnover', 'exports', 'cargo', 'investment', 'tourists', 'flights'])
    for (const reporter of ['aze', 'kaz'] as const)
      for (const year of [2020, 2021, 2023])
        await published(figure(indicator, reporter, year, `${year}500000`, long(year)))
  for (let n = 0; n < 40; n++)
    await published({
      kind: 'commitment',
      about: slug,
      theme: 'trade',
      code: n % 2 ? 'pledge' : 'talks',
      title: `Promise ${n} with a title that says at some length what is to be built, where, by whom, and what for`,
      period: { starts: null, ends: `${2026 + (n % 9)}-01-01`, words: `by ${2025 + (n % 9)}` },
      parties: [],
      evidence: [{ source, quote: `Promise ${n}: ${'we shall do all that is needed, and more, '.repeat(18)}soon.` }],
    } as EntryInput)
  const { document } = await brief()
  const pdf = await getDocumentProxy(new Uint8Array(await toPdf(document)))
  expect(pdf.numPages).toBeGreaterThanOrEqual(2)
  expect(pdf.numPages).toBeLessThanOrEqual(4)
  expect(document.notes.length).toBeGreaterThan(5)
})
