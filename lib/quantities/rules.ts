import Big from 'big.js'
import en from '@/lib/i18n/en/quantities.json'
import { fill } from '@/lib/i18n/fill'
import type { Locale } from '@/lib/i18n/locales'
import { amountAt, isAmount, multipleAt } from './amounts/rules'
import { couldMean } from './currencies/rules'
import { plain, shift } from './numerals/rules'
import { qualifierAfter, qualifierAtStart } from './qualifiers/rules'
import { type NumberRead, numbersIn } from './quotes/rules'
import type { Qualifier, Quantity } from './schema'

const words: Record<Locale, typeof en> = { en }

export type QuantityFault = { code: string; values: Record<string, string | number> }
/** `unit` is a code where the text names one, also of a unit the product does not count in; null where it names none. */
export type ParsedQuantity = { ok: true; quantity: Quantity; unit: string | null } | { ok: false; fault: QuantityFault }

const maxTyped = 120
const maxWhole = 30
const maxDecimals = 15
const lead = /^[+-]? ?(?:(?:US|[A-Z]{1,2})?\$|[€₼₸₽£¥₺₾₹]|[A-Z]{3}(?=[ \d+-]))? ?[+-]?(?:x(?=\d)|× ?)?/

const refuse = (code: string, values: QuantityFault['values'] = {}): ParsedQuantity => ({
  ok: false,
  fault: { code, values },
})

/** What stands after a number that was read, and cannot stay. */
function leftover(rest: string): ParsedQuantity {
  if (/^ ?mt$/i.test(rest)) return refuse('quantityTonnesUnclear', { text: rest.trim() })
  if (/^ ?e[+-]?\d/i.test(rest)) return refuse('quantityExponent')
  if (/^[ ,;/]*[+-]?\d/.test(rest)) return refuse('quantityTwoNumbers', { text: rest.trim() })
  return refuse('quantityLeftover', { text: rest.trim() })
}

/**
 * Reads a quantity as people type it: "1.2 bn", "1,200,000,000", "1200 million", "$463.3 m", "about 20", "28–32 days",
 * "≥ 5 %", "×3", "one billion dollars", "tripled". The point is the decimal sign; thousands are grouped by commas,
 * spaces or apostrophes. A comma that is no group ("12,34", "1,2 bn") is refused and the reading with a point offered,
 * because it may as well be a slip. "m" and "b" mean million and billion, "t" and "Mt" tonnes.
 */
export function parseQuantity(text: string): ParsedQuantity {
  if (text.length > 1000) return refuse('tooLong', { maximum: maxTyped })
  const typed = plain(text).replace(/ +/g, ' ').trim()
  if (typed === '') return refuse('quantityEmpty')
  const limit = qualifierAtStart(typed)
  const rest = typed.slice(limit.end)
  if (/^[+-]?(?:nan|inf(?:inity)?|∞)$/i.test(rest)) return refuse('quantityNotFinite', { text: rest })

  const at = lead.exec(rest)?.[0].length ?? 0
  const amount = multipleAt(rest, 0) ?? amountAt(rest, at, true)
  if (!amount) return refuse('quantityNotANumber', { text: typed.slice(0, 60) })
  if (!isAmount(amount))
    return refuse(amount.fault ?? 'quantityNotANumber', { text: typed.slice(0, 60), maximum: maxWhole })
  if (amount.comma) return refuse('quantityComma', { text: typed.slice(0, 60), value: amount.comma })
  if (amount.backwards) return refuse('quantityBackwards', { text: typed.slice(0, 60) })
  if (amount.start !== 0) return refuse('quantityNotANumber', { text: typed.slice(0, 60) })

  const after = limit.qualifier === 'exact' ? qualifierAfter(rest, amount.end) : null
  const end = after?.end ?? amount.end
  if (end < rest.length) return leftover(rest.slice(end, end + 40))
  for (const value of [amount.value, amount.valueTo ?? '0']) {
    const [whole = '', decimals = ''] = value.replace('-', '').split('.')
    if (whole.length > maxWhole) return refuse('quantityTooManyDigits', { maximum: maxWhole })
    if (decimals.length > maxDecimals || amount.decimals > maxDecimals)
      return refuse('quantityTooManyDecimals', { maximum: maxDecimals })
  }
  if (typed.length > maxTyped) return refuse('tooLong', { maximum: maxTyped })
  const { value, valueTo, unitMult, decimals } = amount
  const qualifier = after?.qualifier ?? limit.qualifier
  return { ok: true, quantity: { value, valueTo, unitMult, decimals, qualifier }, unit: amount.unit }
}

function grouped(digits: string, locale: Locale): string {
  const [whole = '', fraction] = digits.split('.')
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, words[locale].group)
  return fraction === undefined ? parts : `${parts}${words[locale].decimal}${fraction}`
}

/** Largest scale with a name that does not exceed the one written: 1.4 lakh is 140 thousand. */
const namedScale = (unitMult: number, style: QuantityStyle) => {
  const scale = Math.min(12, Math.floor(unitMult / 3) * 3)
  // "56.5 k TEU" is nobody's notation: thousands are written out, millions and above are named.
  return style === 'exact' || (style === 'short' && scale === 3) ? 0 : scale
}

/** The digits of one end at a scale, with the decimals it was written with, more where fewer would round. */
function mantissa(amount: string, scale: number, quantity: Quantity): string {
  const shown = shift(amount.replace('-', ''), -scale)
  const needed = shown.split('.')[1]?.length ?? 0
  const written = Math.max(0, scale - quantity.unitMult + quantity.decimals)
  return new Big(shown).toFixed(Math.max(needed, written))
}

export type QuantityStyle = 'short' | 'long' | 'exact'

/**
 * A quantity as a reader reads it: "about $529.4 m", "more than 20", "4.484 Mt", "×3", "28–32 days", "+14.3 %".
 * Decimals stay as written, trailing zeros too; in the short style thousands are written out ("759,000 t").
 * @param unit a code of the table `unit`; one without a pattern is written after the number.
 * @param style `short` for cards and axes, `long` in words, `exact` the whole amount with thousands groups.
 * @param signed a change carries its sign, unless it is a multiple.
 */
export function formatQuantity(
  quantity: Quantity,
  unit: string,
  locale: Locale,
  { style = 'short', signed = false }: { style?: QuantityStyle; signed?: boolean } = {},
): string {
  const text = words[locale]
  const scale = namedScale(quantity.unitMult, style)
  const ends = [quantity.value, quantity.valueTo].filter((end) => end !== null)
  const bare = ends.map((end) => grouped(mantissa(end, scale, quantity), locale))
  const number = bare.length === 2 ? fill(text.range, { from: bare[0]!, to: bare[1]! }) : bare[0]!

  const units: Record<string, string> = text.units[style === 'long' ? 'long' : 'short']
  const scales: Record<string, string> = text.scales[style === 'long' ? 'long' : 'short']
  const scaledUnit = scale > 0 ? units[`${unit}${scale}`] : number === '1' ? units[`${unit}1`] : undefined
  const scaled = scaledUnit ? number : fill(scales[String(scale)]!, { n: number })
  const whole = fill(scaledUnit ?? units[unit] ?? `{n} ${unit}`, { n: scaled })

  const negative = quantity.value.startsWith('-')
  const plus = signed && unit !== 'TIMES' && !new Big(quantity.value).eq(0)
  const sign = negative ? text.minus : plus ? text.plus : ''
  return fill(text.qualifiers[quantity.qualifier], { q: `${sign}${whole}` })
}

/** What a quantity admits: decimals of whole amounts, null = without end on that side. */
export type Interval = { lo: string | null; hi: string | null }
const share = '0.05'

/**
 * Exact: half a unit of the last digit written, to either side; a range: its ends; about: 5 % of the (lower) value to
 * either side; more than, at least: no upper end; less than, up to: no lower end.
 */
export function admittedInterval(quantity: Quantity): Interval {
  const value = new Big(quantity.value)
  const upper = new Big(quantity.valueTo ?? quantity.value)
  const { qualifier } = quantity
  if (qualifier === 'more_than' || qualifier === 'at_least') return { lo: value.toFixed(), hi: null }
  if (qualifier === 'less_than' || qualifier === 'up_to') return { lo: null, hi: value.toFixed() }
  const half = new Big(shift('0.5', quantity.unitMult - quantity.decimals))
  const reach = qualifier === 'about' && !value.eq(0) ? value.abs().times(share) : half
  if (quantity.valueTo !== null && qualifier === 'exact') return { lo: value.toFixed(), hi: upper.toFixed() }
  return { lo: value.minus(reach).toFixed(), hi: upper.plus(reach).toFixed() }
}

/** True where no amount fits all of them: the highest lower end reaches the lowest upper end, so no pairing is needed. */
export function excludeEachOther(quantities: readonly Quantity[]): boolean {
  if (quantities.length < 2) return false
  const intervals = quantities.map(admittedInterval)
  const los = intervals.flatMap(({ lo }) => (lo === null ? [] : [new Big(lo)]))
  const his = intervals.flatMap(({ hi }) => (hi === null ? [] : [new Big(hi)]))
  if (!los.length || !his.length) return false
  const highest = los.reduce((a, b) => (b.gt(a) ? b : a))
  const lowest = his.reduce((a, b) => (b.lt(a) ? b : a))
  return highest.gte(lowest)
}

/** Why a quote does not state a figure, the nearest miss first. */
export type NotStated = 'qualifier' | 'sign' | 'unit' | 'notACount' | 'value' | 'noNumber'
export type Stated =
  | { states: true; at: [start: number, end: number] }
  | { states: false; reason: NotStated; found: NumberRead[] }

/** Counts of people and of things are written without telling them apart. */
const countable = new Set(['COUNT', 'PERSONS'])
const unitFits = ({ unit: read, text }: NumberRead, unit: string) =>
  read === null || read === unit || (countable.has(read) && countable.has(unit)) || couldMean(text, read).includes(unit)

/** A figure may claim less than the text ("about 20" from "20"), never more ("20" from "more than 20"). */
const qualifierFits = (read: Qualifier, claimed: Qualifier) =>
  read === claimed || (read === 'exact' && ['about', 'at_least', 'up_to'].includes(claimed))

function missOf(read: NumberRead, quantity: Quantity, unit: string, measure: 'level' | 'change'): NotStated | null {
  const claimed = new Big(quantity.value)
  const size = new Big(read.value).abs()
  const sameTo =
    quantity.valueTo === null
      ? read.valueTo === null
      : read.valueTo !== null && new Big(read.valueTo).eq(quantity.valueTo)
  if (!sameTo || !size.eq(claimed.abs())) return 'value'
  if (read.kind !== 'number') return 'notACount'
  if (!unitFits(read, unit)) return 'unit'
  const down = read.value.startsWith('-') || read.falls
  const wrongSign = claimed.lt(0) ? !down : read.value.startsWith('-') || (measure === 'change' && down)
  if (wrongSign && !claimed.eq(0)) return 'sign'
  return qualifierFits(read.qualifier, quantity.qualifier) ? null : 'qualifier'
}

/** "from 15 to 18 days", "2 or 2.5 times": two numbers that are the ends of a range. */
function asRanges(reads: readonly NumberRead[], quote: string): NumberRead[] {
  return reads.flatMap((read, i) => {
    const next = reads[i + 1]
    if (!next || read.kind !== 'number' || next.kind !== 'number' || read.valueTo || next.valueTo) return []
    if (!/^ ?(?:to|or|and|-) ?$/i.test(plain(quote.slice(read.end, next.start)))) return []
    return [{ ...read, end: next.end, valueTo: next.value, unit: read.unit ?? next.unit }]
  })
}

const nearest: NotStated[] = ['qualifier', 'sign', 'unit', 'notACount', 'value']

/**
 * The gate of publication: whether a number in the quote, read with its scale, unit and qualifier, equals the figure
 * exactly; of a range both ends. Digits are never matched by likeness.
 * @param unit code of the series' unit. A number without a unit beside it contradicts none.
 * @param measure for a `change` the sign counts: "fell by 47.9 %" states −47.9 and not +47.9. A `level` has no such sign.
 * @returns where it stands (UTF-16, half-open), or the reason and the numbers that the quote does hold.
 */
export function quoteStates(
  quote: string,
  quantity: Quantity,
  unit: string,
  measure: 'level' | 'change' = 'level',
): Stated {
  const reads = numbersIn(quote)
  const candidates = quantity.valueTo === null ? reads : [...reads, ...asRanges(reads, quote)]
  const misses = new Set<NotStated>()
  for (const read of candidates) {
    const miss = missOf(read, quantity, unit, measure)
    if (miss === null) return { states: true, at: [read.start, read.end] }
    misses.add(miss)
  }
  const found = reads.filter((read) => read.kind === 'number')
  return { states: false, reason: nearest.find((miss) => misses.has(miss)) ?? 'noNumber', found }
}
