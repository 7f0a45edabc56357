/**
 * How people write a stretch of time, read into half-open days. Every function is total: what it does not
 * recognise is null, what it recognises and cannot exist is a fault that names the rule.
 */
export type Days = { starts: string; ends: string }
export type PeriodFault = { code: string; values: Record<string, string | number> }
type Read = Days | PeriodFault | null

const monthNames = 'january|february|march|april|may|june|july|august|september|october|november|december'.split('|')
const monthWord = `(${monthNames.map((m) => (m.length > 3 ? `${m.slice(0, 3)}(?:${m.slice(3)})?` : m)).join('|')}|sept)\\.?`
const countWords = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|')
const ordinalWords = ['first', 'second', 'third', 'fourth']
const firstYear = 1000
const lastYear = 2999

const fault = (code: string, values: PeriodFault['values'] = {}): PeriodFault => ({ code, values })
export const isFault = (read: object): read is PeriodFault => 'code' in read

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
/** Days since 1 January 1970 of an ISO day, and back. */
export const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
export const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
/** `month` counts on from January (1) of `year`; 13 is January of the next one. */
export const firstOfMonth = (year: number, month: number) =>
  `${pad(year + Math.floor((month - 1) / 12), 4)}-${pad(((((month - 1) % 12) + 12) % 12) + 1)}-01`

/** "1Q22" means 2022, "1Q98" 1998: two-digit years as POSIX reads them. */
const yearOf = (digits: string) => {
  const year = Number(digits)
  return digits.length > 2 ? year : year < 69 ? 2000 + year : 1900 + year
}
const inRange = (year: number) => year >= firstYear && year <= lastYear
const monthOf = (word: string) => monthNames.findIndex((m) => m.startsWith(word.slice(0, 3))) + 1

function months(year: number, from: number, count: number): Read {
  if (!inRange(year)) return fault('periodYear', { year, min: firstYear, max: lastYear })
  return { starts: firstOfMonth(year, from), ends: firstOfMonth(year, from + count) }
}
function month(year: number, number: number): Read {
  return number >= 1 && number <= 12 ? months(year, number, 1) : fault('periodMonth', { month: number })
}
function day(year: number, number: number, date: number): Read {
  const whole = month(year, number)
  if (!whole || isFault(whole)) return whole
  const last = dayNumber(whole.ends) - dayNumber(whole.starts)
  if (date < 1 || date > last)
    return fault('periodDay', { day: date, month: `${pad(year, 4)}-${pad(number)}`, max: last })
  const at = dayNumber(whole.starts) + date - 1
  return { starts: isoDay(at), ends: isoDay(at + 1) }
}
function part(year: number, length: 3 | 6, number: number): Read {
  if (number >= 1 && number <= 12 / length) return months(year, (number - 1) * length + 1, length)
  return length === 3 ? fault('periodQuarter', { quarter: number }) : fault('periodHalf', { half: number })
}
function someMonths(year: number, count: number, last: boolean): Read {
  if (count < 1 || count > 12) return fault('periodMonths', { months: count })
  return months(year, last ? 13 - count : 1, count)
}
/** 03/04/2022 is 3 April to one reader and 4 March to another: refused unless only one of the two exists. */
function slashed(year: number, a: number, b: number): Read {
  if (a <= 12 && b <= 12 && a !== b)
    return fault('periodAmbiguous', {
      one: `${pad(year, 4)}-${pad(b)}-${pad(a)}`,
      other: `${pad(year, 4)}-${pad(a)}-${pad(b)}`,
    })
  return b > 12 ? day(year, a, b) : day(year, b, a)
}
const countOf = (word: string) => (/\d/.test(word) ? Number(word) : countWords.indexOf(word) + 1)

const Y = '(\\d{4})'
const anyY = "'?(\\d{4}|\\d{2})"
const of = '(?: of|,)? '
const letterLength = (letter: string) => (letter === 'q' ? 3 : 6)
const forms: [RegExp, (m: string[]) => Read][] = (
  [
    [Y, (m) => months(yearOf(m[1]!), 1, 12)],
    [`${Y}'?s`, (m) => (m[1]!.endsWith('0') ? months(Number(m[1]), 1, 120) : null)],
    [`([qhs])\\s?(\\d)[ -]?${anyY}`, (m) => part(yearOf(m[3]!), letterLength(m[1]!), Number(m[2]))],
    [`${Y}[ -]?([qhs])\\s?(\\d)`, (m) => part(Number(m[1]), letterLength(m[2]!), Number(m[3]))],
    [`(\\d)([qh])[ -]?${anyY}`, (m) => part(yearOf(m[3]!), letterLength(m[2]!), Number(m[1]))],
    [
      `(?:(\\d)(?:st|nd|rd|th)|(${ordinalWords.join('|')})) (quarter|half)${of}${Y}`,
      (m) => part(Number(m[4]), m[3] === 'half' ? 6 : 3, m[1] ? Number(m[1]) : ordinalWords.indexOf(m[2]!) + 1),
    ],
    [`${Y}-(\\d{1,2})`, (m) => month(Number(m[1]), Number(m[2]))],
    [`(\\d{1,2})[./]${Y}`, (m) => month(Number(m[2]), Number(m[1]))],
    [`${monthWord}${of}${Y}`, (m) => month(Number(m[2]), monthOf(m[1]!))],
    [`${monthWord} ${Y}`, (m) => month(Number(m[2]), monthOf(m[1]!))],
    [`${Y}-(\\d{1,2})-(\\d{1,2})`, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
    [`(\\d{1,2})\\.(\\d{1,2})\\.${Y}`, (m) => day(Number(m[3]), Number(m[2]), Number(m[1]))],
    [`(\\d{1,2})/(\\d{1,2})/${Y}`, (m) => slashed(Number(m[3]), Number(m[1]), Number(m[2]))],
    [`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthWord},? ${Y}`, (m) => day(Number(m[3]), monthOf(m[2]!), Number(m[1]))],
    [`${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? ${Y}`, (m) => day(Number(m[3]), monthOf(m[1]!), Number(m[2]))],
    [
      `(?:(first|opening|last) )?(\\d{1,2}|${countWords.join('|')})(?:[ -]?months?|m)(?: of|,)? ?${Y}`,
      (m) => someMonths(Number(m[3]), countOf(m[2]!), m[1] === 'last'),
    ],
    [
      `${Y},? (?:first )?(\\d{1,2}|${countWords.join('|')})(?: months?|m)`,
      (m) => someMonths(Number(m[1]), countOf(m[2]!), false),
    ],
  ] as [string, (m: string[]) => Read][]
).map(([source, read]) => [new RegExp(`^${source}$`), read])

/** Looks like a period whose year was forgotten: "Aug", "Q1", "24 Aug", "Jan-Jul", "9 months". */
const monthOrPart = `(?:\\d{1,2} )?(?:${monthWord}(?: \\d{1,2})?|[qhs]\\d|\\d[qh]|\\d{1,2} months)`
const withoutYear = new RegExp(`^${monthOrPart}(?: ?(?:-|to) ?${monthOrPart})?$`)

function single(text: string): Read {
  for (const [form, read] of forms) {
    const m = form.exec(text)
    if (m) return read(m as string[])
  }
  return null
}

/** Left side of "Jan-Jul 2022", "Q1-Q3 2022", "24-26 Sep 2024": it lends what it lacks from the right side. */
function left(text: string, right: string): Read {
  const own = single(text)
  if (own) return own
  const year = /(\d{4})$/.exec(right)?.[1]
  const monthAndYear = new RegExp(`(${monthWord},? \\d{4})$`).exec(right)?.[1]
  if (/^\d{1,2}$/.test(text)) return monthAndYear ? single(`${text} ${monthAndYear}`) : null
  return year ? single(`${text} ${year}`) : null
}

const separator = / ?(?:-|\/|\b(?:to|through|till|until)\b) ?/g
function range(text: string): Read {
  let firstFault: PeriodFault | null = null
  for (const at of text.matchAll(separator)) {
    const [before, after] = [text.slice(0, at.index), text.slice(at.index + at[0].length)]
    const to = single(after)
    const from = to && left(before, after)
    if (!from) continue
    const wrong = [from, to].find((side): side is PeriodFault => isFault(side))
    if (wrong) firstFault ??= wrong
    else if (!isFault(from) && !isFault(to)) {
      if (from.starts <= to.starts && from.ends <= to.ends) return { starts: from.starts, ends: to.ends }
      firstFault ??= fault('periodBackwards', { from: before, to: after })
    }
  }
  return firstFault
}

/** "September 24-26, 2024" */
const daysOfMonth = new RegExp(`^${monthWord} (\\d{1,2}) ?- ?(\\d{1,2}),? (\\d{4})$`)

/**
 * A stretch with both ends. `text` is folded (see `fold`).
 * @returns days, a fault, or null where it is no notation of a period.
 */
export function readClosed(text: string): Read {
  const plain = text
    .replace(/^(?:in|during|for|on|over) /, '')
    .replace(/^the /, '')
    .replace(/^(?:(?:full|whole|entire) )?year (?=\d{4}$)/, '')
    .replace(/^between (\d{4}) and (?=\d{4}$)/, 'from $1-')
  const ends = /^(?:from|between) (.+)$/.exec(plain)?.[1]
  if (ends) return range(ends)
  const inMonth = daysOfMonth.exec(plain)
  if (inMonth) return range(`${inMonth[2]}-${inMonth[3]} ${inMonth[1]} ${inMonth[4]}`)
  const found = single(plain) ?? range(plain)
  if (found) return found
  const bare = withoutYear.exec(plain)
  if (!bare) return null
  const [from, to] = plain.split(/ ?(?:-|\bto\b) ?/)
  const [a, b] = [monthOf(from ?? ''), monthOf(to ?? '')]
  if (from && to && a && b && a > b) return fault('periodBackwards', { from, to })
  return fault('periodYearMissing', { text: plain })
}

export type Open = { starts: string | null; ends: string | null }
const openForms: [RegExp, (days: Days) => Open][] = [
  [
    /^(?:since|from|starting(?: in| from)?) (.+?)(?: on| onwards?| to date)?$/,
    (d) => ({ starts: d.starts, ends: null }),
  ],
  [/^(.+?)(?: ?-| onwards?| to date|\/\.\.)$/, (d) => ({ starts: d.starts, ends: null })],
  [/^after (.+)$/, (d) => ({ starts: d.ends, ends: null })],
  [/^before (?:the )?end of (.+)$/, (d) => ({ starts: null, ends: d.ends })],
  [/^before (.+)$/, (d) => ({ starts: null, ends: d.starts })],
  [
    /^(?:by|until|till|through|up to|no later than|not later than)(?: the)?(?: end of)? (.+)$/,
    (d) => ({ starts: null, ends: d.ends }),
  ],
  [/^\.\.\/(.+)$/, (d) => ({ starts: null, ends: d.ends })],
]

/** "since 2020", "by the end of 2025", "before 2020", "2020 to date", ISO "2020/..": one end stays open. */
export function readOpen(text: string): Open | PeriodFault | null {
  for (const [form, open] of openForms) {
    const inner = form.exec(text)?.[1]
    const days = inner === undefined ? null : readClosed(inner)
    if (days) return isFault(days) ? (days.code === 'periodYearMissing' ? null : days) : open(days)
  }
  return null
}

/** Words that only a day of writing can resolve, put into figures: "last year" on 2022-08-24 is 2021. */
export function resolveRelative(text: string, today: string): string {
  const year = Number(today.slice(0, 4))
  const days = { yesterday: -1, today: 0, tomorrow: 1 }
  const word = text as keyof typeof days
  if (word in days) return isoDay(dayNumber(today) + days[word])
  return text
    .replace(/\b(?:the )?(?:this|current) year\b/, String(year))
    .replace(/\b(?:the )?(?:last|previous) year\b/, String(year - 1))
    .replace(/\b(?:the )?next year\b/, String(year + 1))
}

/** Lower case, plain spaces, one kind of dash, ASCII digits; marks that cannot be seen are dropped. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<!\.)[.,;]$/, '')
}
