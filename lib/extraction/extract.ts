import { plain } from '@/lib/quantities/numerals/rules'
import { linkDuplicates } from './duplicates/duplicates'
import { readEvents } from './events/events'
import { type Memory, readFigures } from './figures'
import { headlinesIn } from './headline/headline'
import { clauseEnd, clauseStart } from './kinds/clause'
import { type Known, languageFor, languageOf } from './languages/known'
import { lexiconOf } from './languages/lexicon'
import { figuresIn } from './numbers/figures'
import { type Mention, mentionsIn } from './periods/mentions'
import { originOf, placesIn } from './places/places'
import type { Candidate, Extraction, ExtractionOptions } from './schema'
import { type Sentence, toSentence } from './sentences/sentence'
import { sentencesIn } from './sentences/sentences'
import { type Attribution, attributionIn } from './speakers/speakers'
import { emptyStage, speakerOf } from './speakers/speech'

type Cut = { sentence: Sentence; mentions: Mention[] }

/** The text cut into sentences, with figures and stretches of time found in each. */
function cut(text: string, plainText: string, options: ExtractionOptions, { language, times }: Known): Cut[] {
  const lexicon = lexiconOf(language)
  const figures = figuresIn(plainText)
  const moment = { date: options.date, pair: options.pair }
  let next = 0
  return sentencesIn(text).map((span, index) => {
    while (next < figures.length && figures[next]!.start < span.start) next++
    const first = next
    while (next < figures.length && figures[next]!.end <= span.end) next++
    const mentions = mentionsIn(plainText, span.start, span.end, times, moment)
    const sentence = toSentence(text, plainText, span, index, figures.slice(first, next), lexicon, mentions)
    return { sentence, mentions }
  })
}

/**
 * Reads what a text claims: figures with unit, period, qualifier and speaker; events, agreements and commitments
 * without one. Pure, deterministic, in time linear in the length of the text; throws nothing.
 */
export function extract(text: string, options: ExtractionOptions): Extraction {
  const plainText = plain(text)
  const code = options.language ?? languageOf(text)
  const known = languageFor(code)
  const lexicon = lexiconOf(known.language)
  const around = { text, plainText, lexicon, date: options.date, pair: options.pair }
  const memory: Memory = {
    frame: null,
    report: null,
    family: null,
    spokenOf: new Map(),
    since: [],
    last: null,
    level: null,
    paragraph: 0,
    docsDay: null,
  }
  const stage = emptyStage()
  const all = cut(text, plainText, options, known)
  const attributions: Attribution[] = all.map(({ sentence }) => attributionIn(sentence, text))
  const candidates: Candidate[] = []
  all.forEach(({ sentence, mentions }, at) => {
    const following = all[at + 1]?.sentence.paragraph === sentence.paragraph ? attributions[at + 1]! : null
    const said = speakerOf(sentence, attributions[at]!, following, stage, text)
    const figures = readFigures(sentence, mentions, memory, around)
    const kinds = new Set<string>(figures.map(({ judged }) => judged.kind))
    const found = [
      ...figures.map(({ candidate }) => candidate),
      ...readEvents(sentence, mentions, known.events, kinds, options.date, text),
    ]
    if (!found.length) return
    const about = placesIn(sentence, text)
    for (const { figure, candidate } of figures) {
      candidate.origin = originOf(sentence, figure.at, candidate.family, text)
      const [from, to] = [clauseStart(sentence, figure.at), clauseEnd(sentence, figure.at)]
      const isOpinion = said.speaker?.isOpinion || attributions[at]!.views.some((view) => view >= from && view < to)
      if (!isOpinion || candidate.kind !== 'target') continue
      candidate.doubts.push('opinion')
      candidate.confidence -= 0.2
    }
    for (const candidate of found) {
      candidate.about = about
      candidate.reporterWords = said.reporter
      candidate.speaker = said.speaker?.name ?? null
      candidate.speakerAs = said.speaker?.as ?? null
    }
    candidates.push(...found)
  })
  linkDuplicates(candidates, text)
  return { candidates, checks: headlinesIn(candidates), language: code }
}
