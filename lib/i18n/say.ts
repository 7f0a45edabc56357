import { fill } from './fill'
import { keptTexts } from './kept'
import type { Locale } from './locales'
import { translator } from './translate'

type Spoken =
  | 'views'
  | 'briefs'
  | 'assessments'
  | 'charts.summary'
  | 'conflicts'
  | 'compare'
  | 'corridor'
  | 'revisions'
  | 'timelines'
  | 'promises'
  | 'agreements'

/** Sentences of a namespace in one language. */
export type Say = (key: string, values?: Record<string, string | number>) => string

const sayers = new Map<string, Say>()

/**
 * The sentences of readers' views and charts. A page says hundreds of them, so those without plurals and number formats are
 * filled directly: the full formatter is an order of magnitude slower.
 */
export function sayIn(locale: Locale, namespace: Spoken = 'views'): Say {
  const kept = sayers.get(`${locale} ${namespace}`)
  if (kept) return kept
  const t = translator(locale, namespace)
  const plain = new Map<string, string | null>()
  const formatted = keptTexts()
  const say: Say = (key, values) => {
    let pattern = plain.get(key)
    if (pattern === undefined) {
      const raw: unknown = t.raw(key as Parameters<typeof t.raw>[0])
      pattern = typeof raw === 'string' && !/\{\s*\w+\s*,|[<']/.test(raw) ? raw : null
      plain.set(key, pattern)
    }
    if (pattern !== null) return fill(pattern, values ?? {})
    return formatted(`${key} ${JSON.stringify(values)}`, () => t(key as Parameters<typeof t>[0], values as never))
  }
  sayers.set(`${locale} ${namespace}`, say)
  return say
}
