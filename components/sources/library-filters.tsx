import { ClockBanner } from '@/components/filters/clock-banner'
import { KnownField, TwoClocks } from '@/components/filters/clock-fields'
import { Refused } from '@/components/filters/refused'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Choice, Library } from '@/lib/library/schema'

export const libraryFields = ['q', 'publisher', 'language', 'relation', 'year', 'text', 'known', 'edition'] as const
export type LibraryField = (typeof libraryFields)[number]
export type LibraryValues = Partial<Record<LibraryField, string>>

/** An address of the library with these settings, as short as it can be. */
export function libraryHref(values: LibraryValues & { after?: string }): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.size ? `/sources?${query}` : '/sources'
}

/** Search and filters of the library as a plain form: its state is the address. */
export function LibraryFilters({
  values,
  choices,
  today,
  refused,
}: {
  values: LibraryValues
  /** ISO day; nothing can be known later. */
  today: string
  choices: Pick<Library, 'publishers' | 'languages' | 'relations'>
  refused: readonly string[]
}) {
  const t = translator(defaultLocale, 'sources')
  const options = (all: string, of: readonly Choice[]) => [
    { value: '', label: all },
    ...of.map((c) => ({ value: c.value, label: c.count === null ? c.label : `${c.label} (${c.count})` })),
  ]
  const set = libraryFields.filter((name) => values[name])
  const named = (name: LibraryField): string => {
    const value = values[name]!
    if (name === 'text') return t(`texts.${value as 'stored' | 'none'}`)
    const of =
      name === 'publisher'
        ? choices.publishers
        : name === 'language'
          ? choices.languages
          : name === 'relation'
            ? choices.relations
            : []
    return of.find((c) => c.value === value)?.label ?? value
  }
  return (
    <search className="filters">
      <Refused sentences={refused} />
      <ClockBanner clocks={values} back={libraryHref({ ...values, known: '', edition: '' })} today={today} />
      <form className="library-form" method="get" action="/sources" aria-label={t('filters')}>
        <div className="library-search">
          <TextField
            name="q"
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            defaultValue={values.q ?? ''}
            maxLength={200}
          />
          <Button type="submit" look="primary">
            {t('apply')}
          </Button>
        </div>
        <div className="filters-form">
          <SelectField
            name="publisher"
            label={t('publisher')}
            defaultValue={values.publisher ?? ''}
            options={options(t('everyPublisher'), choices.publishers)}
          />
          <SelectField
            name="relation"
            label={t('relation')}
            defaultValue={values.relation ?? ''}
            options={options(t('everyRelation'), choices.relations)}
          />
          <SelectField
            name="language"
            label={t('language')}
            defaultValue={values.language ?? ''}
            options={options(t('everyLanguage'), choices.languages)}
          />
          <TextField
            name="year"
            label={t('year')}
            defaultValue={values.year ?? ''}
            inputMode="numeric"
            pattern="\d{4}"
            placeholder={t('anyYear')}
            title={t('rules.year')}
          />
          <SelectField
            name="text"
            label={t('text')}
            defaultValue={values.text ?? ''}
            options={[
              { value: '', label: t('anyText') },
              { value: 'stored', label: t('texts.stored') },
              { value: 'none', label: t('texts.none') },
            ]}
          />
          <KnownField clocks={values} today={today} />
          <TwoClocks clocks={values} today={today} />
        </div>
      </form>
      {set.length ? (
        <ul className="filters-set" aria-label={t('set')}>
          {set.map((name) => (
            <li key={name}>
              <span className="muted">{t(name)}</span> {named(name)}{' '}
              <a className="no-print" href={libraryHref({ ...values, [name]: undefined })}>
                {t('takeBack')}
                <span className="hidden-visually"> {t(name)}</span>
              </a>
            </li>
          ))}
          <li className="no-print">
            <a href="/sources">{t('reset')}</a>
          </li>
        </ul>
      ) : null}
    </search>
  )
}
