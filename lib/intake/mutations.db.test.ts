import { describe, expect, test } from 'vitest'
import { systemActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { findRelative } from './likeness/queries'
import { bringBackItem, dismissItem, fillItem, receiveItem } from './mutations'

const desk = await openDesk()
const { editor } = desk.people
const poll = systemActor('feeds')
const told = (extra: object = {}) => ({
  origin: 'feed' as const,
  title: fresh('Azerbaijan and Kazakhstan agree'),
  url: `https://news.example/${fresh('a')}?utm_source=rss`,
  publisher: 'A wire',
  summary: 'In two sentences.',
  publishedOn: '2024-03-11',
  requestKey: fresh('feed/entry'),
  ...extra,
})

describe('what a feed tells of', () => {
  test('waits in the queue without a text, matched to its relations', async () => {
    const { item, known } = await receiveItem(poll, told())
    expect(known).toBe('new')
    const row = await db.intakeItem.findUniqueOrThrow({ where: { id: item! }, include: { relations: true } })
    expect(row).toMatchObject({ state: 'waiting', text: null, publisherWords: 'A wire' })
    expect(row.url).not.toContain('utm_source')
    expect(row.relations).toHaveLength(1)
  })

  test('is one item however often it is told, by its own key or by its address', async () => {
    const once = told()
    const { item } = await receiveItem(poll, once)
    expect(await receiveItem(poll, once)).toEqual({ item, known: 'item' })
    const again = { ...once, requestKey: fresh('another/feed'), title: 'Another headline' }
    expect(await receiveItem(poll, again)).toEqual({ item, known: 'item' })
    const both = told()
    const at = await Promise.all([1, 2, 3].map((n) => receiveItem(poll, { ...both, requestKey: fresh(`feed${n}`) })))
    expect(new Set(at.map((a) => a.item)).size).toBe(1)
  })

  test('is not told of again when its page is a source already', async () => {
    const url = `https://news.example/${fresh('b')}`
    const source = await desk.source({ url })
    expect(await receiveItem(poll, told({ url }))).toEqual({ item: null, known: 'source', source })
  })
})

describe('the text of what a feed told of', () => {
  const page = (text: string) => ({ origin: 'url' as const, title: 'As the page has it', byline: 'A. Writer', text })

  test('fills what was open, keeps what was known, and is taken once', async () => {
    const { item } = await receiveItem(poll, told())
    const text = fresh('Kazakhstan and Azerbaijan agreed.\r\nUzbekistan and Kazakhstan too.')
    expect(await fillItem(editor, item!, 1, page(text))).toEqual({ item, known: 'new' })
    const row = await db.intakeItem.findUniqueOrThrow({ where: { id: item! } })
    expect(row).toMatchObject({ publisherWords: 'A wire', byline: 'A. Writer', revision: 2, state: 'waiting' })
    expect(row.text).toBe(text.replace('\r\n', '\n'))
    await expect(fillItem(editor, item!, 2, page(fresh('Another text')))).rejects.toMatchObject({ code: 'conflict' })
  })

  test('leads to the item or source that has it already', async () => {
    const text = fresh('Carried word for word')
    const { item: first } = await receiveItem(editor, { origin: 'paste', title: 'Pasted', text })
    const { item } = await receiveItem(poll, told())
    expect(await fillItem(editor, item!, 1, page(text))).toEqual({ item: first, known: 'item' })
    expect(await db.intakeItem.findUniqueOrThrow({ where: { id: item! } })).toMatchObject({ text: null, revision: 1 })
  })
})

test('the same text waits once, and a text that is stored leads to its source', async () => {
  const pasted = { origin: 'paste' as const, title: 'Pasted', text: `Trade grew.\r\n${fresh('x')}` }
  const { item } = await receiveItem(editor, pasted)
  expect(await receiveItem(editor, pasted)).toEqual({ item, known: 'item' })
  const text = fresh('A text that is stored')
  const source = await desk.source({ text })
  expect(await receiveItem(editor, { ...pasted, text })).toEqual({ item: null, known: 'source', source })
})

test('an item is dismissed and brought back by whoever saw it as it is', async () => {
  const { item } = await receiveItem(editor, { origin: 'paste', title: 'Weather', text: fresh('Sunny') })
  await dismissItem(editor, item!, 1)
  await expect(dismissItem(editor, item!, 1)).rejects.toMatchObject({ code: 'conflict' })
  await expect(dismissItem(editor, item!, 2)).rejects.toMatchObject({ code: 'conflict' })
  await bringBackItem(editor, item!, 2)
  expect(await db.intakeItem.findUniqueOrThrow({ where: { id: item! } })).toMatchObject({
    state: 'waiting',
    revision: 3,
  })
  const acts = await db.audit.findMany({ where: { what: 'intake', whatId: String(item) }, orderBy: { id: 'asc' } })
  expect(acts.map((a) => a.act)).toEqual(['receive', 'dismiss', 'bring back'])
})

describe('a text that is like a stored one', () => {
  const story = (word: string) =>
    `Trade between Kazakhstan and Azerbaijan grew, the ministry of ${word} said. Officials of both countries agreed to open a terminal on the Caspian coast and to simplify the passage of trains. The Middle Corridor carried more containers than ever, and the presidents will meet again in the spring.`

  test('is recognised as carried, also through a copy, and as a later state of its page', async () => {
    const word = fresh('commerce')
    const url = `https://wire.example/${word}`
    const original = await desk.source({ text: story(word), url, publisher: 'aze' })
    const copy = await desk.source({ text: `BAKU (A wire). ${story(word)} Read more.`, carriedFromId: original })
    const third = `Another outlet. ${story(word)} All rights reserved.`
    expect(await findRelative(editor, third, null)).toMatchObject({ code: 'carried', source: original })
    expect(copy).not.toBe(original)
    expect(await findRelative(editor, 'The page was rewritten.', url)).toMatchObject({
      code: 'version',
      source: original,
    })
    expect(
      await findRelative(editor, fresh('Nothing of that is in here, it is about the weather in the north'), null),
    ).toBeNull()
  })
})
