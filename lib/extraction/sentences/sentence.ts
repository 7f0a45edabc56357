import type { Cue } from '../languages/language'
import type { Lexicon } from '../languages/lexicon'
import type { Figure } from '../numbers/figures'
import type { Mention } from '../periods/mentions'
import { type Piece, piecesOf } from './phrases'
import type { Span } from './sentences'

/** A word, a mark, or a whole figure with its qualifier. */
export type Token = Piece & { cues: readonly Cue[]; topics: readonly string[]; figure: number | null; capital: boolean }
export type Sentence = Span & {
  index: number
  tokens: Token[]
  figures: Figure[]
  verbFinal: boolean
  levelEnding: RegExp | null
}

const none: readonly never[] = []
const isCapital = (char: string) => char !== char.toLowerCase()

/**
 * A sentence as the rules see it: figures stand as one token each, every other token carries what the lexicon says of
 * the longest phrase that begins there, and of phrases it is inside of.
 */
export function toSentence(
  text: string,
  plainText: string,
  span: Span,
  index: number,
  figures: Figure[],
  lexicon: Lexicon,
  mentions: readonly Mention[],
): Sentence {
  const pieces = piecesOf(plainText, span.start, span.end)
  const tokens: Token[] = []
  let next = 0
  let figureAt = 0
  while (next < pieces.length) {
    const piece = pieces[next]!
    while (figureAt < figures.length && figures[figureAt]!.to <= piece.start) figureAt++
    const figure = figures[figureAt]
    if (figure && piece.end > figure.from) {
      figure.at = tokens.length
      tokens.push({
        text: '#',
        start: figure.from,
        end: figure.to,
        cues: none,
        topics: none,
        figure: figureAt,
        capital: false,
      })
      while (next < pieces.length && pieces[next]!.start < figure.to) next++
      figureAt++
      continue
    }
    tokens.push({
      text: piece.text,
      start: piece.start,
      end: piece.end,
      cues: none,
      topics: none,
      figure: null,
      capital: isCapital(text[piece.start]!),
    })
    next++
  }
  mark(tokens, lexicon, mentions, figures.length > 0)
  for (const figure of figures) {
    figure.topics = piecesOf(plainText, figure.start, figure.end).flatMap(
      (piece) => lexicon.topics.at([piece], 0)?.means ?? [],
    )
    figure.lead = piecesOf(plainText, figure.from, figure.start).flatMap(
      (piece) => lexicon.cues.at([piece], 0)?.means ?? [],
    )
  }
  return {
    ...span,
    index,
    tokens,
    figures,
    verbFinal: lexicon.language.verbFinal,
    levelEnding: lexicon.language.levelEnding,
  }
}

const past: readonly Cue[] = ['past']
/** A verb that no list names, by its ending; after an article or "of" it is no verb ("of related goods"). */
const isPast = (tokens: readonly Token[], at: number, ending: string | null) =>
  ending !== null &&
  tokens[at]!.text.length > 4 &&
  tokens[at]!.text.endsWith(ending) &&
  !tokens[at]!.capital &&
  at > 0 &&
  !has(tokens[at - 1], 'of', 'filler') &&
  tokens[at - 1]!.text !== '-'

/** Gives each token what the longest phrases over it mean; words of a date mean nothing else. */
function mark(tokens: Token[], lexicon: Lexicon, mentions: readonly Mention[], counts: boolean): void {
  let [mention, phraseEnd] = [0, 0]
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.figure !== null) continue
    while (mention < mentions.length && mentions[mention]!.end <= token.start) mention++
    const dated = mentions[mention]
    if (dated && token.start >= dated.start && (!dated.weak || lexicon.months.at([token], 0))) continue
    const found = lexicon.cues.at(tokens, at)
    // "up" of "made up" is no rise.
    if (found && at + found.length > phraseEnd) {
      for (let i = at; i < at + found.length; i++)
        tokens[i]!.cues = tokens[i]!.cues.length ? [...tokens[i]!.cues, ...found.means] : found.means
      if (found.length > 1 && !found.means.includes('infinitive') && !found.means.includes('promise'))
        phraseEnd = at + found.length
    } else if (!found && isPast(tokens, at, lexicon.language.pastEnding)) token.cues = past
    const topic = counts ? lexicon.topics.at(tokens, at) : null
    if (topic) for (let i = at; i < at + topic.length; i++) tokens[i]!.topics = [...tokens[i]!.topics, ...topic.means]
  }
}
export const has = (token: Token | undefined, ...cues: Cue[]) =>
  token !== undefined && cues.some((cue) => token.cues.includes(cue))
