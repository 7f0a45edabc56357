'use client'

import { Button } from '@/components/ui/button'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { addFeedAction } from '@/lib/feeds/actions'
import { intervals } from '@/lib/feeds/schema'
import en from '@/lib/i18n/en/watch.json'
import { bound } from './bound'
import { FormMessage, useForm } from './form'

const choices = intervals.map((minutes) => ({ value: String(minutes), label: en.everyChoices[minutes] }))

/** Puts a feed on the watch list. */
export function FeedForm() {
  const { state, pending, form } = useForm<null>(addFeedAction)
  const field = bound(state, { everyMinutes: '60' })
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <div className="field-grid">
        <TextField {...field('url')} type="url" inputMode="url" label={en.url} placeholder="https://" />
        <TextField {...field('title')} label={en.name} optional={en.optional} placeholder={en.nameHint} />
        <SelectField {...field('everyMinutes')} label={en.every} options={choices} />
      </div>
      <CheckField
        name="takeAll"
        label={en.takeAll}
        hint={en.takeAllHint}
        defaultChecked={state.typed.takeAll === 'on'}
      />
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.watch}
        </Button>
      </div>
    </form>
  )
}
