import { shift } from '@/lib/quantities/numerals/rules'
import { qualifierAfter, qualifierBefore } from '@/lib/quantities/qualifiers/rules'
import { type NumberRead, numbersIn } from '@/lib/quantities/quotes/rules'
import type { Qualifier } from '@/lib/quantities/schema'
import type { Cue } from '../languages/language'

/** A number of the text that may be a figure. */
export type Figure = {
  read: NumberRead
  /** Its own words. */
  start: number
  end: number
  /** The same with its qualifier. */
  from: number
  to: number
  /** What its qualifier's words tell: "exceeds" is a verb too. */
  lead: readonly Cue[]
  /** What its own words are about: "38,000 containers". */
  topics: readonly string[]
  /** Place among the tokens of its sentence, set when the sentence is cut. */
  at: number
  value: string
  valueTo: string | null
  unitMult: number
  decimals: number
  qualifier: Qualifier
  /** A unit of a candidate; null until the words around tell. */
  unit: string | null
  unitInherited: boolean
  inWords: boolean
  /** What it counts, where it is no measure. */
  counted: 'document' | 'passenger' | 'countable' | null
}

/** Units of lib/quantities as candidates name them; a number in any other unit is no figure. */
const units: Record<string, string> = {
  PCT: 'percent',
  TIMES: 'times',
  T: 'tonnes',
  TEU: 'TEU',
  KM: 'km',
  D: 'days',
  GW: 'gigawatts',
  M3: 'cubic metres',
  COUNT: 'count',
  PERSONS: 'count',
}
const isCurrency = (unit: string) =>
  /^[A-Z]{3}$/.test(unit) && unit !== 'XXX' && !(unit in units) && !measures.has(unit)
const measures = new Set(['BBL', 'KWH', 'TEU', 'PCT', 'KMH', 'KM2'])

/** The candidate's name of a unit of lib/quantities; null for one that no candidate has ("hours"). */
export const unitOf = (unit: string): string | null => units[unit] ?? (isCurrency(unit) ? unit : null)

/** Telephone numbers, "the 1992 treaty". */
const isCode = (plainText: string, read: NumberRead) =>
  /[\d+(/] ?$/.test(plainText.slice(Math.max(0, read.start - 2), read.start)) &&
  /^[\d]/.test(plainText.slice(read.start)) &&
  !/[($] ?$/.test(plainText.slice(Math.max(0, read.start - 2), read.start))
    ? true
    : /^ ?-? ?\d{2}(?!\d)/.test(plainText.slice(read.end, read.end + 6)) && read.unit === null
      ? true
      : /^(?:19|20)\d\d \p{L}+[^s]$/u.test(plainText.slice(read.start, read.end)) &&
        read.unit === 'COUNT' &&
        read.qualifier === 'exact'

/** Numbers of a text made `plain` that may be figures: no dates, years, ordinals, names, hours. */
export function figuresIn(plainText: string): Figure[] {
  const found: Figure[] = []
  for (const read of numbersIn(plainText)) {
    if (read.kind !== 'number') continue
    const unit = read.unit === null ? null : unitOf(read.unit)
    if (read.unit !== null && unit === null) continue
    if (isCode(plainText, read)) continue
    const before = qualifierBefore(plainText, read.start)
    const after = before.qualifier === 'exact' ? qualifierAfter(plainText, read.end) : null
    // "a 40-page plan"
    if (unit === null && !after && /^-\p{L}/u.test(plainText.slice(read.end, read.end + 2))) continue
    const inWords = !/\d/.test(plainText.slice(read.start, read.end))
    found.push({
      read,
      start: read.start,
      // The point of "bn." may be that of the sentence.
      end: plainText[read.end - 1] === '.' ? read.end - 1 : read.end,
      from: before.start,
      to: after?.end ?? read.end,
      lead: [],
      topics: [],
      at: -1,
      value: shift(read.value.replace('-', ''), -read.unitMult),
      valueTo: read.valueTo && shift(read.valueTo, -read.unitMult),
      unitMult: read.unitMult,
      decimals: read.decimals,
      qualifier: read.qualifier,
      unit,
      unitInherited: false,
      inWords,
      counted: null,
    })
  }
  return found
}

/** The whole amount, for comparing figures with each other. */
export const amountOf = (figure: Pick<Figure, 'value' | 'unitMult'>) => Number(figure.value) * 10 ** figure.unitMult
