import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { admit } from '@/lib/model/admit'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { listCandidates } from '../candidates/queries'
import { receiveItem } from '../mutations'
import { getItem } from '../queries'
import { finishItem, readItem } from '../reading/mutations'
import { addAdvice } from './mutations'

const desk = await openDesk()
const { editor } = desk.people

async function article() {
  const text = `Trade reached 463.3 million dollars in 2022. The port of Aktau has 12 berths. ${fresh('edition')}`
  const { item } = await receiveItem(editor, { origin: 'paste', title: 'Trade', text })
  await readItem(editor, item!, 1, {
    source: { publisher: 'kaz', title: 'Trade', publishedOn: '2023-04-11', accessedOn: '2026-11-22' },
    relation: 'aze-kaz',
  })
  return { item: item!, text, source: (await getItem(editor, item!))!.sourceId! }
}
const berths = { quote: 'The port of Aktau has 12 berths', kind: 'observation', value: '12', unit: 'count' }
const known = {
  quote: 'reached 463.3 million dollars in 2022',
  kind: 'observation',
  value: '463.3',
  unitMult: 6,
  unit: 'USD',
}
const lie = { ...berths, value: '13' }

test('what the text bears out waits beside what was found, once, and the rest is counted', async () => {
  const { item, text, source } = await article()
  const before = await listCandidates(editor, source)
  const advice = admit(text, [berths, known, lie], '2023-04-11')
  const came = await addAdvice(editor, item, advice)
  const after = await listCandidates(editor, source)
  expect(came.fresh + came.known).toBe(2)
  expect(came.known).toBeGreaterThan(0)
  expect(after.length).toBe(before.length + came.fresh)
  expect(after.filter(({ record }) => record.quote.includes('12 berths') || record.value === '12')).toHaveLength(1)
  expect(await addAdvice(editor, item, advice)).toEqual({ fresh: 0, known: 2 })
  expect(await listCandidates(editor, source)).toHaveLength(after.length)
  const [row] = await db.audit.findMany({
    where: { what: 'intake', whatId: String(item), act: 'ask' },
    orderBy: { id: 'asc' },
  })
  expect(row!.diff).toMatchObject({ dropped: { to: { value: 1 } } })
})

test('an article that is done, or waits to be read, gets none', async () => {
  const { item, text, source } = await article()
  const open = (await listCandidates(editor, source)).length
  await finishItem(editor, item, (await getItem(editor, item))!.revision, open)
  await expect(addAdvice(editor, item, admit(text, [berths], null))).rejects.toMatchObject({ code: 'conflict' })
  const { item: waiting } = await receiveItem(editor, { origin: 'paste', title: 'Waits', text: fresh('Waits') })
  await expect(addAdvice(editor, waiting!, { admitted: [], dropped: {} })).rejects.toMatchObject({ code: 'notFound' })
})
