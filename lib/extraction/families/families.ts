import { clauseEnd, clauseStart, tokenAfter } from '../kinds/clause'
import type { Lexicon } from '../languages/lexicon'
import type { Figure } from '../numbers/figures'
import { type Family, families } from '../schema'
import { has, type Sentence, type Token } from '../sentences/sentence'

const isFamily = (name: string): name is Family => (families as readonly string[]).includes(name)
/** A name ("Ministry of Trade", "the Transport Union") is about whoever bears it, not about the figure. */
const isName = (tokens: readonly Token[], at: number) =>
  tokens[at]!.capital && at > 0 && !/^["“«]$/.test(tokens[at - 1]!.text)

/** Of several topics on one word the more telling one first: "import of transport services" are imports. */
const weight: readonly string[] = [
  'trade.exports',
  'trade.imports',
  'trade.turnover',
  'investment',
  'transport',
  'economy',
  'documents',
]

function topicAt(
  tokens: readonly Token[],
  at: number,
  names: boolean,
  topics: readonly string[] = tokens[at]!.topics,
): Family | null {
  if (!topics.length || (isName(tokens, at) && !names)) return null
  const topic = weight.find((name) => topics.includes(name)) ?? topics[0]!
  return isFamily(topic) ? topic : null
}

type Found = { family: Family; distance: number }
function nearest(sentence: Sentence, from: number, to: number, step: 1 | -1, names: boolean): Found | null {
  let found: Found | null = null
  let aside = 0
  for (let i = from; step > 0 ? i < to : i >= to; i += step) {
    const token = sentence.tokens[i]
    if (!token) break
    // An aside in parentheses is not what the sentence speaks of; a figure inside one never leaves it.
    if (token.text === (step > 0 ? '(' : ')')) aside++
    else if (token.text === (step > 0 ? ')' : '(')) aside = Math.max(0, aside - 1)
    if (aside > 0) continue
    const family = topicAt(sentence.tokens, i, names)
    if (!family) continue
    // The head of a noun phrase stands last: "rail exports", "trade investment"; the first one met going left is it.
    if (!found) found = { family, distance: Math.abs(i - from) }
    if (family !== 'transport' && family !== 'economy')
      return found.family === 'transport' || found.family === 'economy' ? merge(found, family, i, from) : found
  }
  return found
}
/** "export of rail cargo": exports, when both stand close to each other. */
const merge = (found: Found, family: Family, at: number, from: number): Found =>
  Math.abs(at - from) - found.distance <= 3 && family.startsWith('trade.')
    ? { family, distance: found.distance }
    : found

/** Does anything in the clause say what a figure is about? */
export const hasTopic = (sentence: Sentence, figure: Figure): boolean =>
  nearest(sentence, figure.at - 1, clauseStart(sentence, figure.at), -1, false) !== null ||
  nearest(sentence, figure.at + 1, Math.min(clauseEnd(sentence, figure.at), figure.at + 14), 1, false) !== null

/** "doubling it to $30 billion", "to bring it to 5 million tonnes": the figure is of what was spoken of before. */
export function isReferred(sentence: Sentence, figure: Figure): boolean {
  const from = clauseStart(sentence, figure.at)
  if (nearest(sentence, figure.at - 1, from, -1, false)) return false
  for (let i = figure.at + 1; i > from; i--) {
    const verb = sentence.tokens[i - 1]
    if (has(sentence.tokens[i], 'refers') && verb && (verb.figure !== null || has(verb, 'infinitive', 'rise', 'fall')))
      return true
  }
  return false
}

/** What a sentence without a figure speaks of: the topic before its verb, what stands in parentheses left out. */
export function subjectOf({ tokens }: Sentence, lexicon: Lexicon): Family | null {
  let depth = 0
  for (const [at, token] of tokens.slice(0, longestSubject).entries()) {
    if (token.text === '(') depth++
    else if (token.text === ')') depth--
    else if (depth > 0) continue
    else if (has(token, 'past', 'present', 'modal', 'relative')) return null
    else {
      const topic = topicAt(tokens, at, at === 0, lexicon.topics.at(tokens, at)?.means ?? [])
      if (topic) return topic
    }
  }
  return null
}
const longestSubject = 20

const byUnit: Record<string, Family> = { TEU: 'transport', passengers: 'transport', days: 'transport', km: 'transport' }

/** "hit 42,000 last month": what is counted stands before. */
const isElliptic = (sentence: Sentence, figure: Figure) =>
  !/\p{L}$/u.test(figure.read.text) && !/^\p{L}/u.test(tokenAfter(sentence, figure)?.text ?? '.')

/** "triple mutual investment", "1,940 enterprises with Turkish capital": the topic is what the number is of. */
function ownTopic(sentence: Sentence, figure: Figure): Family | null {
  if (figure.unit !== 'count' && figure.unit !== 'times') return null
  const own = figure.topics.find((topic) => isFamily(topic) && topic !== 'documents')
  if (own && isFamily(own)) return own
  for (let i = figure.at + 1; i <= figure.at + 5; i++) {
    const token = sentence.tokens[i]
    if (!token || /^[.,;:()]$/.test(token.text) || has(token, 'and', 'past', 'modal', 'present', 'by')) return null
    const family = topicAt(sentence.tokens, i, true)
    if (family) return family
  }
  return null
}

/**
 * The coarse class of a figure: the nearest topic before it in its clause, then after it, then that of the figure
 * before ("It", "that"), then of the sentence.
 */
export function familyOf(sentence: Sentence, figure: Figure, inherited: Family | null, shared: boolean): Family {
  const own = figure.unit === null ? undefined : byUnit[figure.unit]
  if (own) return own
  const [from, to] = [clauseStart(sentence, figure.at), clauseEnd(sentence, figure.at)]
  if (
    figure.unit === 'tonnes' &&
    sentence.tokens.some((token, at) => token.topics.includes('transport') && !isName(sentence.tokens, at))
  )
    return 'transport'
  if (figure.unit === 'percent' && has(tokenAfter(sentence, figure), 'of')) {
    const whole = nearest(sentence, figure.at + 1, figure.at + 7, 1, false)
    if (whole) return whole.family
  }
  const named = ownTopic(sentence, figure)
  if (named) return named
  if (figure.unit === 'count' && !isElliptic(sentence, figure)) return 'other'
  const left = nearest(sentence, figure.at - 1, from, -1, false)
  // "Wheat exports rose 11 times, railway locomotives 6 times": locomotives are exported too.
  if (left && shared && inherited?.startsWith('trade.') && !left.family.startsWith('trade.')) return inherited
  if (left) return left.family
  const right = nearest(sentence, figure.at + 1, Math.min(to, figure.at + 14), 1, false)
  if (right && right.distance <= 8) return right.family
  if (inherited && inherited !== 'other' && inherited !== 'documents') return inherited
  if (right) return right.family
  const anywhere =
    nearest(sentence, figure.at - 1, 0, -1, false) ?? nearest(sentence, 0, sentence.tokens.length, 1, true)
  if (anywhere) return anywhere.family
  return figure.unit === 'tonnes' ? 'transport' : 'other'
}
