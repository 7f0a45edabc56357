import type { Actor } from '@/lib/auth/actor'
import { getRelations } from '@/lib/dashboards/queries'
import type { Refusal } from '@/lib/errors/refusal'
import { missing, shown } from '../../chart-file'

/** Says to who asks for a file that the relation does not exist, and which do. */
export async function noRelation(actor: Actor, slug: string): Promise<Refusal> {
  const relations = await getRelations(actor)
  return missing({
    field: 'relation',
    code: 'noSuchRelation',
    values: { value: shown(slug), expected: relations.map((r) => r.slug).join(', ') },
  })
}
