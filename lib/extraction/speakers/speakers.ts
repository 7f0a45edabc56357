import { has, type Sentence, type Token } from '../sentences/sentence'

/** Somebody who is quoted: a person with a role, an office, or a role alone ("the finance minister"). */
export type Speaker = {
  name: string
  as: string | null
  isOffice: boolean
  isOpinion: boolean
  start: number
  end: number
}

const border = (token: Token) => /^[,;:.!?"“”«»()—–]$/.test(token.text)
const isNameWord = (token: Token) => token.capital && token.figure === null && /^\p{L}/u.test(token.text)
const particle = /^(?:of|the|and|for|de|von|van|bin|al|el|ibn|da|di|'s|-|on|to|in|&)$/
const longest = 18

const phrase = (text: string, tokens: readonly Token[]) =>
  tokens.length ? text.slice(tokens[0]!.start, tokens.at(-1)!.end).trim() : ''

/** Who stands in a noun phrase: the last run of capitals is the name, what leads up to it the role. */
function personIn(text: string, tokens: readonly Token[]): Speaker | null {
  let last = tokens.length - 1
  while (last >= 0 && !isNameWord(tokens[last]!)) last--
  const hasRole = tokens.some((token) => has(token, 'role'))
  const isOffice = !hasRole && tokens.some((token) => has(token, 'office'))
  const isOpinion = tokens.some((token) => has(token, 'opinion'))
  if (!tokens.length) return null
  const place = { start: tokens[0]!.start, end: tokens.at(-1)!.end }
  if (isOffice) {
    const named = tokens.findIndex(isNameWord)
    if (named < 0) return { name: phrase(text, tokens), as: null, isOffice, isOpinion, ...place }
    return { name: phrase(text, tokens.slice(named)), as: null, isOffice, isOpinion, ...place }
  }
  if (last < tokens.length - 1 || last < 0) {
    // "the finance minister", "the Kazakh President": a role and no name.
    return hasRole ? { name: phrase(text, tokens), as: null, isOffice: false, isOpinion, ...place } : null
  }
  const run = nameRun(tokens)
  // "the Kazakh President": a country is no name.
  const isAdjective = run && run.last - run.first === 1 && has(tokens[run.last], 'role')
  if (!run || isAdjective)
    return hasRole ? { name: phrase(text, tokens), as: null, isOffice: false, isOpinion, ...place } : null
  const around = [...tokens.slice(0, run.first), ...tokens.slice(run.last)]
  const role = run.first > 0 ? tokens.slice(0, run.first) : tokens.slice(run.last)
  const told = around.some((token) => has(token, 'role', 'opinion', 'office'))
  return {
    name: phrase(text, tokens.slice(run.first, run.last)),
    as: told ? phrase(text, role) || null : null,
    isOffice: false,
    isOpinion,
    ...place,
  }
}

/**
 * Which capitals are the person: the last ones ("Minister of Economy Choro Seyitov"), unless they belong to an
 * institution ("Rasul Kospanov of the Centre for Eurasian Studies").
 */
function nameRun(tokens: readonly Token[]): { first: number; last: number } | null {
  const runs: { first: number; last: number; after: string }[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isNameWord(tokens[at]!) || has(tokens[at], 'role') || tokens[at]!.text === "'s") continue
    let last = at + 1
    while (
      last < tokens.length &&
      (isNameWord(tokens[last]!) || (tokens[last]!.text === '-' && tokens[last + 1]?.capital)) &&
      !has(tokens[last], 'role')
    )
      last++
    runs.push({ first: at, last, after: tokens[at - 1]?.text ?? '' })
    at = last
  }
  const belongs = (run: { after: string }) => /^(?:of|for|the|in|at|on|under|to|and)$/.test(run.after)
  const final = runs.at(-1)
  if (!final) return null
  const person =
    belongs(final) && final.after !== 'and'
      ? runs.findLast((run) => !belongs(run) && run.last - run.first >= 2)
      : undefined
  if (person) return person
  if (final.after === 'and' && runs.length > 1 && runs.at(-2)!.last === final.first - 1)
    return { first: runs.at(-2)!.first, last: final.last }
  const words = final.last - final.first
  return final.after === 'of' && words >= 3 ? { first: final.last - 2, last: final.last } : final
}

/** A role told first, then the name: "the governor of Adjara, Tornike Rizhvadze". Null where the role is none. */
function withRole(role: readonly Token[], name: readonly Token[], text: string): Speaker | null {
  if (!name.length || !role.some((token) => has(token, 'role', 'opinion'))) return null
  const as = role[0]!.text === 'the' ? role.slice(1) : role
  return {
    name: phrase(text, name),
    as: phrase(text, as),
    isOffice: false,
    isOpinion: role.some((token) => has(token, 'opinion')),
    start: role[0]!.start,
    end: name.at(-1)!.end,
  }
}

/** The noun phrase that ends directly before a verb of saying: "Sudhir, India's envoy to the country, predicted". */
function subjectOf(sentence: Sentence, verb: number, text: string): Speaker | null {
  const { tokens } = sentence
  let end = verb
  while (
    end > 0 &&
    (/^(?:also|had|has|have|on|then|further|earlier|later|separately)$/.test(tokens[end - 1]!.text) ||
      tokens[end - 1]!.cues.includes('now'))
  )
    end--
  if (tokens[end - 1]?.text === ',') {
    let comma = end - 2
    while (comma > Math.max(0, end - longest) && tokens[comma]!.text !== ',') comma--
    if (tokens[comma]?.text !== ',') return null
    let first = comma - 1
    while (first > 0 && isNameWord(tokens[first]!) && isNameWord(tokens[first - 1]!)) first--
    const inner = tokens.slice(comma + 1, end - 1)
    if (inner.every((token) => isNameWord(token) && !has(token, 'role'))) {
      let start = comma
      while (start > Math.max(0, comma - longest) && !border(tokens[start - 1]!)) start--
      return withRole(tokens.slice(start, comma), inner, text)
    }
    if (!isNameWord(tokens[comma - 1] ?? tokens[0]!) || !inner.some((token) => has(token, 'role', 'opinion', 'office')))
      return null
    return {
      name: phrase(text, tokens.slice(Math.max(0, first), comma)),
      as: phrase(
        text,
        inner.filter((token, i) => i > 0 || !/^(?:who|the)$/.test(token.text)),
      ),
      isOffice: false,
      isOpinion: inner.some((token) => has(token, 'opinion')),
      start: tokens[Math.max(0, first)]!.start,
      end: tokens[end - 1]!.end,
    }
  }
  let first = end
  while (first > Math.max(0, end - longest) && !border(tokens[first - 1]!) && !has(tokens[first - 1]!, 'say', 'but'))
    first--
  // Only what belongs to the name: words in lower case without a role before it are the end of something else.
  const whole = tokens.slice(first, end)
  const from = whole.findIndex(
    (token) => isNameWord(token) || has(token, 'role', 'office', 'pronoun') || token.text === 'the',
  )
  return from < 0 ? null : personIn(text, whole.slice(from))
}

/** "concluded Arystanbekov", "said Minister X". */
function objectOf(sentence: Sentence, verb: number, text: string): Speaker | null {
  const { tokens } = sentence
  let last = verb + 1
  while (
    last < Math.min(tokens.length, verb + longest) &&
    (isNameWord(tokens[last]!) || has(tokens[last], 'role', 'office') || particle.test(tokens[last]!.text))
  )
    last++
  const inner = tokens.slice(verb + 1, last)
  if (tokens[last]?.text === ',') {
    let end = last + 1
    while (end < Math.min(tokens.length, last + longest) && !border(tokens[end]!)) end++
    const other = tokens.slice(last + 1, end)
    const isName = (words: readonly Token[]) => words.every((token) => isNameWord(token) && !has(token, 'role'))
    if (isName(inner)) return withRole(other, inner, text) ?? (inner.length ? personIn(text, inner) : null)
    if (isName(other)) return withRole(inner, other, text)
  }
  return inner.length && isNameWord(inner.at(-1)!) && (isNameWord(inner[0]!) || has(inner[0], 'role'))
    ? personIn(text, inner)
    : null
}

/** "according to Georgia's National Statistics Office". */
function sourceOf(sentence: Sentence, at: number, text: string): Speaker | null {
  const { tokens } = sentence
  let first = at
  while (first < tokens.length && has(tokens[first], 'according')) first++
  let last = first
  while (
    last < Math.min(tokens.length, first + longest) &&
    !border(tokens[last]!) &&
    !has(tokens[last], 'past', 'reaches', 'present', 'say')
  )
    last++
  return personIn(text, tokens.slice(first, last))
}

export type Attribution = {
  said: Speaker | null
  by: Speaker | null
  pronoun: boolean
  /** Where its last verb of saying stands; -1 where it has none. */
  verb: number
  /** Tokens that say that experts or analysts expect it, with or without a name. */
  views: number[]
}

/** "Analysts expect", "according to experts at the bank": whose view it is, not whose plan. */
function isView(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8) && sentence.tokens[i]!.figure === null; i--) {
    if (has(sentence.tokens[i], 'according')) return true
    if (has(sentence.tokens[i], 'past', 'present', 'modal')) break
  }
  for (let i = at + 1; i < Math.min(sentence.tokens.length, at + longest) && !border(sentence.tokens[i]!); i++)
    if (has(sentence.tokens[i], 'forecast', 'say')) return true
  return false
}

/** Who speaks in a sentence, and whose data it gives. */
export function attributionIn(sentence: Sentence, text: string): Attribution {
  const found: Attribution = { said: null, by: null, pronoun: false, verb: -1, views: [] }
  for (let at = 0; at < sentence.tokens.length && at < 400; at++) {
    const token = sentence.tokens[at]!
    if (token.figure !== null) continue
    if (has(token, 'opinion') && isView(sentence, at)) found.views.push(at)
    if (has(token, 'according')) {
      if (has(sentence.tokens[at - 1], 'according')) continue
      const source = sourceOf(sentence, at, text)
      if (source?.isOffice) found.by ??= source
      else if (source && !/^(?:him|her|them)$/i.test(source.name)) found.said ??= source
      else if (/^(?:him|her)$/.test(sentence.tokens[at + 2]?.text ?? '')) found.pronoun = true
    } else if (has(token, 'say') && !has(token, 'rise')) {
      found.verb = token.start
      const before = sentence.tokens[at - 1]
      if (has(before, 'pronoun')) found.pronoun = true
      const speaker = has(before, 'pronoun') ? null : (subjectOf(sentence, at, text) ?? objectOf(sentence, at, text))
      if (speaker?.isOffice) found.by ??= speaker
      if (speaker) found.said ??= speaker
    }
  }
  return found
}
