import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

type Choice = { value: string; label: string }
export type MoreChoice = {
  name: string
  label: string
  value: string | null
  /** The word for no choice. */
  all: string
  choices: readonly Choice[]
}
export type FilterValues = Partial<Record<'theme' | 'from' | 'to' | 'reporter' | 'known' | 'edition', string>>

/**
 * The settings of a view as a plain form: its state is the address, so "back" works, a view can be shared, and no
 * script is needed. `themes` is left out where a page is about one indicator.
 */
export function FilterBar({
  action,
  values,
  themes,
  chosen,
  reporters,
  today,
  more = [],
  refused = [],
}: {
  action: string
  values: FilterValues
  themes?: readonly Choice[]
  /** Themes that are chosen, where a page takes several: then each is a box to tick. */
  chosen?: readonly string[]
  reporters: readonly Choice[]
  /** Choices that one page has beside the common ones, each under the name it has in the address. */
  more?: readonly MoreChoice[]
  /** ISO day; nothing can be known later. */
  today: string
  /** What the address asked for and could not have, in sentences. */
  refused?: readonly string[]
}) {
  const t = translator(defaultLocale, 'filters')
  const set = activeFilters(action, values, themes ?? [], reporters, more, chosen)
  return (
    <div className="filters">
      {refused.length ? (
        <Notice look="bad">
          {refused.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      <form className="filters-form" method="get" action={action} aria-label={t('label')}>
        {themes && chosen ? <ThemeBoxes label={t('theme')} themes={themes} chosen={chosen} /> : null}
        {themes && !chosen ? (
          <SelectField
            name="theme"
            label={t('theme')}
            defaultValue={values.theme ?? ''}
            options={[{ value: '', label: t('allThemes') }, ...themes]}
          />
        ) : null}
        {more.map(({ name, label, value, all, choices }) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            defaultValue={value ?? ''}
            options={[{ value: '', label: all }, ...choices]}
          />
        ))}
        <TextField
          name="from"
          label={t('from')}
          defaultValue={values.from ?? ''}
          inputMode="numeric"
          pattern={span}
          placeholder={t('first')}
          title={t('span')}
        />
        <TextField
          name="to"
          label={t('to')}
          defaultValue={values.to ?? ''}
          inputMode="numeric"
          pattern={span}
          placeholder={t('latest')}
          title={t('span')}
        />
        <SelectField
          name="reporter"
          label={t('reporter')}
          defaultValue={values.reporter ?? ''}
          options={[{ value: '', label: t('allReporters') }, ...reporters]}
        />
        <TextField name="known" label={t('known')} type="date" defaultValue={values.known ?? ''} max={today} />
        {values.edition ? <input type="hidden" name="edition" value={values.edition} /> : null}
        <Button type="submit" look="primary">
          {t('apply')}
        </Button>
      </form>
      {set.length ? (
        <ul className="filters-set" aria-label={t('set')}>
          {set.map((f) => (
            <li key={`${f.name} ${f.text}`}>
              <span className="muted">{f.label ?? t(f.name)}</span> {f.text}{' '}
              <a className="no-print" href={f.without}>
                {t('remove')}
                <span className="hidden-visually"> {chosen ? f.text : (f.label ?? t(f.name))}</span>
              </a>
            </li>
          ))}
          <li className="no-print">
            <a href={action}>{t('reset')}</a>
          </li>
        </ul>
      ) : null}
    </div>
  )
}

const span = '\\d{4}(-\\d{2}-\\d{2})?'
const names = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const

function activeFilters(
  action: string,
  values: FilterValues,
  themes: readonly Choice[],
  reporters: readonly Choice[],
  more: readonly MoreChoice[],
  chosen: readonly string[] = [],
) {
  const ticked = chosen.map((value) => ({
    name: 'theme' as const,
    label: null,
    value,
    text: themes.find((c) => c.value === value)?.label ?? value,
  }))
  const common = names.map((name) => ({
    name,
    label: null,
    value: values[name],
    text: [...themes, ...reporters].find((c) => c.value === values[name])?.label ?? values[name],
  }))
  const own = more.map(({ name, label, value, choices }) => ({
    name,
    label,
    value: value ?? undefined,
    text: choices.find((c) => c.value === value)?.label ?? value ?? undefined,
  }))
  const set = [...own, ...ticked, ...common].filter((f) => f.value)
  return set.map((f) => {
    const rest = set.filter((g) => g !== f).map((g): [string, string] => [g.name, g.value!])
    const query = new URLSearchParams(rest).toString()
    const without = query ? `${action}?${query}` : action
    return f.label === null
      ? { name: f.name as (typeof names)[number], label: null, text: f.text, without }
      : { name: f.name, label: f.label, text: f.text, without }
  })
}

function ThemeBoxes({
  label,
  themes,
  chosen,
}: {
  label: string
  themes: readonly Choice[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="filters-themes">
      <legend>{label}</legend>
      {themes.map(({ value, label: name }) => (
        <label key={value}>
          <input type="checkbox" name="theme" value={value} defaultChecked={chosen.includes(value)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
