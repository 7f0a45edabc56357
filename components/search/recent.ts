/** What was searched in this browser; it leaves it only when it is searched again. */
const kept = 'entente.searches'
const most = 6

/** The newest first; none where the browser keeps nothing, or something else. */
export function recentSearches(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]')
    return Array.isArray(found) ? found.filter((q): q is string => typeof q === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** The searches with one more in front: each once, whatever its capitals. */
export const withSearch = (searches: readonly string[], q: string): string[] =>
  [q, ...searches.filter((other) => other.toLowerCase() !== q.toLowerCase())].slice(0, most)

export function rememberSearch(q: string): void {
  try {
    if (q) localStorage.setItem(kept, JSON.stringify(withSearch(recentSearches(), q)))
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}

export function forgetSearches(): void {
  localStorage.removeItem(kept)
}
