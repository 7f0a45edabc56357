import { monthNear, monthOf, months, untilNow, yearOf, years } from '../../periods/calendar'
import type { Moment, Reading, TimePattern, TimeWords } from '../../periods/mentions'
import { dayOf, fiscal, partOf, shifted, thisYear } from '../../periods/readings'

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const M =
  '((?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?)'
const Y = '((?:19|20)\\d{2})(?![\\d]|[.,]\\d)'
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const counts = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const N = `(\\d{1,2}|${counts.join('|')})`
const ordinals = ['first', 'second', 'third', 'fourth']
const O = '(first|second|third|fourth|last|final|1st|2nd|3rd|4th|opening)'
/** The year a part of it belongs to, written after it. */
const OF = `(?:,? (?:of |in )?(?:the )?(?:${Y}|((?:this|current|last|previous|past|next|same|reporting)? ?year)(?![a-z])))?`

const monthIs = (word: string) => monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1
const countIs = (word: string) => (/\d/.test(word) ? Number(word) : counts.indexOf(word.toLowerCase()) + 1)
const ordinalIs = (word: string) => {
  const lower = word.toLowerCase()
  if (lower === 'opening') return 1
  return /^\d/.test(lower) ? Number(lower[0]) : lower === 'last' || lower === 'final' ? 4 : ordinals.indexOf(lower) + 1
}
/** "of 2022", "of last year", nothing. */
function yearIs(year: string | undefined, words: string | undefined, { date }: Moment): number | null {
  if (year) return Number(year)
  if (!date) return null
  const now = yearOf(date)
  if (words && /last|previous|past/i.test(words)) return now - 1
  if (words && /this|current/i.test(words)) return now
  return words && /next/i.test(words) ? now + 1 : null
}
const table: [string, (g: readonly (string | undefined)[], m: Moment) => Reading][] = [
  // what is no period of the figure
  [
    `(?:highest|lowest|first time|first|best|worst|largest|biggest|fastest|strongest|most|least|closed|suspended)(?: [a-z]+){0,3} (?:since|in|for) (?:the )?(?:${Y}|${M}(?: ${Y})?|\\d+ years|[a-z]+ years)`,
    () => ({ days: null, role: 'base' }),
  ],
  // bases
  [
    `(?:the )?same (?:period|months?|quarter|time|half|stretch)(?: of| in| last| the| a)*(?: ${Y}| year(?: earlier| ago| before)?| previous year)?`,
    (g) => ({ days: null, role: /year|(?:last|the|a)$/i.test(g[0]!) && !/\d/.test(g[0]!) ? 'earlier' : 'base' }),
  ],
  [
    `(?:the |a |one )?(?:previous year|year (?:earlier|ago|before)|year-ago period|corresponding period(?: of| in)?(?: ${Y}| last year| the previous year)?)`,
    () => ({ days: null, role: 'earlier' }),
  ],
  ['year[- ](?:on|over)[- ]year|yoy|y/y|y-o-y', () => ({ days: null, role: 'base' })],
  // since
  [
    `(?:since|from) (?:the )?(?:beginning|start) of ${Y}`,
    (g, m) => (m.date ? { days: untilNow(`${g[1]}-01-01`, m.date) } : null),
  ],
  [
    "(?:since|from) (?:the )?(?:beginning|start) of (?:the|this|the current) year|so far this year|(?:this )?year[- ]to[- ]date|since the year began|since new year|(?:since|from) the year's start",
    (_, m) => (m.date ? { days: untilNow(`${yearOf(m.date)}-01-01`, m.date) } : null),
  ],
  [
    `since (?:[a-z' ]{1,50} in )?${M}(?: \\d{1,2}(?!\\d),?)?(?: (?:of )?(?:${Y}|(last|this) year))?`,
    (g, m) => {
      if (!m.date) return null
      const year = g[2] ? Number(g[2]) : g[3] ? yearOf(m.date) - (g[3].toLowerCase() === 'last' ? 1 : 0) : null
      const starts =
        year === null ? monthNear(m.date, monthIs(g[1]!), false).starts : months(year, monthIs(g[1]!), 1).starts
      return { days: untilNow(starts, m.date) }
    },
  ],
  [`since (?:[a-z' ]{1,50} in )?${Y}`, (g, m) => (m.date ? { days: years(Number(g[1]), yearOf(m.date)) } : null)],
  [
    "since (?:[a-z' ]{1,40} )?last year",
    (_, m) => (m.date ? { days: untilNow(`${yearOf(m.date) - 1}-01-01`, m.date) } : null),
  ],
  // fiscal years and years to a month
  [
    `(?:fy|fiscal(?: year)?|financial year|marketing year|season) ?(?:of )?${Y.replace('(?![\\d]|[.,]\\d)', '')}(?: ?[-/] ?(\\d{4}|\\d{2}))?(?!\\d)`,
    (g, m) => fiscal(Number(g[1]), g[2], m),
  ],
  [`fy ?'?(\\d{2})(?!\\d)`, (g, m) => fiscal(2000 + Number(g[1]), undefined, m)],
  [
    `(?:the )?(?:last |past )?(?:year|12 months|twelve months) (?:to|ending|ended|through)(?: in)?(?: the end of)?(?: \\d{1,2})? ${M}(?: \\d{1,2}(?!\\d))?(?:,? ${Y})?`,
    (g, m) => {
      const year = g[2] ? Number(g[2]) : m.date ? yearOf(monthNear(m.date, monthIs(g[1]!), false).starts) : null
      return year === null ? null : { days: months(year, monthIs(g[1]!) - 11, 12) }
    },
  ],
  [
    `q([1-4]) ?(?:of )?fy ?'?(\\d{2,4})`,
    (g, m) => {
      const year = fiscal(Number(g[2]!.length === 2 ? `20${g[2]}` : g[2]), undefined, m)?.days
      return year ? { days: months(yearOf(year.starts), monthOf(year.starts) + Number(g[1]) * 3 - 3, 3) } : null
    },
  ],
  [
    '(?:this|the current|current) (?:fiscal|financial) year',
    (_, m) => {
      const year = m.date ? fiscal(yearOf(m.date), undefined, m)?.days : null
      if (!year) return null
      return { days: m.date! < year.ends ? year : months(yearOf(year.starts) + 1, monthOf(year.starts), 12) }
    },
  ],
  // days
  [
    `${Y.replace('(?![\\d]|[.,]\\d)', '')}-(\\d{2})-(\\d{2})(?!\\d)`,
    (g, m) => dayOf(Number(g[1]), Number(g[2]), Number(g[3]), m),
  ],
  [`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)`, (g, m) => dayOf(Number(g[3]), Number(g[2]), Number(g[1]), m)],
  [
    `(\\d{1,2})(?:st|nd|rd|th)?(?: ?- ?(\\d{1,2})(?:st|nd|rd|th)?)? (?:of )?${M},? ${Y}`,
    (g, m) => dayOf(Number(g[4]), monthIs(g[3]!), Number(g[1]), m),
  ],
  [
    `${M} (\\d{1,2})(?:st|nd|rd|th)?(?: ?- ?\\d{1,2}(?:st|nd|rd|th)?)?,? ${Y}`,
    (g, m) => dayOf(Number(g[3]), monthIs(g[1]!), Number(g[2]), m),
  ],
  // months
  [
    `(?:in )?${Y} (?:through|to|until|till|up to) (?:the end of )?${M}(?! \\d)`,
    (g) => ({ days: months(Number(g[1]), 1, monthIs(g[2]!)) }),
  ],
  [
    `between ${M} and ${M}${OF}`,
    (g, m) => partOf(yearIs(g[3], g[4], m), monthIs(g[1]!), Math.max(1, monthIs(g[2]!) - monthIs(g[1]!) + 1), m),
  ],
  [
    `${M}(?: ${Y})? ?(?:-|—|to|through|thru|until|till|/) ?(?:end[- ])?${M}(?:(?: \\d{1,2})?,?${OF})`,
    (g, m) => {
      const [from, to] = [monthIs(g[1]!), monthIs(g[3]!)]
      if (g[2] && !g[4]) return { days: months(Number(g[2]), from, ((to - from + 12) % 12) + 1) }
      const year = yearIs(g[4], g[5], m)
      if (g[2] && year !== null)
        return { days: { starts: months(Number(g[2]), from, 1).starts, ends: months(year, to, 1).ends } }
      if (to < from) return partOf(year === null ? null : year - 1, from, to - from + 13, m)
      return partOf(year, from, to - from + 1, m)
    },
  ],
  [
    `(?:the )?(?:(first|opening|last|past|previous|preceding) )?${N}[- ]months?(?: period)?${OF}`,
    (g, m) => {
      const count = countIs(g[2]!)
      if (count < 1 || count > 12) return null
      const year = yearIs(g[3], g[4], m)
      if (g[1] && /last|past|prev|prec/i.test(g[1]) && year === null) {
        if (!m.date) return null
        return { days: months(yearOf(m.date), monthOf(m.date) - count, count) }
      }
      if (g[1] && /last/i.test(g[1])) return { days: months(year!, 13 - count, count) }
      if (!g[1] && !g[3] && !g[4]) return null
      return partOf(year, 1, count, m)
    },
  ],
  [`(?:over|in|for|during) ${N} months(?! (?:ago|later|of))`, (g, m) => partOf(null, 1, countIs(g[1]!), m)],
  // quarters and halves
  [`(?:the )?(?:first|opening) three quarters${OF}`, (g, m) => partOf(yearIs(g[1], g[2], m), 1, 9, m)],
  [`(?:the )?${O}[- ]quarter${OF}`, (g, m) => partOf(yearIs(g[2], g[3], m), ordinalIs(g[1]!) * 3 - 2, 3, m)],
  [
    `q([1-4])(?:[ -]?${Y}|(?: of)? (last year|this year))?(?![a-z\\d])`,
    (g, m) => partOf(yearIs(g[2], g[3], m), Number(g[1]) * 3 - 2, 3, m),
  ],
  [
    `([1-4])q(?:[ -]?${Y}|'?(\\d{2})(?!\\d))`,
    (g, m) => partOf(g[2] ? Number(g[2]) : 2000 + Number(g[3]), Number(g[1]) * 3 - 2, 3, m),
  ],
  [`${Y}[- ]?q([1-4])(?!\\d)`, (g) => ({ days: months(Number(g[1]), Number(g[2]) * 3 - 2, 3) })],
  [
    `(?:the )?(first|second|last|1st|2nd)[- ]half${OF}`,
    (g, m) => partOf(yearIs(g[2], g[3], m), /first|1/i.test(g[1]!) ? 1 : 7, 6, m),
  ],
  [
    `h([12])(?:[ -]?${Y}|(?: of)? (last year|this year))?(?![a-z\\d])`,
    (g, m) => partOf(yearIs(g[2], g[3], m), g[1] === '1' ? 1 : 7, 6, m),
  ],
  [
    '(?:the )?(last|previous|this|current) quarter',
    (g, m) => {
      if (!m.date) return null
      const quarter = Math.floor((monthOf(m.date) - 1) / 3) - (/last|prev/i.test(g[1]!) ? 1 : 0)
      return { days: months(yearOf(m.date), quarter * 3 + 1, 3) }
    },
  ],
  // several years
  [
    `(?:the )?${Y.replace('(?![\\d]|[.,]\\d)', '')}'?s(?![a-z])`,
    (g) => (g[1]!.endsWith('0') ? { days: years(Number(g[1]), Number(g[1]) + 9) } : null),
  ],
  [
    `(?:between|from) ${Y} (?:and|to|through) ${Y}`,
    (g) => (Number(g[1]) < Number(g[2]) ? { days: years(Number(g[1]), Number(g[2])), span: true } : null),
  ],
  [
    `${Y.replace('(?![\\d]|[.,]\\d)', '')} ?[-/] ?${Y}`,
    (g) => (Number(g[1]) < Number(g[2]) ? { days: years(Number(g[1]), Number(g[2])), span: true } : null),
  ],
  [
    `${Y.replace('(?![\\d]|[.,]\\d)', '')}[-/](\\d{2})(?!\\d)`,
    (g, m) => (Number(g[2]) === (Number(g[1]) + 1) % 100 ? fiscal(Number(g[1]), g[2], m) : null),
  ],
  [
    `(?:within|in|over|during) (?:the )?(?:next|coming|following) (?:${N}|few|several) years?|(?:within|in) ${N} years?(?:' time)?(?! (?:ago|earlier|later))`,
    (g, m) => {
      const count = g[1] ?? g[2]
      return count && m.date
        ? { days: years(yearOf(m.date) + countIs(count), yearOf(m.date) + countIs(count)), role: 'due' }
        : { days: null, role: 'words' }
    },
  ],
  [
    `(?:over|in|during|for|within) (?:the )?(?:last|past|previous)? ?${N} years`,
    (g, m) => {
      if (!m.date) return { days: null, role: 'words' }
      // Half a year or more gone, the year itself counts as one of them.
      const last = yearOf(m.date) - 1 + (monthOf(m.date) >= 6 && /last|past|prev/i.test(g[0]!) ? 0 : 0)
      return { days: years(last - countIs(g[1]!) + 1, last), span: true }
    },
  ],
  [
    '(?:in|over|during) (?:the )?(?:recent|last few|past few|coming|next few|near|nearest|last several) (?:years?|months|future|decades?|time)',
    () => ({ days: null, role: 'words' }),
  ],
  // ends
  [
    `(?:(?:by|until|before|at|till) )?(?:the )?(?:end|close|turn) of (?:the|this|the current) year|(?:by|at|until|before) year['s]*[- ]end|(?:finish|end|close) (?:the|this) year|by the year's end|later this year|(?:before|by) the year is out`,
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, role: 'due' }
    },
  ],
  [
    `(?:the )?(?:end|middle|mid|beginning|start|early|late|mid-|as of|close)[- ]?(?:of )?${Y}`,
    (g) => ({ days: years(Number(g[1]), Number(g[1])) }),
  ],
  // months and days without a year
  [`${M},? ?(?:of |in )?${Y}`, (g) => ({ days: months(Number(g[2]), monthIs(g[1]!), 1) })],
  [
    `${M} (?:of )?(last|this|next) year`,
    (g, m) =>
      m.date
        ? { days: months(yearOf(m.date) + (/last/i.test(g[2]!) ? -1 : /next/i.test(g[2]!) ? 1 : 0), monthIs(g[1]!), 1) }
        : null,
  ],
  [
    `${M} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[.,]\\d| (?:percent|million|billion|tons|thousand))(?: ?- ?\\d{1,2})?`,
    (g, m) => dayOf(null, monthIs(g[1]!), Number(g[2]), m),
  ],
  [`(\\d{1,2})(?:st|nd|rd|th)?(?: ?- ?\\d{1,2})? (?:of )?${M}`, (g, m) => dayOf(null, monthIs(g[2]!), Number(g[1]), m)],
  [
    `(?<=(?:in|during|of|for|since|until|by|last|this|early|late|mid-|between|from|to|through|and|end-) )${M}(?=[^a-z]|$)`,
    (g, m) =>
      m.date && /^[a-z]?/i.test(g[1]!)
        ? {
            days: monthNear(m.date, monthIs(g[1]!), false).starts ? monthNear(m.date, monthIs(g[1]!), false) : null,
            weak: true,
          }
        : null,
  ],
  // seen from the text
  [
    `(?:on |late |early )?(${weekdays.join('|')})(?![a-z])`,
    (g, m) => {
      if (!m.date) return null
      const back = (new Date(`${m.date}T00:00:00Z`).getUTCDay() - weekdays.indexOf(g[1]!.toLowerCase()) + 7) % 7
      const is = shifted(m, -back)
      return is && { ...is, weak: true }
    },
  ],
  [
    '(?:within|in) a (decade|year)(?! earlier)',
    (g, m) => {
      const is = thisYear(m, g[1] === 'decade' ? 10 : 1)
      return is && { ...is, role: 'due' }
    },
  ],
  ['(?:the )?(?:day before yesterday)', (_, m) => shifted(m, -2)],
  ['yesterday', (_, m) => shifted(m, -1)],
  [
    'today|earlier in the day',
    (_, m) => {
      const is = shifted(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  ['tomorrow', (_, m) => shifted(m, 1)],
  [`${N} days ago`, (g, m) => shifted(m, -countIs(g[1]!))],
  [
    '(?:the )?(?:last|past|previous) month',
    (_, m) => (m.date ? { days: months(yearOf(m.date), monthOf(m.date) - 1, 1) } : null),
  ],
  ['this month|the current month', (_, m) => (m.date ? { days: months(yearOf(m.date), monthOf(m.date), 1) } : null)],
  ['(?:the )?year before last', (_, m) => thisYear(m, -2)],
  ['last year|(?:the )?past year', (_, m) => thisYear(m, -1)],
  ['(?:the )?next year|(?:the )?coming year', (_, m) => thisYear(m, 1)],
  [
    'this year|(?:the )?current year|(?:during|of) the year(?= |,|\\.)',
    (_, m) => {
      const is = thisYear(m, 0)
      return is && { ...is, weak: true }
    },
  ],
  [`${N} years ago`, (g, m) => thisYear(m, -countIs(g[1]!))],
  [`${Y}(?!-)`, (g) => ({ days: years(Number(g[1]), Number(g[1])) })],
]

export const englishTimes: TimeWords = {
  patterns: table.map(
    ([source, read]): TimePattern => ({ pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})`, 'giu'), read }),
  ),
  base: /(?:^|[^a-z])(?:than|then|compared|comparison|against|versus|vs\.?|relative|up from|down from|unlike|instead|level|levels|figures? for|baseline|after|times(?: [a-z]+){1,4})(?: (?:to|with|in|of|for|the|that|those|a|same|period|just|only|level|levels|figures?|indicators?|end|total|year))* $/i,
  baseAfterRate:
    /(?:%|percent|per cent|pct|pc|fold|times)(?: (?:more|higher|lower|less|increase|rise|growth|drop|decline|improvement|jump|fall))? (?:over|on|from)(?: the)? $/i,
  baseOfYear: /(?:^|[^a-z])(?:from|on|over)(?: (?:the|that|in|of|level|levels|figures?|those|year))* $/i,
  due: /(?:^|[^a-z])(?:by|until|till|before|due in|due|no later than|not later than|through|up to)(?: (?:the|end|of|early|late|mid|about|around|year|at least))* $/i,
}
