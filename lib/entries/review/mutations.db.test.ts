import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { setFourEyes } from '@/lib/settings/mutations'
import { getSettings } from '@/lib/settings/queries'
import { openDesk } from '@/scripts/tests/desk'
import { createEntry, editEntry } from '../mutations'
import { discardDraft, publishEntry, rejectEntry, retireEntry, submitEntry } from './mutations'

const desk = await openDesk()
const { editor, reviewer, admin } = desk
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => [error.code, error.faults?.[0]?.code],
  )
const stateOf = async (id: number) => (await db.entry.findUniqueOrThrow({ where: { id } })).state

describe('publication', () => {
  test('is refused without evidence', async () => {
    const draft = await createEntry(editor, desk.event({ evidence: [] }))
    expect(await faultOf(publishEntry(reviewer, draft.id, 1))).toEqual(['invalid', 'noEvidence'])
    expect(await stateOf(draft.id)).toBe('draft')
  })

  test('is refused where no quote holds the number, and says which numbers they hold', async () => {
    const evidence = [{ source: desk.bulletin, quote: 'about 20 documents and 461.9 million dollars' }]
    const draft = await createEntry(editor, desk.observation({ evidence }))
    const refused = await publishEntry(reviewer, draft.id, 1).catch((error) => error.faults[0])
    expect(refused).toMatchObject({ field: 'evidence', code: 'numberNotInQuote' })
    expect(refused.values.found).toMatch(/20.*461\.9/)
  })

  test('takes one quote among several that holds it, or a page without a quote', async () => {
    const both = [
      { source: desk.bulletin, quote: 'officials expect more' },
      { source: desk.bulletin, quote: '463.3 million dollars' },
    ]
    for (const evidence of [both, [{ source: desk.bulletin }]]) {
      const draft = await createEntry(editor, desk.observation({ evidence }))
      expect(await faultOf(publishEntry(reviewer, draft.id, 1))).toBe('accepted')
    }
  })

  test('is known since the day of its source', async () => {
    const draft = await createEntry(editor, desk.event())
    await publishEntry(reviewer, draft.id, 1)
    const { knownOn, approverId } = await db.entry.findUniqueOrThrow({ where: { id: draft.id } })
    expect([knownOn?.toISOString().slice(0, 10), approverId]).toEqual(['2023-04-11', reviewer.userId])
  })

  test('of the same figure a second time is refused: another source is more evidence', async () => {
    const input = desk.observation()
    for (const answer of ['accepted', ['conflict', 'sameFigure']]) {
      const draft = await createEntry(editor, input)
      expect(await faultOf(publishEntry(reviewer, draft.id, 1))).toEqual(answer)
    }
  })

  test('of an own entry is refused where the team asks for a second pair of eyes', async () => {
    const draft = await createEntry(reviewer, desk.event())
    const { revision } = await getSettings(admin)
    await setFourEyes(admin, revision, true)
    expect(await faultOf(publishEntry(reviewer, draft.id, 1))).toEqual(['notAllowed', 'ownEntry'])
    expect(await faultOf(publishEntry(admin, draft.id, 1))).toBe('accepted')
    await setFourEyes(admin, revision + 1, false)
    expect(await faultOf(setFourEyes(admin, revision, true))).toEqual(['conflict', 'changedMeanwhile'])
  })

  test('of something that was changed since it was read is refused', async () => {
    const draft = await createEntry(editor, desk.event())
    await editEntry(editor, draft.id, 1, desk.event({ note: 'changed' }))
    expect(await faultOf(publishEntry(reviewer, draft.id, 1))).toEqual(['conflict', 'changedMeanwhile'])
  })

  test('happens once, also when two people press the button', async () => {
    const draft = await createEntry(editor, desk.event())
    const answers = await Promise.all([reviewer, admin].map((who) => faultOf(publishEntry(who, draft.id, 1))))
    expect(answers.filter((a) => a === 'accepted')).toHaveLength(1)
    expect(await db.audit.count({ where: { what: 'entry', whatId: String(draft.rootId), act: 'publish' } })).toBe(1)
  })
})

describe('review', () => {
  test('hands back with a reason that the author reads; saving makes it a draft again', async () => {
    const draft = await createEntry(editor, desk.event())
    const sent = await submitEntry(editor, draft.id, 1)
    expect(await faultOf(rejectEntry(reviewer, draft.id, sent.revision, ' '))).toEqual(['invalid', 'required'])
    const back = await rejectEntry(reviewer, draft.id, sent.revision, 'Say which table')
    const row = await db.entry.findUniqueOrThrow({ where: { id: draft.id } })
    expect([row.state, row.reviewNote]).toEqual(['rejected', 'Say which table'])
    expect(await faultOf(publishEntry(reviewer, draft.id, back.revision))).toEqual(['conflict', 'wrongState'])
    await editEntry(editor, draft.id, back.revision, desk.event())
    expect(await stateOf(draft.id)).toBe('draft')
  })

  test('retires with a reason, once', async () => {
    const draft = await createEntry(editor, desk.event())
    await publishEntry(reviewer, draft.id, 1)
    expect(await faultOf(retireEntry(reviewer, draft.rootId, 1, ''))).toEqual(['invalid', 'required'])
    await retireEntry(reviewer, draft.rootId, 1, 'It never happened')
    const row = await db.entry.findUniqueOrThrow({ where: { id: draft.id } })
    expect([row.retiredReason, row.state]).toEqual(['It never happened', 'published'])
    expect(await faultOf(retireEntry(reviewer, draft.rootId, 1, 'again'))).toEqual(['notFound', undefined])
  })

  test('a draft is discarded, with its evidence; what is published is not', async () => {
    const draft = await createEntry(editor, desk.event())
    await discardDraft(editor, draft.id, 1)
    expect(await db.evidence.count({ where: { entryId: draft.id } })).toBe(0)
    const kept = await createEntry(editor, desk.event())
    const { revision } = await publishEntry(reviewer, kept.id, 1)
    expect(await faultOf(discardDraft(editor, kept.id, revision))).toEqual(['conflict', 'wrongState'])
  })
})
