/** A number's own digits or words: no unit, no scale word after it. */
export type Numeral = {
  end: number
  /** "1200.50": ASCII digits and at most one point. */
  digits: string
  /** Power of ten that words bring along ("two hundred thousand" → 200, 3). */
  scale: number
  /** Why digits that look like a number are none, or are one only by a habit of the writer's country. */
  fault: 'quantityGroups' | 'quantityPoints' | 'quantityComma' | 'quantityTooManyDigits' | null
}

/** One character for one, so that places in the text stay what they were. */
export function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u2000-\u200a]/g, ' ')
    .replace(/[‐-–−﹣]/g, '-')
    .replace(/[’ʼ]/g, "'")
}

/** Groups and points as English writes them; the Swiss apostrophe and the SI space are unambiguous too. */
const english = [
  /^\d+(?:\.\d+)?$/,
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  /^\d{1,3}(?:'\d{3})+(?:\.\d+)?$/,
  /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/,
]
/** Written with a decimal comma: certain only where it cannot be a thousands group. */
const comma = [/^\d{1,3}(?: \d{3})+,\d+$/, /^\d{1,3}(?:\.\d{3})+,\d+$/, /^\d+,(?:\d{1,2}|\d{4,})$/]

/** 30 digits with their groups, a point and 15 decimals, and some more, so that the limit is told by what is too long. */
const longest = 80
const cluster = /\d+(?:[.,']\d+)*/y
const spaced = /(?: \d{3})+(?!\d)(?:[.,]\d+)*/y
const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** @param grouped false where a space before three digits ends the number ("August 24 300 people"). */
export function digitsAt(text: string, at: number, grouped = true): Numeral | null {
  let written = matchAt(cluster, text, at)
  if (written === null) return null
  if (grouped && written.length <= 3 && /^\d+$/.test(written))
    written += matchAt(spaced, text, at + written.length) ?? ''
  const end = at + written.length
  const as = (digits: string, fault: Numeral['fault']): Numeral => ({ end, digits, scale: 0, fault })
  if (written.length > longest) return as('', 'quantityTooManyDigits')
  if (english.some((shape) => shape.test(written))) return as(written.replace(/[, ']/g, ''), null)
  if (comma.some((shape) => shape.test(written)))
    return as(written.replace(/[ .]/g, '').replace(',', '.'), 'quantityComma')
  return as('', written.split('.').length > 2 ? 'quantityPoints' : 'quantityGroups')
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Record<string, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }

/** Below a hundred: "twenty-five". Null where the word is no number. */
function small(word: string): number | null {
  const one = ones.indexOf(word)
  if (one >= 0) return one
  const [ten, unit] = word.split('-')
  const at = tens.indexOf(ten ?? '')
  if (at < 0) return null
  const rest = unit === undefined ? 0 : ones.indexOf(unit)
  return rest >= 0 && rest < 10 ? (at + 2) * 10 + rest : null
}
export const isNumberWord = (word: string) => small(word) !== null || word === 'half' || word === 'a' || word === 'an'

const anyWord = "((?:[a-z]+ty-(?:one|two|three|four|five|six|seven|eight|nine)|[a-z]+))(?![a-z'])"
const firstWord = new RegExp(anyWord, 'iy')
const nextWord = new RegExp(`[ -]${anyWord}`, 'iy')
const wordAt = (text: string, at: number, first: boolean) => {
  const pattern = first ? firstWord : nextWord
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { word: found[1]!.toLowerCase(), end: pattern.lastIndex } : null
}
const before = (text: string, at: number, pattern: RegExp) => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

/** "one", "twenty-five", "two hundred", "a billion", "half a million", "two thousand five hundred"; not "one of". */
export function wordsAt(text: string, at: number): Numeral | null {
  const half = before(text, at, /half an? (?=(?:thousand|million|billion|trillion)(?![a-z]))/iy)
  if (half !== null) return { end: half - 1, digits: '0.5', scale: 0, fault: null }
  const article = before(text, at, /an? (?=(?:hundred|dozen|thousand|million|billion|trillion)(?![a-z]))/iy)
  if (before(text, at, /one (?:of|another)(?![a-z])/iy) !== null) return null

  let [total, group, end] = [0, article === null ? null : 1, article === null ? at : article - 1]
  let [smallest, lastScale, steps] = [Number.POSITIVE_INFINITY, 0, 0]
  let hundreds = false
  for (;;) {
    const next = wordAt(text, end, end === at)
    if (!next) break
    const value = small(next.word)
    if (next.word === 'and' && hundreds) {
      const after = wordAt(text, next.end, false)
      if (!after || small(after.word) === null) break
      group = (group ?? 0) + small(after.word)!
      end = after.end
      hundreds = false
    } else if (next.word === 'hundred' && group !== null && group < 100) {
      group *= 100
      hundreds = true
      end = next.end
    } else if (next.word === 'dozen' && group !== null && group < 100) {
      group *= 12
      end = next.end
      break
    } else if (value !== null && (group === null || hundreds || (value < 10 && group >= 20 && group % 10 === 0))) {
      group = (group ?? 0) + value
      hundreds = false
      end = next.end
    } else if (Object.hasOwn(scales, next.word) && group !== null && scales[next.word]! < smallest) {
      smallest = scales[next.word]!
      lastScale = smallest
      total += group * 10 ** smallest
      steps += 1
      group = null
      hundreds = false
      end = next.end
    } else break
  }
  if (end === at || (group === null && steps === 0)) return null
  if (steps === 1 && group === null)
    return { end, digits: String(total / 10 ** lastScale), scale: lastScale, fault: null }
  return { end, digits: String(total + (group ?? 0)), scale: 0, fault: null }
}

/** `digits` × 10^`power`, exactly, as the shortest decimal: "1.20", 9 → "1200000000". */
export function shift(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const all = whole + fraction.padEnd(Math.max(power, 0), '0')
  const point = whole.length + power
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all
  const cut = point <= 0 ? 1 : point
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const right = padded.slice(cut).replace(/0+$/, '')
  return right ? `${left}.${right}` : left
}

export const decimalsOf = (digits: string) => digits.split('.')[1]?.length ?? 0
