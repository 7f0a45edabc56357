import type { FilterValues } from '@/components/filters/filter-bar'
import { Filters } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith } from '../../answer'

export type SearchParams = Record<string, string | string[] | undefined>

const common = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const
type Common = (typeof common)[number]

/** Settings of single pages; each has its word and its rule in the messages. */
type OwnFilter = 'kind' | 'move' | 'page' | 'since' | 'sort' | 'status' | 'until' | 'what' | 'who'
type View<T, Name extends string> = {
  filters: T
  values: Partial<Record<Name, string>>
  query: Omit<FilterValues, 'theme'>
  refused: string[]
  today: string
}

/**
 * The settings in an address: as the queries take them, as they were written, to stand in the form again (`values`),
 * and as a chart leaves with them (`query`). What cannot be a setting is left out and said in `refused`, with status 400.
 * @param own what the page reads besides the filters of all pages: their schema with them, and their names.
 */
export function viewOf(params: SearchParams): View<Filters, Common>
export function viewOf<T extends Filters, Own extends OwnFilter>(
  params: SearchParams,
  own: { schema: { parse: (params: unknown) => T }; names: readonly Own[] },
): View<T, Common | Own>
export function viewOf<T extends Filters, Own extends OwnFilter>(
  params: SearchParams,
  own?: { schema: { parse: (params: unknown) => T }; names: readonly Own[] },
): View<Filters, Common | Own> {
  const t = translator(defaultLocale, 'filters')
  const filters: Filters & Record<string, unknown> = own ? own.schema.parse(params) : Filters.parse(params)
  const values: Partial<Record<Common | Own, string>> = {}
  const refused: string[] = []
  for (const name of [...common, ...(own?.names ?? [])]) {
    const written = params[name]
    if (written === undefined || written === '') continue
    if (filters[name] !== null && typeof written === 'string') values[name] = written
    else refused.push(t('refused', { field: t(name), value: String(written).slice(0, 60), rule: t(`rules.${name}`) }))
  }
  if (filters.from !== null && filters.to !== null && filters.from >= filters.to) {
    refused.push(t('backwards', { from: values.from ?? '', to: values.to ?? '' }))
    Object.assign(filters, { from: null, to: null })
    delete values.from
    delete values.to
  }
  if (refused.length) answerWith(400)
  const { theme: _, ...query } = values
  return { filters, values, query, refused, today: new Date().toISOString().slice(0, 10) }
}
