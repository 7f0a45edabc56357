'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import type { FormState } from '@/lib/action/state'
import { setFourEyes } from './mutations'

export async function setFourEyesAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    await setFourEyes(actor, Number(form.get('revision')), form.get('fourEyes') === 'on')
    redirect('/desk/settings?did=saved')
  })
}
