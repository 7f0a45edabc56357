import { beforeAll, describe, expect, test } from 'vitest'
import { anonymousActor, systemActor, userActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { createEntity } from '@/lib/entities/mutations'
import { correctEntry, createEntry, type Saved } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { createIndicator } from '@/lib/indicators/mutations'
import { createSource } from '@/lib/sources/mutations'
import { getDashboard, getEntryEvidence, getIndicator, getRelations, listIndicators, listObservations } from './queries'
import { Filters } from './schema'

const system = systemActor('test')
const member = userActor({ id: 'reader', name: 'Reader', role: 'reader' })
const editor = userActor({ id: 'editor', name: 'Editor', role: 'editor' })
const slug = 'aze-kaz'
const today = Filters.parse({})
let source = 0

beforeAll(async () => {
  await createEntity(system, { kind: 'relation', slug, name: 'Azerbaijan–Kazakhstan', members: ['aze', 'kaz'] })
  await createEntity(system, { kind: 'group', slug: 'three', name: 'Three', members: ['aze', 'kaz', 'uzb'] })
  await createEntity(system, { kind: 'organisation', slug: 'outlet', name: 'Outlet' })
  for (const [code, headline] of [
    ['secret', 1],
    ['trade-turnover', 2],
  ] as const)
    await createIndicator(system, { ...indicator, code, name: code, headline })
  source = (
    await createSource(system, {
      publisher: 'outlet',
      title: 'A page',
      publishedOn: '2020-01-10',
      accessedOn: '2024-01-11',
    })
  ).id
})

const indicator = { definition: 'What is counted.', theme: 'trade', unit: 'USD', frequency: 'A', desired: 1 } as const

type Figure = Extract<EntryInput, { kind: 'observation' }>
const figure = (year: number, change: Partial<Figure> = {}): Figure => ({
  kind: 'observation',
  series: { indicator: 'trade-turnover', about: slug, reporter: 'kaz', unit: 'USD' },
  quantity: { value: '461900000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
  period: { starts: `${year}-01-01`, ends: `${year + 1}-01-01`, words: null },
  basis: 'office',
  evidence: [{ source }],
  ...change,
})
const words = (kind: 'commitment' | 'event', title: string, change: object = {}) =>
  ({
    kind,
    code: kind === 'event' ? 'CONSULT' : 'pledge',
    about: slug,
    theme: 'transport',
    title,
    period: { starts: '2019-03-01', ends: '2019-03-02', words: null },
    evidence: [{ source }],
    ...change,
  }) as EntryInput
const publish = async (input: EntryInput): Promise<Saved> => {
  const draft = await createEntry(system, input)
  return publishEntry(system, draft.id, draft.revision)
}
const correct = async (rootId: number, version: number, input: EntryInput) => {
  const draft = await correctEntry(system, rootId, version, 'a reason', input)
  return publishEntry(system, draft.id, draft.revision)
}
/** Moves what happened to an entry into the past, as if days had gone by since. */
const backdate = async (id: number, days: { published: string; retired?: string }) => {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`alter table entry disable trigger entry_lives_by_rules`
    await tx.$executeRaw`update entry set published_at = ${days.published}::timestamptz, retired_at = ${days.retired ?? null}::timestamptz where id = ${id}`
    await tx.$executeRaw`alter table entry enable trigger entry_lives_by_rules`
  })
}
/** Everything a page hands out, as one text. */
const all = async (who: typeof member, asked: object = {}) => {
  const filters = Filters.parse(asked)
  return JSON.stringify([
    await getDashboard(who, slug, filters),
    await getRelations(who),
    await listIndicators(who, slug),
  ])
}

describe('the sources of a claim', () => {
  const page = (extra: object) =>
    createSource(system, {
      publisher: 'outlet',
      title: 'Another page',
      publishedOn: '2020-01-11',
      accessedOn: '2024-01-11',
      ...extra,
    }).then(({ id }) => id)
  const said = async (sources: number[]) => {
    const { rootId } = await publish(words('event', 'A visit', { evidence: sources.map((id) => ({ source: id })) }))
    return (await getEntryEvidence(anonymousActor, slug, rootId, today))!.corroboration
  }

  test('count each for itself, but a carried story and a later state of a page once', async () => {
    const [other, carried] = [await page({}), await page({ carriedFromId: source })]
    const later = await page({ previousId: carried })
    expect(await said([source])).toBeNull()
    expect(await said([source, other])).toBe('2 sources, each for itself')
    expect(await said([source, carried, later])).toBe('3 sources go back to 1 release: what was carried counts once')
    expect(await said([source, carried, other])).toBe('3 sources go back to 2 releases: what was carried counts once')
  })
})

describe('what is internal', () => {
  test('stays unseen by readers where an editor looked before and what was read is kept', async () => {
    await publish(
      figure(2009, { internal: true, series: { indicator: 'secret', about: slug, reporter: 'kaz', unit: 'USD' } }),
    )
    const key = Symbol.for('entente.reads')
    const reads = new Map<string, Promise<unknown>>()
    const find = (tag: string, name: string, ask: () => Promise<unknown>) => {
      const found = reads.get(`${tag} ${name}`) ?? ask()
      reads.set(`${tag} ${name}`, found)
      return found
    }
    Object.assign(globalThis, { [key]: find })
    try {
      expect(await all(editor)).toContain('secret')
      for (const who of [anonymousActor, member]) expect(await all(who)).not.toContain('secret')
      expect(await all(editor)).toContain('secret')
    } finally {
      Reflect.deleteProperty(globalThis, key)
    }
  })

  test('is seen by editors and by nobody else, in no list, count or name', async () => {
    const { rootId } = await publish(
      figure(2010, { internal: true, series: { indicator: 'secret', about: slug, reporter: 'kaz', unit: 'USD' } }),
    )
    for (const who of [anonymousActor, member]) {
      expect(await all(who)).not.toContain('secret')
      expect(await getEntryEvidence(who, slug, rootId, today)).toBeNull()
    }
    expect(await all(editor)).toContain('secret')
    expect(await getEntryEvidence(editor, slug, rootId, today)).toMatchObject({ entry: rootId })
  })

  test('hides the versions that were public before, also in an edition in which they were', async () => {
    const first = await publish(words('event', 'The first wording'))
    const second = await correct(first.rootId, 1, words('event', 'The second wording', { internal: true }))
    await backdate(first.id, { published: '2021-01-01', retired: '2022-01-01' })
    await backdate(second.id, { published: '2022-01-01' })
    const check = async () => {
      for (const asked of [{}, { edition: '2021-06-01' }]) {
        expect(await all(anonymousActor, asked)).not.toContain('wording')
        expect(await getEntryEvidence(anonymousActor, slug, first.rootId, Filters.parse(asked))).toBeNull()
      }
    }
    await check()
    await retireEntry(system, first.rootId, 2, 'gone')
    await check()
    expect(await all(editor, { edition: '2021-06-01' })).toContain('The first wording')
  })

  test('keeps its steps and its name to itself', async () => {
    const promise = await publish(words('commitment', 'A quiet promise', { internal: true }))
    const step = await publish({
      kind: 'stage',
      code: 'delivered',
      of: promise.rootId,
      period: { starts: '2019-05-01', ends: '2019-05-02', words: null },
      evidence: [{ source }],
    })
    expect(await all(anonymousActor)).not.toContain('A quiet promise')
    expect(await all(anonymousActor)).not.toContain(`/entries/${step.rootId}"`)
    expect(await getEntryEvidence(anonymousActor, slug, step.rootId, today)).toBeNull()
    expect(await all(editor)).toContain('A quiet promise')
  })

  test('does not stand beside public figures of its period', async () => {
    const open = await publish(figure(2011))
    const hidden = await publish(
      figure(2011, {
        internal: true,
        quantity: { value: '5', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' },
      }),
    )
    const beside = async (who: typeof member) =>
      (await getEntryEvidence(who, slug, open.rootId, today))!.others.map((o) => o.entry)
    expect(await beside(anonymousActor)).toEqual([])
    expect(await beside(editor)).toEqual([hidden.rootId])
  })
})

describe('an edition', () => {
  test('does not know what was corrected or withdrawn after it', async () => {
    const first = await publish(words('event', 'Told in 2021'))
    const second = await correct(first.rootId, 1, words('event', 'Told in 2022'))
    await retireEntry(system, first.rootId, 2, 'never happened')
    await backdate(first.id, { published: '2021-01-01', retired: '2022-01-01' })
    await backdate(second.id, { published: '2022-01-01', retired: '2023-01-01' })
    const sheet = async (edition: string) =>
      getEntryEvidence(anonymousActor, slug, first.rootId, Filters.parse({ edition }))
    const changes = async (edition: string) =>
      (await getDashboard(anonymousActor, slug, Filters.parse({ edition })))!.changes
        .filter((c) => c.entry === first.rootId)
        .map((c) => c.what)

    expect(await sheet('2020-06-01')).toBeNull()
    expect(await changes('2020-06-01')).toEqual([])
    expect(await sheet('2021-06-01')).toMatchObject({
      text: 'Told in 2021',
      withdrawn: null,
      versions: [{ version: 1 }],
    })
    expect(await changes('2021-06-01')).toEqual(['added'])
    expect(await sheet('2022-06-01')).toMatchObject({
      text: 'Told in 2022',
      withdrawn: null,
      versions: [{ version: 2 }, { version: 1 }],
    })
    expect(await changes('2022-06-01')).toEqual(['corrected'])
    expect(await sheet('2023-06-01')).toMatchObject({ withdrawn: 'never happened' })
    expect(await changes('2023-06-01')).toEqual(['withdrawn'])
  })
})

test('drafts and what was only begun are nowhere, and do not take the place of what stands', async () => {
  await publish(figure(2015))
  await createEntry(system, words('event', 'A draft of an event'))
  const text = await all(anonymousActor)
  expect(text).not.toContain('A draft of an event')
  const [relation] = await getRelations(anonymousActor)
  expect(relation!.figures.map((f) => f.what)).toContain('trade-turnover')
})

test('a period that is open at an end falls into every window it reaches', async () => {
  const since = await publish(figure(0, { period: { starts: '2012-01-01', ends: null, words: 'since 2012' } }))
  expect(await pointsIn('2016', '2017')).toContain(since.rootId)
  expect(await pointsIn('2001', '2002')).not.toContain(since.rootId)
})

async function pointsIn(from: string, to: string): Promise<number[]> {
  const page = (await getIndicator(anonymousActor, slug, 'trade-turnover', Filters.parse({ from, to })))!
  return [...page.observations, ...page.undated].map((o) => o.entry)
}

test('what three countries share is on the relation once', async () => {
  const { rootId } = await publish(words('event', 'A meeting of three', { about: 'three' }))
  const { timeline } = (await getDashboard(anonymousActor, slug, today))!
  expect(timeline.filter((t) => t.entry === rootId)).toHaveLength(1)
})

describe('a long history', () => {
  test('is drawn on a dashboard by its full years and newest months, which it says, and whole on its own page', async () => {
    const series = { indicator: 'long', about: slug, reporter: 'kaz', unit: 'USD' } as const
    await createIndicator(system, { ...indicator, code: 'long', name: 'long', headline: 3 })
    for (let year = 1990; year < 1996; year++) await publish(figure(year, { series }))
    for (let month = 0; month < 70; month++) {
      const day = (n: number) => new Date(Date.UTC(1996, n, 1)).toISOString().slice(0, 10)
      await publish(figure(1996, { series, period: { starts: day(month), ends: day(month + 1), words: null } }))
    }
    const drawnOf = (charts: { code: string; series: { points: { span: string }[] }[] }[]) => {
      const spans = charts.find((c) => c.code === 'long')!.series.flatMap((s) => s.points.map((p) => p.span))
      return { years: spans.filter((s) => s === 'year').length, others: spans.filter((s) => s !== 'year').length }
    }
    const dashboard = (await getDashboard(anonymousActor, slug, today))!
    expect(drawnOf(dashboard.charts)).toEqual({ years: 6, others: 24 })
    expect(dashboard.charts.find((c) => c.code === 'long')!.footnotes.join()).toContain('the newest 24 figures')
    const since = (await getDashboard(anonymousActor, slug, Filters.parse({ from: '1994' })))!
    expect(drawnOf(since.charts)).toEqual({ years: 2, others: 24 })
    const page = (await getIndicator(anonymousActor, slug, 'long', today))!
    expect(drawnOf(page.charts)).toEqual({ years: 6, others: 60 })
    expect(page.isCut).toBe(true)
    expect(page.observations).toHaveLength(40)
    expect(await listObservations(anonymousActor, slug, 'long', today, 'level')).toHaveLength(76)
  })
})
