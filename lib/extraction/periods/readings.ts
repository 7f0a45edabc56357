import { dayNumber, isoDay } from '@/lib/periods/notation/rules'
import { day, months, yearOf, years } from './calendar'
import type { Moment, Reading } from './mentions'

/** A part of a year that the text does not name: the last such part that is over on the day of the text. */
export const partOf = (year: number | null, from: number, count: number, { date }: Moment): Reading => {
  if (year !== null) return { days: months(year, from, count) }
  if (!date) return null
  let last = yearOf(date)
  // What is told on the last day of a period counts as told after it.
  while (dayNumber(months(last, from, count).ends) > dayNumber(date) + 1) last--
  return { days: months(last, from, count) }
}

/** Month in which the financial year of a country begins, where it is not January. */
const fiscalStarts: Record<string, number> = {
  IND: 4,
  JPN: 4,
  GBR: 4,
  CAN: 4,
  ZAF: 4,
  SGP: 4,
  HKG: 4,
  PAK: 7,
  BGD: 7,
  EGY: 7,
  AUS: 7,
  KEN: 7,
  UGA: 7,
  TZA: 7,
  RWA: 7,
  NPL: 7,
  ETH: 7,
  USA: 10,
  THA: 10,
}
/** The financial year of one of the two countries: "FY2020-21" of India is April to March. */
export function fiscal(first: number, second: string | undefined, { pair }: Moment): Reading {
  const starts = pair?.map((code) => fiscalStarts[code]).find((month) => month !== undefined)
  if (starts === undefined)
    return { days: second ? { starts: `${first}-01-01`, ends: `${first + 2}-01-01` } : years(first, first) }
  // One year alone names the one it ends in.
  return { days: months(second ? first : first - 1, starts, 12) }
}
/** A day whose year the text may leave out. */
export const dayOf = (year: number | null, month: number, date: number, moment: Moment): Reading => {
  if (year === null && !moment.date) return null
  let days = day(year ?? yearOf(moment.date!), month, date)
  if (days && year === null && dayNumber(days.starts) > dayNumber(moment.date!) + 200)
    days = day(yearOf(moment.date!) - 1, month, date)
  return days && { days }
}
/** So many days from the day of the text. */
export const shifted = ({ date }: Moment, days: number): Reading =>
  date === null ? null : { days: { starts: isoDay(dayNumber(date) + days), ends: isoDay(dayNumber(date) + days + 1) } }
/** So many years from the year of the text. */
export const thisYear = ({ date }: Moment, by: number): Reading =>
  date === null ? null : { days: years(yearOf(date) + by, yearOf(date) + by) }
