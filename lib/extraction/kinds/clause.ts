import type { Figure } from '../numbers/figures'
import { has, type Sentence, type Token } from '../sentences/sentence'

/** How far the rules look for what governs a number; what is farther away in a sentence says nothing about it. */
const reach = 40

const isBorder = (token: Token) => has(token, 'but') || token.text === ';' || token.text === '—'

/** First token of the clause that a place belongs to. */
export function clauseStart(sentence: Sentence, at: number): number {
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const token = sentence.tokens[i]!
    if (token.text === ')') depth++
    if (token.text === '(' && depth-- === 0) return i + 1
    if (depth <= 0 && isBorder(token)) return i + 1
  }
  return Math.max(0, at - reach)
}

/** One past the last token of the clause. */
export function clauseEnd(sentence: Sentence, at: number): number {
  let depth = 0
  const last = Math.min(sentence.tokens.length, at + reach)
  for (let i = at + 1; i < last; i++) {
    const token = sentence.tokens[i]!
    if (token.text === '(') depth++
    if (token.text === ')' && depth-- === 0) return i
    if (depth <= 0 && isBorder(token)) return i
  }
  return last
}

export const tokenBefore = (sentence: Sentence, figure: Pick<Figure, 'at'>, by = 1): Token | undefined =>
  sentence.tokens[figure.at - by]
export const tokenAfter = (sentence: Sentence, figure: Pick<Figure, 'at'>, by = 1): Token | undefined =>
  sentence.tokens[figure.at + by]

/** Verbs and joints of which none may stand between two figures that share one ("rose 12 %, imports 7 %"). */
export function nothingBetween(sentence: Sentence, earlier: Figure, later: Figure): boolean {
  if (later.at - earlier.at > 14) return false
  for (let i = earlier.at + 1; i < later.at; i++)
    if (
      has(
        sentence.tokens[i],
        'rise',
        'fall',
        'reaches',
        'past',
        'present',
        'modal',
        'plan',
        'forecast',
        'share',
        'infinitive',
        'more',
        'less',
        'against',
      )
    )
      return false
  return true
}
