import type { ChartPoint, ChartSeries } from '../spec'
import { middleMs, type TimeRange } from './time'

/**
 * Points that are drawn by one Chart.js dataset. In a line, `null` stands for a gap; loose points are never joined.
 */
export type Run = { series: number; joined: boolean; points: (ChartPoint | null)[] }

const joinable: ReadonlySet<ChartPoint['span']> = new Set(['day', 'month', 'quarter', 'half', 'year'])

/**
 * Splits a series into what may be joined and what may not. Only full periods of one kind make a line, and only
 * where the next begins on the day the last one ends, without a break in the series (SDMX status B) between.
 * A second value for the same period, a range, a part of a year and everything of an unnamed reporter stand loose.
 * A lone half or quarter among full years is a part of a year too: it must not look like a year that fell.
 */
export function toRuns(series: ChartSeries, place: number, range: TimeRange): Run[] {
  const shown = series.points
    .map((point) => ({ point, at: middleMs(point) }))
    .filter(({ at }) => at >= range.from && at <= range.to)
    .sort((a, b) => a.at - b.at)
    .map(({ point }) => point)
  const lines = new Map<ChartPoint['span'], ChartPoint[]>()
  const loose: ChartPoint[] = []
  for (const point of shown) {
    if (!series.joined || !joinable.has(point.span) || point.valueTo !== null) {
      loose.push(point)
      continue
    }
    const line = lines.get(point.span) ?? []
    lines.set(point.span, line)
    if (line.at(-1)?.starts === point.starts) loose.push(point)
    else line.push(point)
  }
  if (lines.has('year')) {
    for (const [span, points] of lines) {
      if (span === 'year' || points.some((p, i) => i > 0 && isNext(points[i - 1]!, p))) continue
      loose.push(...points.map((point) => ({ ...point, span: 'partYear' as const })))
      lines.delete(span)
    }
    loose.sort((a, b) => middleMs(a) - middleMs(b))
  }
  const runs: Run[] = [...lines.values()].map((points) => ({ series: place, joined: true, points: withGaps(points) }))
  if (loose.length > 0) runs.push({ series: place, joined: false, points: loose })
  return runs
}

function withGaps(points: ChartPoint[]): (ChartPoint | null)[] {
  return points.flatMap((point, i) => (i > 0 && !isNext(points[i - 1]!, point) ? [null, point] : [point]))
}

/** True where the line may go from one point to the next. */
export function isNext(last: ChartPoint, next: ChartPoint): boolean {
  return last.ends === next.starts && last.span === next.span && next.status !== 'B'
}
