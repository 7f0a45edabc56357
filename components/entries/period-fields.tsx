'use client'

import { TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/forms.json'
import { PeriodEcho } from './echo'
import { useField, useFilling } from './form-context'

const asked = {
  observation: { label: en.period, hint: en.periodHint },
  target: { label: en.due, hint: en.dueHint },
  commitment: { label: en.due, hint: en.dueHint },
  agreement: { label: en.term, hint: en.termHint },
  stage: { label: en.stageOn, hint: en.onHint },
  event: { label: en.on, hint: en.onHint },
  statement: { label: en.on, hint: en.onHint },
} as const

/** When: one text as people write it, shown back with its exact days. */
export function PeriodFields() {
  const field = useField()
  const { kind } = useFilling()
  return (
    <>
      <div className="field-echoed">
        <TextField {...field('period')} {...asked[kind]} />
        <PeriodEcho />
      </div>
      <TextField {...field('periodWords')} label={en.periodWords} optional={en.optional} hint={en.periodWordsHint} />
    </>
  )
}
