'use client'

import { Section } from '@/components/layout/section'
import { AreaField, SelectField, TextField } from '@/components/ui/field'
import { kindCodes } from '@/lib/entries/schema'
import en from '@/lib/i18n/en/forms.json'
import views from '@/lib/i18n/en/views.json'
import { themes } from '@/lib/indicators/schema'
import { useField, useFilling } from './form-context'

type WordKind = keyof typeof kindCodes

function CodeField({ kind, label }: { kind: WordKind; label: string }) {
  const field = useField()
  const names: Record<string, string> = en.codes[kind]
  return (
    <SelectField
      {...field('code')}
      label={label}
      options={[{ value: '', label: en.choose }, ...kindCodes[kind].map((c) => ({ value: c, label: names[c] ?? c }))]}
    />
  )
}

/** Title, about, theme and code of commitments, agreements, events and statements; the promise of a stage. */
export function WordsFields({ period }: { period: React.ReactNode }) {
  const field = useField()
  const { kind } = useFilling()
  if (kind === 'observation' || kind === 'target') return null
  if (kind === 'stage')
    return (
      <Section id="what" title={en.parts.what}>
        <div className="field-grid">
          <TextField {...field('of')} label={en.of} hint={en.ofHint} list="promises" />
          <CodeField kind="stage" label={en.step} />
          {period}
        </div>
      </Section>
    )
  return (
    <Section id="what" title={en.parts.what}>
      <div className="field-grid">
        <AreaField {...field('title')} label={en.title} rows={2} />
        {kind === 'agreement' ? (
          <AreaField
            {...field('otherTitles')}
            label={en.otherTitles}
            optional={en.optional}
            hint={en.oneALine}
            rows={2}
          />
        ) : null}
        <CodeField kind={kind} label={en.kindOf} />
        <SelectField
          {...field('theme')}
          label={en.theme}
          options={[{ value: '', label: en.choose }, ...themes.map((t) => ({ value: t, label: views.themes[t] }))]}
        />
        <TextField {...field('about')} label={en.about} hint={en.aboutHint} list="entities" />
        {kind === 'event' ? (
          <TextField {...field('place')} label={en.place} optional={en.optional} list="entities" />
        ) : null}
        {period}
      </div>
    </Section>
  )
}
