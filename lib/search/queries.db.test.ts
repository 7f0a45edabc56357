import { describe, expect, test } from 'vitest'
import { type Actor, anonymousActor } from '@/lib/auth/actor'
import { correctEntry, createEntry } from '@/lib/entries/mutations'
import { publishEntry, retireEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { getSearch } from './queries'
import { SearchFilters } from './schema'

const desk = await openDesk()
const { editor, reviewer } = desk
/** A word of letters alone that nothing else holds. */
const word = () =>
  `zq${fresh('')
    .replace(/[^a-z0-9]/g, '')
    .replace(/[0-9]/g, (d) => 'ghijklmnop'[Number(d)]!)}`
const published = async (input: EntryInput) => {
  const draft = await createEntry(editor, input)
  await publishEntry(reviewer, draft.id, 1)
  return draft.rootId
}
const finds = async (actor: Actor, asked: Record<string, string>) =>
  (await getSearch(actor, SearchFilters.parse(asked))).found
    .find((f) => f.group === 'entry')!
    .hits.map((h) => Number(h.key))

describe('an entry is found', () => {
  test('once it is published, by its title, its note, and its quote', async () => {
    const [a, b, c] = [word(), word(), word()]
    const source = await desk.source({ text: `Something about ${c} was said here.` })
    const input = desk.event({
      title: `Visit of ${a}`,
      note: `Because of ${b}`,
      evidence: [{ source, quote: `about ${c} was said`, startsAt: 10 }],
    })
    const draft = await createEntry(editor, input)
    for (const q of [a, b, c]) expect(await finds(editor, { q })).toEqual([])
    await publishEntry(reviewer, draft.id, 1)
    for (const q of [a, b, c]) expect(await finds(anonymousActor, { q })).toEqual([draft.rootId])
  })

  test('by a slip of the keyboard in a word that only a quote holds', async () => {
    const source = await desk.source({ text: 'The zirconium refinery of Ustkamen opened.' })
    const root = await published(desk.event({ evidence: [{ source, quote: 'zirconium refinery', startsAt: 4 }] }))
    expect(await finds(anonymousActor, { q: 'zirkonium' })).toEqual([root])
    expect(await finds(anonymousActor, { q: 'zirconum refinary' })).toEqual([root])
  })

  test('never by readers while it is internal, also not what was public before', async () => {
    const q = word()
    const input = desk.event({ title: `Talks on ${q}` })
    const root = await published(input)
    expect(await finds(anonymousActor, { q })).toEqual([root])
    const next = await correctEntry(editor, root, 1, 'It is confidential', { ...input, internal: true })
    await publishEntry(reviewer, next.id, next.revision)
    for (const actor of [anonymousActor, desk.reader]) expect(await finds(actor, { q })).toEqual([])
    expect(await finds(editor, { q })).toEqual([root])
  })

  test('in the version that stands: the words of the one before no longer lead to it, and none when it is retired', async () => {
    const [before, after] = [word(), word()]
    const titled = (title: string) => desk.event({ title: `Visit ${title}` })
    const root = await published(titled(before))
    const next = await correctEntry(editor, root, 1, 'A slip', titled(after))
    await publishEntry(reviewer, next.id, next.revision)
    expect(await finds(anonymousActor, { q: before })).toEqual([])
    expect(await finds(anonymousActor, { q: after })).toEqual([root])
    await retireEntry(reviewer, root, 2, 'It was wrong')
    expect(await finds(anonymousActor, { q: after })).toEqual([])
  })
})

test('signs that mean something to the database are words like any other', async () => {
  for (const q of ["'", "a' | 'b", '\\', '& | !', ':*', '((', 'a:b', '%', '"'])
    await expect(getSearch(anonymousActor, SearchFilters.parse({ q }))).resolves.toBeDefined()
})
