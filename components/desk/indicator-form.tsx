'use client'

import { Conflict } from '@/components/entries/conflict'
import { Button } from '@/components/ui/button'
import { AreaField, SelectField, TextField } from '@/components/ui/field'
import type { Fields } from '@/lib/action/fields'
import en from '@/lib/i18n/en/forms.json'
import views from '@/lib/i18n/en/views.json'
import { saveIndicatorAction } from '@/lib/indicators/actions'
import { corridorRoles, frequencies, type IndicatorConflict, themes, units } from '@/lib/indicators/schema'
import { bound } from './bound'
import { FormMessage, useForm } from './form'

/** What is counted. `hidden` names the one that is changed and the revision the page showed. */
export function IndicatorForm({ opened, hidden }: { opened: Fields; hidden: Record<string, string> }) {
  const { state, pending, form } = useForm<null>(saveIndicatorAction)
  const field = bound(state, opened)
  const theirs = state.refused === 'conflict' ? (state.detail as IndicatorConflict | null) : null
  const choose = { value: '', label: en.choose }
  return (
    <form {...form} className="form">
      <FormMessage state={state} />
      {theirs ? (
        <Conflict
          key={state.turn}
          theirs={theirs.fields}
          yours={state.typed}
          onTopOf={theirs.onTopOf}
          openHref={`/desk/indicators/${opened.code}`}
        />
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field-grid">
        <TextField {...field('name')} label={en.name} />
        <TextField {...field('code')} label={en.code} hint={en.codeHint} readOnly={Boolean(hidden.id)} />
        <AreaField {...field('definition')} label={en.definition} />
        <SelectField
          {...field('theme')}
          label={en.theme}
          options={[choose, ...themes.map((t) => ({ value: t, label: views.themes[t] }))]}
        />
        <SelectField
          {...field('unit')}
          label={en.unit}
          options={[choose, ...units.map((u) => ({ value: u, label: `${views.units[u]} (${u})` }))]}
        />
        <SelectField
          {...field('frequency')}
          label={en.frequency}
          options={[choose, ...frequencies.map((f) => ({ value: f, label: views.frequencies[f] }))]}
        />
        <SelectField
          {...field('desired')}
          label={en.desired}
          options={(['1', '0', '-1'] as const).map((d) => ({ value: d, label: views.desired[d] }))}
        />
        <TextField
          {...field('headline')}
          label={en.headline}
          optional={en.optional}
          hint={en.headlineHint}
          inputMode="numeric"
        />
        <SelectField
          {...field('corridorRole')}
          label={en.corridorRole}
          hint={en.corridorRoleHint}
          options={[
            { value: '', label: en.corridorRoles.none },
            ...corridorRoles.map((role) => ({ value: role, label: en.corridorRoles[role] })),
          ]}
        />
      </div>
      <div>
        <Button look="primary" type="submit" aria-disabled={pending}>
          {en.saveIndicator}
        </Button>
      </div>
    </form>
  )
}
