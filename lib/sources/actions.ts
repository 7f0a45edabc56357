'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { findEntities } from '@/lib/entities/queries'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { createSource } from './mutations'
import { toSourceInput } from './rules'
import { SourceInput } from './schema'

export async function createSourceAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const publisher = typedOr(fields, 'publisher')
    const { input, faults } = toSourceInput(fields, '', await findEntities(actor, publisher ? [publisher] : []))
    const checked = SourceInput.safeParse(input)
    const told = new Set(faults.map((f) => f.field))
    const wrong = checked.success ? [] : toFaults(checked.error).filter((f) => !told.has(f.field))
    if (faults.length || wrong.length) throw new Refusal('invalid', [...faults, ...wrong])
    const { id } = await createSource(actor, input)
    redirect(`/desk/sources/${id}?did=saved`)
  })
}
