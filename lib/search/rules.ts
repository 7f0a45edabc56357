import { shift } from '@/lib/quantities/numerals/rules'
import { numbersIn } from '@/lib/quantities/quotes/rules'

/** What a search asks for: words, years that a period has to touch, and values that a figure may have. */
export type Wanted = {
  words: string[]
  years: number[]
  /** Every value that the digits may mean: "529.4" is 529.4 of any multiple. */
  values: string[]
  /** Digits as they were typed, to be found in quotes. */
  digits: string[]
}

const most = { words: 8, years: 3, numbers: 2 }
/** Ones, thousands, millions, billions, trillions: as which a number without a word for it may be meant. */
const scales = [0, 3, 6, 9, 12]

/**
 * Reads a search. Years and numbers are taken out of it, with scale and unit where they are written ("$1 bn"); the rest is
 * words of letters and digits.
 */
export function toWanted(q: string): Wanted {
  const wanted: Wanted = { words: [], years: [], values: [], digits: [] }
  let rest = q
  for (const read of numbersIn(q).reverse()) {
    const written = q.slice(read.start, read.end)
    if (!/\d/.test(written) || (read.kind !== 'number' && read.kind !== 'year')) continue
    if (read.kind === 'year') {
      if (wanted.years.length < most.years) wanted.years.push(Number(read.value))
    } else if (wanted.digits.length < most.numbers) {
      wanted.digits.push(/\d+(?:[.,]\d+)*/.exec(written)![0])
      wanted.values.push(...(read.unitMult === 0 ? scales.map((power) => shift(read.value, power)) : [read.value]))
    } else continue
    rest = `${rest.slice(0, read.start)} ${rest.slice(read.end)}`
  }
  const words = rest.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  wanted.words = [...new Set(words.map((word) => word.toLowerCase()))].slice(0, most.words)
  return wanted
}

/** A word that somebody wrote, for the place of a word that is looked for. */
export type LikeWord = { place: number; word: string; exact: boolean }

const quoted = (word: string) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`

/** For each word looked for the words that may be meant, as PostgreSQL's `tsquery` writes them: `'middle' | 'midday'`. */
export function toQueries(words: readonly string[], like: readonly LikeWord[]): string[] {
  return words.map((word, place) => {
    const meant = new Set([word, ...like.filter((l) => l.place === place).map((l) => l.word)])
    return `( ${[...meant].map(quoted).join(' | ')} )`
  })
}

/** The search with each word that nobody wrote replaced by the likeliest that somebody did: for searches that take words as they are. */
export function toSpelled(words: readonly string[], like: readonly LikeWord[]): string {
  return words.map((word, place) => like.find((l) => l.place === place)?.word ?? word).join(' ')
}
