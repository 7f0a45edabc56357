import { dueOf } from '../periods/attach'
import { notationOf } from '../periods/calendar'
import type { Mention } from '../periods/mentions'
import { blankCandidate, type Candidate, type DoubtName } from '../schema'
import { Phrases } from '../sentences/phrases'
import { has, type Sentence } from '../sentences/sentence'
import type { EventWords, Occurrence } from './patterns'

export type EventLexicon = { phrases: Phrases<Occurrence>; instruments: EventWords['instruments'] }

export function eventLexiconOf(words: EventWords): EventLexicon {
  const phrases = new Phrases<Occurrence>()
  for (const { phrases: list, ...occurrence } of words.occurrences) phrases.add(list, occurrence)
  return { phrases, instruments: words.instruments }
}

/** A title of a document: from the capital before its noun to the end of the run ("Declaration on … relations"). */
function titleAround(
  sentence: Sentence,
  at: number,
  lexicon: EventLexicon,
  text: string,
): { title: string; code: string; end: number } | null {
  for (let i = Math.max(0, at - 14); i < Math.min(sentence.tokens.length, at + 14); i++) {
    const token = sentence.tokens[i]!
    const code = lexicon.instruments[token.text]
    if (!code || !token.capital || token.figure !== null) continue
    let first = i
    while (
      first > 0 &&
      (sentence.tokens[first - 1]!.capital || /^(?:on|of|and|the)$/.test(sentence.tokens[first - 1]!.text)) &&
      i - first < 10
    )
      first--
    while (first < i && !sentence.tokens[first]!.capital) first++
    let last = i
    while (
      last + 1 < sentence.tokens.length &&
      last - i < 14 &&
      /^[\p{L}-]+$/u.test(sentence.tokens[last + 1]!.text) &&
      !has(sentence.tokens[last + 1], 'modal', 'past', 'present', 'say')
    )
      last++
    return { title: text.slice(sentence.tokens[first]!.start, sentence.tokens[last]!.end), code, end: last }
  }
  return null
}

const clip = (words: string) => {
  const parts = words.replace(/\s+/g, ' ').split(' ')
  return parts.length > 14 ? `${parts.slice(0, 14).join(' ')} …` : parts.join(' ')
}

/** Words around an event that make its evidence: the sentence, or the part of a long one that holds it. */
function quoteAt(sentence: Sentence, at: number): { start: number; end: number } {
  const { tokens } = sentence
  if (tokens.length <= 45) return { start: sentence.start, end: sentence.end }
  let from = Math.max(0, at - 20)
  let to = Math.min(tokens.length, at + 22)
  for (let i = at; i > from; i--)
    if (/^[;,—]$/.test(tokens[i]!.text) && at - i > 6) {
      from = i + 1
      break
    }
  for (let i = at + 8; i < to; i++)
    if (/^[;.—]$/.test(tokens[i]!.text)) {
      to = i
      break
    }
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

/**
 * What happened, was agreed or is to be done in a sentence, one suggestion at most for each kind.
 * @param figureKinds kinds that figures of the sentence already have: a promise with an amount is not suggested twice.
 */
export function readEvents(
  sentence: Sentence,
  mentions: readonly Mention[],
  lexicon: EventLexicon,
  figureKinds: ReadonlySet<string>,
  date: string | null,
  text: string,
): Candidate[] {
  const found = new Map<string, Candidate>()
  for (let at = 0; at < Math.min(sentence.tokens.length, 400); at++) {
    if (sentence.tokens[at]!.figure !== null) continue
    const phrase = lexicon.phrases.at(sentence.tokens, at)
    const occurrence = phrase?.means[0]
    if (!phrase || !occurrence) continue
    const isSigning = occurrence.rule === 'signing'
    const nearDocument = sentence.tokens.slice(Math.max(0, at - 14), at + 16).some((token) => has(token, 'document'))
    if (isSigning && !nearDocument) continue
    if (isSigning && figureKinds.has('agreement-count')) continue
    if (occurrence.kind === 'commitment' && (figureKinds.has('commitment') || figureKinds.has('target'))) continue
    const ahead = sentence.tokens
      .slice(Math.max(0, at - 4), at + phrase.length)
      .some((token) => has(token, 'modal') || token.text === 'about')
    const named = isSigning ? titleAround(sentence, at, lexicon, text) : null
    const kind = named ? 'agreement' : occurrence.kind
    if (found.has(kind)) continue
    const { start, end } = quoteAt(sentence, at)
    const day = mentions.find((m) => m.days && m.role === 'when' && (!m.span || kind !== 'event'))
    const due =
      kind === 'commitment'
        ? dueOf(
            sentence,
            { at, start: sentence.tokens[at]!.start, end: sentence.tokens[at]!.end },
            mentions,
            date,
            text,
          )
        : null
    const doubts: DoubtName[] = []
    if (ahead && kind !== 'commitment') doubts.push('announced')
    if (isSigning && !named) doubts.push('countUnknown')
    found.set(kind, {
      ...blankCandidate(),
      start,
      end,
      quote: text.slice(start, end),
      kind,
      period: kind === 'commitment' ? null : day?.days ? notationOf(day.days) : null,
      periodWords: kind !== 'commitment' && day ? text.slice(day.start, day.end).trim() : null,
      due: due?.days ? notationOf(due.days) : null,
      dueWords: due?.words ?? null,
      family: isSigning ? 'documents' : 'other',
      code: named?.code ?? occurrence.code,
      step: ahead ? null : occurrence.step,
      title: clip(named?.title ?? text.slice(start, end)),
      rule: named ? 'instrument' : occurrence.rule,
      doubts,
      confidence: named ? 0.7 : 0.5,
    })
  }
  return [...found.values()]
}
