import type { Figure } from '../numbers/figures'
import { has, type Sentence } from '../sentences/sentence'
import { clauseEnd, clauseStart, tokenAfter, tokenBefore } from './clause'

/**
 * `plan` and `forecast` make a target, `promise` a commitment, `capacity` what something is built for; `fact` is said
 * to be so; null where no verb in the clause tells.
 */
export type Modality = 'plan' | 'forecast' | 'promise' | 'capacity' | 'fact' | null

/** "will have reached", "to be increased": a participle whose own verb stands before it. */
const isParticiple = (sentence: Sentence, at: number) => {
  const before = sentence.tokens[at - 1]
  if (!before) return false
  return (
    ['be', 'have', 'get'].includes(before.text) &&
    (has(sentence.tokens[at - 2], 'modal', 'to', 'plan', 'forecast') || has(before, 'plan'))
  )
}

/** Is there a plan, or nothing at all, before an infinitive; "grew to reach" is no plan. */
function beforeInfinitive(sentence: Sentence, at: number, from: number): Modality {
  for (let i = at - 1; i >= from; i--) {
    const token = sentence.tokens[i]!
    if (has(token, 'forecast')) return 'forecast'
    if (has(token, 'plan', 'promise', 'modal')) return 'plan'
    if (has(token, 'past') && has(token, 'rise', 'fall', 'reaches') && !isParticiple(sentence, i)) return 'fact'
  }
  return 'plan'
}

/** "will have passed", "should soon go beyond": the number's own verb is governed by the one before it. */
const perfect = (sentence: Sentence, at: number): Modality => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (has(sentence.tokens[i], 'modal', 'plan')) return 'plan'
  return null
}

function leftOf(sentence: Sentence, figure: Figure): Modality {
  const from = clauseStart(sentence, figure.at)
  const near = tokenBefore(sentence, figure)
  let copula = false
  if (figure.lead.includes('past')) return perfect(sentence, figure.at) ?? 'fact'
  for (let i = figure.at - 1; i >= from; i--) {
    const token = sentence.tokens[i]!
    if (token.figure !== null) continue
    if (has(token, 'capacity', 'handle') && has(token, 'capacity') && !has(near, 'to') && !copula) return 'capacity'
    if (has(token, 'worth')) return 'fact'
    if (has(token, 'infinitive')) {
      if (has(token, 'handle') && (has(sentence.tokens[i - 1], 'capacity') || has(sentence.tokens[i - 2], 'capacity')))
        return 'capacity'
      return beforeInfinitive(sentence, i, from)
    }
    if (has(token, 'promise') && !has(token, 'filler')) return copula ? 'fact' : 'promise'
    if (copula) {
      // "The goal is $5 billion": only what the copula speaks of.
      if (has(token, 'plan') && /^(?:goal|target|plan|aim|objective|ambition|task)s?$/.test(token.text)) return 'plan'
      if (has(token, 'forecast') && /^(?:forecast|projection|outlook|expectation)s?$/.test(token.text))
        return 'forecast'
      if (has(token, 'past', 'present', 'say')) return 'fact'
      continue
    }
    if (has(token, 'forecast')) return 'forecast'
    if (has(token, 'plan', 'modal')) return 'plan'
    if (has(token, 'past', 'present')) {
      if (isParticiple(sentence, i)) continue
      if (has(token, 'past') && has(sentence.tokens[i - 1], 'modal', 'plan')) continue
      copula = true
      if (has(token, 'rise', 'fall') || (has(token, 'past') && !/^(?:was|were|had|has|have|is|are)$/.test(token.text)))
        return 'fact'
    }
  }
  return copula ? 'fact' : null
}

/** "Some 1,800 jobs are expected", "10 lakh jobs could follow": the number is what the verb speaks of. */
function rightOf(sentence: Sentence, figure: Figure): Modality {
  const to = Math.min(clauseEnd(sentence, figure.at), figure.at + 14)
  for (let i = figure.at + 1; i < to; i++) {
    const token = sentence.tokens[i]!
    if (token.figure !== null) return null
    if (has(token, 'forecast')) return 'forecast'
    if (has(token, 'plan', 'modal')) return has(token, 'capacity') ? 'capacity' : 'plan'
    if (has(token, 'promise')) return 'promise'
    if (has(token, 'past')) return 'fact'
    if (has(token, 'say')) return null
  }
  return null
}

const measured = ['km', 'days', 'TEU', 'tonnes', 'gigawatts', 'count']
const isAttribute = (figure: Figure) => measured.includes(figure.unit ?? '') && /\d-\p{L}+$/u.test(figure.read.text)

/** Nothing but joints and marks before it: the number begins a clause of its own. */
export function isSubject(sentence: Sentence, figure: Pick<Figure, 'at'>): boolean {
  const before = tokenBefore(sentence, figure)
  const previous = before && /^(?:the|another|a|an|some)$/.test(before.text) ? tokenBefore(sentence, figure, 2) : before
  return !previous || has(previous, 'and', 'but') || previous.text === '.'
}

/** Whether the number is a fact, a plan, a promise: what the nearest verb or noun that governs it says. */
export function modalityOf(sentence: Sentence, figure: Figure): Modality {
  // "The 126-km railway" is as long as it is, whatever is planned with it.
  if (isAttribute(figure) || (figure.unit === 'km' && tokenAfter(sentence, figure)?.text === 'long')) return 'fact'
  const right = sentence.verbFinal || isSubject(sentence, figure) ? rightOf(sentence, figure) : null
  return right ?? leftOf(sentence, figure) ?? rightOf(sentence, figure)
}

/** Is it said of now? The nearest verb tells: "it now takes", not "it took". */
export function isPresent(sentence: Sentence, figure: Figure): boolean {
  if (figure.lead.includes('present')) return true
  const from = clauseStart(sentence, figure.at)
  for (let i = figure.at - 1; i >= from; i--) {
    const token = sentence.tokens[i]!
    if (has(token, 'now')) return true
    if (has(token, 'past') && has(token, 'present')) {
      if (i === figure.at - 1) return true
      continue
    }
    if (has(token, 'present')) return true
    if (has(token, 'past', 'modal')) return false
  }
  return (
    sentence.tokens.some((token) => has(token, 'now')) ||
    !sentence.tokens.some((token) => has(token, 'past', 'modal', 'plan', 'forecast', 'promise', 'once'))
  )
}
