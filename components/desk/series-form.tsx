'use client'

import { useState } from 'react'
import type { FieldChoices } from '@/components/entries/choices'
import { EntityList } from '@/components/entries/entity-list'
import { SeriesFields } from '@/components/entries/figure-fields'
import { FillingContext } from '@/components/entries/form-context'
import { Button } from '@/components/ui/button'
import type { Fields } from '@/lib/action/fields'
import en from '@/lib/i18n/en/forms.json'
import { createSeriesAction } from '@/lib/indicators/actions'
import { FormMessage, useForm } from './form'

/** One line of an indicator, before it has a figure. */
export function SeriesForm({ opened: asked, choices }: { opened: Fields; choices: FieldChoices }) {
  const { state, pending, form } = useForm<null>(createSeriesAction)
  const [opened] = useState(() => (state.turn > 0 ? state.typed : asked))
  return (
    <FillingContext value={{ kind: 'observation', opened, live: opened, faults: state.faults, choices }}>
      <form {...form} className="form">
        <FormMessage state={state} />
        <div className="field-grid">
          <SeriesFields />
        </div>
        <div>
          <Button look="primary" type="submit" aria-disabled={pending}>
            {en.saveSeries}
          </Button>
        </div>
        <EntityList entities={choices.entities} />
      </form>
    </FillingContext>
  )
}
