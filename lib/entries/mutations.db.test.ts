import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { correctEntry, createEntry, editEntry } from './mutations'
import { publishEntry } from './review/mutations'
import { versionInput } from './versions/queries'

const desk = await openDesk()
const { editor, reviewer } = desk
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => ({ code: error.code, fault: error.faults?.[0]?.code, detail: error.detail }),
  )
const stored = async (id: number) => (await versionInput(db, id))!
const published = async (input = desk.event()) => {
  const draft = await createEntry(editor, input)
  return publishEntry(reviewer, draft.id, draft.revision)
}

describe('a draft', () => {
  test('keeps a value of twenty digits as it is', async () => {
    const quantity = { value: '12345678901234567890', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' }
    const { id } = await createEntry(editor, desk.observation({ quantity }))
    expect((await stored(id)).input).toMatchObject({ quantity })
    const [row] = await db.$queryRaw<{ value: string }[]>`select value::text from entry where id = ${id}`
    expect(row!.value).toBe('12345678901234567890')
  })

  test('is entered once, however often its form is sent, also at the same time', async () => {
    const input = desk.event({ requestKey: fresh('form') })
    const made = await Promise.all([1, 2, 3].map(() => createEntry(editor, input)))
    const again = await createEntry(editor, input)
    expect(new Set([...made, again].map((m) => m.id)).size).toBe(1)
    expect(await db.entry.count({ where: { requestKey: input.requestKey } })).toBe(1)
    expect(await db.audit.count({ where: { what: 'entry', whatId: String(again.id), act: 'create' } })).toBe(1)
  })

  test('keeps the place of a quote in a stored text, in UTF-16', async () => {
    const text = `📄 Ten documents. ${fresh('x')} Ten documents.`
    const source = await desk.source({ text })
    const startsAt = text.lastIndexOf('Ten documents')
    const { id } = await createEntry(editor, desk.event({ evidence: [{ source, quote: 'Ten documents', startsAt }] }))
    expect((await db.evidence.findFirstOrThrow({ where: { entryId: id } })).endsAt).toBe(startsAt + 13)
  })

  test.each([
    ['Officials expected more', undefined, 'quoteNotInText'],
    ['Officials expect more', 3, 'quoteNotAtPlace'],
  ])('is refused with a quote that is not in the stored text: %s at %s', async (quote, startsAt, fault) => {
    const evidence = [{ source: desk.stored, quote, startsAt: startsAt ?? null }]
    expect(await faultOf(createEntry(editor, desk.event({ evidence })))).toMatchObject({ code: 'invalid', fault })
  })

  test('is refused where a name means nothing, and leaves nothing behind', async () => {
    const before = await db.entry.count()
    const series = { indicator: desk.indicator.code, about: 'aze-kaz', reporter: 'nobody', unit: 'USD' }
    expect(await faultOf(createEntry(editor, desk.observation({ series })))).toMatchObject({ fault: 'unknownEntity' })
    const tonnes = { ...series, reporter: 'kaz', unit: 'T' }
    expect(await faultOf(createEntry(editor, desk.observation({ series: tonnes })))).toMatchObject({
      fault: 'wrongUnit',
    })
    expect(await db.entry.count()).toBe(before)
  })

  test('is stored harmlessly whatever its text is', async () => {
    const title = '<script>alert(1)</script> =HYPERLINK("x") \u202Eabc 📄'
    const { id } = await createEntry(editor, desk.event({ title }))
    expect((await stored(id)).input).toMatchObject({ title })
  })

  test('that two people save is saved by the first; the second gets the other version and loses nothing', async () => {
    const draft = await createEntry(editor, desk.event({ note: 'first' }))
    await editEntry(reviewer, draft.id, draft.revision, desk.event({ note: 'theirs' }))
    const second = await faultOf(editEntry(editor, draft.id, draft.revision, desk.event({ note: 'mine' })))
    expect(second).toMatchObject({ code: 'conflict', detail: { revision: 2, current: { note: 'theirs' } } })
    expect((await stored(draft.id)).input.note).toBe('theirs')
    await editEntry(editor, draft.id, 2, desk.event({ note: 'mine, knowingly' }))
    expect((await stored(draft.id)).input.note).toBe('mine, knowingly')
  })

  test('that two people save at the very same time is saved by one of them', async () => {
    const draft = await createEntry(editor, desk.event())
    const answers = await Promise.all(
      [editor, reviewer].map((who) => faultOf(editEntry(who, draft.id, draft.revision, desk.event()))),
    )
    expect(answers.filter((a) => typeof a === 'object' && 'fault' in a)).toHaveLength(1)
    expect((await stored(draft.id)).revision).toBe(2)
  })
})

describe('what is published', () => {
  test('is corrected by a new version with a reason, and stays as it was until that is published', async () => {
    const root = await published(desk.event({ note: 'first' }))
    const draft = await correctEntry(editor, root.rootId, 1, 'a slip', desk.event({ note: 'second' }))
    expect((await stored(root.id)).retired).toBe(false)
    await publishEntry(reviewer, draft.id, draft.revision)
    const [old, next] = [await stored(root.id), await stored(draft.id)]
    expect([old.retired, old.input.note]).toEqual([true, 'first'])
    expect(next).toMatchObject({ rootId: root.rootId, version: 2, changeReason: 'a slip', state: 'published' })
    expect((await db.entry.findUniqueOrThrow({ where: { id: root.id } })).retiredReason).toBe('a slip')
  })

  test.each(['', '  '])('is not corrected for the reason %j', async (reason) => {
    const root = await published()
    expect(await faultOf(correctEntry(editor, root.rootId, 1, reason, desk.event()))).toMatchObject({
      code: 'invalid',
      fault: 'required',
    })
  })

  test('has one open draft: a second one is shown the first', async () => {
    const root = await published()
    const first = await correctEntry(editor, root.rootId, 1, 'a slip', desk.event({ note: 'theirs' }))
    const second = await faultOf(correctEntry(reviewer, root.rootId, 1, 'another', desk.event()))
    expect(second).toMatchObject({ code: 'conflict', detail: { draft: first.id, current: { note: 'theirs' } } })
  })

  test('is not corrected on top of a version that was replaced meanwhile', async () => {
    const root = await published()
    const draft = await correctEntry(editor, root.rootId, 1, 'a slip', desk.event())
    await publishEntry(reviewer, draft.id, draft.revision)
    const late = await faultOf(correctEntry(editor, root.rootId, 1, 'late', desk.event()))
    expect(late).toMatchObject({ code: 'conflict', fault: 'changedMeanwhile', detail: { version: 2 } })
  })

  test('is not edited, and does not change its kind', async () => {
    const root = await published()
    expect(await faultOf(editEntry(editor, root.id, root.revision, desk.event()))).toMatchObject({
      code: 'conflict',
      fault: 'alreadyPublished',
    })
    expect(await faultOf(correctEntry(editor, root.rootId, 1, 'other', desk.observation()))).toMatchObject({
      fault: 'kindIsForGood',
    })
  })
})
