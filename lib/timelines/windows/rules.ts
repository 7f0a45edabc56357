import { dayNumber, firstOfMonth, isoDay } from '@/lib/periods/notation/rules'

/** Half-open days. */
export type Window = { from: string; to: string }
/** Stretches of the calendar that a time line can be cut into, the finest first. */
export const units = ['day', 'month', 'quarter', 'year', 'decade'] as const
export type Unit = (typeof units)[number]

const yearOf = (day: string) => Number(day.slice(0, 4))
const monthOf = (day: string) => Number(day.slice(5, 7))
const monthsIn: Record<Exclude<Unit, 'day'>, number> = { month: 1, quarter: 3, year: 12, decade: 120 }
const firstYear = 1
const lastYear = 9999

/** The stretch of the calendar that holds a day: its quarter, its year, its decade. Years outside 1–9999 are cut off. */
export function stretchOf(unit: Unit, day: string): Window {
  if (unit === 'day') return { from: day, to: isoDay(dayNumber(day) + 1) }
  const months = monthsIn[unit]
  const year = unit === 'decade' ? Math.max(firstYear, yearOf(day) - (yearOf(day) % 10)) : yearOf(day)
  const month = unit === 'decade' ? 1 : monthOf(day) - ((monthOf(day) - 1) % months)
  const to = firstOfMonth(year, month + months)
  return { from: firstOfMonth(year, month), to: to.length === 10 ? to : `${lastYear}-12-31` }
}

const within = (inner: Window, outer: Window) => inner.from >= outer.from && inner.to <= outer.to
const days = (w: Window) => dayNumber(w.to) - dayNumber(w.from)

/** At most this many columns stand beside each other. */
const most: Record<Unit, number> = { day: 62, month: 24, quarter: 20, year: 48, decade: 1000 }

/** The finest stretches that cut a window into not too many. */
export function unitFor(window: Window): Unit {
  const months = Math.ceil(days(window) / 28)
  if (days(window) <= most.day) return 'day'
  if (months <= most.month + 2) return 'month'
  if (months / 3 <= most.quarter + 2) return 'quarter'
  return yearOf(window.to) - yearOf(window.from) <= most.year ? 'year' : 'decade'
}

/** The stretches that a window touches, the oldest first; the outer ones may reach beyond it. */
export function stretchesIn(window: Window, unit: Unit = unitFor(window)): Window[] {
  const found: Window[] = []
  for (let next = stretchOf(unit, window.from); ; next = stretchOf(unit, next.to)) {
    found.push(next)
    if (next.to >= window.to || next.to <= next.from) return found
  }
}

/** The next clearly larger stretch of the calendar that holds a window; null where that is everything there is. */
export function zoomedOut(window: Window, extent: Window): Window | null {
  const larger = units
    .map((unit) => stretchOf(unit, window.from))
    .find((s) => within(window, s) && days(s) >= 1.5 * days(window))
  return !larger || within(extent, larger) ? null : larger
}

const common = (a: Window, b: Window): Window => ({
  from: [a.from, b.from].sort()[1]!,
  to: [a.to, b.to].sort()[0]!,
})

/** The largest part of a window that is a stretch of the calendar and holds a day; null where a window is a day. */
export function zoomedIn(window: Window, day: string): Window | null {
  return (
    units
      .toReversed()
      .map((unit) => common(stretchOf(unit, day), window))
      .find((s) => days(s) < days(window)) ?? null
  )
}

const startsMonth = (day: string) => day.endsWith('-01')

/** A window as long as this one, right before (-1) or right after it (1): by whole months where it has whole months. */
export function moved(window: Window, by: -1 | 1): Window {
  const months =
    startsMonth(window.from) && startsMonth(window.to)
      ? (yearOf(window.to) - yearOf(window.from)) * 12 + monthOf(window.to) - monthOf(window.from)
      : 0
  const shift = (day: string) =>
    months ? firstOfMonth(yearOf(day), monthOf(day) + by * months) : isoDay(dayNumber(day) + by * days(window))
  return by < 0 ? { from: shift(window.from), to: window.from } : { from: window.to, to: shift(window.to) }
}

/** A window as it stands in an address: whole years as years ("2022", both ends included), else days. */
export function toAddress({ from, to }: Window): { from: string; to: string } {
  const whole = from.endsWith('-01-01') && to.endsWith('-01-01')
  return whole ? { from: from.slice(0, 4), to: String(yearOf(to) - 1).padStart(4, '0') } : { from, to }
}
