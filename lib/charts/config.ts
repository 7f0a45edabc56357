import type { ChartConfiguration, ChartDataset, ChartType, ScriptableLineSegmentContext } from 'chart.js'
import { framePlugin, layoutOf } from './drawing/frame'
import { marksPlugin } from './drawing/marks'
import { type Look, pointLook } from './layout/look'
import { isNext, type Run, toRuns } from './layout/runs'
import { amountLabel, amountRange, timeTicks } from './layout/ticks'
import { middleMs, timeRange, toMs } from './layout/time'
import { typeSizes } from './layout/type-sizes'
import { type Frame, inWindow, type Scene, type Size } from './scene'
import type { ChartPoint, ChartSpec } from './spec'
import { type ChartTheme, seriesStyle } from './theme'

type XY = { x: number; y: number }
export type LineConfig = ChartConfiguration<'line', XY[]>

declare module 'chart.js' {
  interface PluginOptionsByType<TType extends ChartType> {
    /** A function, because Chart.js copies and wraps objects among its options. */
    entente: TType extends ChartType ? { scene: () => Scene } : never
  }
}

/** Pixels per point below which markers would touch: then only points that stand alone keep theirs. */
const crowded = 9

/** Thinks a spec through: which points are joined, what the axes span, which style each series has. */
export function toScene(spec: ChartSpec, theme: ChartTheme, frame: Frame): Scene {
  const range = timeRange(spec)
  return {
    spec: { ...spec, events: inWindow(spec, range) },
    theme,
    frame,
    range,
    styles: spec.series.map((_, i) => seriesStyle(theme, i)),
    runs: spec.series.flatMap((series, i) => toRuns(series, i, range)),
    divisor: 10 ** spec.axisMult,
  }
}

/**
 * The one way from a chart as data to a Chart.js configuration, for the browser and for pictures alike.
 * Pure: measuring and drawing happen in the two plugins it names. Time runs linearly in UTC milliseconds.
 */
export function toConfig(spec: ChartSpec, theme: ChartTheme, size: Size, frame: Frame = 'picture'): LineConfig {
  const scene = toScene(spec, theme, frame)
  const sizes = typeSizes(size, theme)
  const font = { size: sizes.smallSize, family: theme.font, lineHeight: 1.3 }
  const amounts = amountRange(amountsOf(scene), Math.min(8, Math.max(2, size.height / 85)))
  return {
    type: 'line',
    data: { datasets: scene.runs.map((run, i) => toDataset(run, scene, size, i)) },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      normalized: true,
      parsing: false,
      layout: { autoPadding: false, padding: ({ chart }) => layoutOf(chart, scene).padding },
      scales: {
        x: {
          type: 'linear',
          min: scene.range.from,
          max: scene.range.to,
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis) => {
            const { labels } = timeTicks(scene.range, axis.width, spec.lang, sizes.smallSize * 2.7)
            axis.ticks = labels.map(({ at, text }) => ({ value: at, label: text }))
          },
          ticks: {
            callback: (_value, i, ticks) => ticks[i]?.label,
            color: theme.muted,
            font,
            autoSkip: false,
            maxRotation: 0,
            padding: 1,
          },
        },
        y: {
          type: 'linear',
          min: amounts.min,
          max: amounts.max,
          grid: { color: theme.line, drawTicks: false },
          border: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = stepsBetween(amounts, axis.height / (sizes.smallSize * 2.2))
          },
          ticks: {
            callback: (value) => amountLabel(Number(value), amounts.step, spec.lang),
            color: theme.muted,
            font,
            autoSkip: false,
            maxRotation: 0,
            padding: 8,
          },
        },
      },
      plugins: { entente: { scene: () => scene } },
    },
    plugins: [framePlugin, marksPlugin],
  }
}

function toDataset(run: Run, scene: Scene, size: Size, place: number): ChartDataset<'line', XY[]> {
  const { theme, divisor } = scene
  const style = scene.styles[run.series]!
  const looks = run.points.map((p) => (p ? pointLook(p, style, theme) : null))
  const dense = (size.width * 0.8) / run.points.length < crowded
  const radius = run.points.map((p, i) => {
    const look = looks[i]
    if (!p || !look || p.valueTo !== null) return 0
    const alone = !run.joined || !(isJoined(run.points[i - 1], p) || isJoined(p, run.points[i + 1]))
    return dense && !alone && look.letter === '' && look.arrow === null ? 0 : look.radius
  })
  const each = <T>(of: (look: Look) => T, otherwise: T): T | T[] => same(looks.map((l) => (l ? of(l) : otherwise)))
  const forecast = run.points.some((p) => p?.status === 'F')
  return {
    // Names the dataset from one update to the next; what people read comes from the spec.
    label: `${scene.spec.series[run.series]!.key} ${place}`,
    data: run.points.map((p, i) =>
      // Chart.js looks points up by x, which must stay in order; a gap is a place without a height.
      p ? { x: middleMs(p), y: amountOf(p) / divisor } : { x: toMs(run.points[i - 1]!.ends), y: Number.NaN },
    ),
    showLine: run.joined,
    clip: false,
    borderColor: style.color,
    backgroundColor: style.color,
    borderWidth: 2,
    borderDash: style.dash,
    borderJoinStyle: 'round',
    pointStyle: each((l) => l.shape, style.marker),
    pointRotation: each((l) => l.rotation, 0),
    pointBackgroundColor: each((l) => l.fill, style.color),
    pointBorderColor: style.color,
    pointBorderWidth: each((l) => l.borderWidth, 1.5),
    pointRadius: same(radius),
    pointHoverRadius: 7,
    pointHoverBackgroundColor: each((l) => l.fill, style.color),
    pointHoverBorderColor: style.color,
    pointHoverBorderWidth: 2.5,
    pointHitRadius: 14,
    ...(forecast && { segment: { borderDash: toForecast(run), borderWidth: toForecastWidth(run) } }),
  }
}

function toForecast(run: Run) {
  return ({ p1DataIndex }: ScriptableLineSegmentContext) =>
    run.points[p1DataIndex]?.status === 'F' ? [1.5, 3.5] : undefined
}
function toForecastWidth(run: Run) {
  return ({ p1DataIndex }: ScriptableLineSegmentContext) => (run.points[p1DataIndex]?.status === 'F' ? 1.5 : undefined)
}

function isJoined(a: ChartPoint | null | undefined, b: ChartPoint | null | undefined): boolean {
  return a != null && b != null && isNext(a, b)
}

/** One value instead of an array of equals: Chart.js then resolves options once, not per point. */
function same<T>(values: T[]): T | T[] {
  const first = values[0]
  return first !== undefined && values.every((v) => v === first) ? first : values
}

/** Pixel height of a point; a range stands in its middle. The only place where amounts become floats. */
function amountOf(point: { value: string; valueTo: string | null }): number {
  const low = Number(point.value)
  return point.valueTo === null ? low : (low + Number(point.valueTo)) / 2
}

function amountsOf(scene: Scene): number[] {
  const shown = scene.runs.flatMap((r) => r.points.filter((p) => p !== null))
  return [...shown, ...scene.spec.targets]
    .flatMap((p) => (p.valueTo === null ? [p.value] : [p.value, p.valueTo]))
    .map((v) => Number(v) / scene.divisor)
}

function stepsBetween({ min, max, step }: { min: number; max: number; step: number }, most: number) {
  const [first, last] = [Math.ceil(min / step - 1e-9), Math.floor(max / step + 1e-9)]
  const every = Math.max(1, Math.ceil((last - first) / Math.max(1, most)))
  const ticks: { value: number }[] = []
  // Multiples of the step, so that zero stays exactly zero.
  for (let i = first; i <= last; i++) if (i % every === 0) ticks.push({ value: i * step })
  return ticks
}
