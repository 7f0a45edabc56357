import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/db/client'
import { Refusal } from '@/lib/errors/refusal'
import { EntityInput } from './schema'

/** Ids of entities by slug. Throws `invalid` naming the field and the slugs that do not exist. */
export async function entityIds(
  tx: Transaction,
  slugs: readonly string[],
  field: string,
): Promise<Map<string, number>> {
  if (!slugs.length) return new Map()
  const found = await tx.entity.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: { id: true, slug: true },
  })
  const ids = new Map(found.map((e) => [e.slug, e.id]))
  const missing = slugs.find((s) => !ids.has(s))
  if (missing !== undefined)
    throw new Refusal('invalid', [{ field, code: 'unknownEntity', values: { value: missing } }])
  return ids
}

/** Adds an entity with its aliases and members; the slug is its name in URLs for good. Needs `entity.write`. */
export async function createEntity(actor: Actor, input: EntityInput): Promise<{ id: number; slug: string }> {
  assertMay(actor, 'entity.write')
  const entity = EntityInput.parse(input)
  return writing(actor, 'entity.write', async ({ tx, audit, touchesAll }) => {
    const members = await entityIds(tx, entity.members, 'members')
    const { id } = await tx.entity.create({
      data: {
        kind: entity.kind,
        slug: entity.slug,
        name: entity.name,
        lat: entity.lat,
        lon: entity.lon,
        aliases: { create: [...new Set(entity.aliases)].map((name) => ({ name })) },
        members: { create: [...members.values()].map((memberId) => ({ memberId })) },
      },
    })
    await audit({ act: 'create', what: 'entity', whatId: id, diff: difference({}, entity) })
    touchesAll()
    return { id, slug: entity.slug }
  })
}

/** Changes name, aliases, members or place; `revision` is the one the form was opened with. Throws `conflict` when it has moved on. */
export async function updateEntity(actor: Actor, id: number, revision: number, input: EntityInput): Promise<void> {
  assertMay(actor, 'entity.write')
  const entity = EntityInput.parse(input)
  await writing(actor, 'entity.write', async ({ tx, audit, touchesAll }) => {
    const before = await tx.entity.findUnique({
      where: { id },
      include: { aliases: true, members: { include: { member: true } } },
    })
    if (!before) throw new Refusal('notFound')
    const was = {
      kind: before.kind,
      slug: before.slug,
      name: before.name,
      aliases: before.aliases.map((a) => a.name),
      members: before.members.map((m) => m.member.slug),
      lat: before.lat === null ? null : Number(before.lat),
      lon: before.lon === null ? null : Number(before.lon),
    }
    if (before.revision !== revision) throw new Refusal('conflict', [], { current: was, revision: before.revision })
    if (before.slug !== entity.slug || before.kind !== entity.kind)
      throw new Refusal('invalid', [{ field: 'slug', code: 'slugIsForGood' }])
    const members = await entityIds(tx, entity.members, 'members')
    const { count } = await tx.entity.updateMany({
      where: { id, revision },
      data: { name: entity.name, lat: entity.lat, lon: entity.lon, revision: { increment: 1 } },
    })
    if (!count) throw new Refusal('conflict', [], { current: was, revision: before.revision })
    await tx.entityAlias.deleteMany({ where: { entityId: id } })
    await tx.entityAlias.createMany({ data: [...new Set(entity.aliases)].map((name) => ({ entityId: id, name })) })
    await tx.entityMember.deleteMany({ where: { entityId: id } })
    await tx.entityMember.createMany({ data: [...members.values()].map((memberId) => ({ entityId: id, memberId })) })
    await audit({ act: 'update', what: 'entity', whatId: id, diff: difference(was, entity) })
    touchesAll()
  })
}
