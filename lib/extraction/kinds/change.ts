import type { Figure } from '../numbers/figures'
import { has, type Sentence } from '../sentences/sentence'
import { clauseStart, tokenAfter, tokenBefore } from './clause'

export type Direction = 'rise' | 'fall'
const directionOf = (sentence: Sentence, at: number): Direction | null => {
  const token = sentence.tokens[at]
  if (has(token, 'fall', 'less')) return 'fall'
  return has(token, 'rise', 'more') ? 'rise' : null
}

/** "13 % drop", "a 5-percent year-on-year increase", "0.7 % less than". */
function after(sentence: Sentence, figure: Figure): Direction | null {
  for (let i = figure.at + 1; i <= figure.at + 4; i++) {
    const token = sentence.tokens[i]
    if (!token || token.figure !== null || !/^[\p{L}-]+$/u.test(token.text)) return null
    if (has(token, 'more', 'less')) {
      // "12 % more than", "5 % higher"; "5 % more people" counts people.
      return directionOf(sentence, i)
    }
    if (has(token, 'change')) return directionOf(sentence, i)
    if (has(token, 'to', 'of', 'by', 'past', 'present', 'from', 'and', 'against') && !has(token, 'yearly')) return null
  }
  return null
}

/** "rose 12 %", "an increase of 5 %", "grew at a rate of 5 %": only fillers stand between. */
function before(sentence: Sentence, figure: Figure): Direction | null {
  const from = Math.max(clauseStart(sentence, figure.at), figure.at - 8)
  for (let i = figure.at - 1; i >= from; i--) {
    const token = sentence.tokens[i]!
    const direction = directionOf(sentence, i)
    if (direction && !(has(token, 'more', 'less') && !has(token, 'rise', 'fall'))) return direction
    if (!has(token, 'filler')) return null
  }
  return null
}

/** "Exports increased in January–June by 5 %"; "an increase in exports of 5 %"; "growth reached 5 %". */
function acrossWords(sentence: Sentence, figure: Figure): Direction | null {
  const near = tokenBefore(sentence, figure)
  const from = clauseStart(sentence, figure.at)
  const far = (limit: number, accept: (at: number) => boolean): Direction | null => {
    for (let i = figure.at - 2; i >= Math.max(from, figure.at - limit); i--) {
      if (sentence.tokens[i]!.figure !== null && limit < 12) return null
      if (accept(i)) return directionOf(sentence, i)
    }
    return null
  }
  if (has(near, 'by')) return far(16, (i) => has(sentence.tokens[i], 'rise', 'fall'))
  if (figure.unit !== 'percent') return null
  if (has(near, 'of')) return far(10, (i) => has(sentence.tokens[i], 'change') && !has(sentence.tokens[i + 1], 'to'))
  if (has(near, 'reaches', 'past', 'present'))
    return far(
      10,
      (i) =>
        has(sentence.tokens[i], 'change') && !has(sentence.tokens[i - 1], 'to') && !has(sentence.tokens[i], 'share'),
    )
  return null
}

/** Whether a number says by how much something changed, and which way; null where it is a level or a share. */
export function changeOf(sentence: Sentence, figure: Figure): Direction | null {
  const isMeasure = figure.unit !== 'percent' && figure.unit !== 'times'
  if (isMeasure && sentence.levelEnding?.test(figure.read.text)) return null
  const near = tokenBefore(sentence, figure)
  if (has(near, 'to', 'from') && !has(near, 'rise', 'fall')) return null
  if (figure.unit === 'percent' && figure.read.value.startsWith('-')) return 'fall'
  if (figure.unit === 'percent' && figure.read.start < figure.end && /^\+/.test(figure.read.text)) return 'rise'
  const following = figure.unit === 'times' ? null : after(sentence, figure)
  if (sentence.verbFinal) return following
  return following ?? before(sentence, figure) ?? acrossWords(sentence, figure)
}

/** "12 % of it", "a share of 12 %", "accounted for 12 %". */
export function isShare(sentence: Sentence, figure: Figure): boolean {
  if (figure.unit !== 'percent') return false
  const next = tokenAfter(sentence, figure)
  if (has(next, 'of')) return true
  const from = Math.max(clauseStart(sentence, figure.at), figure.at - 12)
  for (let i = figure.at - 1; i >= from; i--) {
    const token = sentence.tokens[i]!
    if (has(token, 'share') && !has(token, 'rise', 'fall')) return true
    if (has(token, 'rise', 'fall')) return false
  }
  return false
}

/** What makes "3 times" a multiple: a change before it or a comparison after it; "met three times" has neither. */
export function isMultiple(sentence: Sentence, figure: Figure): boolean {
  const word = figure.read.text.toLowerCase()
  const next = tokenAfter(sentence, figure)
  const single = /(?:doubl|tripl|trebl|quadrupl|quintupl|halv|fold)/.test(word)
  if (single)
    return !/^(?:taxation|track|standard|standards|check|click|room|bed|digit|digits|entry|visa|decker|glazing|role|counting|counted|down|bottom|murder|play|header|agent|win|counted|jeopardy|whammy|edged)$/.test(
      next?.text ?? '',
    )
  if (has(next, 'level') || has(next, 'more', 'less')) return true
  if (sentence.verbFinal) return after(sentence, figure) !== null || has(next, 'rise', 'fall')
  const from = Math.max(clauseStart(sentence, figure.at), figure.at - 14)
  for (let i = figure.at - 1; i >= from; i--) {
    if (has(sentence.tokens[i], 'rise', 'fall')) return true
    if (has(sentence.tokens[i], 'document') && i > figure.at - 3) return false
  }
  return false
}
