import { noDocument } from '../refused'

/** As long as the stored text of a source may be. */
export const longestText = 1_000_000

/** Halves of a character, controls and marks that nobody sees; none of them is part of the words. */
const unseen = /[\uD800-\uDFFF]|[^\P{Cc}\t\n]|[\u00AD\u200B\uFEFF]/gu

/**
 * A text as it is stored: blanks at the ends of lines gone, at most one line empty between two.
 * @throws Refusal when nothing or too much is left
 */
export function tidyText(text: string, empty: 'documentEmpty' | 'documentNoText' | 'documentScan'): string {
  const tidy = text
    .replace(/\r\n?|[\u2028\u2029\f\v\u0085]/g, '\n')
    .replace(unseen, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(tidy)) throw noDocument(empty)
  if (tidy.length > longestText) throw noDocument('documentLong', { value: tidy.length, maximum: longestText })
  return tidy
}

/** One line of metadata, at most so long; null where nothing is said. */
export function tidyLine(text: string | null | undefined, longest: number): string | null {
  const line = text?.slice(0, 5000).replace(unseen, '').replace(/\s+/g, ' ').trim().slice(0, longest).trim()
  return line ? line : null
}
