'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import type { Actor } from '@/lib/auth/actor'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { createEntity, updateEntity } from './mutations'
import { findEntities, listEntities } from './queries'
import { entityFields, entityNames, memberTexts, toEntityInput } from './rules'
import { EntityInput } from './schema'

/** A conflict shows the other version as the fields of the same form. */
async function changing(actor: Actor, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict' || !error.detail) throw error
    const { current, revision } = error.detail as { current: EntityInput; revision: number }
    const fields = entityFields(current, entityNames(await listEntities(actor)))
    throw new Refusal(error.code, error.faults, { fields, onTopOf: String(revision) })
  }
}

/** Adds an entity, or changes one: then `id` and `revision` say which, as the page showed it. */
export async function saveEntityAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const { input, faults } = toEntityInput(fields, await findEntities(actor, memberTexts(fields)))
    const checked = EntityInput.safeParse(input)
    const told = new Set(faults.map((f) => f.field))
    const wrong = checked.success ? [] : toFaults(checked.error).filter((f) => !told.has(f.field))
    if (faults.length || wrong.length) throw new Refusal('invalid', [...faults, ...wrong])
    const id = Number(fields.id ?? '')
    if (id) await changing(actor, () => updateEntity(actor, id, Number(fields.onTopOf ?? fields.revision), input))
    else await createEntity(actor, input)
    redirect(`/desk/entities/${input.slug}?did=saved`)
  })
}
