'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { addFeed, pauseFeed, pollFeedNow, removeFeed, resumeFeed } from './mutations'
import { FeedInput } from './schema'

export async function addFeedAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const input = FeedInput.safeParse({
      url: typedOr(fields, 'url') ?? '',
      title: typedOr(fields, 'title'),
      everyMinutes: Number(fields.everyMinutes),
      takeAll: fields.takeAll === 'on',
    })
    if (!input.success) throw new Refusal('invalid', toFaults(input.error))
    await addFeed(actor, input.data)
    redirect('/desk/watch?did=watched')
  })
}

/** The buttons of a line of the list; `act` says which was pressed. */
export async function changeFeedAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const [id, revision] = [Number(form.get('id')), Number(form.get('revision'))]
    switch (form.get('act')) {
      case 'poll':
        await pollFeedNow(actor, id)
        break
      case 'pause':
        await pauseFeed(actor, id, revision)
        break
      case 'resume':
        await resumeFeed(actor, id, revision)
        break
      case 'remove':
        await removeFeed(actor, id, revision)
        break
      default:
        throw new Refusal('invalid')
    }
    redirect('/desk/watch?did=saved')
  })
}
