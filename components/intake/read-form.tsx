'use client'

import { bound } from '@/components/desk/bound'
import { FormMessage, useForm } from '@/components/desk/form'
import { StepForm } from '@/components/desk/step-form'
import type { FieldChoices } from '@/components/entries/choices'
import { EntityList } from '@/components/entries/entity-list'
import { Button } from '@/components/ui/button'
import { AreaField, CheckField, ChoiceField, SelectField, TextField } from '@/components/ui/field'
import formsEn from '@/lib/i18n/en/forms.json'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { dismissItemAction } from '@/lib/intake/actions'
import { readItemAction } from '@/lib/intake/reading/actions'

export type ReadFormProps = {
  hidden: { id: string; revision: string }
  opened: Record<string, string>
  hasText: boolean
  /** The outlet named is none that is known. */
  unknownPublisher: boolean
  relations: { slug: string; name: string }[]
  relative: { code: 'version' | 'carried'; source: number; title: string; publisher: string; percent: number } | null
  entities: FieldChoices['entities']
}

/** A short form: what the article is, confirmed, before its text is stored for good. */
export function ReadForm(props: ReadFormProps) {
  const { hidden, opened, hasText, unknownPublisher, relations, relative, entities } = props
  const { state, pending, form } = useForm<null>(readItemAction)
  const field = bound(state, opened)
  const unknown = unknownPublisher || Boolean(state.faults.publisher)
  return (
    <>
      <form {...form} className="form read-form">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={hidden.id} />
        <input type="hidden" name="revision" value={hidden.revision} />
        <div className="field-grid">
          <AreaField {...field('title')} label={formsEn.sourceTitle} rows={2} />
          <TextField {...field('publisher')} label={formsEn.publisher} list="entities" />
          <TextField {...field('publishedOn')} type="date" label={formsEn.publishedOn} optional={formsEn.optional} />
          <TextField {...field('byline')} label={formsEn.byline} optional={formsEn.optional} />
          <TextField {...field('language')} label={formsEn.language} />
          <TextField {...field('url')} type="url" label={formsEn.url} optional={formsEn.optional} />
          <TextField {...field('accessedOn')} type="date" label={formsEn.accessedOn} />
          <SelectField
            {...field('relation')}
            label={en.read.relation}
            hint={en.read.relationHint}
            options={[
              ...relations.map((r) => ({ value: r.slug, label: r.name })),
              { value: '', label: en.read.relationNone },
            ]}
          />
          {unknown ? (
            <CheckField
              name="publisherNew"
              label={en.read.publisherNew}
              defaultChecked={state.turn > 0 ? state.typed.publisherNew === 'on' : false}
            />
          ) : null}
        </div>
        {relative ? (
          <ChoiceField
            name="belongs"
            label={en.read.belongs}
            value={state.typed.belongs ?? `${relative.code}:${relative.source}`}
            options={[
              {
                value: `${relative.code}:${relative.source}`,
                label: fill(en.read[relative.code], { title: relative.title }),
                hint: fill(relative.code === 'carried' ? en.read.carriedHint : en.read.versionHint, {
                  publisher: relative.publisher,
                  percent: relative.percent,
                }),
              },
              { value: 'none', label: en.read.alone },
            ]}
          />
        ) : null}
        {hasText ? null : <AreaField {...field('text')} label={en.read.text} hint={en.read.textHint} rows={12} />}
        <div className="buttons">
          <Button look="primary" type="submit" aria-disabled={pending}>
            {pending ? en.receive.reading : en.read.submit}
          </Button>
        </div>
        <EntityList entities={entities} />
      </form>
      <div className="steps">
        <StepForm action={dismissItemAction} hidden={hidden} label={en.read.dismiss} />
      </div>
    </>
  )
}
