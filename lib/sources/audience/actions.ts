'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import type { FormState } from '@/lib/action/state'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { showText } from './mutations'
import { AudienceInput } from './schema'

export async function showTextAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const input = AudienceInput.safeParse({
      source: Number(form.get('source')),
      audience: form.get('audience'),
      revision: Number(form.get('revision')),
    })
    if (!input.success) throw new Refusal('invalid', toFaults(input.error))
    await showText(actor, input.data)
    redirect(`/desk/sources/${input.data.source}?did=saved`)
  })
}
