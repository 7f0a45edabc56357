export type Clocks = { known?: string | null; edition?: string | null }

/**
 * A path of a reader's page as it is followed from a page that shows another day: with the clocks of that page, so
 * that nobody falls back to today unnoticed.
 */
export function withClocks(path: string, { known, edition }: Clocks): string {
  if (!known && !edition) return path
  const [page, fragment] = path.split('#')
  const query = new URLSearchParams()
  if (known) query.set('known', known)
  if (edition) query.set('edition', edition)
  return `${page}?${query}${fragment === undefined ? '' : `#${fragment}`}`
}
