import { describe, expect, test } from 'vitest'
import { type Actor, anonymousActor } from '@/lib/auth/actor'
import { getCardsAndCharts } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { createEntry } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { fresh, openDesk, person } from '@/scripts/tests/desk'
import { arrangePins, deleteView, freezeView, renameView, saveView, unfreezeView } from './mutations'
import { getView, listOwnViews } from './queries'
import type { ViewInput } from './schema'

const desk = await openDesk()
const { reader, editor, reviewer } = desk
const view = (extra: Partial<ViewInput> = {}): ViewInput => ({
  relation: 'aze-kaz',
  page: '',
  settings: {},
  name: fresh('view'),
  audience: 'private',
  pins: [],
  ...extra,
})
const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.faults?.[0]?.code ?? error.code ?? error.name,
  )
const seen = (actor: Actor, token: string) => getView(actor, token)
const pins = (...keys: string[]) => keys.map((key) => ({ kind: 'card' as const, key }))

describe('a view', () => {
  test('is kept by everybody who signed in, and by nobody else', async () => {
    for (const actor of [desk.reader, editor, reviewer, desk.admin]) await saveView(actor, view())
    expect(await said(saveView(anonymousActor, view()))).toBe('permission')
    expect(await said(listOwnViews(anonymousActor))).toBe('permission')
  })

  test('is its owner’s alone until it is shared; then whoever has the link reads it', async () => {
    const { token } = await saveView(reader, view({ settings: { theme: 'trade' }, pins: pins('gdp') }))
    expect(await seen(editor, token)).toBeNull()
    expect(await seen(anonymousActor, token)).toBeNull()
    const kept = (await seen(reader, token))!
    expect(kept).toMatchObject({ own: true, settings: { theme: 'trade' }, pins: pins('gdp'), relation: 'aze-kaz' })
    await renameView(reader, token, 1, { name: 'For the minister', audience: 'shared' })
    expect(await seen(anonymousActor, token)).toMatchObject({
      own: false,
      name: 'For the minister',
      owner: reader.name,
    })
    process.env.ENTENTE_READ = 'members'
    expect(await said(seen(anonymousActor, token))).toBe('permission')
    delete process.env.ENTENTE_READ
  })

  test('is changed by its owner alone, and by one of two who change it at once', async () => {
    const { token } = await saveView(reader, view({ audience: 'shared', pins: pins('a', 'b') }))
    for (const stranger of [editor, desk.admin]) {
      expect(await said(renameView(stranger, token, 1, { name: 'Mine', audience: 'private' }))).toBe('notFound')
      expect(await said(arrangePins(stranger, token, 1, pins('b')))).toBe('notFound')
      expect(await said(freezeView(stranger, token, 1))).toBe('notFound')
      expect(await said(deleteView(stranger, token, 1))).toBe('notFound')
    }
    const both = [pins('b', 'a'), pins('b')].map((order) => said(arrangePins(reader, token, 1, order)))
    expect((await Promise.all(both)).sort()).toEqual(['changedMeanwhile', 'done'])
    expect((await seen(reader, token))!.revision).toBe(2)
  })

  test('has a name that its owner has given to no other, and says beside the field what is wrong with one', async () => {
    const name = fresh('twice')
    const { token } = await saveView(reader, view({ name }))
    expect(await said(saveView(reader, view({ name })))).toBe('taken')
    await saveView(editor, view({ name }))
    expect(await said(renameView(reader, token, 1, { name: '  ', audience: 'private' }))).toBe('ZodError')
    expect(await said(saveView(reader, view({ relation: 'kaz' })))).toBe('unknownEntity')
    expect(await said(saveView(reader, view({ pins: pins('a', 'a') })))).toBe('ZodError')
  })

  test('leaves a row of audit with every change, and nothing when it is deleted but that', async () => {
    const { token } = await saveView(reader, view({ pins: pins('a', 'b') }))
    const { id } = await db.savedView.findUniqueOrThrow({ where: { token } })
    await arrangePins(reader, token, 1, pins('b', 'a'))
    await renameView(reader, token, 2, { name: fresh('other'), audience: 'shared' })
    await deleteView(reader, token, 3)
    const acts = await db.audit.findMany({ where: { what: 'saved view', whatId: String(id) }, orderBy: { id: 'asc' } })
    expect(acts.map((a) => a.act)).toEqual(['create', 'arrange', 'rename', 'delete'])
    expect(await seen(reader, token)).toBeNull()
    expect(await db.savedViewPin.count({ where: { viewId: id } })).toBe(0)
  })
})

test('a frozen view shows the same figures after others were published and its own withdrawn, until it is let go', async () => {
  await db.indicator.update({ where: { code: desk.indicator.code }, data: { headline: 1 } })
  const owner = await person('reader')
  const published = async (input: EntryInput) => {
    const draft = await createEntry(editor, input)
    await publishEntry(reviewer, draft.id, 1)
    return draft.rootId
  }
  const series = { indicator: desk.indicator.code, about: 'aze-kaz', reporter: 'kaz', unit: 'USD', scope: '' }
  const first = await published(desk.observation({ series }))
  const { token } = await saveView(owner, view())
  const figures = async () => {
    const kept = (await seen(owner, token))!
    const found = (await getCardsAndCharts(anonymousActor, kept.relation, Filters.parse(kept.settings)))!
    return found.cards.flatMap((c) => c.figures.map((f) => f.text))
  }
  expect(await figures()).toEqual(['$463.3 m'])
  await freezeView(owner, token, 1)
  expect(await figures()).toEqual(['$463.3 m'])

  const source = await desk.source({ publishedOn: '2024-04-11' })
  await published(
    desk.observation({
      series,
      quantity: { value: '529400000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
      period: { starts: '2023-01-01', ends: '2024-01-01', words: null },
      evidence: [{ source }],
    }),
  )
  await retireEntry(reviewer, first, 1, 'It was wrong')
  expect(await figures()).toEqual(['$463.3 m'])
  await unfreezeView(owner, token, 2)
  expect(await figures()).toEqual(['$529.4 m'])
})
