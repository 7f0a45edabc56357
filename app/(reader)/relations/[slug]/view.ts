import type { FilterValues } from '@/components/filters/filter-bar'
import { Filters } from '@/lib/dashboards/schema'

export type SearchParams = Record<string, string | string[] | undefined>

const names = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const

/**
 * The settings in an address: as the queries take them, as they were written, to stand in the form again (`values`),
 * and as a chart leaves with them (`query`).
 */
export function viewOf(params: SearchParams) {
  const filters = Filters.parse(params)
  const values: FilterValues = {}
  for (const name of names) {
    const written = params[name]
    if (filters[name] !== null && typeof written === 'string') values[name] = written
  }
  const { theme: _, ...query } = values
  return { filters, values, query, today: new Date().toISOString().slice(0, 10) }
}
