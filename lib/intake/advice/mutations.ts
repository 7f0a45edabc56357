import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors/refusal'
import type { Candidate } from '@/lib/extraction/schema'
import { type Dropped, mergeSuggested } from '@/lib/model/admit'
import type { Prisma } from '@/prisma/generated/client'
import { CandidateRecord } from '../candidates/schema'

/**
 * Puts what a language model suggested, and the text bears out, beside what was found in an article: only at places where
 * nothing was found or marked before, decided or not. Needs `entry.write`.
 * @param dropped what was not let in, by reason, for the record
 */
export async function addAdvice(
  actor: Actor,
  item: number,
  advice: { admitted: readonly Candidate[]; dropped: Dropped },
): Promise<{ fresh: number; known: number }> {
  assertMay(actor, 'entry.write')
  const admitted = advice.admitted.map((one) => CandidateRecord.parse(one))
  return writing(actor, 'entry.write', async ({ tx, audit }) => {
    await tx.$queryRaw`select id from intake_item where id = ${item} for no key update`
    const held = await tx.intakeItem.findUnique({ where: { id: item }, select: { sourceId: true, state: true } })
    if (!held?.sourceId) throw new Refusal('notFound')
    if (held.state !== 'in_work') throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    const { sourceId } = held
    const found = await tx.candidate.findMany({ where: { sourceId }, select: { record: true } })
    const { fresh, known } = mergeSuggested(
      found.map(({ record }) => CandidateRecord.parse(record)),
      admitted,
    )
    if (fresh.length)
      await tx.candidate.createMany({
        data: fresh.map((record) => ({
          sourceId,
          record: record as unknown as Prisma.InputJsonValue,
          addedById: actor.userId,
        })),
      })
    await audit({
      act: 'ask',
      what: 'intake',
      whatId: item,
      diff: difference({}, { candidates: fresh.length, known, dropped: advice.dropped }),
    })
    return { fresh: fresh.length, known }
  })
}
