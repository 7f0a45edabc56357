'use client'

import { bound } from '@/components/desk/bound'
import { FormMessage, OrdinaryButton, useForm } from '@/components/desk/form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ChoiceField, SelectField, TextField } from '@/components/ui/field'
import en from '@/lib/i18n/en/savedViews.json'
import { fill } from '@/lib/i18n/fill'
import { arrangePinsAction, deleteViewAction, freezeViewAction, renameViewAction } from '@/lib/saved-views/actions'
import type { Audience } from '@/lib/saved-views/schema'
import { audienceOptions, type PinChoice } from './save-form'

type Version = { token: string; revision: number }

const Which = ({ token, revision }: Version) => (
  <>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="revision" value={revision} />
  </>
)

/** Cards and charts in their order, each with buttons that move it or take it away; and what else may be added. */
export function ArrangeForm({
  pins,
  further,
  ...version
}: Version & { pins: readonly PinChoice[]; further: readonly PinChoice[] }) {
  const { state, pending, form } = useForm(arrangePinsAction)
  const label = ({ kind, title }: PinChoice) => (kind === 'chart' ? fill(en.form.chart, { title }) : title)
  const act = (what: 'up' | 'down' | 'remove', sign: string, i: number, pin: PinChoice, possible: boolean) => (
    <Button
      look="quiet"
      type="submit"
      name="do"
      value={`${what} ${i}`}
      disabled={!possible}
      aria-disabled={pending}
      aria-label={fill(en[what], { title: label(pin) })}
      title={fill(en[what], { title: label(pin) })}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  )
  return (
    <form {...form} className="form">
      <OrdinaryButton name="do" value="add" />
      <FormMessage state={state} />
      <Which {...version} />
      <input type="hidden" name="all" value={pins.map((p) => p.value).join('\n')} />
      <ol className="view-order">
        {pins.map((pin, i) => (
          <li key={pin.value} id={`pin-${i}`}>
            <span>{label(pin)}</span>
            <span className="view-order-acts">
              {act('up', '↑', i, pin, i > 0)}
              {act('down', '↓', i, pin, i < pins.length - 1)}
              {act('remove', '×', i, pin, pins.length > 1)}
            </span>
          </li>
        ))}
      </ol>
      {further.length ? (
        <div className="view-add">
          <SelectField
            name="pin"
            label={en.addWhat}
            options={further.map((p) => ({ value: p.value, label: label(p) }))}
          />
          <Button type="submit" name="do" value="add" aria-disabled={pending}>
            {en.add}
          </Button>
        </div>
      ) : (
        <p className="muted small">{en.addNone}</p>
      )}
    </form>
  )
}

export function RenameForm({ name, audience, ...version }: Version & { name: string; audience: Audience }) {
  const { state, pending, form } = useForm(renameViewAction)
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <Which {...version} />
      <TextField {...bound(state, { name })('name')} label={en.form.name} hint={en.form.nameHint} maxLength={120} />
      <ChoiceField
        name="audience"
        label={en.form.audience}
        value={state.typed.audience ?? audience}
        fault={state.faults.audience}
        options={audienceOptions}
      />
      <div>
        <Button type="submit" aria-disabled={pending}>
          {en.renameSave}
        </Button>
      </div>
    </form>
  )
}

/** Stops the clocks of a view, or lets them go. */
export function FreezeForm({ frozen, ...version }: Version & { frozen: boolean }) {
  const { state, pending, form } = useForm(freezeViewAction)
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      <Which {...version} />
      <div>
        <Button type="submit" name="do" value={frozen ? 'unfreeze' : 'freeze'} aria-disabled={pending}>
          {frozen ? en.unfreeze : en.freeze}
        </Button>
      </div>
    </form>
  )
}

export function DeleteForm(version: Version) {
  const { state, pending, form } = useForm(deleteViewAction)
  return (
    <Disclosure summary={en.delete}>
      <form {...form} className="form">
        <FormMessage state={state} />
        <Which {...version} />
        <p>{en.deleteText}</p>
        <div>
          <Button look="danger" type="submit" aria-disabled={pending}>
            {en.deleteDo}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
