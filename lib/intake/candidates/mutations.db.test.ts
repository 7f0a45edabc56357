import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { createEntry } from '@/lib/entries/mutations'
import { discardDraft, publishEntry, submitEntry } from '@/lib/entries/review/mutations'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { receiveItem } from '../mutations'
import { getItem } from '../queries'
import { finishItem, readItem, reopenItem } from '../reading/mutations'
import {
  acceptAsEvidence,
  acceptCandidate,
  markCandidate,
  rejectCandidate,
  reopenCandidate,
  reportCandidate,
} from './mutations'
import { listCandidates } from './queries'

const desk = await openDesk()
const { editor, reviewer } = desk.people
const body = 'Azerbaijan and Kazakhstan met. 😀 Trade reached 463.3 million dollars in 2022. They promised more.'

/** An article that is being read, and what stands in it. */
async function article(text = `${body} ${fresh('edition')}`) {
  const { item } = await receiveItem(editor, { origin: 'paste', title: 'They met', text })
  await readItem(editor, item!, 1, {
    source: { publisher: 'kaz', title: 'They met', publishedOn: '2023-04-11', accessedOn: '2026-11-22' },
    relation: 'aze-kaz',
  })
  const source = (await getItem(editor, item!))!.sourceId!
  const { id } = await markCandidate(editor, item!, { kind: 'event', quote: 'Azerbaijan and Kazakhstan met.' })
  const found = await listCandidates(editor, source)
  const own = found.find((c) => c.id === id)!
  const entry = (extra: object = {}) =>
    desk.event({ evidence: [{ source, quote: own.record.quote, startsAt: own.record.start }], ...extra })
  return { item: item!, source, id, found, entry }
}
const stateOf = async (id: number) => {
  const { state, revision, entryId } = await db.candidate.findUniqueOrThrow({ where: { id } })
  return { state, revision, entryId }
}
const actsOn = async (id: number) =>
  (await db.audit.findMany({ where: { what: 'candidate', whatId: String(id) }, orderBy: { id: 'asc' } })).map(
    (a) => a.act,
  )

describe('reading', () => {
  test('makes the text a source and keeps what is found at its place, for the relation it is read for', async () => {
    const { item, source, found } = await article()
    const read = (await getItem(editor, item))!
    expect(read).toMatchObject({ state: 'in_work', publisherSlug: 'kaz', relations: [{ slug: 'aze-kaz' }] })
    expect(found.length).toBeGreaterThan(0)
    for (const { record } of found) expect(read.text!.slice(record.start, record.end)).toBe(record.quote)
    expect(await db.sourceSketch.findUniqueOrThrow({ where: { sourceId: source } })).toMatchObject({
      words: expect.any(Number),
    })
  })

  test('happens once: of two who read the same item the second is told', async () => {
    const { item } = await receiveItem(editor, { origin: 'paste', title: 'Twice', text: fresh('Twice') })
    const input = { source: { publisher: 'kaz', title: 'Twice', accessedOn: '2026-11-22' } }
    const answers = await Promise.allSettled([readItem(editor, item!, 1, input), readItem(reviewer, item!, 1, input)])
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.source.count({ where: { requestKey: `intake/${item}/source` } })).toBe(1)
  })

  test('leaves nothing behind when its text is stored already', async () => {
    const text = fresh('Known')
    const { item } = await receiveItem(editor, { origin: 'paste', title: 'Known', text })
    const source = await desk.source({ text })
    const input = { source: { publisher: 'kaz', title: 'Known', accessedOn: '2026-11-22' } }
    await expect(readItem(editor, item!, 1, input)).rejects.toMatchObject({ code: 'conflict', detail: { id: source } })
    expect(await getItem(editor, item!)).toMatchObject({ state: 'waiting', text, revision: 1 })
  })

  test('of an item without a text needs one', async () => {
    const { item } = await receiveItem(editor, {
      origin: 'feed',
      title: 'Told',
      url: `https://a.example/${fresh('x')}`,
    })
    const source = { publisher: 'kaz', title: 'Told', accessedOn: '2026-11-22' }
    await expect(readItem(editor, item!, 1, { source })).rejects.toMatchObject({ faults: [{ field: 'text' }] })
    await readItem(editor, item!, 1, { source: { ...source, text: fresh('The whole text') } })
    expect(await getItem(editor, item!)).toMatchObject({ state: 'in_work' })
  })
})

describe('accepting', () => {
  test('writes the draft a form would have written, and marks the candidate, in one transaction', async () => {
    const { id, entry } = await article()
    const { entry: draft } = await acceptCandidate(editor, id, 1, entry())
    expect(await stateOf(id)).toEqual({ state: 'accepted', revision: 2, entryId: draft })
    expect(await db.entry.findUniqueOrThrow({ where: { id: draft! } })).toMatchObject({
      state: 'draft',
      authorId: editor.userId,
    })
    expect(await actsOn(id)).toEqual(['mark', 'accept'])
  })

  test('writes neither when the entry is refused', async () => {
    const { id, entry } = await article()
    const drafts = await db.entry.count()
    await expect(acceptCandidate(editor, id, 1, entry({ about: 'nowhere' }))).rejects.toMatchObject({ code: 'invalid' })
    expect(await stateOf(id)).toEqual({ state: 'open', revision: 1, entryId: null })
    expect(await db.entry.count()).toBe(drafts)
  })

  test('rests on the article it was found in', async () => {
    const { id } = await article()
    await expect(acceptCandidate(editor, id, 1, desk.event())).rejects.toMatchObject({
      faults: [{ code: 'otherSource' }],
    })
  })

  test('by two people at once enters it once, and the second is told by whom', async () => {
    const { id, entry } = await article()
    const answers = await Promise.allSettled([
      acceptCandidate(editor, id, 1, entry()),
      acceptCandidate(reviewer, id, 1, entry()),
      rejectCandidate(reviewer, id, 1),
    ])
    const refused = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []))
    expect(refused).toHaveLength(2)
    for (const refusal of refused)
      expect(refusal).toMatchObject({
        code: 'conflict',
        faults: [{ code: 'decidedMeanwhile' }],
        detail: { decided: { id } },
      })
    expect((await stateOf(id)).revision).toBe(2)
  })

  test('as more evidence begins a new version of what stands, with the quote added', async () => {
    const { id, source, entry } = await article()
    const standing = await createEntry(editor, entry({ evidence: [{ source: await desk.source() }] }))
    await publishEntry(reviewer, standing.id, standing.revision)
    const evidence = { source, quote: 'Azerbaijan and Kazakhstan met.', startsAt: 0 }
    const { entry: version } = await acceptAsEvidence(editor, id, 1, {
      root: standing.rootId,
      evidence,
      why: 'Another outlet',
    })
    const draft = await db.entry.findUniqueOrThrow({ where: { id: version! }, include: { evidence: true } })
    expect(draft).toMatchObject({ rootId: standing.rootId, version: 2, state: 'draft', changeReason: 'Another outlet' })
    expect(draft.evidence.map((e) => e.quote)).toContain('Azerbaijan and Kazakhstan met.')
    expect(draft.evidence).toHaveLength(2)
  })
})

describe('taking back', () => {
  test('an acceptance throws its draft away and opens the candidate; accepting again makes a new one', async () => {
    const { id, entry } = await article()
    const { entry: draft } = await acceptCandidate(editor, id, 1, entry({ requestKey: `candidate/${id}/1` }))
    expect(await reopenCandidate(editor, id, 2)).toMatchObject({ state: 'open', revision: 3 })
    expect(await stateOf(id)).toEqual({ state: 'open', revision: 3, entryId: null })
    expect(await db.entry.count({ where: { id: draft! } })).toBe(0)
    await acceptCandidate(editor, id, 3, entry({ requestKey: `candidate/${id}/3` }))
    expect((await stateOf(id)).state).toBe('accepted')
  })

  test('is refused once the draft is worked on or sent on', async () => {
    const { id, entry } = await article()
    const { entry: draft } = await acceptCandidate(editor, id, 1, entry())
    await submitEntry(editor, draft!, 1)
    await expect(reopenCandidate(editor, id, 2)).rejects.toMatchObject({ code: 'conflict' })
    expect((await stateOf(id)).state).toBe('accepted')
  })

  test('happens by itself when the draft is discarded on its own page', async () => {
    const { id, entry } = await article()
    const { entry: draft } = await acceptCandidate(editor, id, 1, entry())
    await discardDraft(editor, draft!, 1)
    expect(await stateOf(id)).toEqual({ state: 'open', revision: 3, entryId: null })
  })

  test('and discarding the draft at once happen once: one is done, the other is told', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const { id, entry } = await article()
      const { entry: draft } = await acceptCandidate(editor, id, 1, entry())
      const answers = await Promise.allSettled([reopenCandidate(editor, id, 2), discardDraft(reviewer, draft!, 1)])
      const refused = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []))
      expect(refused).toMatchObject([{ code: expect.stringMatching(/^(conflict|notFound)$/) }])
      expect(await stateOf(id)).toEqual({ state: 'open', revision: 3, entryId: null })
    }
  })

  test('a rejection opens it again, also in an article that is done', async () => {
    const { id, item } = await article()
    const open = (await listCandidates(editor, (await getItem(editor, item))!.sourceId!)).length
    await finishItem(editor, item, 2, open)
    expect(await getItem(editor, item)).toMatchObject({ state: 'done' })
    await reopenCandidate(editor, id, 2)
    expect(await getItem(editor, item)).toMatchObject({ state: 'in_work' })
  })
})

test('what a rule found is reported as wrong with a note; what a person marked is not', async () => {
  const { id, found } = await article()
  const ruled = found.find((c) => !c.byHand)!
  await expect(reportCandidate(editor, ruled.id, 1, ' ')).rejects.toMatchObject({ faults: [{ field: 'note' }] })
  await reportCandidate(editor, ruled.id, 1, 'It is not')
  expect((await stateOf(ruled.id)).state).toBe('reported')
  await expect(reportCandidate(editor, id, 1, 'No')).rejects.toMatchObject({ faults: [{ code: 'markedByHand' }] })
})

describe('marking', () => {
  test('keeps the place that was selected, counted in UTF-16', async () => {
    const { item, source } = await article()
    const quote = 'They promised more'
    const text = (await getItem(editor, item))!.text!
    const { id } = await markCandidate(editor, item, { kind: 'commitment', quote, startsAt: text.indexOf(quote) })
    const marked = (await listCandidates(editor, source)).find((c) => c.id === id)!
    expect(text.slice(marked.record.start, marked.record.end)).toBe(quote)
    await expect(markCandidate(editor, item, { kind: 'commitment', quote })).rejects.toMatchObject({ code: 'conflict' })
    await expect(markCandidate(editor, item, { kind: 'event', quote: 'Never said' })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('reads the number that the words hold', async () => {
    const { item, source } = await article()
    const { id } = await markCandidate(editor, item, {
      kind: 'target',
      quote: 'Trade reached 463.3 million dollars in 2022',
    })
    const { record } = (await listCandidates(editor, source)).find((c) => c.id === id)!
    expect(record).toMatchObject({ kind: 'target', value: '463.3', unitMult: 6, unit: 'USD', decimals: 1 })
  })
})

test('finishing rejects exactly what was seen to be open', async () => {
  const { item, source } = await article()
  const open = (await listCandidates(editor, source)).length
  await expect(finishItem(editor, item, 2, open + 1)).rejects.toMatchObject({ code: 'conflict' })
  await finishItem(editor, item, 2, open)
  expect((await listCandidates(editor, source)).every((c) => c.state === 'rejected')).toBe(true)
  await reopenItem(editor, item, 3)
  expect(await getItem(editor, item)).toMatchObject({ state: 'in_work' })
})
