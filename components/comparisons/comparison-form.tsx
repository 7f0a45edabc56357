import { ClockBanner } from '@/components/filters/clock-banner'
import { KnownField, TwoClocks } from '@/components/filters/clock-fields'
import { Refused } from '@/components/filters/refused'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import type { ComparisonPage } from '@/lib/comparisons/queries'
import { modes } from '@/lib/comparisons/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

export type ComparisonValues = Partial<
  Record<'mode' | 'base' | 'from' | 'to' | 'known' | 'edition' | 'relation', string>
>

/** What is compared, as a plain form: lines are ticked and unticked, and its state is the address. */
export function ComparisonForm({
  page,
  values,
  today,
  back,
  refused,
}: {
  page: Pick<ComparisonPage, 'lines' | 'relations' | 'offered'>
  values: ComparisonValues
  today: string
  /** The same comparison by today's clocks. */
  back: string
  /** What the address asked for and could not have, in sentences. */
  refused: readonly string[]
}) {
  const t = translator(defaultLocale, 'compare')
  const { lines, relations, offered } = page
  return (
    <div className="filters">
      <ClockBanner clocks={values} back={back} today={today} />
      <Refused sentences={refused} />
      <form method="get" action="/compare" aria-label={t('form')}>
        <div className="filters-form">
          <SelectField
            name="mode"
            label={t('mode')}
            defaultValue={values.mode}
            options={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          />
          <TextField name="base" label={t('base')} defaultValue={values.base ?? ''} placeholder={t('baseHint')} />
          <TextField name="from" label={t('from')} defaultValue={values.from ?? ''} inputMode="numeric" />
          <TextField name="to" label={t('to')} defaultValue={values.to ?? ''} inputMode="numeric" />
          <SelectField
            name="relation"
            label={t('relation')}
            defaultValue={offered?.slug ?? ''}
            options={relations.map((r) => ({ value: r.slug, label: r.name }))}
          />
          <KnownField clocks={values} today={today} />
          <Button type="submit" look="primary">
            {t('show')}
          </Button>
          <TwoClocks clocks={values} today={today} />
        </div>
        <div className="compare-choice">
          {lines.length ? (
            <fieldset>
              <legend>
                {t('chosen')} <span className="muted small">{t('chosenHint')}</span>
              </legend>
              {lines.map((l) => (
                <CheckField
                  key={l.line}
                  id={`chosen-${l.line}`}
                  name="line"
                  value={l.line}
                  label={l.name}
                  defaultChecked
                />
              ))}
            </fieldset>
          ) : null}
          {offered?.options.length ? (
            <Disclosure summary={t('add', { relation: offered.name })} open={lines.length < 2}>
              <fieldset>
                <legend className="hidden-visually">{t('add', { relation: offered.name })}</legend>
                {offered.options.map((o) => (
                  <CheckField
                    key={o.line}
                    id={`add-${o.line}`}
                    name="line"
                    value={o.line}
                    label={`${o.name} (${o.figures})`}
                  />
                ))}
              </fieldset>
            </Disclosure>
          ) : null}
        </div>
      </form>
    </div>
  )
}
