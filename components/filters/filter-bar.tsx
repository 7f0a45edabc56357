import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { formatEdition } from '@/lib/dashboards/points/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { ClockBanner } from './clock-banner'
import { KnownField, TwoClocks } from './clock-fields'
import { Refused } from './refused'

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
  chosen,
  reporters,
  span = true,
  more = [],
  today,
  refused = [],
}: {
  action: string
  values: FilterValues
  themes?: readonly Choice[]
  /** Themes that are chosen, where a page takes several: then each is a box to tick. */
  chosen?: readonly string[]
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
  const { set, without } = activeFilters(action, values, [...(themes ?? []), ...(reporters ?? [])], more, chosen)
  const to = encodeURIComponent(without())
  return (
    <div className="filters">
      <ClockBanner clocks={values} back={without('known', 'edition')} today={today} />
      <Refused sentences={refused} />
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
            <li key={f.key}>
              <span className="muted">{f.label}</span> {f.text}{' '}
              <a className="no-print" href={without(f.key)}>
                {t('remove')}
                <span className="hidden-visually"> {f.key === f.name ? f.label : f.text}</span>
              </a>
            </li>
          ))}
          <li className="no-print">
            <a href={action}>{t('reset')}</a>
          </li>
        </ul>
      ) : null}
      <ul className="filters-keep no-print small" aria-label={t('keeping')}>
        <li>
          <a href={`/views/new?to=${to}`}>{t('keep')}</a>
        </li>
        {values.edition ? null : (
          <li>
            <a href={`/freeze?to=${to}`}>{t('freeze')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}

const yearOrDay = '\\d{4}(-\\d{2}-\\d{2})?'

type Active = { key: string; name: string; label: string; value: string; text: string }

/** What is set, in words, and the address of the view without some of it. */
function activeFilters(
  action: string,
  values: FilterValues,
  named: readonly Choice[],
  more: readonly MoreChoice[],
  chosen: readonly string[] = [],
): { set: Active[]; without: (...keys: string[]) => string } {
  const t = translator(defaultLocale, 'filters')
  const own = more.map((m) => ({ ...m, key: m.name, value: m.value ?? '', of: m.choices ?? [] }))
  const ticked = chosen.map((value) => ({ key: `theme ${value}`, name: 'theme', label: t('theme'), value, of: named }))
  const all = common.map((name) => ({ key: name, name, label: t(name), value: values[name] ?? '', of: named }))
  const set = [...own, ...ticked, ...all]
    .filter((f) => f.value !== '')
    .map(({ key, name, label, value, of }) => ({
      ...{ key, name, label, value },
      text:
        name === 'edition' ? formatEdition(value, defaultLocale) : (of.find((c) => c.value === value)?.label ?? value),
    }))
  return {
    set,
    without: (...keys) => {
      const rest = set.filter((f) => !keys.includes(f.key)).map((f) => [f.name, f.value])
      return rest.length ? `${action}?${new URLSearchParams(rest)}` : action
    },
  }
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
