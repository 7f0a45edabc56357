import { type Database, sql } from '@/lib/db/client'
import type { NamedRelation } from './rules'

/** Every relation with its names and those of its countries. For mutations, inside their transaction. */
export async function relationNames(db: Database): Promise<NamedRelation[]> {
  return db.$queryRaw<NamedRelation[]>(sql`
    with named as (
      select e.id, e.slug, array_prepend(e.name, array(select a.name from entity_alias a where a.entity_id = e.id)) as names from entity e)
    select r.id, r.slug, n.names,
           (select json_agg(json_build_object('slug', m.slug, 'names', m.names) order by m.slug)
              from entity_member x join named m on m.id = x.member_id where x.entity_id = r.id) as members
      from entity r join named n on n.id = r.id where r.kind = 'relation' order by r.slug`)
}
