/** How far into a text its outlet is named: heading, dateline, "APA reports". */
const head = 2500

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The outlet a text most likely comes from: the one that its address names, else the one its beginning names most often
 * as a whole word. Null when it names none. Pure.
 */
export function publisherIn(
  text: string,
  url: string | null,
  publishers: readonly { slug: string; names: readonly string[] }[],
): string | null {
  const host = url === null ? '' : URL.canParse(url) ? new URL(url).hostname : ''
  const labels = host.replace(/^www\./, '').split('.')
  const beginning = text.slice(0, head)
  let best: { slug: string; score: number } | null = null
  for (const { slug, names } of publishers) {
    let score =
      labels.includes(slug) || names.some((name) => name.toLowerCase() === host.replace(/^www\./, '')) ? 10 : 0
    for (const name of names) {
      if (name.length < 3) continue
      const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu')
      score += beginning.match(whole)?.length ?? 0
    }
    if (score > 0 && (!best || score > best.score)) best = { slug, score }
  }
  return best?.slug ?? null
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const dated = new RegExp(
  `(?<!\\d)(\\d{1,2}) (${months})(?:,? )(\\d{4})(?!\\d)|(${months}) (\\d{1,2}), (\\d{4})(?!\\d)|(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)`,
)

/** The day that stands in the heading of a pasted text; null when none does. */
export function dayIn(text: string): string | null {
  const found = dated.exec(text.slice(0, 800))
  if (!found) return null
  const [, d1, m1, y1, m2, d2, y2, iso] = found
  const month = months.split('|').indexOf(m1 ?? m2 ?? '') + 1
  const day = iso ?? `${y1 ?? y2}-${String(month).padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}

/** The heading of a pasted text: its first line that says something. */
export function titleIn(text: string): string {
  const line = text.split('\n').find((l) => /\p{L}/u.test(l)) ?? ''
  return line.trim().replace(/\s+/g, ' ').slice(0, 300)
}
