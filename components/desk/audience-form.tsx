'use client'

import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/field'
import en from '@/lib/i18n/en/sources.json'
import { showTextAction } from '@/lib/sources/audience/actions'
import { type Audience, audiences } from '@/lib/sources/audience/schema'
import { FormMessage, useForm } from './form'

/** Who reads the stored text of a source. */
export function AudienceForm({ source, audience, revision }: { source: number; audience: Audience; revision: number }) {
  const { state, pending, form } = useForm(showTextAction)
  const words = en.audience
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="revision" value={revision} />
      <ChoiceField
        name="audience"
        label={words.title}
        value={state.typed.audience ?? audience}
        fault={state.faults.audience}
        options={audiences.map((value) => ({ value, label: words[value], hint: words[`${value}Hint`] }))}
      />
      <div>
        <Button type="submit" aria-disabled={pending}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
