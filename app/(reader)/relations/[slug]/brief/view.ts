import { BriefFilters } from '@/lib/briefs/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { Theme } from '@/lib/indicators/schema'
import { answerWith } from '../../../answer'
import { type SearchParams, viewOf } from '../view'

/** The settings of a brief's address: those of every page, and any number of themes. */
export function briefViewOf({ theme, ...params }: SearchParams) {
  const t = translator(defaultLocale, 'filters')
  const view = viewOf(params)
  const written = [theme ?? []].flat().filter((value) => value !== '')
  const themes = written.filter((value) => Theme.safeParse(value).success)
  const unknown = written.filter((value) => !themes.includes(value))
  const refused = unknown.map((value) =>
    t('refused', { field: t('theme'), value: value.slice(0, 60), rule: t('rules.theme') }),
  )
  if (refused.length) answerWith(400)
  const filters = BriefFilters.parse({ ...view.filters, themes })
  const query = new URLSearchParams(filters.themes.map((value) => ['theme', value]))
  for (const [name, value] of Object.entries(view.query)) if (value) query.set(name, value)
  return {
    ...view,
    filters,
    refused: [...view.refused, ...refused],
    /** What follows the address of a file that holds the same. */
    after: query.size ? `?${query}` : '',
  }
}
