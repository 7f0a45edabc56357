'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import type { Actor } from '@/lib/auth/actor'
import { findEntities, listEntities } from '@/lib/entities/queries'
import { entityNames } from '@/lib/entities/rules'
import { Slug } from '@/lib/entities/schema'
import { Refusal } from '@/lib/errors/refusal'
import { routeFields, routeTexts, toRouteInput } from './forms/rules'
import { drawCorridor } from './mutations'
import type { RouteInput } from './schema'

/** A conflict shows the other's nodes and legs as the fields of the same form. */
async function drawing(actor: Actor, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict' || !error.detail) throw error
    const { current, revision } = error.detail as { current: RouteInput; revision: number }
    const fields = routeFields(current, entityNames(await listEntities(actor)))
    throw new Refusal(error.code, error.faults, { fields, onTopOf: String(revision) })
  }
}

/** Sets the nodes and legs of a corridor: `id` and `revision` as the page showed it. */
export async function drawCorridorAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const read = toRouteInput(fields, await findEntities(actor, routeTexts(fields)))
    if (!read.ok) throw new Refusal('invalid', read.faults)
    const revision = Number(fields.onTopOf ?? fields.revision)
    await drawing(actor, () => drawCorridor(actor, Number(fields.id), revision, read.input))
    redirect(`/desk/entities/${Slug.parse(fields.slug)}?did=saved`)
  })
}
