import { monthNear, months, untilNow, yearOf, years } from '../../periods/calendar'
import type { Moment, Reading, TimePattern, TimeWords } from '../../periods/mentions'
import { dayOf, partOf, shifted, thisYear } from '../../periods/readings'

const names = ['yan', 'fev', 'mar', 'apr', 'may', 'iyun', 'iyul', 'avq', 'sen', 'okt', 'noy', 'dek']
const M = '((?:yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)[a-zəıöüğşç]{0,4})'
const Y = '((?:19|20)\\d{2})(?![\\d]|[.,]\\d)'
const nth = '(?:-?(?:ci|cı|cu|cü))?'
/** Before a part of the year: "2022-ci ilin", "ötən ilin", "bu ilin". */
const OF = `(?:(?:${Y}${nth}|(ötən|keçən|cari|bu|builki)) il(?:in|də|ki)? ?)?`
const monthIs = (word: string) => names.findIndex((name) => word.toLowerCase().startsWith(name)) + 1
const ordinals = ['birinci', 'ikinci', 'üçüncü', 'dördüncü']
const ordinalIs = (word: string) =>
  ({ i: 1, ii: 2, iii: 3, iv: 4 })[word.toLowerCase()] ??
  (/\d/.test(word) ? Number(word[0]) : ordinals.findIndex((part) => word.toLowerCase().startsWith(part)) + 1)
const yearIs = (year: string | undefined, words: string | undefined, { date }: Moment) =>
  year ? Number(year) : date && words ? yearOf(date) - (/ötən|keçən/i.test(words) ? 1 : 0) : null

const table: [string, (g: readonly (string | undefined)[], m: Moment) => Reading][] = [
  [
    '(?:ötən|keçən|əvvəlki|\\d{4}(?:-?c[iıuü])?) il(?:in)? (?:eyni|müvafiq|analoji) (?:dövr|ay)[a-zəıöüğşç]*',
    () => ({ days: null, role: 'base' }),
  ],
  ['bir il əvvəl[a-z]*|əvvəlki il[a-zəıöüğşç]*', () => ({ days: null, role: 'earlier' })],
  ['ilin əvvəlindən', (_, m) => (m.date ? { days: untilNow(`${yearOf(m.date)}-01-01`, m.date) } : null)],
  [
    `${Y}${nth} il(?:ə qədər|ədək|ə kimi|in sonuna qədər|in sonunadək|ə)`,
    (g) => ({ days: years(Number(g[1]), Number(g[1])), role: 'due' }),
  ],
  [
    'ilin sonuna(?: qədər|dək| kimi)',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, role: 'due' }
    },
  ],
  [`(\\d{1,2}) ${M} ${Y}`, (g, m) => dayOf(Number(g[3]), monthIs(g[2]!), Number(g[1]), m)],
  [`${Y}${nth} il(?:in)? ${M}(?:n)? (\\d{1,2})`, (g, m) => dayOf(Number(g[1]), monthIs(g[2]!), Number(g[3]), m)],
  [
    `${OF}${M} ?[-–—] ?${M}(?: ay[a-zəıöüğşç]*)?`,
    (g, m) => partOf(yearIs(g[1], g[2], m), monthIs(g[3]!), Math.max(1, monthIs(g[4]!) - monthIs(g[3]!) + 1), m),
  ],
  [
    `${OF}(?:ilk )?(\\d{1,2}) ay(?:ında|da|ı ərzində| ərzində)`,
    (g, m) => partOf(yearIs(g[1], g[2], m), 1, Number(g[3]), m),
  ],
  [
    `${OF}(birinci|ikinci|üçüncü|dördüncü|[1-4]-?c[iıuü]|iv|i{1,3}) rüb[a-zəıöüğşç]*`,
    (g, m) => partOf(yearIs(g[1], g[2], m), ordinalIs(g[3]!) * 3 - 2, 3, m),
  ],
  [
    `${OF}(birinci|ikinci|[12]-?c[iı]|i{1,2}) yarım ?il[a-zəıöüğşç]*|${OF}(birinci|ikinci) yarısında`,
    (g, m) => partOf(yearIs(g[1] ?? g[4], g[2] ?? g[5], m), ordinalIs((g[3] ?? g[6])!) === 2 ? 7 : 1, 6, m),
  ],
  [`${Y}${nth} ilin ${M}`, (g) => ({ days: months(Number(g[1]), monthIs(g[2]!), 1) })],
  [`(\\d{1,2}) ${M}`, (g, m) => dayOf(null, monthIs(g[2]!), Number(g[1]), m)],
  [`${M}(?<=da|də)`, (g, m) => (m.date ? { days: monthNear(m.date, monthIs(g[1]!), false), weak: true } : null)],
  [
    'son illərdə|son illər|yaxın (?:gələcəkdə|illərdə|vaxtlarda)|son illər ərzində',
    () => ({ days: null, role: 'words' }),
  ],
  ['dünən', (_, m) => shifted(m, -1)],
  ['ötən il(?:də)?|keçən il(?:də)?', (_, m) => thisYear(m, -1)],
  ['gələn il(?:də)?|növbəti il(?:də)?', (_, m) => thisYear(m, 1)],
  [
    'bu il(?:də|in)?|cari il(?:də)?',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  [`${Y}${nth}(?: il[a-zəıöüğşç]*)?`, (g) => ({ days: years(Number(g[1]), Number(g[1])) })],
]

export const azerbaijaniTimes: TimeWords = {
  patterns: table.map(
    ([source, read]): TimePattern => ({ pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu'), read }),
  ),
  base: /(?!)/,
  baseOfYear: /(?!)/,
  baseAfterRate: /(?!)/,
  due: /(?!)/,
}
