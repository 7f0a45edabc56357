import type { MoreChoice } from '@/components/filters/filter-bar'
import { AgreementFilters, type AgreementsPage, sorts, standings } from '@/lib/agreements/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const names = ['kind', 'status', 'who', 'sort'] as const

/** The settings that only this page has. */
export const own = { schema: AgreementFilters, names }

/** The same as a form offers them. */
export function moreOf(
  filters: AgreementFilters,
  { types, people }: Pick<AgreementsPage, 'types' | 'people'>,
): MoreChoice[] {
  const t = translator(defaultLocale, 'agreements')
  const label = translator(defaultLocale, 'filters')
  const offered = {
    kind: types.map((type) => ({ value: type.code, label: type.name })),
    status: standings.map((value) => ({ value, label: t(`standings.${value}`) })),
    who: people.map((person) => ({ value: person.slug, label: person.name })),
    sort: sorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
  }
  return names.map((name) => ({
    name,
    label: label(name),
    value: filters[name],
    all: t(`any.${name}`),
    choices: offered[name],
  }))
}
