import { currencyBefore } from '../currencies/rules'
import { decimalsOf, digitsAt, type Numeral, shift, wordsAt } from '../numerals/rules'
import { scaleAt, unitAt } from '../units/rules'

/** A number with its scale, unit and range, as it stands in a text. */
export type Amount = {
  /** Half-open, UTF-16: from sign or currency to the end of the unit. */
  start: number
  end: number
  /** Whole amounts. */
  value: string
  valueTo: string | null
  unitMult: number
  decimals: number
  /** A code of the product, or one of a unit it does not count in; null where none is written. */
  unit: string | null
  /** The digits with a point, where they were written with the comma that other languages take for it. */
  comma: string | null
  /** A "28–15" that no range can be. */
  backwards: boolean
}

const multiples: [RegExp, string][] = [
  [/doubl(?:e[sd]?|ing)(?![\p{L}])(?![ -](?:digit|tax|track))/iuy, '2'],
  [/(?:tripl|trebl)(?:e[sd]?|ing)(?![\p{L}])/iuy, '3'],
  [/quadrupl(?:e[sd]?|ing)(?![\p{L}])/iuy, '4'],
  [/quintupl(?:e[sd]?|ing)(?![\p{L}])/iuy, '5'],
  [/halv(?:e[sd]?|ing)(?![\p{L}])/iuy, '0.5'],
  [/twice(?![\p{L}])/iuy, '2'],
  [/thrice(?![\p{L}])/iuy, '3'],
  [/вдвое(?!\p{L})|удво(?:ил|ен|ит|ить)\p{L}{0,4}|екі есе(?!\p{L})|iki dəfə(?!\p{L})|ikiqat(?!\p{L})/iuy, '2'],
  [/втрое(?!\p{L})|утро(?:ил|ен|ит|ить)\p{L}{0,4}|үш есе(?!\p{L})|üç dəfə(?!\p{L})|üçqat(?!\p{L})/iuy, '3'],
  [/вчетверо(?!\p{L})|төрт есе(?!\p{L})|dörd dəfə(?!\p{L})/iuy, '4'],
  [/впятеро(?!\p{L})|бес есе(?!\p{L})|beş dəfə(?!\p{L})/iuy, '5'],
]
const folded = /([a-z]{3,9})fold(?![\p{L}])/iuy

/** "tripled", "threefold", "twice": a multiple in one word. */
export function multipleAt(text: string, at: number): Amount | null {
  const as = (end: number, value: string): Amount => ({
    start: at,
    end,
    value,
    valueTo: null,
    unitMult: 0,
    decimals: decimalsOf(value),
    unit: 'TIMES',
    comma: null,
    backwards: false,
  })
  for (const [pattern, value] of multiples) {
    pattern.lastIndex = at
    if (pattern.test(text)) return as(pattern.lastIndex, value)
  }
  folded.lastIndex = at
  const word = folded.exec(text)
  const numeral = word && wordsAt(word[1]!, 0)
  return numeral && numeral.end === word[1]!.length ? as(folded.lastIndex, numeral.digits) : null
}

const wordStart = /(?<![\p{L}\d])[a-z]/iuy
const numeralAt = (text: string, at: number): Numeral | null => {
  wordStart.lastIndex = at
  return digitsAt(text, at) ?? (wordStart.test(text) ? wordsAt(text, at) : null)
}
const matchEnd = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}
const andAHalf = / and (?:a|one) half(?![a-z])/iy
const joiner = /(%)?(?: ?- ?| (to|and) )(US ?\$|\p{Sc})?/iuy

/** Sign, currency and "×" that belong to the number at `at`. */
function leadOf(text: string, at: number) {
  const near = text.slice(Math.max(0, at - 3), at)
  const signed = /(?:^|[\s($€₼₸₽])([+-])$/.exec(near)?.[1]
  const multiplied = /(?<![\p{L}\d])(?:x|× ?)$/iu.exec(near)?.[0].length ?? 0
  const currency = currencyBefore(text, signed ? at - 1 : at)
  const start = currency?.start ?? at - (signed ? 1 : multiplied)
  return { start, sign: signed ?? currency?.sign ?? '', currency: currency?.unit ?? null, multiplied: multiplied > 0 }
}

type Scaled = { digits: string; scale: number; end: number }
function scaledAt(text: string, numeral: Numeral, short: boolean): Scaled & { hasScale: boolean } {
  const half = numeral.digits.includes('.') ? null : matchEnd(andAHalf, text, numeral.end)
  const [digits, end] = half === null ? [numeral.digits, numeral.end] : [`${numeral.digits}.5`, half]
  const own = numeral.scale ? { end, is: numeral.scale } : scaleAt(text, end, short)
  if (!own) return { digits, scale: 0, end, hasScale: false }
  const late = digits.includes('.') ? null : matchEnd(andAHalf, text, own.end)
  const found = late === null ? { digits, end: own.end } : { digits: `${digits}.5`, end: late }
  return { ...found, scale: own.is, hasScale: true }
}

/** The upper end of "28–32 days", "$1.2–1.5 billion", "18 to 23 days", "between 5 and 7"; "from 5 to 7" are two numbers. */
function upperEnd(
  text: string,
  lower: Scaled & { hasScale: boolean },
  before: string,
  currency: boolean,
  form: boolean,
) {
  joiner.lastIndex = lower.end
  const join = joiner.exec(text)
  if (!join) return null
  const [percent, word, symbol] = [join[1] === '%', join[2]?.toLowerCase(), join[3]]
  const between = /between (?:\w+ )?$/i.test(before)
  if (symbol && !currency) return null
  if (word === 'and' && !between) return null
  if (word === 'to' && /from (?:\w+ )?$/i.test(before)) return null
  const numeral = numeralAt(text, joiner.lastIndex)
  if (!numeral || numeral.fault) return null
  const upper = scaledAt(text, numeral, form || currency)
  const unit = unitAt(text, upper.end)
  if (percent && unit?.unit !== 'PCT') return null
  if (word && !form && !between && !upper.hasScale && !unit) return null
  const inherited = lower.hasScale ? lower.scale : upper.scale
  return isLess(shift(lower.digits, inherited), shift(upper.digits, upper.scale)) ? upper : 'backwards'
}

/** Of two decimals without sign, as `shift` writes them. */
function isLess(a: string, b: string): boolean {
  const [wholeA = '', fractionA = ''] = a.split('.')
  const [wholeB = '', fractionB = ''] = b.split('.')
  if (wholeA.length !== wholeB.length) return wholeA.length < wholeB.length
  return wholeA === wholeB ? fractionA.padEnd(20, '0') < fractionB.padEnd(20, '0') : wholeA < wholeB
}

const commaLanguages =
  /^ ?(?:млн|млрд|трлн|тыс|миллион|миллиард|мың|milyon|milyard|mlrd|faiz|процент|пайыз|раза?(?!\p{L})|есе|dəfə|тонн)/u
/** "1,336 млрд": where the word after it is of a language that writes a decimal comma, so is the number. */
function withComma(text: string, at: number, numeral: Numeral | null): Numeral | null {
  const written = numeral && text.slice(at, numeral.end)
  if (!written || !/^\d{1,3},\d{3}$/.test(written) || !commaLanguages.test(text.slice(numeral.end, numeral.end + 12)))
    return numeral
  return { ...numeral, digits: written.replace(',', '.'), fault: 'quantityComma' }
}

/**
 * The amount whose number begins at `at` of a text made `plain`; sign and currency before it are found by looking back.
 * @param form the text is one typed quantity: single letters are scales, and "5 to 7" is a range without asking.
 * @returns null where no number begins, the numeral itself where its digits are no number.
 */
export function amountAt(text: string, at: number, form = false): Amount | Numeral | null {
  const numeral = withComma(text, at, numeralAt(text, at))
  if (!numeral || (numeral.fault && numeral.fault !== 'quantityComma')) return numeral
  const lead = leadOf(text, at)
  const short = form || lead.currency !== null
  const lower = scaledAt(text, numeral, short)
  const found =
    lead.sign === '-'
      ? null
      : upperEnd(text, lower, text.slice(Math.max(0, lead.start - 20), lead.start), lead.currency !== null, form)
  const upper = found === 'backwards' ? null : found

  const written = upper ?? lower
  const unit = lead.currency ? null : unitAt(text, written.end)
  const unitMult = written.scale + (unit?.scale ?? 0)
  const digits = upper && lower.hasScale ? shift(lower.digits, lower.scale - upper.scale) : lower.digits
  const value = shift(digits, unitMult)
  return {
    start: lead.start,
    end: unit?.end ?? written.end,
    value: lead.sign === '-' && value !== '0' ? `-${value}` : value,
    valueTo: upper && shift(upper.digits, unitMult),
    unitMult,
    decimals: Math.max(decimalsOf(digits), upper ? decimalsOf(upper.digits) : 0),
    unit: lead.currency ?? unit?.unit ?? (lead.multiplied ? 'TIMES' : null),
    comma: numeral.fault === 'quantityComma' ? numeral.digits : null,
    backwards: found === 'backwards',
  }
}

export const isAmount = (found: Amount | Numeral): found is Amount => 'unitMult' in found
