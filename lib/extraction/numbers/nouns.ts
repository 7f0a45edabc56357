import { has, type Sentence } from '../sentences/sentence'
import { amountOf, type Figure } from './figures'

/** How far after its number a counted noun may stand: "12,000 young Vietnamese students". */
const reach = 4

/** The counted noun after a number; null where a mark, another number or a verb comes first. */
function nounAfter(sentence: Sentence, figure: Figure): 'document' | 'passenger' | 'countable' | null {
  for (let at = figure.at + 1; at <= figure.at + reach; at++) {
    const token = sentence.tokens[at]
    if (!token || token.figure !== null || !/^[\p{L}'-]+$/u.test(token.text)) return null
    if (has(token, 'passenger')) return 'passenger'
    if (has(token, 'document')) return 'document'
    if (has(token, 'countable')) return 'countable'
    if (has(token, 'of', 'to', 'by', 'and', 'from', 'past', 'modal', 'present')) return null
  }
  return null
}

/** The noun inside the number's own words: "88 documents", "148,000 passengers" are read with it. */
function ownNoun(figure: Figure, text: string): string {
  return /[\p{L}]+$/u.exec(text.slice(figure.start, figure.end))?.[0].toLowerCase() ?? ''
}

export type Counted = 'document' | 'passenger' | 'countable' | null

/** What a number without a measure counts. */
export function countedBy(
  sentence: Sentence,
  figure: Figure,
  text: string,
  isA: (word: string, cue: 'document' | 'passenger' | 'countable') => boolean,
): Counted {
  if (figure.unit === 'count') {
    const own = ownNoun(figure, text)
    if (isA(own, 'passenger')) return 'passenger'
    if (isA(own, 'document')) return 'document'
    return 'countable'
  }
  return figure.unit === null ? nounAfter(sentence, figure) : null
}

const people = /(?:people|persons?)$/i

/** Small numbers in words ("three berths", "two leaders") and a handful of people tell a story; documents are counted so. */
export function isSmallTalk(figure: Figure, counted: Counted): boolean {
  if (counted === 'document' || (figure.unit !== null && figure.unit !== 'count') || figure.unitMult > 0) return false
  return amountOf(figure) < (people.test(figure.read.text) ? 100 : figure.inWords ? 20 : 0)
}

/** Large enough to be a count whatever the noun: "31,000 saplings". */
export const isLargeCount = (figure: Figure) => amountOf(figure) >= 1000 && !figure.inWords
