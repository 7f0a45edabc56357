import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { ClockBanner } from './clock-banner'
import { KnownField, TwoClocks } from './clock-fields'

type Choice = { value: string; label: string }
/** A setting of one page: one of a list, or a day. */
export type MoreChoice = {
  name: string
  label: string
  value: string | null
  /** The word for no choice; left out where one is always made. */
  all?: string
  /** Left out for a day. */
  choices?: readonly Choice[]
}
const common = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const
export type FilterValues = Partial<Record<(typeof common)[number], string>>

/**
 * The settings of a view as a plain form: its state is the address, so "back" works, a view can be shared, and no
 * script is needed. `themes` is left out where a page is about one indicator.
 */
export function FilterBar({
  action,
  values,
  themes,
  reporters,
  span = true,
  more = [],
  today,
  refused = [],
}: {
  action: string
  values: FilterValues
  themes?: readonly Choice[]
  /** Left out where a page shows no figures by whom they were counted. */
  reporters?: readonly Choice[]
  /** False where a page is not about days of the world. */
  span?: boolean
  /** Choices that one page has beside the common ones, each under the name it has in the address. */
  more?: readonly MoreChoice[]
  /** ISO day; nothing can be known later. */
  today: string
  /** What the address asked for and could not have, in sentences. */
  refused?: readonly string[]
}) {
  const t = translator(defaultLocale, 'filters')
  const { set, without } = activeFilters(action, values, [...(themes ?? []), ...(reporters ?? [])], more)
  return (
    <div className="filters">
      <ClockBanner clocks={values} back={without('known', 'edition')} today={today} />
      {refused.length ? (
        <Notice look="bad">
          {refused.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      <form className="filters-form" method="get" action={action} aria-label={t('label')}>
        {themes ? (
          <SelectField
            name="theme"
            label={t('theme')}
            defaultValue={values.theme ?? ''}
            options={[{ value: '', label: t('allThemes') }, ...themes]}
          />
        ) : null}
        {more.map(({ name, label, value, all, choices }) =>
          choices ? (
            <SelectField
              key={name}
              name={name}
              label={label}
              defaultValue={value ?? ''}
              options={all === undefined ? [...choices] : [{ value: '', label: all }, ...choices]}
            />
          ) : (
            <TextField key={name} name={name} label={label} type="date" defaultValue={value ?? ''} max={today} />
          ),
        )}
        {span
          ? (['from', 'to'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(name)}
                defaultValue={values[name] ?? ''}
                inputMode="numeric"
                pattern={yearOrDay}
                placeholder={t(name === 'from' ? 'first' : 'latest')}
                title={t('span')}
              />
            ))
          : null}
        {reporters ? (
          <SelectField
            name="reporter"
            label={t('reporter')}
            defaultValue={values.reporter ?? ''}
            options={[{ value: '', label: t('allReporters') }, ...reporters]}
          />
        ) : null}
        <KnownField clocks={values} today={today} />
        <Button type="submit" look="primary">
          {t('apply')}
        </Button>
        <TwoClocks clocks={values} today={today} />
      </form>
      {set.length ? (
        <ul className="filters-set" aria-label={t('set')}>
          {set.map((f) => (
            <li key={f.name}>
              <span className="muted">{f.label}</span> {f.text}{' '}
              <a className="no-print" href={without(f.name)}>
                {t('remove')}
                <span className="hidden-visually"> {f.label}</span>
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

const yearOrDay = '\\d{4}(-\\d{2}-\\d{2})?'

/** What is set, in words, and the address of the view without some of it. */
function activeFilters(
  action: string,
  values: FilterValues,
  named: readonly Choice[],
  more: readonly MoreChoice[],
): { set: { name: string; label: string; value: string; text: string }[]; without: (...names: string[]) => string } {
  const t = translator(defaultLocale, 'filters')
  const own = more.map((m) => ({ ...m, value: m.value ?? '', of: m.choices ?? [] }))
  const all = common.map((name) => ({ name, label: t(name), value: values[name] ?? '', of: named }))
  const set = [...own, ...all]
    .filter((f) => f.value !== '')
    .map(({ name, label, value, of }) => ({
      name,
      label,
      value,
      text: of.find((c) => c.value === value)?.label ?? value,
    }))
  return {
    set,
    without: (...names) => {
      const rest = set.filter((f) => !names.includes(f.name)).map((f) => [f.name, f.value])
      return rest.length ? `${action}?${new URLSearchParams(rest)}` : action
    },
  }
}
