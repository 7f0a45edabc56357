'use client'

import { bound } from '@/components/desk/bound'
import { FormMessage, useForm } from '@/components/desk/form'
import { Button } from '@/components/ui/button'
import { CheckField, ChoiceField, TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/savedViews.json'
import { fill } from '@/lib/i18n/fill'
import { saveViewAction } from '@/lib/saved-views/actions'
import { audiences } from '@/lib/saved-views/schema'

export type PinChoice = { value: string; kind: 'card' | 'chart'; title: string }

export const audienceOptions = audiences.map((value) => ({
  value,
  label: en.audiences[value],
  hint: en.audiences[`${value}Hint`],
}))

/** Keeps a view of an address: its name, who reads it, and which cards and charts it shows. */
export function SaveForm({ to, name, pins }: { to: string; name: string; pins: readonly PinChoice[] }) {
  const { state, pending, form } = useForm(saveViewAction)
  const field = bound(state, { name })
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <input type="hidden" name="to" value={to} />
      <TextField {...field('name')} label={en.form.name} hint={en.form.nameHint} maxLength={120} />
      <ChoiceField
        name="audience"
        label={en.form.audience}
        value={state.typed.audience ?? 'private'}
        fault={state.faults.audience}
        options={audienceOptions}
      />
      {pins.length ? (
        <fieldset className="field view-pins">
          <legend>{en.form.pins}</legend>
          <p className="field-hint">{en.form.pinsHint}</p>
          {pins.map(({ value, kind, title }, i) => (
            <CheckField
              key={value}
              name={`pin.${i}`}
              value={value}
              label={kind === 'chart' ? fill(en.form.chart, { title }) : title}
              defaultChecked={state.turn > 0 && state.typed[`pin.${i}`] !== undefined}
            />
          ))}
        </fieldset>
      ) : null}
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.form.save}
        </Button>
      </div>
    </form>
  )
}
