import type { Days } from '@/lib/periods/notation/rules'
import { spanOf } from '@/lib/periods/rules'
import { isSubject } from '../kinds/modality'
import type { Figure } from '../numbers/figures'
import { has, type Sentence } from '../sentences/sentence'
import { untilNow, earlier as yearBefore } from './calendar'
import type { Mention } from './mentions'

/** The stretch of time that the text is speaking of, until it names another one. */
export type Frame = { days: Days; words: string; paragraph: number; group: string | null } | null
/** A figure, or a verb: where it stands among the tokens and in the text. */
export type Place = Pick<Figure, 'at' | 'start' | 'end'>
export type When = { days: Days | null; words: string | null; inherited: boolean; mention: Mention | null }

const nothing: When = { days: null, words: null, inherited: false, mention: null }
/** Marks and joints that end what directly follows a number: "in 2019, 783,000 tons in 2020". */
const ends = (sentence: Sentence, at: number) => {
  const token = sentence.tokens[at]!
  return (
    token.figure !== null || [',', ';', '(', ')', ':'].includes(token.text) || has(token, 'but') || token.text === 'and'
  )
}

/** The mention that directly follows a figure, before any comma or number; one may stand between commas of its own. */
function following(sentence: Sentence, figure: Place, mentions: readonly Mention[]): Mention | null {
  let limit = sentence.end
  for (let i = figure.at + 1; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i]!
    const inside = mentions.some((m) => token.start >= m.start && token.end <= m.end)
    if (!inside && ends(sentence, i)) {
      limit = token.start
      break
    }
  }
  return mentions.find((m) => m.start >= figure.end && m.start < limit) ?? null
}

const nearestBefore = (figure: Place, mentions: readonly Mention[]) =>
  mentions.findLast((m) => m.end <= figure.start) ?? null
const nearestAfter = (figure: Place, mentions: readonly Mention[]) =>
  mentions.find((m) => m.start >= figure.end) ?? null

/** "he said on 5 May": a day is when a figure holds only as "as of 5 May". */
const isDayOfSaying = (mention: Mention, text: string) =>
  mention.days !== null &&
  spanOf(mention.days) === 'day' &&
  !/(?:as of|as at|as on|by|at|from|на|по состоянию на) (?:the )?$/i.test(
    text.slice(Math.max(0, mention.start - 24), mention.start),
  )

/** "… more than in 2022, when it was 2.9 billion": the stretch of time that the figure's own clause is about. */
function antecedent(sentence: Sentence, figure: Place, mentions: readonly Mention[]): Mention | null {
  const mention = mentions.findLast((m) => m.end <= figure.start && m.role !== 'words')
  if (!mention) return null
  const next = sentence.tokens.findIndex((token) => token.start >= mention.end)
  const word = sentence.tokens[next]?.text === ',' ? next + 1 : next
  if (next < 0 || word >= figure.at || !has(sentence.tokens[word], 'relative')) return null
  return sentence.tokens.slice(word, figure.at).some((token) => has(token, 'but') || token.text === ')')
    ? null
    : mention
}

const whenOf = (mention: Mention, text: string): When => ({
  days: mention.days,
  words: text.slice(mention.start, mention.end).trim(),
  inherited: false,
  mention,
})

/**
 * When a figure holds. In order: what follows it, the nearest before it, any other in the sentence, the frame.
 * @param isBase the figure is what another one is compared with ("against 2.2 billion a year earlier")
 */
export function periodOf(
  sentence: Sentence,
  figure: Figure,
  mentions: readonly Mention[],
  frame: Frame,
  isBase: boolean,
  text: string,
): When {
  const after = following(sentence, figure, mentions)
  const clause = after ? null : antecedent(sentence, figure, mentions)
  if (clause && clause.role !== 'earlier') return whenOf(clause, text)
  if (clause) {
    const main = mentions.findLast((m) => m.role === 'when' && m.days && m.end <= clause.start)
    const days = main?.days ?? frame?.days
    return { ...whenOf(clause, text), days: days ? yearBefore(days) : null, inherited: !main && Boolean(days) }
  }
  if (isBase) {
    if (after?.days) return whenOf(after, text)
    const at = mentions.filter((m) => m.role === 'when' && m.days)
    const main = nearestBefore(figure, at) ?? at[0] ?? null
    const days = main?.days ?? frame?.days ?? null
    if (after?.role === 'earlier' && days)
      return {
        days: yearBefore(days),
        words: text.slice(after.start, after.end),
        inherited: main === null,
        mention: after,
      }
    return nothing
  }
  const holds = mentions.filter(
    (m) => (m.role === 'when' || m.role === 'words' || m.role === 'due') && !isDayOfSaying(m, text),
  )
  const direct = after && holds.includes(after) ? after : null
  const found = direct ?? nearestBefore(figure, holds) ?? nearestAfter(figure, holds)
  if (found) return whenOf(found, text)
  return frame ? { days: frame.days, words: frame.words, inherited: true, mention: null } : nothing
}

/** Whose end it is: "pledged $500 million and promised to build a hospital by 2026" dates the hospital. */
const verbBetween = (sentence: Sentence, from: number, to: number) =>
  sentence.tokens.some(
    (token) =>
      token.start >= from && token.end <= to && has(token, 'plan', 'promise', 'forecast', 'infinitive', 'past'),
  )

/** Begins after the day of the text, or ends well after it: "since February" does neither. */
const isAhead = (days: Days | null, date: string | null) =>
  days !== null && date !== null && (days.starts > date || days.ends > untilNow(date, date).ends)

/** When a plan falls due: a stretch named as an end, else any that lies ahead of the text. */
export function dueOf(
  sentence: Sentence,
  figure: Place,
  mentions: readonly Mention[],
  date: string | null,
  text: string,
): When {
  const dues = mentions.filter((m) => m.role === 'due')
  const direct = following(sentence, figure, mentions)
  if (direct?.role === 'due') return whenOf(direct, text)
  const ahead = mentions.filter((m) => (m.role === 'when' || m.role === 'base') && isAhead(m.days, date))
  for (const ends of [dues, ahead]) {
    const next = nearestAfter(figure, ends)
    if (next && (next === direct || !verbBetween(sentence, figure.end, next.start))) return whenOf(next, text)
    const previous = nearestBefore(figure, ends)
    if (previous && !isSubject(sentence, figure)) return whenOf(previous, text)
  }
  const words = mentions.find((m) => m.role === 'words')
  return words ? whenOf(words, text) : nothing
}

/** Against what a change is measured. */
export function baseOf(figure: Figure, mentions: readonly Mention[], period: Days | null, text: string): When {
  const bases = mentions.filter((m) => m.role === 'base' || m.role === 'earlier')
  const found = nearestAfter(figure, bases) ?? nearestBefore(figure, bases)
  if (!found) return nothing
  const days = found.days ?? (period ? yearBefore(period) : null)
  return { days, words: text.slice(found.start, found.end), inherited: false, mention: found }
}
