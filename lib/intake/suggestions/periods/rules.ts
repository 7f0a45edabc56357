import { type Days, firstOfMonth } from '@/lib/periods/notation/rules'

const at = (iso: string) => new Date(`${iso}T00:00:00Z`)
const nextDay = (iso: string) => new Date(at(iso).getTime() + 86_400_000).toISOString().slice(0, 10)
/** JavaScript takes 29 February of any year, as 1 March. */
const isDay = (text: string) => !Number.isNaN(at(text).getTime()) && at(text).toISOString().startsWith(text)

function one(text: string): Days | null {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?$/.exec(text)
  if (!found) return null
  const [, y, quarter, month, dayOfMonth] = found
  const year = Number(y)
  if (year < 1000) return null
  if (dayOfMonth) return isDay(text) ? { starts: text, ends: nextDay(text) } : null
  if (month) {
    const m = Number(month)
    return m >= 1 && m <= 12 ? { starts: firstOfMonth(year, m), ends: firstOfMonth(year, m + 1) } : null
  }
  if (quarter) {
    const first = Number(quarter) * 3 - 2
    return { starts: firstOfMonth(year, first), ends: firstOfMonth(year, first + 3) }
  }
  return { starts: firstOfMonth(year, 1), ends: firstOfMonth(year + 1, 1) }
}

/**
 * A period in a candidate's notation ("2021", "2022-Q1", "2022-08", "2022-08-24", "start/end" with both ends included)
 * as half-open days; null for anything else.
 */
export function stretchOf(text: string | null): Days | null {
  if (text === null) return null
  const [from, to, ...more] = text.split('/')
  if (more.length) return null
  const first = one(from!)
  if (to === undefined || !first) return first
  const last = one(to)
  return last && first.starts < last.ends ? { starts: first.starts, ends: last.ends } : null
}
