import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { entityIds } from '@/lib/entities/mutations'
import { Refusal } from '@/lib/errors/refusal'
import { extractApart } from '@/lib/extraction/extract-apart'
import type { Candidate } from '@/lib/extraction/schema'
import { storeSource } from '@/lib/sources/mutations'
import type { Prisma } from '@/prisma/generated/client'
import { storable } from '../candidates/rules'
import { sketchOf } from '../likeness/rules'
import { lockItem } from '../mutations'
import { plainText } from '../rules'
import { ReadingInput } from './schema'

/**
 * Reads an item of the queue: its text becomes a source, and what is found in it waits for a decision, all at once or
 * not at all. `revision` is the item as it was seen. Throws `conflict` when the same text is a source already, with that
 * source's id. Needs `source.write`.
 */
export async function readItem(
  actor: Actor,
  id: number,
  revision: number,
  input: ReadingInput,
): Promise<{ source: number; candidates: number }> {
  assertMay(actor, 'source.write')
  const { source, relation, belongs } = ReadingInput.parse(input)
  // Read before the transaction, which others wait for: an item's text changes with its revision, and that is held below.
  const waiting = await reaching(() => db.intakeItem.findUnique({ where: { id }, select: { text: true } }))
  const text = waiting?.text ?? (source.text === null ? null : plainText(source.text))
  const pair = relation === null ? null : (relation.toUpperCase().split('-') as [string, string])
  const options = { date: source.publishedOn, pair, language: source.language }
  const found = storable(text === null ? [] : (await extractApart(text, options)).candidates)
  const sketch = sketchOf(text ?? '')
  return writing(actor, 'source.write', async (write) => {
    const item = await lockItem(write, id, revision)
    if (item.state !== 'waiting') throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    if (text === null || text.trim() === '') throw new Refusal('invalid', [{ field: 'text', code: 'required' }])
    const ids = relation === null ? new Map<string, number>() : await entityIds(write.tx, [relation], 'relation')
    const stored = await storeSource(write, actor, {
      ...source,
      text,
      requestKey: `intake/${id}/source`,
      previousId: belongs?.code === 'version' ? belongs.source : null,
      carriedFromId: belongs?.code === 'carried' ? belongs.source : null,
    })
    await write.tx.sourceSketch.create({ data: { sourceId: stored.id, ...sketch } })
    await write.tx.intakeItem.update({
      where: { id },
      data: {
        state: 'in_work',
        sourceId: stored.id,
        text: null,
        sha256: null,
        title: source.title,
        revision: { increment: 1 },
        updatedAt: new Date(),
      },
    })
    // For whom it is read: what other relations it names is seen by searching its text.
    await write.tx.intakeRelation.deleteMany({ where: { itemId: id, relationId: { notIn: [...ids.values()] } } })
    if (relation !== null)
      await write.tx.intakeRelation.createMany({
        data: [{ itemId: id, relationId: ids.get(relation)! }],
        skipDuplicates: true,
      })
    await addCandidates(write, actor, stored.id, found)
    await write.audit({
      act: 'read',
      what: 'intake',
      whatId: id,
      diff: difference({}, { source: stored.id, relation, belongs, candidates: found.length }),
    })
    return { source: stored.id, candidates: found.length }
  })
}

/** Candidates that a rule found, each once. */
async function addCandidates({ tx }: Writing, actor: Actor, sourceId: number, found: readonly Candidate[]) {
  if (!found.length) return
  await tx.candidate.createMany({
    data: found.map((record) => ({
      sourceId,
      record: record as unknown as Prisma.InputJsonValue,
      addedById: actor.userId,
    })),
  })
}

/**
 * Says that an article is done. What is still open is rejected with it, which `open` has to know: the number that was
 * seen. Throws `conflict` when more was found or marked meanwhile. Needs `entry.write`.
 */
export async function finishItem(actor: Actor, id: number, revision: number, open: number): Promise<void> {
  await writing(actor, 'entry.write', async (write) => {
    const item = await lockItem(write, id, revision)
    if (item.state !== 'in_work' || item.sourceId === null)
      throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    const { count } = await write.tx.candidate.updateMany({
      where: { sourceId: item.sourceId, state: 'open' },
      data: { state: 'rejected', decidedAt: new Date(), decidedById: actor.userId, revision: { increment: 1 } },
    })
    if (count !== open) throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    await move(write, id, 'done')
    await write.audit({ act: 'finish', what: 'intake', whatId: id, diff: difference({}, { rejected: count }) })
  })
}

/** Opens an article again that was done. Needs `entry.write`. */
export async function reopenItem(actor: Actor, id: number, revision: number): Promise<void> {
  await writing(actor, 'entry.write', async (write) => {
    const item = await lockItem(write, id, revision)
    if (item.state !== 'done') throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    await move(write, id, 'in_work')
    await write.audit({ act: 'open again', what: 'intake', whatId: id })
  })
}

async function move({ tx }: Writing, id: number, state: 'in_work' | 'done') {
  await tx.intakeItem.update({ where: { id }, data: { state, revision: { increment: 1 }, updatedAt: new Date() } })
}
