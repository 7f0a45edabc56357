import en from '@/lib/i18n/en/periods.json'
import { fill } from '@/lib/i18n/fill'
import type { Locale } from '@/lib/i18n/locales'
import {
  type Days,
  dayNumber,
  firstOfMonth,
  fold,
  isFault,
  isoDay,
  type PeriodFault,
  readClosed,
  readOpen,
  resolveRelative,
} from './notation/rules'
import type { Period } from './schema'

const words: Record<Locale, typeof en> = { en }

/**
 * What kind of stretch it is. `partYear` is cumulated from 1 January over several months and is neither a quarter
 * nor a half (January–July); `open` has one end; `unknown` has none.
 */
export type Span = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'partYear' | 'interval' | 'open' | 'unknown'
export type ParsedPeriod = { ok: true; period: Period; span: Span } | { ok: false; fault: PeriodFault }
type Bounds = Pick<Period, 'starts' | 'ends'>

const yearOf = (iso: string) => Number(iso.slice(0, 4))
const monthOf = (iso: string) => Number(iso.slice(5, 7))
const dayOf = (iso: string) => Number(iso.slice(8))
const monthCount = (iso: string) => yearOf(iso) * 12 + monthOf(iso) - 1
const isClosed = (period: Bounds): period is Days => period.starts !== null && period.ends !== null

export function spanOf(period: Bounds): Span {
  if (!isClosed(period)) return period.starts === null && period.ends === null ? 'unknown' : 'open'
  const { starts, ends } = period
  if (dayNumber(ends) - dayNumber(starts) === 1) return 'day'
  if (dayOf(starts) !== 1 || dayOf(ends) !== 1) return 'interval'
  const [from, length] = [monthOf(starts), monthCount(ends) - monthCount(starts)]
  if (length === 1) return 'month'
  if (length === 3 && from % 3 === 1) return 'quarter'
  if (length === 6 && from % 6 === 1) return 'half'
  if (from !== 1 || length > 12) return 'interval'
  return length === 12 ? 'year' : 'partYear'
}

/** A stretch shorter than a year: its sums are never joined or compared with those of full years. */
export function isPartYear(period: Bounds): boolean {
  return isClosed(period) && shiftYear(period.starts, 1) > period.ends
}

/** The same day of another year; 29 February becomes 1 March where that year has none. */
function shiftYear(iso: string, by: number): string {
  const moved = `${String(yearOf(iso) + by).padStart(4, '0')}${iso.slice(4)}`
  return isoDay(dayNumber(firstOfMonth(yearOf(moved), monthOf(moved))) + dayOf(moved) - 1)
}

/**
 * The same dates one year before: what a comparable change is measured against.
 * @returns null for an open period, and where 29 February has no counterpart.
 */
export function yearEarlier(period: Bounds): Days | null {
  if (!isClosed(period)) return null
  const starts = shiftYear(period.starts, -1)
  if (dayOf(starts) !== dayOf(period.starts)) return null
  if (spanOf(period) === 'day') return { starts, ends: isoDay(dayNumber(starts) + 1) }
  const ends = shiftYear(period.ends, -1)
  return dayOf(ends) === dayOf(period.ends) ? { starts, ends } : null
}

/** An open end reaches as far as it can. */
export function overlaps(a: Bounds, b: Bounds): boolean {
  const begins = (x: Bounds, y: Bounds) => x.starts === null || y.ends === null || x.starts < y.ends
  return begins(a, b) && begins(b, a)
}
export function contains(outer: Bounds, inner: Bounds): boolean {
  const from = outer.starts === null || (inner.starts !== null && outer.starts <= inner.starts)
  const to = outer.ends === null || (inner.ends !== null && inner.ends <= outer.ends)
  return from && to
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}
export function lengthInDays(period: Bounds): number | null {
  return isClosed(period) ? daysBetween(period.starts, period.ends) : null
}
/** The last day that belongs to it: the day before `ends`. */
export function lastDay(period: Bounds): string | null {
  return period.ends === null ? null : isoDay(dayNumber(period.ends) - 1)
}
/** The day in the middle: where a chart puts the mark of a stretch. */
export function midpoint(period: Bounds): string | null {
  return isClosed(period) ? isoDay(Math.floor((dayNumber(period.starts) + dayNumber(period.ends)) / 2)) : null
}

const maxTyped = 300
const maxWords = 200
/** C0 and C1 controls have no place in words that are stored and shown. */
const tidy = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

function inWords(text: string): ParsedPeriod {
  const kept = tidy(text)
  if (kept.length > maxWords) return { ok: false, fault: { code: 'tooLong', values: { maximum: maxWords } } }
  if (kept === '') return { ok: false, fault: { code: 'periodEmpty', values: {} } }
  return { ok: true, period: { starts: null, ends: null, words: kept }, span: 'unknown' }
}

/**
 * Reads a period as people type it: "2022", "Q1 2022", "Jan–Jul 2022", "11 months of 2024", "24.08.2022", "1990s",
 * "2019/2024", "since 2020", "by end of 2025". Text without a figure ("in recent years") stays the source's words
 * with no date; words that hold a figure are kept as words when put between quotation marks.
 * @param today ISO day that "last year", "next year", "today" are resolved from (the day of the source, not of typing);
 *   without it they stay words.
 */
export function parsePeriod(text: string, { today }: { today?: string } = {}): ParsedPeriod {
  const typed = tidy(text)
  if (typed === '') return { ok: false, fault: { code: 'periodEmpty', values: {} } }
  if (typed.length > maxTyped) return { ok: false, fault: { code: 'tooLong', values: { maximum: maxTyped } } }
  const quoted = /^(?:“(.+)”|"(.+)")$/.exec(typed)
  if (quoted) return inWords(quoted[1] ?? quoted[2] ?? '')

  const [, label, aside] = /^([^“]+?) \(“(.+)”\)$/.exec(typed) ?? [null, typed, undefined]
  const plain = today ? resolveRelative(fold(label!), today) : fold(label!)
  const read = readClosed(plain) ?? readOpen(plain)
  if (read && isFault(read)) return { ok: false, fault: read }
  if (!read) {
    if (!/\p{N}/u.test(plain) && /\p{L}/u.test(plain)) return inWords(typed)
    return { ok: false, fault: { code: 'periodUnreadable', values: { text: typed.slice(0, 80) } } }
  }
  const kept = aside ?? typed
  if (kept.length > maxWords) return { ok: false, fault: { code: 'tooLong', values: { maximum: maxWords } } }
  const period = { ...read, words: isClosed(read) && aside === undefined ? null : kept }
  return { ok: true, period, span: spanOf(period) }
}

function formatClosed({ starts, ends }: Days, locale: Locale): string {
  const text = words[locale]
  const name = (iso: string) => text.months[String(monthOf(iso)) as keyof typeof text.months]
  const month = (iso: string) => fill(text.month, { month: name(iso), year: yearOf(iso) })
  const day = (iso: string) => fill(text.day, { day: dayOf(iso), month: name(iso), year: yearOf(iso) })
  const last = isoDay(dayNumber(ends) - 1)
  const range = (from: string | number, to: string | number) => fill(text.range, { from, to })
  const year = yearOf(starts)
  const span = spanOf({ starts, ends })
  if (span === 'year') return String(year)
  if (span === 'month') return month(starts)
  if (span === 'day') return day(starts)
  if (span === 'quarter') return fill(text.quarter, { number: (monthOf(starts) + 2) / 3, year })
  if (span === 'half') return fill(text.half, { number: monthOf(starts) === 1 ? 1 : 2, year })
  if (starts.endsWith('-01-01') && ends.endsWith('-01-01')) return range(year, yearOf(last))
  const sameYear = year === yearOf(last)
  if (dayOf(starts) === 1 && dayOf(ends) === 1) return range(sameYear ? name(starts) : month(starts), month(last))
  if (!sameYear) return range(day(starts), day(last))
  const sameMonth = monthOf(starts) === monthOf(last)
  const from = sameMonth ? dayOf(starts) : fill(text.dayOfMonth, { day: dayOf(starts), month: name(starts) })
  return range(from, day(last))
}

/** "2025" for an end on 1 January 2026, "Jul 2025" for one on 1 August, else the day. */
function edge(day: string, locale: Locale, side: 'from' | 'to'): string {
  const inside = side === 'from' ? day : isoDay(dayNumber(day) - 1)
  const first = firstOfMonth(yearOf(inside), monthOf(inside))
  const next = firstOfMonth(yearOf(inside), monthOf(inside) + 1)
  const year = { starts: firstOfMonth(yearOf(inside), 1), ends: firstOfMonth(yearOf(inside) + 1, 1) }
  if (day === (side === 'from' ? year.starts : year.ends)) return formatClosed(year, locale)
  if (day === (side === 'from' ? first : next)) return formatClosed({ starts: first, ends: next }, locale)
  return formatClosed({ starts: inside, ends: isoDay(dayNumber(inside) + 1) }, locale)
}

function means(text: string, period: Period): boolean {
  const read = parsePeriod(text)
  return (
    read.ok &&
    read.period.starts === period.starts &&
    read.period.ends === period.ends &&
    read.period.words === period.words
  )
}

/**
 * A period as a reader reads it: "2022", "H1 2022", "Jan–Jul 2025", "24 Aug 2022", "1990–1999"; an open one in the
 * source's words ("by 2025"), with the date beside them where they do not tell it. What it gives, `parsePeriod`
 * reads back to the same dates; words beside two known dates are not part of the label.
 */
export function formatPeriod(period: Period, locale: Locale): string {
  const text = words[locale]
  if (isClosed(period)) return formatClosed(period, locale)
  if (period.words !== null && means(period.words, period)) return period.words
  if (period.starts === null && period.ends === null)
    return period.words === null ? text.unknown : fill(text.onlyWords, { words: period.words })
  const label =
    period.starts !== null
      ? fill(text.since, { period: edge(period.starts, locale, 'from') })
      : fill(text.by, { period: edge(period.ends!, locale, 'to') })
  return period.words === null ? label : fill(text.withWords, { period: label, words: period.words })
}
