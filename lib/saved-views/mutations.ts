import { randomBytes } from 'node:crypto'
import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors/refusal'
import type { SavedView as Row } from '@/prisma/generated/client'
import { frozenAt, unfrozen } from './rules'
import { Audience, type Pin, Pins, ViewInput, ViewName, ViewSettings } from './schema'

const placed = (pins: readonly Pin[]) => pins.map(({ kind, key }, i) => ({ kind, key, place: i + 1 }))

/** Keeps a view under the name of whoever asks; answers with the token of its link. Needs `view.keep`. */
export async function saveView(actor: Actor, input: ViewInput): Promise<{ token: string }> {
  return writing(actor, 'view.keep', async ({ tx, audit }) => {
    const { relation, pins, ...view } = ViewInput.parse(input)
    const entity = await tx.entity.findFirst({ where: { slug: relation, kind: 'relation' }, select: { id: true } })
    if (!entity)
      throw new Refusal('invalid', [{ field: 'relation', code: 'unknownEntity', values: { value: relation } }])
    const token = randomBytes(12).toString('base64url')
    const { id } = await tx.savedView.create({
      data: { ...view, token, ownerId: actor.userId, relationId: entity.id, pins: { create: placed(pins) } },
    })
    await audit({ act: 'create', what: 'saved view', whatId: id, diff: difference({}, { ...view, relation, pins }) })
    return { token }
  })
}

/**
 * One change of a view by its owner, on the revision that the page showed. Throws `notFound` for anybody else's view, as
 * if there were none, and `conflict` where it was changed meanwhile.
 */
async function changing(
  actor: Actor,
  token: string,
  revision: number,
  act: string,
  change: (view: Row, tx: Writing['tx']) => Promise<Record<string, unknown>>,
): Promise<void> {
  await writing(actor, 'view.keep', async ({ tx, audit }) => {
    const view = await tx.savedView.findFirst({ where: { token, ownerId: actor.userId } })
    if (!view) throw new Refusal('notFound')
    const { count } = await tx.savedView.updateMany({
      where: { id: view.id, revision },
      data: { revision: { increment: 1 }, updatedAt: new Date() },
    })
    if (!count) throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], { revision: view.revision })
    const after = await change(view, tx)
    const before = Object.fromEntries(Object.keys(after).map((field) => [field, view[field as keyof Row]]))
    await audit({ act, what: 'saved view', whatId: view.id, diff: difference(before, after) })
  })
}

/** Another name, or another audience. Needs `view.keep`, and that it is one's own. */
export async function renameView(
  actor: Actor,
  token: string,
  revision: number,
  input: { name: string; audience: string },
): Promise<void> {
  await changing(actor, token, revision, 'rename', async (view, tx) => {
    const data = { name: ViewName.parse(input.name), audience: Audience.parse(input.audience) }
    await tx.savedView.update({ where: { id: view.id }, data })
    return data
  })
}

/** Other cards and charts, or another order. Needs `view.keep`, and that it is one's own. */
export async function arrangePins(actor: Actor, token: string, revision: number, input: readonly Pin[]): Promise<void> {
  await changing(actor, token, revision, 'arrange', async (view, tx) => {
    const pins = Pins.parse(input)
    await tx.savedViewPin.deleteMany({ where: { viewId: view.id } })
    await tx.savedViewPin.createMany({ data: placed(pins).map((pin) => ({ ...pin, viewId: view.id })) })
    return { pins }
  })
}

/** From now on it shows what is stored here at this moment. Needs `view.keep`, and that it is one's own. */
export async function freezeView(actor: Actor, token: string, revision: number): Promise<void> {
  await resetting(actor, token, revision, 'freeze', (settings) => frozenAt(settings, new Date()))
}

/** From now on it goes with what is published. Needs `view.keep`, and that it is one's own. */
export async function unfreezeView(actor: Actor, token: string, revision: number): Promise<void> {
  await resetting(actor, token, revision, 'unfreeze', unfrozen)
}

const resetting = (
  actor: Actor,
  token: string,
  revision: number,
  act: string,
  change: (settings: ViewSettings) => ViewSettings,
) =>
  changing(actor, token, revision, act, async (view, tx) => {
    const settings = ViewSettings.parse(change(ViewSettings.parse(view.settings)))
    await tx.savedView.update({ where: { id: view.id }, data: { settings } })
    return { settings }
  })

/** Its link leads nowhere from now on. Needs `view.keep`, and that it is one's own. */
export async function deleteView(actor: Actor, token: string, revision: number): Promise<void> {
  await changing(actor, token, revision, 'delete', async (view, tx) => {
    await tx.savedView.delete({ where: { id: view.id } })
    return { name: null }
  })
}
