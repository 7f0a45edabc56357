import { type Actor, assertMay } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'

export type Settings = { fourEyes: boolean; revision: number }

/** The team's choices. Whoever works at the desk may know them: they decide which buttons work. Needs `internal.read`. */
export async function getSettings(actor: Actor): Promise<Settings> {
  assertMay(actor, 'internal.read')
  const row = await reaching(() => db.setting.findUnique({ where: { key: 'fourEyes' } }))
  return { fourEyes: row?.value === true, revision: row?.revision ?? 0 }
}
