import { monthNear, months, untilNow, yearOf, years } from '../../periods/calendar'
import type { Moment, Reading, TimePattern, TimeWords } from '../../periods/mentions'
import { dayOf, partOf, shifted, thisYear } from '../../periods/readings'

const names = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const M = '((?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3})'
const Y = '((?:19|20)\\d{2})(?![\\d]|[.,]\\d)'
const G = '(?:-?(?:го|м|му))?(?: ?г(?:од[а-я]{0,2})?(?![а-я])\\.?)?'
/** "2022 года", "прошлого года", "этого года" after a part of it. */
const OF = `(?: ${Y}${G}| ((?:прошлого|этого|текущего|нынешнего|минувшего) года))?`
const counts = ['один', 'дв', 'три', 'четыре', 'пят', 'шест', 'сем', 'восем', 'девят', 'десят', 'одиннадцат']
const ordinals = ['перв', 'втор', 'трет', 'четв']

const monthIs = (word: string) => {
  const lower = word.toLowerCase()
  return lower.startsWith('мар') ? 3 : names.findIndex((name) => lower.startsWith(name)) + 1
}
const countIs = (word: string) =>
  /\d/.test(word) ? Number(word) : counts.findIndex((count) => word.toLowerCase().startsWith(count)) + 1
const ordinalIs = (word: string) =>
  ({ i: 1, ii: 2, iii: 3, iv: 4 })[word.toLowerCase()] ??
  (/\d/.test(word) ? Number(word[0]) : ordinals.findIndex((part) => word.toLowerCase().startsWith(part)) + 1)
const yearIs = (year: string | undefined, words: string | undefined, { date }: Moment) =>
  year ? Number(year) : date && words ? yearOf(date) - (/прошл|минув/i.test(words) ? 1 : 0) : null

const table: [string, (g: readonly (string | undefined)[], m: Moment) => Reading][] = [
  [
    '(?:аналогичн|соответствующ|тем|том|этим)[а-я]* (?:же )?период[а-я]*(?: (?:прошлого|предыдущего|\\d{4}) года?)?',
    () => ({ days: null, role: 'base' }),
  ],
  [
    '(?:годом|год) ранее|год назад|(?:предыдущ|прошл)[а-я]+ год[а-я]* (?=показател)',
    () => ({ days: null, role: 'earlier' }),
  ],
  [
    '(?:с начала|с начала этого|с начала текущего) года',
    (_, m) => (m.date ? { days: untilNow(`${yearOf(m.date)}-01-01`, m.date) } : null),
  ],
  [`с ${Y}${G}(?! (?:по|до) )`, (g, m) => (m.date ? { days: years(Number(g[1]), yearOf(m.date)) } : null)],
  [
    `с ${Y}${G} (?:по|до) ${Y}${G}`,
    (g) => (Number(g[1]) < Number(g[2]) ? { days: years(Number(g[1]), Number(g[2])), span: true } : null),
  ],
  [`(\\d{1,2}) ${M} ${Y}${G}`, (g, m) => dayOf(Number(g[3]), monthIs(g[2]!), Number(g[1]), m)],
  ['(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})', (g, m) => dayOf(Number(g[3]), Number(g[2]), Number(g[1]), m)],
  [
    `${M} ?(?:-|—|по) ?${M}${OF}`,
    (g, m) => partOf(yearIs(g[3], g[4], m), monthIs(g[1]!), Math.max(1, monthIs(g[2]!) - monthIs(g[1]!) + 1), m),
  ],
  [
    `(?:перв[а-я]+ )?(\\d{1,2}|одиннадцать|десять|девять|восемь|семь|шесть|пять|четыре|три|два) месяц[а-я]*${OF}`,
    (g, m) => partOf(yearIs(g[2], g[3], m), 1, countIs(g[1]!), m),
  ],
  [
    `(перв[а-я]+|втор[а-я]+|трет[а-я]+|четв[а-я]+|[1-4](?:-?(?:й|м|го|ом))?|iv|i{1,3}) квартал[а-я]*${OF}`,
    (g, m) => partOf(yearIs(g[2], g[3], m), ordinalIs(g[1]!) * 3 - 2, 3, m),
  ],
  [
    `(перв[а-я]+|втор[а-я]+|[12](?:-?(?:е|м|го|ом))?|i{1,2}) полугоди[а-я]*${OF}`,
    (g, m) => partOf(yearIs(g[2], g[3], m), ordinalIs(g[1]!) === 2 ? 7 : 1, 6, m),
  ],
  [
    `${Y} ?[-–—] ?${Y}${G}`,
    (g) => (Number(g[1]) < Number(g[2]) ? { days: years(Number(g[1]), Number(g[2])), span: true } : null),
  ],
  [
    '(?:до|к) (?:конц[уа]|окончани[юя]) (?:этого |текущего )?года',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, role: 'due' }
    },
  ],
  [`(?:конц[а-я]|начал[а-я]|середин[а-я]) ${Y}${G}`, (g) => ({ days: years(Number(g[1]), Number(g[1])) })],
  [`${M} ${Y}${G}`, (g) => ({ days: months(Number(g[2]), monthIs(g[1]!), 1) })],
  [
    `${M} (прошлого|этого|текущего|минувшего) года`,
    (g, m) => (m.date ? { days: months(yearOf(m.date) - (/прош|мин/i.test(g[2]!) ? 1 : 0), monthIs(g[1]!), 1) } : null),
  ],
  [`(\\d{1,2}) ${M}`, (g, m) => dayOf(null, monthIs(g[2]!), Number(g[1]), m)],
  [
    `(?<=(?:в|за|с|до) )${M}(?![а-я])`,
    (g, m) => (m.date ? { days: monthNear(m.date, monthIs(g[1]!), false), weak: true } : null),
  ],
  [
    '(?:за|в течение) последни[ехй]+ (\\d{1,2}|два|три|четыре|пять|десять) (?:года|лет)',
    (g, m) => (m.date ? { days: years(yearOf(m.date) - countIs(g[1]!), yearOf(m.date) - 1), span: true } : null),
  ],
  [
    '(?:в )?(?:последние годы|ближайш[а-я]+ (?:годы|время|перспектив[а-я]+|будущ[а-я]+)|за последние годы)',
    () => ({ days: null, role: 'words' }),
  ],
  ['вчера', (_, m) => shifted(m, -1)],
  [
    'сегодня',
    (_, m) => {
      const is = shifted(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  ['(?:в |за )?(?:прошл|минувш)[а-я]+ год[а-я]*', (_, m) => thisYear(m, -1)],
  ['(?:в )?(?:следующ|будущ)[а-я]+ год[а-я]*', (_, m) => thisYear(m, 1)],
  [
    '(?:в )?(?:этом|текущем|нынешнем|этого|текущего) год[а-я]*',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  [`${Y}${G}`, (g) => ({ days: years(Number(g[1]), Number(g[1])) })],
]

export const russianTimes: TimeWords = {
  patterns: table.map(
    ([source, read]): TimePattern => ({ pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu'), read }),
  ),
  base: /(?:^|[^а-я])(?:чем|сравнению|сравнении|против|относительно|уровн[а-я]+|показател[а-я]+|отношению)(?: (?:с|в|к|за|итогами|показателем|уровнем))* $/i,
  baseOfYear: /(?:^|[^а-я])(?:с|от|к) $/i,
  baseAfterRate: /(?!)/,
  due: /(?:^|[^а-я])(?:к|до|не позднее)(?: (?:конца|концу|началу|начала))* $/i,
}
