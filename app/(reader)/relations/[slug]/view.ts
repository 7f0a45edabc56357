import type { FilterValues } from '@/components/filters/filter-bar'
import { Filters } from '@/lib/dashboards/schema'

export type SearchParams = Record<string, string | string[] | undefined>

const names = ['theme', 'from', 'to', 'reporter', 'known', 'edition'] as const

/** The settings in an address: as the queries take them, and as they were written, to stand in the form again. */
export function viewOf(params: SearchParams): { filters: Filters; values: FilterValues; today: string } {
  const filters = Filters.parse(params)
  const values: FilterValues = {}
  for (const name of names) {
    const written = params[name]
    if (filters[name] !== null && typeof written === 'string') values[name] = written
  }
  return { filters, values, today: new Date().toISOString().slice(0, 10) }
}
