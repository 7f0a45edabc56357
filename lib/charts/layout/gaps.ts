import type { ChartPoint, ChartSpec } from '../spec'
import { isNext } from './runs'
import { middleMs, type TimeRange, toMs } from './time'

/** An area to be shaded: corners in milliseconds (UTC) and whole amounts, and the distance in words where it has one. */
export type GapShape = { corners: { at: number; amount: number }[]; text: string | null }

type Both = { a: ChartPoint; b: ChartPoint; text: string }

/**
 * Where two series stand apart. A lone period is shaded over the days it lasts, as its two values hold for all of them;
 * neighbouring periods whose points a line joins on both sides are shaded between the two lines.
 * Values that are ranges, and periods outside the window, are left out.
 */
export function gapShapes(spec: ChartSpec, range: TimeRange): GapShape[] {
  return (spec.gaps ?? []).flatMap(({ between, spans }) => {
    const [a, b] = between.map((key) => spec.series.find((s) => s.key === key)?.points ?? [])
    const both = spans.flatMap(({ starts, ends, text }): Both[] => {
      const of = (points: readonly ChartPoint[] = []) =>
        points.find((p) => p.starts === starts && p.ends === ends && p.valueTo === null)
      const pair = { a: of(a), b: of(b), text }
      const middle = middleMs({ starts, ends })
      return pair.a && pair.b && middle >= range.from && middle <= range.to ? [pair as Both] : []
    })
    return stretches(both).map((stretch) => shapeOf(stretch, range))
  })
}

/** Periods that follow each other without a break on either side belong together. */
function stretches(both: readonly Both[]): Both[][] {
  const found: Both[][] = []
  for (const pair of both) {
    const before = found.at(-1)?.at(-1)
    if (before && isNext(before.a, pair.a) && isNext(before.b, pair.b)) found.at(-1)!.push(pair)
    else found.push([pair])
  }
  return found
}

function shapeOf(stretch: readonly Both[], range: TimeRange): GapShape {
  const [only] = stretch
  if (only && stretch.length === 1) {
    const from = Math.max(toMs(only.a.starts), range.from)
    const to = Math.min(toMs(only.a.ends), range.to)
    const [high, low] = [Number(only.a.value), Number(only.b.value)]
    const corner = (at: number, amount: number) => ({ at, amount })
    return { corners: [corner(from, high), corner(to, high), corner(to, low), corner(from, low)], text: only.text }
  }
  const along = (side: 'a' | 'b') => stretch.map((pair) => ({ at: middleMs(pair.a), amount: Number(pair[side].value) }))
  return { corners: [...along('a'), ...along('b').reverse()], text: null }
}
