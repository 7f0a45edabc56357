import { currencyNames } from '../currencies/rules'

/** Words for scales, units and currencies beside a number. Units the product does not count in have codes too: they contradict. */

const word = '(?![\\p{L}\\d²³])'
export type Found<T> = { end: number; is: T }

/** One pattern for a whole list, so that a number costs one look at what follows it. */
function anyOf<T>(list: readonly (readonly [T, string])[], flags = 'iuy') {
  const pattern = new RegExp(`[ -]?(?:${list.map(([, source]) => `(${source})`).join('|')})`, flags)
  return (text: string, at: number): Found<T> | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return null
    const which = found.findIndex((group, i) => i > 0 && group !== undefined) - 1
    return { end: pattern.lastIndex, is: list[which]![0] }
  }
}

const scaleWords = anyOf<number>([
  [
    3,
    `(?:thousand|thsd?|ths\\.?|тыс(?:яч[аи]?)?\\.?|мың|min(?= (?:TEU|ton|t(?![a-z])|konteyner|nəfər|ABŞ|dollar|manat|avro|vaqon|turist)))${word}`,
  ],
  [5, `lakhs?${word}`],
  [6, `(?:millions?|mln|mn|mio|миллион(?:а|ов)?|млн|milyon)${word}\\.?`],
  [7, `crores?${word}`],
  [9, `(?:billions?|bln|bn|milliards?|mlrd|миллиард(?:а|ов)?|млрд|milyard|mlr)${word}\\.?`],
  [12, `(?:trillions?|trln|trn|tn|триллион(?:а|ов)?|трлн|trilyon)${word}\\.?`],
])
/** One letter is a scale beside a currency ("$5m"); alone it may be metres. */
const shortScales = anyOf<number>([
  [3, `k${word}`],
  [6, `m${word}`],
  [9, `b${word}`],
])

/** What no length is counted in, so that a letter before it is a scale: "2.3m tonnes", "1.4m euros". */
const masses = ['T', 'TEU', 'KG', 'BBL', 'HA', 'M3', 'KWH', 'PERSONS', 'COUNT']
const isScaled = (unit: string) => masses.includes(unit) || currencyNames.some(([code]) => code === unit)

/** A letter on the number itself: "2.3m tonnes"; "392k" is in thousands whatever follows, "a 10k race" is not. */
function isGlued(text: string, at: number): boolean {
  if (!/[kmb]/i.test(text[at] ?? '') || !/\d/.test(text[at - 1] ?? '')) return false
  if (/k/i.test(text[at]!) && /(?<!\d)\d{3}$/.test(text.slice(Math.max(0, at - 4), at))) return true
  const unit = text[at + 1] === ' ' ? unitAt(text, at + 1) : null
  return unit !== null && isScaled(unit.unit)
}

/** @param short whether one letter counts by itself: beside a currency, or in a form, where "1.2 m" can only be millions. */
export function scaleAt(text: string, at: number, short: boolean): Found<number> | null {
  return scaleWords(text, at) ?? (short || isGlued(text, at) ? shortScales(text, at) : null)
}

const unitWords: [string, string][] = [
  ['PP', '(?:percentage|percent|per cent) points?|p\\.?p\\.?'],
  ['PCT', '%|percents?|per cent|pct\\.?|pc|процент(?:а|ов)?|пайыз(?:ға|ды|ы)?|faiz(?:i|ə|dən|lik)?'],
  ['T', '(?:metric )?(?:tons?|tonnes?)|t|тонн(?:а|ы)?|тонна(?:ға|дан|ны)|тонн|т|tona|tondan|tonluq'],
  ['TEU', 'TEUs?|twenty-foot equivalent units?|ДФЭ'],
  ['KM2', '(?:sq\\.?|square) ?(?:km|kilomet(?:re|er)s?)|km(?:2|²)'],
  ['KMH', 'km/h|kmh'],
  ['KM', 'km|kilomet(?:re|er)s?|км'],
  ['M2', 'm2|m²|(?:sq\\.?|square) ?(?:m|met(?:re|er)s?)'],
  ['M3', 'm3|m³|(?:cu\\.?|cubic) ?(?:m|met(?:re|er)s?)'],
  ['M', 'met(?:re|er)s?|m'],
  ['D', 'days?|дн(?:я|ей)'],
  ['H', 'hours?'],
  ['W', 'weeks?'],
  ['MO', 'months?'],
  ['Y', 'years?'],
  ['TIMES', 'times|x|×|fold|раза?|есе(?:ге|ден)?|dəfə(?:dən)?'],
  ['PERSONS', 'people|persons?|students?|children|passengers?|visitors?|tourists?|citizens?|workers?|employees?'],
  [
    'COUNT',
    'документ(?:а|ов)?|соглашени[йея]|контейнер(?:а|ов)|вагон(?:а|ов)|предприяти[йея]|компани[йия]|құжат(?:қа|ты)?|келісім(?:ге)?|контейнер|кәсіпорын|sənəd(?:i|ə)?|konteyner|vaqon|müəssisə|şirkət|documents?|agreements?|MoUs?|memorand(?:a|ums?)|contracts?|treat(?:y|ies)|projects?|firms?|compan(?:y|ies)|enterprises?|jobs?|visas?|(?:block )?trains?|containers?|wagons?|locomotives?|pieces?|items?|units?',
  ],
  ['BBL', 'barrels?|bpd'],
  ['KG', 'kg|kilogram(?:me)?s?'],
  ['GW', 'GW|gigawatts?'],
  ['MW', 'MW|megawatts?'],
  ['KWH', '[kMGT]?Wh'],
  ['HA', 'ha|hectares?'],
  ['MI', 'miles?'],
]
const unitsAfter = anyOf<string>(
  [...currencyNames, ...unitWords].map(([code, source]) => [code, `(?:${source})(?:(?<=[%\\p{Sc}×])|${word})`]),
)
/** Tonnes with a prefix: only in the SI spelling, because "mt" is as often metric tons. */
const tonnes = anyOf<number>(
  [
    [6, `Mt${word}`],
    [3, `kt${word}`],
    [9, `Gt${word}`],
  ],
  'uy',
)
/** Gas: the scale is a letter of the unit. */
const gas = anyOf<number>([
  [9, `bcm${word}`],
  [6, `mcm${word}`],
])

export type UnitFound = { end: number; unit: string; scale: number }
/** The unit that follows directly: "%", " US dollars", "-day", " Mt" (which also scales). */
export function unitAt(text: string, at: number): UnitFound | null {
  const mass = tonnes(text, at)
  if (mass) return { end: mass.end, unit: 'T', scale: mass.is }
  const volume = gas(text, at)
  if (volume) return { end: volume.end, unit: 'M3', scale: volume.is }
  const found = unitsAfter(text, at)
  return found && { end: found.end, unit: found.is, scale: 0 }
}
