import type { Citation } from '@/lib/formats/csv'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { sourceText } from '../points/rules'

type Citations = ReadonlyMap<number, Citation>

/** What a list tells of an entry's evidence: whether it is a sentence, and "Akorda, 11 Apr 2023". */
export function cited({ citations, locale }: { citations: Citations; locale: Locale }, entry: number) {
  const found = citations.get(entry)
  const source = { publisher: found?.publisher ?? null, publishedOn: found?.date ?? null }
  return { quoted: (found?.quote ?? null) !== null, source: sourceText(source, sayIn(locale), locale) }
}

/** What a row of a file cites: the entry alone where nothing is known of its evidence. */
export const citationOf = (citations: Citations, entry: number, version: number): Citation =>
  citations.get(entry) ?? {
    ...{ sourceTitle: null, publisher: null, date: null, url: null, quote: null },
    ...{ entry, version },
  }
