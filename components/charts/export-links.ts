import { type ChartFormat, chartFormats } from '@/lib/charts/request'

/** Settings of the view a chart stands in, as its picture's address writes them. */
export type ChartQuery = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** A setting of a page that means something else in a picture, where it is light or dark. */
const ofPagesOnly = 'theme'

/**
 * Addresses under which a chart leaves, with the settings it is seen with.
 * @param address of the picture without its format: `/relations/aze-kaz/charts/trade-turnover`
 */
export function exportLinks(address: string, query: ChartQuery): { format: ChartFormat; href: string }[] {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (!value || name === ofPagesOnly) continue
    for (const one of [value].flat()) asked.append(name, one)
  }
  const after = asked.size > 0 ? `?${asked}` : ''
  return chartFormats.map((format) => ({ format, href: `${address}.${format}${after}` }))
}
