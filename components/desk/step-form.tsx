'use client'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { AreaField } from '@/components/ui/field'
import type { FormState } from '@/lib/action/state'
import { FormMessage, useForm } from './form'

type Props = {
  action: (before: FormState<null>, form: FormData) => Promise<FormState<null>>
  hidden: Record<string, string>
  label: string
  look?: 'primary' | 'plain' | 'danger'
  /** A reason that has to be given with it: then the step opens on demand. */
  reason?: { label: string; note?: string }
  /** A sentence that has to be read first. */
  note?: string
}

/** One step in the life of an entry, as a button of its own; what is refused is said beside it. */
export function StepForm(props: Props) {
  const { label, reason, note } = props
  return reason || note ? (
    <Disclosure summary={label}>
      <Step {...props} />
    </Disclosure>
  ) : (
    <Step {...props} />
  )
}

function Step({ action, hidden, label, look = 'plain', reason, note }: Props) {
  const { state, pending, form } = useForm(action)
  const told = Object.values(state.faults).filter((fault) => fault !== state.faults.reason)
  return (
    <form {...form} className="step">
      <FormMessage state={told.length ? { ...state, message: [state.message, ...told].join(' ') } : state} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {note ? <p className="small">{note}</p> : null}
      {reason ? (
        <AreaField
          name="reason"
          id={`reason-${label}-${hidden.id ?? ''}`.replace(/\W+/g, '-')}
          rows={2}
          label={reason.label}
          hint={reason.note}
          defaultValue={state.typed.reason}
          fault={state.faults.reason}
        />
      ) : null}
      <div>
        <Button look={look} type="submit" aria-disabled={pending}>
          {label}
        </Button>
      </div>
    </form>
  )
}
