import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/db/client'
import { entityIds } from '@/lib/entities/mutations'
import { Refusal } from '@/lib/errors/refusal'
import { RouteInput } from './schema'

async function storedRoute(tx: Transaction, corridorId: number): Promise<RouteInput> {
  const nodes = await tx.corridorNode.findMany({
    where: { corridorId },
    orderBy: { place: 'asc' },
    include: { entity: true },
  })
  const slugs = new Map(nodes.map((n) => [n.entityId, n.entity.slug]))
  const places = new Map(nodes.map((n) => [n.entityId, n.place]))
  const legs = await tx.corridorLeg.findMany({ where: { corridorId }, include: { about: true } })
  const placeOf = (id: number) => places.get(id) ?? 0
  return {
    nodes: nodes.map((n) => n.entity.slug),
    legs: legs
      .toSorted((a, b) => placeOf(a.fromId) - placeOf(b.fromId) || placeOf(a.toId) - placeOf(b.toId))
      .map((l) => ({
        from: slugs.get(l.fromId)!,
        to: slugs.get(l.toId)!,
        mode: l.mode,
        about: l.about?.slug ?? null,
      })),
  }
}

/** Every node is a place that has coordinates: said beside the field before the database says it of the whole. */
async function assertPlaces(tx: Transaction, slugs: readonly string[]): Promise<void> {
  const wrong = await tx.entity.findFirst({
    where: { slug: { in: [...slugs] }, OR: [{ kind: { not: 'place' } }, { lat: null }] },
    orderBy: { slug: 'asc' },
  })
  if (wrong)
    throw new Refusal('invalid', [
      {
        field: 'nodes',
        code: wrong.kind === 'place' ? 'placeWithoutCoordinates' : 'notAPlace',
        values: { value: wrong.name },
      },
    ])
}

/**
 * Sets a corridor's nodes and legs, all at once. `revision` is that of the corridor as the form showed it. Throws
 * `conflict` when it has moved on, `notFound` where the entity is no corridor. Needs `entity.write`.
 */
export async function drawCorridor(actor: Actor, id: number, revision: number, input: RouteInput): Promise<void> {
  assertMay(actor, 'entity.write')
  const route = RouteInput.parse(input)
  await writing(actor, 'entity.write', async ({ tx, audit, touchesAll }) => {
    const corridor = await tx.entity.findFirst({ where: { id, kind: 'corridor' } })
    if (!corridor) throw new Refusal('notFound')
    const was = await storedRoute(tx, id)
    const nodes = await entityIds(tx, route.nodes, 'nodes')
    const abouts = await entityIds(
      tx,
      route.legs.flatMap((l) => l.about ?? []),
      'legs',
    )
    await assertPlaces(tx, route.nodes)
    const { count } = await tx.entity.updateMany({ where: { id, revision }, data: { revision: { increment: 1 } } })
    if (!count) throw new Refusal('conflict', [], { current: was, revision: corridor.revision })
    await tx.corridorNode.deleteMany({ where: { corridorId: id } })
    await tx.corridorNode.createMany({
      data: route.nodes.map((slug, i) => ({ corridorId: id, entityId: nodes.get(slug)!, place: i + 1 })),
    })
    await tx.corridorLeg.createMany({
      data: route.legs.map((leg) => ({
        corridorId: id,
        fromId: nodes.get(leg.from)!,
        toId: nodes.get(leg.to)!,
        mode: leg.mode,
        aboutId: leg.about === null ? null : abouts.get(leg.about)!,
      })),
    })
    await audit({ act: 'update', what: 'entity', whatId: id, diff: difference(was, route) })
    touchesAll()
  })
}
