import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { rows } from '@/lib/db/rows'
import type { Difference } from './mutations'

export type AuditRow = {
  id: number
  at: Date
  who: string
  act: string
  what: string
  whatId: string
  why: string | null
  diff: Difference | null
}

/** The latest acts, newest first; `before` is the id to page on from. Needs `audit.read`. */
export async function listAudit(
  actor: Actor,
  filter: { before?: number; what?: string; whatId?: string; who?: string; limit?: number } = {},
): Promise<AuditRow[]> {
  assertMay(actor, 'audit.read')
  const limit = Math.min(filter.limit ?? 50, 200)
  return rows<AuditRow>(sql`
    select a.id, a.at, u.name as who, a.act, a.what, a.what_id as "whatId", a.why, a.diff
      from audit a join "user" u on u.id = a.user_id
     where (${filter.before ?? null}::int is null or a.id < ${filter.before ?? null}::int)
       and (${filter.what ?? null}::text is null or a.what = ${filter.what ?? null})
       and (${filter.whatId ?? null}::text is null or a.what_id = ${filter.whatId ?? null})
       and (${filter.who ?? null}::text is null or a.user_id = ${filter.who ?? null})
     order by a.id desc limit ${limit}`)
}

/** Everybody who ever did something, by name: also those who left. Needs `audit.read`. */
export async function listAuditPeople(actor: Actor): Promise<{ id: string; name: string }[]> {
  assertMay(actor, 'audit.read')
  return reaching(() => db.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 500 }))
}
