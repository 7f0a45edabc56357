import { statusWord } from '@/lib/charts/layout/look'
import { middleMs } from '@/lib/charts/layout/time'
import type { Scene } from '@/lib/charts/scene'
import type { ChartPoint, ChartSpec } from '@/lib/charts/spec'

/** One point that can be read: where it stands among the datasets, and in which series. */
export type Stop = { run: number; index: number; series: number; point: ChartPoint }

/** Every drawn point, series by series, each in order of time. */
export function toStops(scene: Scene): Stop[] {
  const stops = scene.runs.flatMap(({ series, points }, run) =>
    points.flatMap((point, index) => (point ? [{ run, index, series, point }] : [])),
  )
  return stops.sort((a, b) => a.series - b.series || middleMs(a.point) - middleMs(b.point))
}

/** Where a key leads; null = this key does nothing here. From nowhere every key leads to the latest point of the first series. */
export function stepFrom(stops: readonly Stop[], place: number | null, key: string): number | null {
  const here = place === null ? undefined : stops[place]
  if (stops.length === 0 || !isKey(key)) return null
  const own = (series: number | undefined) => stops.flatMap((stop, i) => (stop.series === series ? [i] : []))
  if (place === null || !here) {
    const first = own(stops[0]!.series)
    return key === 'Home' ? first[0]! : first.at(-1)!
  }
  const line = own(here.series)
  const at = line.indexOf(place)
  if (key === 'Home') return line[0]!
  if (key === 'End') return line.at(-1)!
  if (key === 'ArrowLeft') return line[Math.max(0, at - 1)]!
  if (key === 'ArrowRight') return line[Math.min(line.length - 1, at + 1)]!
  const series = [...new Set(stops.map((stop) => stop.series))]
  const step = key === 'ArrowDown' ? 1 : -1
  const next = series[(series.indexOf(here.series) + step + series.length) % series.length]
  const distance = (i: number) => Math.abs(middleMs(stops[i]!.point) - middleMs(here.point))
  return own(next).reduce((best, i) => (distance(i) < distance(best) ? i : best))
}

const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
function isKey(key: string): key is (typeof keys)[number] {
  return (keys as readonly string[]).includes(key)
}

/** The sentence spoken for a point. `pattern` holds {series}, {period}, {text}, {status}, {source}, {place}, {count}. */
export function sayPoint(pattern: string, spec: ChartSpec, stops: readonly Stop[], place: number): string {
  const stop = stops[place]
  if (!stop) return ''
  const { point, series } = stop
  const line = stops.filter((s) => s.series === series)
  const doubt = point.status === 'A' ? null : statusWord(point.status, spec.words)
  const sentences = [doubt, point.note].filter((text) => text !== null).map((text) => text.replace(/\.?$/, '.'))
  const parts: Record<string, string> = {
    series: spec.series[series]?.label ?? '',
    period: point.periodLabel,
    text: point.text,
    status: sentences.join(' '),
    source: point.source,
    place: `${line.indexOf(stop) + 1}`,
    count: `${line.length}`,
  }
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '').replace(/ +/g, ' ')
}
