import { comparableChange, isLargeMove } from '@/lib/assessments/change/rules'
import type { PointRow } from '@/lib/dashboards/points/rules'
import { groupRows } from '@/lib/dashboards/points/rules'
import { lastDay } from '@/lib/periods/rules'

/** A figure that differs largely from that of the same days a year earlier. */
export type Move = {
  /** The last day of its period: its place on the time line. */
  day: string
  percent: string
  direction: 'up' | 'down'
  current: PointRow
  earlier: PointRow
}

/**
 * The large moves among periods of several series.
 * @param rows all readings of the periods in question (`now`) and of the same days a year before.
 * @param least percent.
 */
export function toMoves(rows: readonly (PointRow & { now: boolean })[], least: number): Move[] {
  return groupRows(rows, (p) => String(p.seriesId)).flatMap((series) => {
    const of = new Map(series.map((p) => [p.entry, p]))
    const periods = new Map(
      (series as (PointRow & { now: boolean })[]).filter((p) => p.now).map((p) => [`${p.starts} ${p.ends}`, p]),
    )
    return [...periods.values()].flatMap(({ starts, ends }): Move[] => {
      const change = comparableChange(series, { starts: starts!, ends: ends! })
      if (!isLargeMove(change, least) || change.direction === 'same') return []
      return [
        {
          day: lastDay(change.current)!,
          percent: change.percent.replace('-', ''),
          direction: change.direction,
          current: of.get(change.current.entry)!,
          earlier: of.get(change.earlier.entry)!,
        },
      ]
    })
  })
}
