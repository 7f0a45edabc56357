import { type ChartFormat, chartFormats } from '@/lib/charts/request'

/** Settings of the view a chart stands in, as they are in the page's address. */
export type ChartQuery = Partial<Record<(typeof kept)[number], string | null>>
const kept = ['from', 'to', 'reporter', 'known', 'edition'] as const

/** Addresses under which the chart leaves, with the settings it is seen with. */
export function exportLinks(
  slug: string,
  chart: { code: string; measure: 'level' | 'change' },
  query: ChartQuery,
): { format: ChartFormat; href: string }[] {
  const asked = new URLSearchParams()
  if (chart.measure === 'change') asked.set('measure', 'change')
  // Only these: `theme` on a page is a subject, in a picture it is light or dark.
  for (const name of kept) if (query[name]) asked.set(name, query[name])
  const after = asked.size > 0 ? `?${asked}` : ''
  return chartFormats.map((format) => ({ format, href: `/relations/${slug}/charts/${chart.code}.${format}${after}` }))
}
