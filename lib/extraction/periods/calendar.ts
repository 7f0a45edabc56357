import { type Days, dayNumber, firstOfMonth, isoDay } from '@/lib/periods/notation/rules'
import { spanOf, yearEarlier } from '@/lib/periods/rules'

/** Months of a year, half-open; `month` counts on over the year's end. */
export const months = (year: number, from: number, count: number): Days => ({
  starts: firstOfMonth(year, from),
  ends: firstOfMonth(year, from + count),
})
export const years = (first: number, last: number): Days => ({ starts: `${first}-01-01`, ends: `${last + 1}-01-01` })

/** A day of the calendar; null for 31 June. */
export function day(year: number, month: number, date: number): Days | null {
  if (month < 1 || month > 12 || date < 1) return null
  const first = dayNumber(firstOfMonth(year, month))
  if (date > dayNumber(firstOfMonth(year, month + 1)) - first) return null
  return { starts: isoDay(first + date - 1), ends: isoDay(first + date) }
}

export const yearOf = (iso: string) => Number(iso.slice(0, 4))
export const monthOf = (iso: string) => Number(iso.slice(5, 7))

/** The newest such month that has begun on `date`, or the next one after it. */
export function monthNear(date: string, month: number, ahead: boolean): Days {
  const year = yearOf(date)
  if (ahead) return months(month >= monthOf(date) ? year : year + 1, month, 1)
  return months(month <= monthOf(date) ? year : year - 1, month, 1)
}

/** From a day to the month of `date`, that month included. */
export const untilNow = (starts: string, date: string): Days => ({
  starts: `${starts.slice(0, 7)}-01`,
  ends: firstOfMonth(yearOf(date), monthOf(date) + 1),
})

/** Days as a candidate writes them: "2021", "2022-Q1", "2022-08", "2022-08-24", "2022-01/2022-06", "2019/2025". */
export function notationOf(days: Days): string {
  const { starts, ends } = days
  const last = isoDay(dayNumber(ends) - 1)
  const span = spanOf(days)
  if (span === 'year') return starts.slice(0, 4)
  if (span === 'quarter') return `${starts.slice(0, 4)}-Q${(monthOf(starts) + 2) / 3}`
  if (span === 'month') return starts.slice(0, 7)
  if (span === 'day') return starts
  if (starts.endsWith('-01-01') && ends.endsWith('-01-01')) return `${starts.slice(0, 4)}/${last.slice(0, 4)}`
  if (starts.endsWith('-01') && ends.endsWith('-01')) return `${starts.slice(0, 7)}/${last.slice(0, 7)}`
  return `${starts}/${last}`
}

export const earlier = (days: Days): Days => yearEarlier(days) ?? days
