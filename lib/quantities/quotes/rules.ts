import { type Amount, amountAt, isAmount, multipleAt } from '../amounts/rules'
import { currencyBefore } from '../currencies/rules'
import { isNumberWord, plain, shift } from '../numerals/rules'
import { qualifierAfter, qualifierBefore } from '../qualifiers/rules'
import type { Qualifier } from '../schema'
import { scaleAt, unitAt } from '../units/rules'

/**
 * A number as a text writes it. Only `number` proves a figure: years, days, times, ordinals ("12th") and numbers in
 * names ("Ten Days", "COVID-19") are read too, so that they are never taken for one.
 */
export type NumberRead = {
  kind: 'number' | 'year' | 'date' | 'ordinal' | 'name'
  /** Half-open, UTF-16, from sign or currency to the end of the unit: "$529.4 million". */
  start: number
  end: number
  /** As written, with its qualifier: "more than 20". */
  text: string
  value: string
  valueTo: string | null
  unitMult: number
  decimals: number
  qualifier: Qualifier
  /** A code of the product or of a unit it does not count in; null where none stands beside the number. */
  unit: string | null
  /** The words around say that it went down by this much. */
  falls: boolean
}

const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const dates = [
  /\d{4}-\d{1,2}-\d{1,2}(?!\d)/y,
  /\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/y,
  /\d{1,4}(?:\/\d{1,4}){1,2}(?!\d)/y,
  /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/y,
  new RegExp(
    `\\d{1,2}(?:st|nd|rd|th)?(?: ?(?:-|and|to) ?\\d{1,2}(?:st|nd|rd|th)?)?(?: of)? ${monthName}(?![a-z])`,
    'y',
  ),
]
const dayAfterMonth = /\d{1,2}(?:st|nd|rd|th)?(?: ?- ?\d{1,2}(?:st|nd|rd|th)?)?(?!\d|[.,]\d)/y
const endsInMonth = new RegExp(`(?:^|[^A-Za-z])${monthName} $`)
const year = /(?:19|20)\d{2}(?!\d|[.,']\d)/y
const yearTail = /(?:-\d{2}(?!\d)|'?s(?![a-z]))?/y
const ordinal = /\d+(?:st|nd|rd|th)(?![a-z\d])/iy
/** What makes four digits a count where no unit follows: "more than 2000", not "up to 2025". */
const counted = /(?:more|less|fewer) than $|at least $|total of $|as many as $/i
/** What makes them a year although a noun follows: "In 2022 documents were signed". */
const timed = /(?:^|[^a-z])(?:in|since|by|until|till|during|from|before|after|of|year|early|late) $/i

const fell =
  '(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|reduc(?:e[sd]?|ing)|reduction|shr[aiu]nk|shrinking|lost|cut|contract(?:ed|ing|ion)|plung(?:e[sd]?|ing)|slump(?:s|ed|ing)?|slid|slipp?ed|plummeted|lower(?:ed|ing)?|shorten(?:s|ed|ing)?|narrow(?:s|ed|ing)?|sank|tumbled|dipped|shed)'
const filler =
  '(?: (?:an?|the|by|of|some|sharply|further|slightly|significantly|almost|nearly|about|over|more than|record|modest|mere|another|whopping|respectively))*'
const fallsBefore = new RegExp(`(?:^|[^a-z])${fell}${filler} $`, 'i')
const fallsBy = new RegExp(`(?:^|[^a-z])${fell}(?: [a-z'-]+){0,7} (?:by|of)${filler} $`, 'i')
const fallsAfter = / (?:drop|decline|decrease|fall|reduction|slump|plunge|contraction|less|lower|down)(?![a-z])/iy

/** The same in Russian, and in Turkic languages, whose verb follows. */
const fallsRussian =
  /(?:снизил|снижен|сократил|сокращен|упал|уменьшил|спад|паден)\p{L}*(?: [\p{L}-]+){0,6} на (?:[\p{L}]+ ){0,2}$/iu
const fallsTurkic = /(?: \p{L}+)? (?:azal|aşağı|enib|enmə|düşüb|төменде|азай|қысқар|кемі)\p{L}*/iuy

const matchEnd = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

function flagged(text: string, kind: NumberRead['kind'], start: number, end: number): NumberRead {
  const digits = text.slice(start, end)
  return {
    kind,
    start,
    end,
    text: digits,
    value: /\d{1,30}/.exec(digits)?.[0].replace(/^0+(?=\d)/, '') ?? '0',
    valueTo: null,
    unitMult: 0,
    decimals: 0,
    qualifier: 'exact',
    unit: null,
    falls: false,
  }
}

function counts(text: string, original: string, amount: Amount): NumberRead {
  const { comma: _, backwards: __, ...rest } = amount
  const before = qualifierBefore(text, amount.start)
  const after = before.qualifier === 'exact' ? qualifierAfter(text, amount.end) : null
  const lead = text.slice(Math.max(0, amount.start - 60), amount.start)
  const percent =
    amount.unit === 'PCT' &&
    (fallsBefore.test(lead) ||
      fallsRussian.test(lead) ||
      (matchEnd(fallsAfter, text, amount.end) ?? matchEnd(fallsTurkic, text, amount.end)) !== null)
  return {
    kind: 'number',
    ...rest,
    text: original.slice(before.start, after?.end ?? amount.end).trim(),
    qualifier: after?.qualifier ?? before.qualifier,
    falls: amount.unit !== 'TIMES' && (percent || (/[a-z] $/i.test(lead) && fallsBy.test(lead))),
  }
}

/** Days and years at a digit; null where the digits may be a number. */
function calendarAt(text: string, at: number): NumberRead | null {
  for (const pattern of dates) {
    const end = matchEnd(pattern, text, at)
    if (end !== null) return flagged(text, 'date', at, end)
  }
  const day = endsInMonth.test(text.slice(Math.max(0, at - 12), at)) ? matchEnd(dayAfterMonth, text, at) : null
  if (day !== null && !unitAt(text, day)) return flagged(text, 'date', at, day)
  const end = matchEnd(year, text, at)
  if (end === null || counted.test(text.slice(Math.max(0, at - 14), at))) return null
  return flagged(text, 'year', at, matchEnd(yearTail, text, end) ?? end)
}

function numberAt(text: string, original: string, at: number): { read: NumberRead | null; end: number } {
  const previous = text[at - 1] ?? ''
  const lead = text.slice(Math.max(0, at - 5), at)
  const calendar = calendarAt(text, at)
  if (calendar && calendar.kind === 'date') return { read: calendar, end: calendar.end }
  const amount = amountAt(text, at)
  if (!amount) return { read: null, end: at + 1 }
  if (!isAmount(amount)) return { read: null, end: amount.end }
  const nounOnly =
    amount.unitMult === 0 && (amount.unit === null || amount.unit === 'COUNT' || amount.unit === 'PERSONS')
  const inTime =
    timed.test(text.slice(Math.max(0, at - 8), at)) || endsInMonth.test(text.slice(Math.max(0, at - 12), at))
  if (calendar && nounOnly && (amount.unit === null || inTime)) return { read: calendar, end: calendar.end }
  const nth = matchEnd(ordinal, text, at)
  if (nth !== null) return { read: flagged(text, 'ordinal', at, nth), end: nth }

  const inWord = /\p{L}$/u.test(previous) && !currencyBefore(text, at)
  const hyphened = /\p{L}-$/u.test(lead)
  const runsOn = /^[\p{L}\d]/u.test(text.slice(amount.end, amount.end + 1))
  if (inWord || hyphened || runsOn) return { read: flagged(text, 'name', at, amount.end), end: amount.end }
  return { read: counts(text, original, amount), end: amount.end }
}

/** "the Ten Days of Azerbaijani Culture": a number word and the next one with capitals are a name. */
const capitals = /[A-Z][a-z]+(?:-[A-Z]?[a-z]+)? [A-Z]/y
const scaleNext = /[A-Z][a-z-]+ (?:Hundred|Thousand|Million|Billion|Trillion|Percent|Per)(?![a-z])/y

function wordNumberAt(
  text: string,
  original: string,
  at: number,
  word: string,
): { read: NumberRead | null; end: number } {
  const skip = { read: null, end: at + word.length }
  const multiple = multipleAt(text, at)
  if (multiple) return { read: counts(text, original, multiple), end: multiple.end }
  const ten = word.split('-')[0]!.toLowerCase()
  if (!isNumberWord(ten)) return skip
  const amount = amountAt(text, at)
  if (!amount || !isAmount(amount)) return skip
  if (amount.unit !== 'COUNT' && matchEnd(capitals, text, at) !== null && matchEnd(scaleNext, text, at) === null)
    return { read: { ...flagged(text, 'name', at, amount.end), value: amount.value }, end: amount.end }
  return { read: counts(text, original, amount), end: amount.end }
}

const pairJoint = /^ to $/i
const listJoint = /^(?:,| and|, and| or) $/i
const heading =
  /(?:([A-Z]{3}|US ?\$|\p{Sc}) ?)?(million|mln|mn|bln|billion|bn|thousand|thsd|ths|млн|млрд|тыс)\.?(?: (?:of )?([\p{L}$ ]{1,16}))?\)?:/giu

/**
 * What numbers lend each other: "from 5 to 12 million" begins at five million; "fell by 5 % and 7 %" fell twice;
 * after "USD million:" the numbers of the line are millions of dollars.
 */
function lend(text: string, found: NumberRead[]): void {
  for (let i = 0; i + 1 < found.length; i++) {
    const [a, b] = [found[i]!, found[i + 1]!]
    if (a.kind !== 'number' || b.kind !== 'number' || b.start - a.end > 6) continue
    const between = text.slice(a.end, b.start)
    const bare = a.unit === null && a.unitMult === 0 && a.valueTo === null && !a.value.startsWith('-')
    if (
      bare &&
      b.unitMult > 0 &&
      pairJoint.test(between) &&
      /from (?:\w+ )?$/i.test(text.slice(Math.max(0, a.start - 20), a.start))
    ) {
      const raised = shift(a.value, b.unitMult)
      if (raised.length <= b.value.length) Object.assign(a, { value: raised, unitMult: b.unitMult })
    }
    if (a.falls && a.unit === b.unit && listJoint.test(between)) b.falls = true
  }
  let next = 0
  heading.lastIndex = 0
  for (let head = heading.exec(text); head; head = heading.exec(text)) {
    const scale = scaleAt(text, head.index + head[0].indexOf(head[2]!), false)
    const unit =
      (head[1] && currencyBefore(`${head[1]} `, head[1].length + 1)?.unit) ??
      (head[3] && unitAt(` ${head[3]}`, 0)?.unit)
    while (next < found.length && found[next]!.start < heading.lastIndex) next++
    if (!scale || !unit) continue
    for (let read = found[next], before = heading.lastIndex; read && next < found.length; read = found[++next]) {
      if (read.start - before > 80 || text.slice(before, read.start).includes('\n')) break
      before = read.end
      if (read.kind === 'number' && read.unit === null && read.unitMult === 0)
        Object.assign(read, { value: shift(read.value, scale.is), unitMult: scale.is, unit })
    }
  }
}

/**
 * Every number a text holds, in order, read with scale, unit and qualifier, in time linear in its length.
 * Digits that are no number ("1,2,3") are left out; a decimal comma ("12,5") is read where it can be nothing else.
 */
export function numbersIn(text: string): NumberRead[] {
  const found: NumberRead[] = []
  const ascii = plain(text)
  const starts = /\p{L}+|\d/gu
  for (let next = starts.exec(ascii); next; next = starts.exec(ascii)) {
    const { read, end } = /\d/.test(next[0])
      ? numberAt(ascii, text, next.index)
      : next[0].length < 24
        ? wordNumberAt(ascii, text, next.index, next[0])
        : { read: null, end: next.index + next[0].length }
    // "5$10": the sign belongs to one of them.
    if (read) found.push({ ...read, start: Math.max(read.start, found.at(-1)?.end ?? 0) })
    starts.lastIndex = Math.max(end, next.index + 1)
  }
  lend(ascii, found)
  return found
}
