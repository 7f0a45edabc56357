import type { Run } from './layout/runs'
import { type TimeRange, timeRange, toMs } from './layout/time'
import type { ChartSpec, EventMark } from './spec'
import type { ChartTheme, SeriesStyle } from './theme'

/** In CSS pixels. */
export type Size = { width: number; height: number }

/**
 * `picture` is complete in itself: title, unit, key, notes, sources and date are drawn.
 * `page` leaves to HTML what is text there (title, unit, notes, list of events, sources) and draws the rest.
 */
export type Frame = 'picture' | 'page'

/** What the two drawing plugins work from: the chart, thought through but not yet measured. */
export type Scene = {
  spec: ChartSpec
  theme: ChartTheme
  frame: Frame
  range: TimeRange
  styles: SeriesStyle[]
  runs: Run[]
  /** Whole amounts ÷ this = what the axis counts. */
  divisor: number
}

/** Events that the window shows, in order of time: their numbers are their places in this list. */
export function inWindow(spec: ChartSpec, range: TimeRange = timeRange(spec)): EventMark[] {
  return spec.events
    .filter(({ on }) => toMs(on) >= range.from && toMs(on) < range.to)
    .sort((a, b) => a.on.localeCompare(b.on))
}
