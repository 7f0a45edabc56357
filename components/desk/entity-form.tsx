'use client'

import { Conflict } from '@/components/entries/conflict'
import { Button } from '@/components/ui/button'
import { AreaField, SelectField, TextField } from '@/components/ui/field'
import type { Fields } from '@/lib/action/fields'
import { saveEntityAction } from '@/lib/entities/actions'
import { type EntityConflict, entityKinds } from '@/lib/entities/schema'
import en from '@/lib/i18n/en/forms.json'
import { bound } from './bound'
import { FormMessage, useForm } from './form'

/** Whoever figures are about, by, from or to. `hidden` names the one that is changed and the revision the page showed. */
export function EntityForm({ opened, hidden }: { opened: Fields; hidden: Record<string, string> }) {
  const { state, pending, form } = useForm<null>(saveEntityAction)
  const field = bound(state, opened)
  const theirs = state.refused === 'conflict' ? (state.detail as EntityConflict | null) : null
  const changed = Boolean(hidden.id)
  const kinds = changed ? entityKinds.filter((k) => k === opened.kind) : entityKinds
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      {theirs ? (
        <Conflict
          key={state.turn}
          theirs={theirs.fields}
          yours={state.typed}
          onTopOf={theirs.onTopOf}
          openHref={`/desk/entities/${opened.slug}`}
        />
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field-grid">
        <TextField {...field('name')} label={en.name} />
        <SelectField
          {...field('kind')}
          label={en.kindOf}
          options={[
            ...(changed ? [] : [{ value: '', label: en.choose }]),
            ...kinds.map((k) => ({ value: k, label: en.entityKinds[k] })),
          ]}
        />
        <TextField {...field('slug')} label={en.code} hint={en.slugHint} readOnly={changed} />
        <AreaField {...field('aliases')} label={en.aliases} optional={en.optional} hint={en.oneALine} rows={2} />
        <AreaField {...field('members')} label={en.members} optional={en.optional} hint={en.membersHint} rows={2} />
        <TextField {...field('lat')} label={en.lat} hint={en.latHint} optional={en.optional} inputMode="decimal" />
        <TextField {...field('lon')} label={en.lon} hint={en.lonHint} optional={en.optional} inputMode="decimal" />
      </div>
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.saveEntity}
        </Button>
      </div>
    </form>
  )
}
