import type { ChartSpec } from '../spec'

export const dayMs = 86_400_000

const kept = new Map<string, number>()

/** Milliseconds (UTC) of an ISO day: the unit of the x axis. Remembered, because it is asked ten times per point. */
export function toMs(day: string): number {
  let ms = kept.get(day)
  if (ms === undefined) {
    ms = Date.parse(`${day}T00:00:00Z`)
    if (kept.size > 20_000) kept.clear()
    kept.set(day, ms)
  }
  return ms
}

/** A point stands in the middle of its period, because its value belongs to all of it. */
export function middleMs(period: { starts: string; ends: string }): number {
  return (toMs(period.starts) + toMs(period.ends)) / 2
}

export type TimeRange = { from: number; to: number }

/** Most of the axis that a due date beyond the last figure may take; a later one is drawn as an open end. */
const dueShare = 0.4

/**
 * What the x axis shows: the window asked for, otherwise everything there is (points, events, announcements and
 * due dates), rounded out to whole years, or to months when it is shorter than two years.
 */
export function timeRange(spec: ChartSpec): TimeRange {
  const days: number[] = []
  for (const { points } of spec.series) for (const p of points) days.push(toMs(p.starts), toMs(p.ends))
  for (const e of spec.events) days.push(toMs(e.on), toMs(e.on) + dayMs)
  for (const t of spec.targets) days.push(toMs(t.from), ...(t.restated ?? []).map(({ on }) => toMs(on)))
  if (days.length === 0) days.push(toMs(spec.known) - 365 * dayMs, toMs(spec.known))
  const first = Math.min(...days)
  const last = Math.max(...days)
  const farthestDue = last + Math.max(last - first, 365 * dayMs) * dueShare
  const dues = spec.targets.flatMap((t) => (t.due && toMs(t.due) <= farthestDue ? [toMs(t.due)] : []))
  const to = Math.max(last, ...dues)
  const wide = to - first > 2 * 365 * dayMs
  const range = {
    from: spec.from ? toMs(spec.from) : floorTo(first, wide ? 12 : 1),
    to: spec.to ? toMs(spec.to) : ceilTo(to, wide ? 12 : 1),
  }
  return range.to > range.from ? range : { from: range.from, to: range.from + 30 * dayMs }
}

/** First day of the group of `months` that holds the moment. */
export function floorTo(ms: number, months: number): number {
  const date = new Date(ms)
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1)
}

function ceilTo(ms: number, months: number): number {
  const floor = floorTo(ms, months)
  return floor === ms ? ms : addMonths(floor, months)
}

export function addMonths(ms: number, months: number): number {
  const date = new Date(ms)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
}
