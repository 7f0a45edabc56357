'use client'

import { Section } from '@/components/layout/section'
import { Disclosure } from '@/components/ui/disclosure'
import { SelectField, TextField } from '@/components/ui/field'
import { bases, obsStatuses, ranks } from '@/lib/entries/schema'
import en from '@/lib/i18n/en/forms.json'
import views from '@/lib/i18n/en/views.json'
import { themes, units } from '@/lib/indicators/schema'
import { qualifiers } from '@/lib/quantities/schema'
import { AmountEcho } from './echo'
import { useField, useFilling } from './form-context'

/** Which line a figure belongs to: the parts of the series' key. */
export function SeriesFields() {
  const field = useField()
  const { choices } = useFilling()
  return (
    <>
      <SelectField
        {...field('series.indicator')}
        label={en.indicator}
        options={[
          { value: '', label: en.choose },
          ...themes.flatMap((theme) =>
            choices.indicators
              .filter((i) => i.theme === theme)
              .map((i) => ({ value: i.code, label: i.name, group: views.themes[theme] })),
          ),
        ]}
      />
      <TextField {...field('series.about')} label={en.about} hint={en.aboutHint} list="entities" />
      <TextField
        {...field('series.reporter')}
        label={en.reporter}
        optional={en.optional}
        hint={en.reporterHint}
        list="entities"
      />
      <TextField
        {...field('series.origin')}
        label={en.origin}
        optional={en.optional}
        hint={en.originHint}
        list="entities"
      />
      <SelectField
        {...field('series.measure')}
        label={en.measure}
        options={[
          { value: 'level', label: en.level },
          { value: 'change', label: en.change },
        ]}
      />
      <SelectField
        {...field('series.unit')}
        label={en.unit}
        options={[
          { value: '', label: en.asUsual },
          ...units.map((unit) => ({ value: unit, label: `${views.units[unit]} (${unit})` })),
        ]}
      />
      <TextField {...field('series.scope')} label={en.scope} optional={en.optional} hint={en.scopeHint} />
    </>
  )
}

/** Line, amount and what is known about the amount. */
export function FigureFields({ period }: { period: React.ReactNode }) {
  const field = useField()
  const { kind, opened } = useFilling()
  return (
    <>
      <Section id="what" title={en.parts.what} note={en.parts.whatNote}>
        <div className="field-grid">
          <SeriesFields />
        </div>
      </Section>
      <Section id="how-much" title={en.parts.howMuch}>
        <div className="field-grid">
          <div className="field-echoed">
            <TextField {...field('quantity')} label={en.amount} hint={en.amountHint} />
            <AmountEcho />
          </div>
          <SelectField
            {...field('qualifier')}
            label={en.qualifier}
            options={[
              { value: '', label: en.qualifierAsWritten },
              ...qualifiers.map((q) => ({ value: q, label: en.qualifiers[q] })),
            ]}
          />
          {period}
          {kind === 'observation' ? <ObservationFields /> : null}
        </div>
        <Disclosure summary={en.baseOpen} open={Boolean(opened.base || opened.baseWords)}>
          <div className="field-grid">
            <TextField {...field('base')} label={en.base} optional={en.optional} hint={en.baseHint} />
            <TextField {...field('baseWords')} label={en.periodWords} optional={en.optional} />
          </div>
        </Disclosure>
      </Section>
    </>
  )
}

function ObservationFields() {
  const field = useField()
  return (
    <>
      <SelectField
        {...field('basis')}
        label={en.basis}
        options={[{ value: '', label: en.choose }, ...bases.map((b) => ({ value: b, label: views.basis[b] }))]}
      />
      <SelectField
        {...field('obsStatus')}
        label={en.obsStatus}
        options={obsStatuses.map((s) => ({ value: s, label: `${s} · ${views.obsStatus[s]}` }))}
      />
      <SelectField {...field('rank')} label={en.rank} options={ranks.map((r) => ({ value: r, label: en.ranks[r] }))} />
    </>
  )
}
