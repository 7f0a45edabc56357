import { spanOf } from '@/lib/periods/rules'
import { couldMean } from '@/lib/quantities/currencies/rules'
import { familyOf, hasTopic, isReferred, subjectOf } from './families/families'
import { isShare } from './kinds/change'
import { nothingBetween, tokenBefore } from './kinds/clause'
import { type Judged, judge } from './kinds/kinds'
import { isPresent } from './kinds/modality'
import type { Lexicon } from './languages/lexicon'
import { amountOf, type Figure } from './numbers/figures'
import { countedBy, isLargeCount, isSmallTalk } from './numbers/nouns'
import { baseOf, dueOf, type Frame, periodOf } from './periods/attach'
import { notationOf } from './periods/calendar'
import type { Mention } from './periods/mentions'
import type { Candidate, DoubtName, Family } from './schema'
import { has, type Sentence } from './sentences/sentence'

/** What the sentences before leave in the reader's mind. */
export type Memory = {
  frame: Frame
  /** The latest time that the text as a whole speaks of. */
  report: Frame
  family: Family | null
  /** What the last figure in a unit was of, asides left out, and the sentences without one since: what "it" means. */
  spokenOf: Map<string, { family: Family; paragraph: number }>
  since: Sentence[]
  last: { figure: Figure; judged: Judged } | null
  level: Figure | null
  paragraph: number
  docsDay: string | null
}
export type Reading = { figure: Figure; judged: Judged; candidate: Candidate }

type Surroundings = {
  text: string
  plainText: string
  lexicon: Lexicon
  date: string | null
  pair: readonly [string, string] | null
}

const money: Record<string, string[]> = {
  PAK: ['PKR'],
  LKA: ['LKR'],
  NPL: ['NPR'],
  EGY: ['EGP'],
  LBN: ['LBP'],
  UGA: ['UGX'],
  TZA: ['TZS'],
  MDA: ['MDL'],
  MEX: ['MXN'],
  ARG: ['ARS'],
  CHL: ['CLP'],
  COL: ['COP'],
  PHL: ['PHP'],
  NOR: ['NOK'],
  SWE: ['SEK'],
  DNK: ['DKK'],
  CZE: ['CZK'],
  ISL: ['ISK'],
  IRN: ['IRR'],
  QAT: ['QAR'],
  OMN: ['OMR'],
  MAR: ['MAD'],
  UZB: ['UZS'],
  TKM: ['TMT'],
  BLR: ['BYN'],
  JPN: ['JPY'],
  AUS: ['AUD'],
  CAN: ['CAD'],
  SGP: ['SGD'],
  HKG: ['HKD'],
  NZL: ['NZD'],
  RWA: ['RWF'],
}
const homes: Record<string, string> = {
  INR: 'IND',
  GBP: 'GBR',
  KES: 'KEN',
  RON: 'ROU',
  CHF: 'CHE',
  MXN: 'MEX',
  DKK: 'DNK',
  SAR: 'SAU',
  AED: 'ARE',
  KGS: 'KGZ',
  AZN: 'AZE',
  RUB: 'RUS',
  CNY: 'CHN',
}

/** "rupees" of an article about Pakistan are Pakistan's; a dollar sign stays America's. */
function ownMoney(figure: Figure, { plainText, pair }: Surroundings): string | null {
  const { unit } = figure
  if (!unit || unit === 'USD' || !pair || pair.includes(homes[unit] ?? '')) return unit
  const could = couldMean(plainText.slice(figure.start, figure.end), unit)
  return pair.flatMap((code) => money[code] ?? []).find((code) => could.includes(code)) ?? unit
}

const isA = (lexicon: Lexicon) => (word: string, cue: 'document' | 'passenger' | 'countable') =>
  lexicon.cues.at([{ text: word, start: 0, end: word.length }], 0)?.means.includes(cue) ?? false

/** A unit for a number that has none of its own; null where it is no figure. */
function unitFor(sentence: Sentence, figure: Figure, last: Figure | null, around: Surroundings): string | null {
  figure.counted = countedBy(sentence, figure, around.plainText, isA(around.lexicon))
  const { counted } = figure
  if (isSmallTalk(figure, counted)) return null
  if (counted === 'document')
    return figure.inWords && amountOf(figure) < 10 && !sentence.tokens.some((t) => has(t, 'sign')) ? null : 'count'
  if (counted === 'passenger') return 'passengers'
  if (counted === 'countable') return 'count'
  if (figure.unit) return figure.unit
  const next = sentence.figures.find((other) => other.at > figure.at)
  const joined = next && next.at - figure.at <= 2 && has(sentence.tokens[figure.at + 1], 'to', 'and')
  if (joined) {
    const named = countedBy(sentence, next, around.plainText, isA(around.lexicon))
    const lent = next.unit ?? (named === 'passenger' ? 'passengers' : named ? 'count' : null)
    if (lent) return lent
  }
  const before = tokenBefore(sentence, figure)
  const compared =
    has(before, 'against', 'from') ||
    /(?:instead of|against)$/.test(around.plainText.slice(figure.from - 12, figure.from).trim())
  const here = sentence.figures.findLast((other) => other.at < figure.at && other.unit)
  if (here && (compared || (figure.unitMult >= 3 && /^[A-Z]{3}$/.test(here.unit!)))) return here.unit
  const following = sentence.tokens[figure.at + 1]
  if (
    has(following, 'of') &&
    /^(?:them|which|these|those)$/.test(sentence.tokens[figure.at + 2]?.text ?? '') &&
    last?.unit === 'count'
  )
    return 'count'
  const alone =
    !following ||
    !/^\p{L}/u.test(following.text) ||
    has(following, 'by', 'and', 'to', 'of', 'past', 'modal', 'from', 'yearly', 'respectively') ||
    /^(?:in|for|during|by|last|this|since|per|a|each|daily|weekly)$/.test(following.text)
  if (alone && last?.unit && !['percent', 'times'].includes(last.unit) && (isLargeCount(figure) || figure.unitMult > 0))
    return last.unit
  if (alone && (isLargeCount(figure) || has(before, 'to', 'reaches', 'from'))) {
    const subject = sentence.tokens
      .slice(Math.max(0, figure.at - 12), figure.at)
      .findLast((t) => has(t, 'countable', 'passenger'))
    if (subject) return has(subject, 'passenger') ? 'passengers' : 'count'
  }
  return isLargeCount(figure) && figure.unitMult < 15 && !alone ? 'count' : figure.unitMult >= 5 ? 'count' : null
}

/** Units that mean something only among words of their own. */
function isAtHome(sentence: Sentence, figure: Figure): boolean {
  const next = sentence.tokens[figure.at + 1]
  if (figure.unit === 'days')
    return (
      (sentence.tokens.some((token) => has(token, 'transit')) &&
        !/^(?:ago|later|earlier|visit|trip|before|after|old)$/.test(next?.text ?? '') &&
        !has(tokenBefore(sentence, figure), 'past')) ||
      sentence.figures.some((other) => other !== figure && other.unit === 'days' && other.read.valueTo !== null)
    )
  if (figure.unit === 'km') return !has(next, 'distance')
  return true
}

const widest = 25
/** The sentence, or of a long one the words around the number, cut at a mark where there is one. */
function quoteOf(sentence: Sentence, figure: Figure): { start: number; end: number } {
  const { tokens } = sentence
  if (tokens.length <= widest) return { start: sentence.start, end: sentence.end }
  let from = Math.max(0, figure.at - 16)
  let to = Math.min(tokens.length, figure.at + 12)
  for (let i = from; i < figure.at - 6; i++)
    if (/^[,;:—(]$/.test(tokens[i]!.text)) {
      from = i + 1
      break
    }
  for (let i = to - 1; i > figure.at + 4; i--)
    if (/^[,;:—.]$/.test(tokens[i]!.text)) {
      to = i
      break
    }
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

const still: readonly string[] = ['level', 'share', 'rate']
const dayIn = (mentions: readonly Mention[]) =>
  mentions.find((m) => m.role === 'when' && m.days && spanOf(m.days) === 'day')?.days?.starts
const groupOf = (family: Family) => family.split('.')[0]!
/** Another paragraph about another matter is not about the same time. */
const frameFor = (frame: Frame, sentence: Sentence, family: Family): Frame =>
  frame &&
  (frame.group === null ||
    frame.group === groupOf(family) ||
    (frame.paragraph === sentence.paragraph && family !== 'other'))
    ? frame
    : null

/** Families whose present tense speaks of this year; what a project costs has no year. */
const lives: readonly Family[] = ['transport', 'economy', 'trade.turnover', 'trade.exports', 'trade.imports', 'other']

/**
 * What the next sentences may go on speaking of. An older time than that of the report ("in 2004 it was …") is meant in
 * its own paragraph only.
 */
function remember(
  memory: Memory,
  mentions: readonly Mention[],
  sentence: Sentence,
  found: readonly Reading[],
  { text, date }: Surroundings,
): void {
  const past = mentions.filter((m) => m.role === 'when' && m.days && !m.span && (!date || m.days.starts <= date))
  const day = past.findLast((m) => spanOf(m.days!) === 'day')
  if (day) memory.docsDay = day.days!.starts
  const stretches = past.filter((m) => spanOf(m.days!) !== 'day' && (!m.weak || sentence.figures.length > 0))
  const latest = stretches.reduce<Mention | null>(
    (best, m) => (!best || m.days!.ends > best.days!.ends ? m : best),
    null,
  )
  if (!latest?.days) return
  const group = found[0] ? groupOf(found[0].candidate.family) : null
  const frame = { days: latest.days, words: text.slice(latest.start, latest.end), paragraph: sentence.paragraph, group }
  memory.frame = frame
  if (!memory.report || frame.days.ends >= memory.report.days.ends || memory.report.group !== group)
    memory.report = frame
}

const isAside = (sentence: Sentence, { at }: Figure) => {
  const before = sentence.tokens.slice(Math.max(0, at - widest), at)
  return before.findLastIndex(({ text }) => text === '(') > before.findLastIndex(({ text }) => text === ')')
}
const ratios: readonly (string | null)[] = ['percent', 'times']
/** What "it" means beside a figure: what was last counted in its unit, or in that of the amount a multiple leads to. */
function meantBy(sentence: Sentence, figure: Figure, memory: Memory, lexicon: Lexicon): Family | null {
  if (!isReferred(sentence, figure)) return null
  const unit = ratios.includes(figure.unit) ? sentence.figures.find(({ at }) => at > figure.at)?.unit : figure.unit
  const counted = unit ? memory.spokenOf.get(unit) : undefined
  if (counted && sentence.paragraph <= counted.paragraph + 2) return counted.family
  for (const told of memory.since.toReversed()) {
    const family = subjectOf(told, lexicon)
    if (family) return family
  }
  return null
}

/** Reads the figures of one sentence; `memory` is changed to what stays in mind. */
export function readFigures(
  sentence: Sentence,
  mentions: readonly Mention[],
  memory: Memory,
  around: Surroundings,
): Reading[] {
  const found: Reading[] = []
  if (memory.frame && sentence.paragraph > memory.frame.paragraph) memory.frame = memory.report
  if (memory.frame && sentence.paragraph > memory.frame.paragraph + 2) memory.frame = null
  const lastUnit = memory.level
  let earlier: { figure: Figure; judged: Judged } | null = null
  let family: Family | null = memory.family
  for (const figure of sentence.figures) {
    const unit = unitFor(sentence, figure, memory.level ?? lastUnit, around)
    figure.unitInherited = figure.unit === null && unit !== null
    figure.unit = unit
    if (!unit || figure.at < 0) continue
    figure.unit = ownMoney(figure, around)
    if (!isAtHome(sentence, figure)) continue
    const judged = judge(sentence, figure, figure.counted, earlier)
    if (!judged) continue
    const shared =
      earlier !== null && earlier.figure.unit === figure.unit && nothingBetween(sentence, earlier.figure, figure)
    family =
      judged.nature === 'documents'
        ? 'documents'
        : (meantBy(sentence, figure, memory, around.lexicon) ?? familyOf(sentence, figure, family, shared))
    // Money of documents is invested; what is promised next is about itself.
    if (family === 'documents' && judged.nature !== 'documents') family = 'investment'
    if (judged.kind === 'commitment' && !hasTopic(sentence, figure)) family = 'other'
    const candidate = toCandidate(sentence, figure, judged, family, mentions, memory, around, earlier)
    found.push({ figure, judged, candidate })
    earlier = { figure, judged }
    memory.last = earlier
    if (!['percent', 'times'].includes(figure.unit!)) memory.level = figure
    if (family !== 'documents') memory.family = family
    if (family !== 'documents' && family !== 'other' && !isAside(sentence, figure))
      memory.spokenOf.set(figure.unit!, { family, paragraph: sentence.paragraph })
  }
  memory.since = found.length ? [] : [...memory.since.slice(-2), sentence]
  remember(memory, mentions, sentence, found, around)
  if (
    memory.report &&
    sentence.paragraph <= memory.report.paragraph + 2 &&
    found.some(({ candidate }) => groupOf(candidate.family) === memory.report?.group)
  )
    memory.report = { ...memory.report, paragraph: sentence.paragraph }
  return found
}

function toCandidate(
  sentence: Sentence,
  figure: Figure,
  judged: Judged,
  family: Family,
  mentions: readonly Mention[],
  memory: Memory,
  around: Surroundings,
  earlier: { figure: Figure } | null,
): Candidate {
  const { text, date } = around
  const doubts: DoubtName[] = []
  const before = tokenBefore(sentence, figure)
  const isBase = has(before, 'from') ? judged.nature === 'level' : has(before, 'against') && earlier !== null
  const isDue = judged.kind === 'target' || judged.kind === 'commitment'
  const due = isDue ? dueOf(sentence, figure, mentions, date, text) : null
  let when = isDue ? null : periodOf(sentence, figure, mentions, frameFor(memory.frame, sentence, family), isBase, text)
  if (when?.mention?.span && judged.nature === 'level')
    when = { days: null, words: when.words, inherited: false, mention: when.mention }
  const built = judged.modality === 'capacity'
  if (when && (built || sentence.tokens.some((t) => has(t, 'once'))) && (when.inherited || !when.mention)) when = null
  if (!when && !isDue && !built) when = null
  let period = when?.days ? notationOf(when.days) : null
  if (
    !period &&
    !isDue &&
    !isBase &&
    !built &&
    !when?.words &&
    date &&
    still.includes(judged.nature) &&
    lives.includes(family) &&
    isPresent(sentence, figure)
  )
    period = date.slice(0, 4)
  if (judged.kind === 'agreement-count' && date && (!period || when?.inherited || when?.mention?.weak))
    period = dayIn(mentions) ?? memory.docsDay ?? date
  const base =
    judged.nature === 'change' || judged.nature === 'multiple'
      ? baseOf(figure, mentions, when?.days ?? null, text)
      : null
  if (when?.inherited) doubts.push('periodInherited')
  if (!period && !isDue) doubts.push('periodUnknown')
  if (figure.unitInherited) doubts.push('unitInherited')
  if (sentence.tokens.some((t) => has(t, 'hedge'))) doubts.push('hedged')
  if (isDue && sentence.tokens.some((t) => has(t, 'condition'))) doubts.push('conditional')
  const { start, end } = quoteOf(sentence, figure)
  const negative = judged.falls && judged.nature === 'change'
  return {
    start,
    end,
    quote: text.slice(start, end),
    numberStart: figure.start,
    numberEnd: figure.end,
    kind: judged.kind,
    value: negative && figure.value !== '0' ? `-${figure.value}` : figure.value,
    valueTo: figure.valueTo,
    unitMult: figure.unitMult,
    decimals: figure.decimals,
    unit: figure.unit,
    qualifier: figure.qualifier,
    period,
    periodWords: when?.words ?? null,
    due: due?.days ? notationOf(due.days) : null,
    dueWords: due?.words ?? null,
    base: base?.days ? notationOf(base.days) : null,
    baseWords: base?.words ?? null,
    family,
    about: [],
    origin: null,
    reporterWords: null,
    speaker: null,
    speakerAs: null,
    code: judged.kind === 'commitment' ? 'pledge' : null,
    step: null,
    title: null,
    rule: judged.rule,
    doubts,
    confidence: Math.max(0.3, 0.9 - doubts.length * 0.1 - (isShare(sentence, figure) ? 0.05 : 0)),
    sameAs: null,
  }
}
