import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import type { Actor } from '@/lib/auth/actor'
import { lockName } from '@/lib/db/client'
import { Refusal } from '@/lib/errors/refusal'
import { AudienceInput } from './schema'

/**
 * Decides who reads a source's stored text. Throws `notFound` where no text is stored, `conflict` where somebody decided
 * meanwhile. Needs `source.write`.
 */
export async function showText(actor: Actor, input: AudienceInput): Promise<void> {
  await writing(actor, 'source.write', async ({ tx, audit, touches }) => {
    const { source: id, audience, revision } = AudienceInput.parse(input)
    // There is no row to wait at before the first decision.
    await lockName(tx, `audience of ${id}`)
    const source = await tx.source.findFirst({ where: { id, text: { not: null } }, select: { publisherId: true } })
    if (!source) throw new Refusal('notFound')
    const before = await tx.sourceAudience.findUnique({ where: { sourceId: id } })
    if ((before?.revision ?? 0) !== revision) throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }])
    await tx.sourceAudience.upsert({
      where: { sourceId: id },
      create: { sourceId: id, audience },
      update: { audience, revision: { increment: 1 } },
    })
    await audit({
      act: 'set',
      what: 'source',
      whatId: id,
      diff: difference({ audience: before?.audience ?? 'desk' }, { audience }),
    })
    touches(source.publisherId)
  })
}
