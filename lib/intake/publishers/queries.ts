import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'

/** Whoever has published a source already, with all names. Needs `internal.read`. */
export async function listPublishers(actor: Actor): Promise<{ slug: string; names: string[] }[]> {
  assertMay(actor, 'internal.read')
  return rows<{ slug: string; names: string[] }>(sql`
    select e.slug, array_prepend(e.name, array(select a.name from entity_alias a where a.entity_id = e.id)) as names
      from entity e where exists (select from source s where s.publisher_id = e.id) order by e.slug limit 2000`)
}
