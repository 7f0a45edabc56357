import { withClocks } from '@/lib/http/address'

/** The fragment of a place in a stored text. A text is never changed, so that it leads there for good. */
export const placeAnchor = (from: number, to: number): string => `quote-${from}-${to}`

/** The fragment of an entry in the list of what rests on a source. */
export const restAnchor = (entry: number): string => `entry-${entry}`

/**
 * Where an entry's words are read in their source: marked in the text where their place in it is known, else in the list
 * of what rests on the source; with the clocks of the page that leads there.
 */
export function passageHref(
  at: { sourceId: number; quote: string | null; startsAt: number | null },
  entry: number,
  clocks: { known: string | null; edition: string | null },
): string {
  const anchor =
    at.startsAt !== null && at.quote !== null
      ? placeAnchor(at.startsAt, at.startsAt + at.quote.length)
      : restAnchor(entry)
  return withClocks(`/sources/${at.sourceId}#${anchor}`, clocks)
}
