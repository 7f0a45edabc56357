import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors/refusal'

/** Whether an author may publish an own entry. `revision` is the one the page showed. Needs `setting.write`. */
export async function setFourEyes(actor: Actor, revision: number, fourEyes: boolean): Promise<void> {
  await writing(actor, 'setting.write', async ({ tx, audit }) => {
    const before = await tx.setting.findUnique({ where: { key: 'fourEyes' } })
    const { count } = await tx.setting.updateMany({
      where: { key: 'fourEyes', revision },
      data: { value: fourEyes, revision: { increment: 1 } },
    })
    if (!count) throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }])
    await audit({
      act: 'set',
      what: 'setting',
      whatId: 'fourEyes',
      diff: difference({ fourEyes: before?.value }, { fourEyes }),
    })
  })
}
