import { daysBetween, lastDay } from '@/lib/periods/rules'

/** How much later than promised something happened, in the unit in which its day was named. */
export type Lateness = { days: number; unit: 'year' | 'month' | 'day'; count: number }

const units = ['year', 'month', 'day'] as const
/** Days that are half of a unit: less than that is said in the next finer one. */
const half = { year: 183, month: 15, day: 1 }
const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** Whether a day was named as a year ("next year"), as a month ("finish in December 2023"), or as a day. */
export function namedIn(due: { starts: string | null; ends: string }): Lateness['unit'] {
  const edges = [due.starts ?? due.ends, due.ends]
  if (due.starts !== null && edges.every((day) => day.endsWith('-01-01'))) return 'year'
  return edges.every((day) => day.endsWith('-01')) ? 'month' : 'day'
}

/**
 * Lateness is counted in the unit that was named, from the one named to the one it happened in: what was promised for a
 * year and happened in the next one is a year late, whatever the day. Where less than half of a unit has passed since
 * the last day allowed, the next finer unit tells it: 2 January is not a year late. The days are always beside it.
 * @param due half-open, as promised: the last day allowed is the one before `ends`.
 * @returns null where `on` is not later than allowed.
 * @example promised for 2023, held on 24 September 2024: 1 year, 268 days.
 * @example to be finished in December 2023, opened on 12 March 2024: 3 months, 72 days.
 */
export function lateness(due: { starts: string | null; ends: string }, on: string): Lateness | null {
  const last = lastDay(due)!
  const days = daysBetween(last, on)
  if (days <= 0) return null
  const gap = {
    year: Number(on.slice(0, 4)) - Number(last.slice(0, 4)),
    month: months(on) - months(last),
    day: days,
  }
  const fitting = units.slice(units.indexOf(namedIn(due))).find((unit) => days >= half[unit])!
  return { days, unit: fitting, count: gap[fitting] }
}
