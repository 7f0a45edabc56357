import { createHash } from 'node:crypto'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { createEntity } from '@/lib/entities/mutations'
import { findEntities } from '@/lib/entities/queries'
import { toSlug } from '@/lib/entities/rules'
import { Refusal } from '@/lib/errors/refusal'

/** Names in other scripts leave nothing of a slug, and different names may leave the same: a part of a hash tells them apart. */
const mark = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 8)
const isTaken = (error: unknown) =>
  error instanceof Refusal && error.faults.some(({ field, code }) => field === 'slug' && code === 'taken')

/** Makes an organisation of an outlet's name, unless the name means somebody already. Needs `entity.write`. */
export async function addPublisher(actor: Actor, name: string): Promise<void> {
  assertMay(actor, 'entity.write')
  if (!name.trim()) throw new Refusal('invalid', [{ field: 'publisher', code: 'required' }])
  if ((await findEntities(actor, [name])).get(name)?.length) return
  const create = (slug: string) => createEntity(actor, { kind: 'organisation', slug, name })
  const plain = toSlug(name)
  const marked = `${plain.slice(0, 60) || 'outlet'}-${mark(name)}`
  try {
    await create(plain || marked)
  } catch (error) {
    if (!plain || !isTaken(error)) throw error
    await create(marked)
  }
}
