'use client'

import type { FieldChoices } from '@/components/entries/choices'
import { EntityList } from '@/components/entries/entity-list'
import { SourceFields } from '@/components/entries/source-fields'
import { Button } from '@/components/ui/button'
import en from '@/lib/i18n/en/forms.json'
import { createSourceAction } from '@/lib/sources/actions'
import { bound } from './bound'
import { FormMessage, useForm } from './form'

/** A source on its own, before anything is entered from it. */
export function SourceForm({
  entities,
  opened,
  requestKey,
}: Pick<FieldChoices, 'entities'> & {
  opened: Record<string, string>
  requestKey: string
}) {
  const { state, pending, form } = useForm<null>(createSourceAction)
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <input type="hidden" name="requestKey" value={state.typed.requestKey ?? requestKey} />
      <div className="field-grid">
        <SourceFields prefix="" field={bound(state, opened)} />
      </div>
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.saveSource}
        </Button>
      </div>
      <EntityList entities={entities} />
    </form>
  )
}
