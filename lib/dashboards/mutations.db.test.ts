// From entering to reading: tried from the lowest step of the stairs, because it looks at what readers get.
import { beforeAll, describe, expect, test } from 'vitest'
import { anonymousActor, systemActor, userActor } from '@/lib/auth/actor'
import { toRow } from '@/lib/dashboards/points/rules'
import { getChart, getDashboard, getEntryEvidence } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { createEntity } from '@/lib/entities/mutations'
import { correctEntry, createEntry, editEntry, type Saved } from '@/lib/entries/mutations'
import { discardDraft, publishEntry, rejectEntry, retireEntry, submitEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { Refusal } from '@/lib/errors/refusal'
import { observationColumns, toCsv } from '@/lib/formats/csv'
import { createIndicator } from '@/lib/indicators/mutations'
import { createSource } from '@/lib/sources/mutations'

const system = systemActor('test')
const person = (id: string, role: 'editor' | 'reviewer') => userActor({ id, name: id, role })
const editor = person('editor', 'editor')
const reviewer = person('reviewer', 'reviewer')
const other = person('other', 'reviewer')
const today = Filters.parse({})
let source = 0
let year = 1900

beforeAll(async () => {
  for (const { userId: id, role } of [editor, reviewer, other])
    await db.user.create({ data: { id, name: id, email: `${id}@example.org`, role: role! } })
  await createEntity(system, {
    kind: 'relation',
    slug: 'aze-kaz',
    name: 'Azerbaijan–Kazakhstan',
    members: ['aze', 'kaz'],
  })
  await createEntity(system, { kind: 'organisation', slug: 'outlet', name: 'Outlet' })
  await createIndicator(system, {
    code: 'trade-turnover',
    name: 'Trade turnover',
    definition: 'Exports and imports.',
    theme: 'trade',
    unit: 'USD',
    frequency: 'A',
    desired: 1,
    headline: 1,
  })
  source = (
    await createSource(system, {
      publisher: 'outlet',
      title: 'A page',
      publishedOn: '2024-01-10',
      accessedOn: '2024-01-11',
    })
  ).id
})

type Figure = Extract<EntryInput, { kind: 'observation' }>
/** A figure of a year of its own, so that tests do not meet. */
const figure = (change: Partial<Figure> = {}): Figure => {
  year++
  return {
    kind: 'observation',
    series: { indicator: 'trade-turnover', about: 'aze-kaz', reporter: 'kaz', unit: 'USD' },
    quantity: { value: '461900000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
    period: { starts: `${year}-01-01`, ends: `${year + 1}-01-01`, words: null },
    basis: 'office',
    evidence: [{ source }],
    ...change,
  }
}
const published = async (input: EntryInput): Promise<Saved> => {
  const draft = await createEntry(editor, input)
  return publishEntry(reviewer, draft.id, draft.revision)
}
/** How each of several writers was answered: `done`, or the code of the refusal; anything else is a fault of ours. */
const answers = async (works: Promise<unknown>[]) =>
  (await Promise.allSettled(works))
    .map((a) => (a.status === 'fulfilled' ? 'done' : a.reason instanceof Refusal ? a.reason.code : String(a.reason)))
    .sort()
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.catch((e: unknown) => e)
  if (error instanceof Refusal) return error
  throw error instanceof Error ? error : new Error('was done')
}

describe('two at once', () => {
  test('one of two corrections is begun, the other is shown the draft of the first', async () => {
    const { rootId } = await published(figure())
    const changed = (value: string) => ({
      ...figure(),
      quantity: { value, valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' as const },
    })
    const results = await Promise.allSettled(
      ['1', '2', '3'].map((value) => correctEntry(editor, rootId, 1, 'a typing error', changed(value))),
    )
    const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []))
    expect(refused).toHaveLength(2)
    for (const one of refused) expect(one).toMatchObject({ code: 'conflict', detail: { draft: expect.any(Number) } })
    expect(await db.entry.count({ where: { rootId } })).toBe(2)
  })

  test('of two publications of one draft one is done', async () => {
    const draft = await createEntry(editor, figure())
    const twice = [1, 2].map(() => publishEntry(reviewer, draft.id, draft.revision))
    expect(await answers(twice)).toEqual(['conflict', 'done'])
  })

  test('a correction published twice, and a retirement meanwhile, leave one current version or none', async () => {
    const { rootId } = await published(figure())
    const next = await correctEntry(editor, rootId, 1, 'a typing error', figure())
    const works = [
      publishEntry(reviewer, next.id, next.revision),
      publishEntry(other, next.id, next.revision),
      retireEntry(reviewer, rootId, 1, 'wrong'),
    ]
    for (const answer of await answers(works)) expect(['done', 'conflict']).toContain(answer)
    expect(
      await db.entry.count({ where: { rootId, publishedAt: { not: null }, retiredAt: null } }),
    ).toBeLessThanOrEqual(1)
  })

  test('first figures of one new series make it once', async () => {
    const key = { indicator: 'trade-turnover', about: 'aze-kaz', reporter: 'aze', unit: 'EUR' } as const
    const works = [1, 2, 3, 4].map(() => createEntry(editor, figure({ series: key })))
    expect(await answers(works)).toEqual(['done', 'done', 'done', 'done'])
    expect(await db.series.count({ where: { unit: 'EUR' } })).toBe(1)
  })

  test('a form sent four times makes one draft and one source', async () => {
    const input = figure({ requestKey: 'form-sent-often' })
    const saved = await Promise.all([1, 2, 3, 4].map(() => createEntry(editor, input)))
    expect(new Set(saved.map((s) => s.id)).size).toBe(1)
    const page = { publisher: 'outlet', title: 'Often', accessedOn: '2024-01-01', requestKey: 'source-sent-often' }
    const sources = await Promise.all([1, 2, 3, 4].map(() => createSource(editor, page)))
    expect(new Set(sources.map((s) => s.id)).size).toBe(1)
  })

  test('of two who save one draft the second sees what the first saved', async () => {
    const draft = await createEntry(editor, figure())
    await editEntry(editor, draft.id, 1, figure({ note: 'first' }))
    const refused = await refusal(editEntry(other, draft.id, 1, figure({ note: 'second' })))
    expect(refused).toMatchObject({ code: 'conflict', detail: { revision: 2, current: { note: 'first' } } })
  })
})

describe('the life of an entry', () => {
  test('goes from draft through review to readers, and back with a reason', async () => {
    const draft = await createEntry(editor, figure())
    const sent = await submitEntry(editor, draft.id, draft.revision)
    const back = await rejectEntry(reviewer, sent.id, sent.revision, 'which page?')
    expect(await db.entry.findUnique({ where: { id: draft.id } })).toMatchObject({
      state: 'rejected',
      reviewNote: 'which page?',
    })
    const again = await editEntry(editor, back.id, back.revision, figure({ note: 'page 3' }))
    const done = await publishEntry(reviewer, again.id, again.revision)
    expect(await getEntryEvidence(anonymousActor, 'aze-kaz', done.rootId, today)).toMatchObject({
      version: 1,
      note: 'page 3',
    })
    await retireEntry(reviewer, done.rootId, 1, 'counted twice')
    expect(await getEntryEvidence(anonymousActor, 'aze-kaz', done.rootId, today)).toMatchObject({
      withdrawn: 'counted twice',
    })
  })

  test('a step of a promise that is not published waits for it', async () => {
    const promise = await createEntry(editor, {
      kind: 'commitment',
      code: 'pledge',
      about: 'aze-kaz',
      theme: 'transport',
      title: 'A secret railway',
      period: { starts: null, ends: null, words: null },
      evidence: [{ source }],
    })
    const step = await createEntry(editor, {
      kind: 'stage',
      code: 'delivered',
      of: promise.rootId,
      period: { starts: '2023-01-01', ends: '2023-01-02', words: null },
      evidence: [{ source }],
    })
    const early = await refusal(publishEntry(reviewer, step.id, 1))
    expect(early.faults).toEqual([{ field: 'of', code: 'promiseNotPublished' }])
    expect((await refusal(discardDraft(editor, promise.id, 1))).faults).toEqual([{ field: '', code: 'hasSteps' }])
    await publishEntry(reviewer, promise.id, 1)
    await publishEntry(reviewer, step.id, 1)
  })

  test('where two pairs of eyes are asked for, who edited a draft does not publish it either', async () => {
    await db.setting.update({ where: { key: 'fourEyes' }, data: { value: true } })
    try {
      const own = await createEntry(reviewer, figure())
      expect(await refusal(publishEntry(reviewer, own.id, 1))).toMatchObject({ code: 'notAllowed' })
      const draft = await createEntry(editor, figure())
      const edited = await editEntry(reviewer, draft.id, 1, figure())
      expect(await refusal(publishEntry(reviewer, edited.id, edited.revision))).toMatchObject({ code: 'notAllowed' })
      await publishEntry(other, edited.id, edited.revision)
    } finally {
      await db.setting.update({ where: { key: 'fourEyes' }, data: { value: false } })
    }
  })

  test('saving a draft without a change leaves an audit row without a difference', async () => {
    const input = figure({ base: null, requestKey: 'saved-unchanged' })
    const draft = await createEntry(editor, input)
    await editEntry(editor, draft.id, 1, input)
    const row = await db.audit.findFirstOrThrow({ where: { act: 'edit', whatId: String(draft.rootId) } })
    expect(row.diff).toEqual({})
  })

  test('the same figure twice is refused beside the field, not by a rule of the database', async () => {
    const input = figure()
    await published(input)
    const again = await createEntry(editor, input)
    const refused = await refusal(publishEntry(reviewer, again.id, 1))
    expect(refused).toMatchObject({ code: 'conflict', faults: [{ field: 'quantity', code: 'sameFigure' }] })
  })
})

describe('what is typed', () => {
  const event = (title: string): EntryInput => ({
    kind: 'event',
    code: 'CONSULT',
    about: 'aze-kaz',
    theme: 'political',
    title,
    period: { starts: '2022-08-24', ends: '2022-08-25', words: null },
    evidence: [{ source }],
  })

  test('a value of 20 digits and ten decimals reaches chart and CSV as it was typed', async () => {
    const value = '12345678901234567890.0123456789'
    await published(
      figure({
        series: { indicator: 'trade-turnover', about: 'aze-kaz', reporter: 'kaz', unit: 'USD', scope: 'long' },
        quantity: { value, valueTo: null, unitMult: 0, decimals: 10, qualifier: 'exact' },
      }),
    )
    const chart = (await getChart(anonymousActor, 'aze-kaz', 'trade-turnover', today, 'level'))!
    expect(chart.spec!.series.flatMap((s) => s.points.map((p) => p.value))).toContain(value)
    expect(
      toCsv(
        observationColumns,
        chart.points.map((p) => toRow(p, 'en')),
      ),
    ).toContain(value)
  })

  test('markup, emoji and right-to-left marks are stored as they are', async () => {
    const title = '<script>alert(1)</script> 🚀 \u202Eabc\u2069 مرحبا'
    const { rootId } = await published(event(title))
    const { timeline } = (await getDashboard(anonymousActor, 'aze-kaz', today))!
    expect(timeline.find((t) => t.entry === rootId)!.title).toBe(title)
  })

  test.each([
    ['a NUL', 'a\0b', 'nulCharacter'],
    ['half of an emoji', `a${'🚀'[0]}`, 'halfCharacter'],
    ['a megabyte', 'a'.repeat(1_000_000), undefined],
  ])('%s in a title is refused with the field, before the database', async (_, title, code) => {
    const error = await createEntry(editor, event(title)).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'ZodError', issues: [{ path: ['title'], ...(code && { message: code }) }] })
  })

  test('text that cannot be stored is found in evidence and in sources too', async () => {
    const input = { ...event('A visit'), evidence: [{ source, locator: 'page\0' }] }
    expect(await createEntry(editor, input).catch((e: unknown) => e)).toMatchObject({
      issues: [{ path: ['evidence', 0, 'locator'], message: 'nulCharacter' }],
    })
    const page = { publisher: 'outlet', title: 'T', accessedOn: '2024-01-01', text: 'nul \0' }
    expect(await createSource(editor, page).catch((e: unknown) => e)).toMatchObject({ issues: [{ path: ['text'] }] })
  })

  test('a source that will be read in the future is refused: its figures would stay unseen', async () => {
    const page = { publisher: 'outlet', title: 'Tomorrow', accessedOn: '2999-01-01' }
    expect((await refusal(createSource(editor, page))).faults[0]).toMatchObject({
      field: 'accessedOn',
      code: 'dayAhead',
    })
  })
})

test.each([
  ['create', () => createEntry(anonymousActor, figure()), 'signInNeeded'],
  ['edit', () => editEntry(anonymousActor, 1, 1, figure()), 'signInNeeded'],
  ['correct', () => correctEntry(anonymousActor, 1, 1, 'why', figure()), 'signInNeeded'],
  ['publish', () => publishEntry(editor, 1, 1), 'notAllowed'],
  ['reject', () => rejectEntry(editor, 1, 1, 'why'), 'notAllowed'],
  ['retire', () => retireEntry(editor, 1, 1, 'why'), 'notAllowed'],
])('who may not %s is told so before anything is read', async (_, work, code) => {
  expect(await refusal(work())).toMatchObject({ code })
})
