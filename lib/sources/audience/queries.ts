import { type Actor, assertMay, may } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { Audience } from './schema'

/** Whether this actor may read the stored text of the source `s`: the desk always, others where it was decided so. */
export const mayReadText = (actor: Actor): Sql =>
  may(actor, 'internal.read')
    ? sql`true`
    : sql`exists (select from source_audience d where d.source_id = s.id
            and d.audience::text = any(${actor.role === null ? ['everyone'] : ['everyone', 'members']}))`

/** Who reads the text of a source, and the revision to change that on. Needs `internal.read`. */
export async function getAudience(actor: Actor, source: number): Promise<{ audience: Audience; revision: number }> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<{ audience: Audience; revision: number }>(
    sql`select audience::text as audience, revision from source_audience where source_id = ${source}`,
  )
  return row ?? { audience: 'desk', revision: 0 }
}
