import type { MoreChoice } from '@/components/filters/filter-bar'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { outcomes, PromiseFilters, sorts } from '@/lib/promises/schema'

const names = ['kind', 'status', 'who', 'sort'] as const

/** The settings that only this page has. */
export const own = { schema: PromiseFilters, names }

/** The same as a form offers them. */
export function moreOf(filters: PromiseFilters, people: readonly { slug: string; name: string }[]): MoreChoice[] {
  const t = translator(defaultLocale, 'promises')
  const label = translator(defaultLocale, 'filters')
  const offered = {
    kind: (['target', 'commitment'] as const).map((value) => ({ value, label: t(`kinds.${value}`) })),
    status: outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
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
