'use client'

import { Conflict } from '@/components/entries/conflict'
import { Button } from '@/components/ui/button'
import { AreaField, SelectField, TextField } from '@/components/ui/field'
import type { Fields } from '@/lib/action/fields'
import { drawCorridorAction } from '@/lib/corridors/actions'
import { legRows } from '@/lib/corridors/forms/rules'
import { legModes, type RouteConflict } from '@/lib/corridors/schema'
import en from '@/lib/i18n/en/forms.json'
import { fill } from '@/lib/i18n/fill'
import { bound } from './bound'
import { FormMessage, useForm } from './form'

/** The places of a corridor in their order, and the legs between them: `hidden` names it and the revision the page showed. */
export function RouteForm({
  opened,
  hidden,
  places,
}: {
  opened: Fields
  hidden: { id: string; revision: string; slug: string }
  /** Names that places and legs may have, for the browser's own list. */
  places: readonly string[]
}) {
  const { state, pending, form } = useForm<null>(drawCorridorAction)
  const field = bound(state, opened)
  const theirs = state.refused === 'conflict' ? (state.detail as RouteConflict | null) : null
  const rows = legRows(state.turn > 0 ? state.typed : opened)
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      {theirs ? (
        <Conflict
          key={state.turn}
          theirs={theirs.fields}
          yours={state.typed}
          onTopOf={theirs.onTopOf}
          openHref={`/desk/entities/${hidden.slug}`}
        />
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AreaField {...field('nodes')} label={en.route.nodes} hint={en.route.nodesHint} rows={8} />
      <p className="field-hint">{en.route.legsHint}</p>
      {rows.map((row, i) => (
        <fieldset key={row} className="leg-row">
          <legend>{fill(en.route.leg, { number: i + 1 })}</legend>
          <TextField {...field(`legs.${row}.from`)} label={en.route.from} list="route-names" />
          <TextField {...field(`legs.${row}.to`)} label={en.route.to} list="route-names" />
          <SelectField
            {...field(`legs.${row}.mode`)}
            label={en.route.mode}
            options={[
              { value: '', label: en.choose },
              ...legModes.map((mode) => ({ value: mode, label: en.route.modes[mode] })),
            ]}
          />
          <TextField {...field(`legs.${row}.about`)} label={en.route.about} optional={en.optional} list="route-names" />
        </fieldset>
      ))}
      <datalist id="route-names">
        {places.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.route.save}
        </Button>
      </div>
    </form>
  )
}
