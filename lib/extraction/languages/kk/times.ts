import { monthNear, months, untilNow, yearOf, years } from '../../periods/calendar'
import type { Moment, Reading, TimePattern, TimeWords } from '../../periods/mentions'
import { dayOf, partOf, shifted, thisYear } from '../../periods/readings'

const names = ['қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау', 'шіл', 'там', 'қыр', 'қаз', 'қар', 'жел']
const M = '((?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)[а-яәіңғүұқөһ]{0,4})'
const Y = '((?:19|20)\\d{2})(?![\\d]|[.,]\\d)'
/** Before a part of the year: "2022 жылдың", "биылғы жылдың", "былтырғы". */
const OF = `(?:(?:${Y}(?: ?-?ші)?|(биыл[а-яғ]*|былтыр[а-яғ]*|өткен|осы))(?: жыл[а-яң]*)? ?)?`
const monthIs = (word: string) => names.findIndex((name) => word.toLowerCase().startsWith(name)) + 1
const ordinals = ['бірінші', 'екінші', 'үшінші', 'төртінші']
const ordinalIs = (word: string) =>
  ({ i: 1, ii: 2, iii: 3, iv: 4 })[word.toLowerCase()] ??
  (/\d/.test(word) ? Number(word[0]) : ordinals.findIndex((part) => word.toLowerCase().startsWith(part)) + 1)
const yearIs = (year: string | undefined, words: string | undefined, { date }: Moment) =>
  year ? Number(year) : date && words ? yearOf(date) - (/былтыр|өткен/i.test(words) ? 1 : 0) : null

const table: [string, (g: readonly (string | undefined)[], m: Moment) => Reading][] = [
  ['(?:өткен|былтырғы|\\d{4}) жылдың (?:осы|сәйкес|тиісті) кезең[а-яі]*', () => ({ days: null, role: 'base' })],
  ['бір жыл бұрын|былтырғымен|алдыңғы жыл[а-я]*', () => ({ days: null, role: 'earlier' })],
  [
    '(?:жыл басынан|жылдың басынан)(?: бері)?',
    (_, m) => (m.date ? { days: untilNow(`${yearOf(m.date)}-01-01`, m.date) } : null),
  ],
  [
    `${Y} жыл(?:ға|дың соңына|дың аяғына)? ?(?:дейін|қарай)|${Y} жылға (?:дейін|қарай)`,
    (g) => ({ days: years(Number(g[1] ?? g[2]), Number(g[1] ?? g[2])), role: 'due' }),
  ],
  [
    '(?:жыл|жылдың) (?:соңына|аяғына) (?:дейін|қарай)',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, role: 'due' }
    },
  ],
  [`${Y} жылғы (\\d{1,2}) ${M}`, (g, m) => dayOf(Number(g[1]), monthIs(g[3]!), Number(g[2]), m)],
  [
    `${OF}${M} ?[-–—] ?${M}(?: ай[а-яы]*)?`,
    (g, m) => partOf(yearIs(g[1], g[2], m), monthIs(g[3]!), Math.max(1, monthIs(g[4]!) - monthIs(g[3]!) + 1), m),
  ],
  [`${OF}(?:алғашқы )?(\\d{1,2}) айы?(?:нда|да|ында)`, (g, m) => partOf(yearIs(g[1], g[2], m), 1, Number(g[3]), m)],
  [
    `${OF}(бірінші|екінші|үшінші|төртінші|[1-4]-(?:ші|шы)|iv|i{1,3}) тоқсан[а-яы]*`,
    (g, m) => partOf(yearIs(g[1], g[2], m), ordinalIs(g[3]!) * 3 - 2, 3, m),
  ],
  [
    `${OF}(бірінші|екінші|[12]-(?:ші|шы)|i{1,2}) (?:жартыжылды[а-яғқ]*|жарты жылды[а-яғқ]*)`,
    (g, m) => partOf(yearIs(g[1], g[2], m), ordinalIs(g[3]!) === 2 ? 7 : 1, 6, m),
  ],
  [`${Y} жылғы ${M}|${Y} жылдың ${M}`, (g) => ({ days: months(Number(g[1] ?? g[3]), monthIs((g[2] ?? g[4])!), 1) })],
  [`(\\d{1,2}) ${M}`, (g, m) => dayOf(null, monthIs(g[2]!), Number(g[1]), m)],
  [`${M}(?<=да|де|та|те)`, (g, m) => (m.date ? { days: monthNear(m.date, monthIs(g[1]!), false), weak: true } : null)],
  [
    '(?:соңғы|кейінгі) (?:жылдары|жылдарда)|жақын (?:арада|болашақта|жылдары)|таяу (?:арада|жылдары)',
    () => ({ days: null, role: 'words' }),
  ],
  ['кеше', (_, m) => shifted(m, -1)],
  ['былтыр(?![а-яғ])|өткен жыл[а-яы]*', (_, m) => thisYear(m, -1)],
  ['келесі жыл[а-яы]*|келер жыл[а-яы]*', (_, m) => thisYear(m, 1)],
  [
    'биыл(?![а-яғ])|осы жыл[а-яы]*',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  [`${Y}(?: жыл[а-яңғы]*)?`, (g) => ({ days: years(Number(g[1]), Number(g[1])) })],
]

export const kazakhTimes: TimeWords = {
  patterns: table.map(
    ([source, read]): TimePattern => ({ pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu'), read }),
  ),
  base: /(?!)/,
  baseOfYear: /(?!)/,
  baseAfterRate: /(?!)/,
  due: /(?!)/,
}
