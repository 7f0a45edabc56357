import type { Chart, Plugin } from 'chart.js'
import type { FrameLayout } from '../layout/frame'
import { gapShapes } from '../layout/gaps'
import { blend, pointLook } from '../layout/look'
import { timeTicks } from '../layout/ticks'
import { middleMs, toMs } from '../layout/time'
import type { Scene } from '../scene'
import type { TargetLine } from '../spec'
import { currentLayout, sceneOf } from './frame'
import { drawGutter } from './gutter'
import { drawFlags, drawTargetLabels, restatedAt, targetEnds } from './labels'
import { type DrawnPoint, drawnPoints } from './points'
import { arrow, breakSign, gapTone, letter, line, marker } from './samples'

/** Everything drawn into the plot beside lines and markers: stretches of time, ranges, limits, targets, events. */
export const marksPlugin: Plugin<'line'> = {
  id: 'ententeMarks',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = currentLayout(chart)
    if (!layout) return
    const { ctx } = chart
    const points = drawnPoints(chart, scene)
    ctx.save()
    // The lowest of all, so that no line, mark or word is dimmed by it.
    drawGaps(chart, scene, layout)
    drawAxis(chart, scene)
    drawEventLines(chart, scene)
    drawTargetLines(chart, scene)
    // Under the data: where a label finds no free place, the figures stay whole.
    drawTargetLabels(chart, scene, layout, points)
    drawStretches(chart, scene, points)
    ctx.restore()
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = currentLayout(chart)
    if (!layout) return
    const { ctx } = chart
    const points = drawnPoints(chart, scene)
    ctx.save()
    const letters = points.length <= 120
    for (const { point, series, x, y, shown } of points) {
      if (!shown) continue
      const style = scene.styles[series]!
      const look = pointLook(point, style, scene.theme)
      if (look.arrow) arrow(ctx, x, y + (look.arrow === 'up' ? -5 : 5), look.arrow, style.color)
      if (look.letter && letters) letter(ctx, look.letter, x + 6, y - 4, scene.theme, layout.sizes)
      if (point.status === 'B') breakSign(ctx, x - 12, y, scene.theme)
    }
    drawFlags(chart, scene, layout)
    if (points.length === 0) drawNothing(chart, scene, layout)
    if (layout.gutter) drawGutter(chart, scene, layout, points)
    ctx.restore()
  },
}

function drawAxis(chart: Chart, { theme, range, spec }: Scene) {
  const { ctx, chartArea } = chart
  const { x, y } = chart.scales
  const layout = currentLayout(chart)
  if (!x || !y || !layout) return
  const zero = Math.round(y.getPixelForValue(0)) + 0.5
  ctx.strokeStyle = theme.muted
  ctx.lineWidth = 1
  ctx.beginPath()
  if (zero >= chartArea.top && zero <= chartArea.bottom + 1) {
    ctx.moveTo(chartArea.left, zero)
    ctx.lineTo(chartArea.right, zero)
  }
  for (const mark of timeTicks(range, x.width, spec.lang, layout.sizes.smallSize * 2.7).marks) {
    const at = Math.round(x.getPixelForValue(mark)) + 0.5
    ctx.moveTo(at, chartArea.bottom)
    ctx.lineTo(at, chartArea.bottom + 4)
  }
  ctx.stroke()
}

/** What lies between two series that count the same: an even tone with an edge, its size in words where it fits. */
function drawGaps(chart: Chart, scene: Scene, { sizes }: FrameLayout) {
  const { ctx } = chart
  const { x } = chart.scales
  const { theme } = scene
  if (!x || !scene.spec.gaps?.length) return
  ctx.lineWidth = 1
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  for (const { corners, text } of gapShapes(scene.spec, scene.range)) {
    const places = corners.map(({ at, amount }) => ({
      x: x.getPixelForValue(at),
      y: heightOf(chart, scene, String(amount)),
    }))
    ctx.fillStyle = gapTone(theme)
    ctx.strokeStyle = blend(theme.ink, theme.paper, 0.3)
    ctx.beginPath()
    places.forEach((place, i) => {
      if (i === 0) ctx.moveTo(place.x, place.y)
      else ctx.lineTo(place.x, place.y)
    })
    ctx.closePath()
    ctx.fill()
    ctx.stroke()
    if (text === null) continue
    const [left, right] = [Math.min(...places.map((p) => p.x)), Math.max(...places.map((p) => p.x))]
    const [top, bottom] = [Math.min(...places.map((p) => p.y)), Math.max(...places.map((p) => p.y))]
    ctx.font = sizes.small
    if (bottom - top < sizes.smallLine * 2 || right - left < ctx.measureText(text).width + 6) continue
    ctx.fillStyle = theme.ink
    ctx.fillText(text, (left + right) / 2, (top + bottom) / 2 + sizes.smallLine * 0.26)
  }
}

function drawEventLines(chart: Chart, { spec, theme, range }: Scene) {
  const { ctx, chartArea } = chart
  const x = chart.scales.x
  if (!x || spec.events.length === 0) return
  ctx.strokeStyle = blend(theme.muted, theme.paper, 0.6)
  ctx.lineWidth = 1
  ctx.setLineDash([1, 3])
  ctx.beginPath()
  for (const { on } of spec.events) {
    const day = toMs(on)
    if (day < range.from || day >= range.to) continue
    const at = Math.round(x.getPixelForValue(day)) + 0.5
    ctx.moveTo(at, chartArea.top - 4)
    ctx.lineTo(at, chartArea.bottom)
  }
  ctx.stroke()
  ctx.setLineDash([])
}

function drawTargetLines(chart: Chart, scene: Scene) {
  const { ctx } = chart
  const { theme } = scene
  for (const target of scene.spec.targets) {
    const ends = targetEnds(chart, scene, target)
    if (!ends) continue
    const at = Math.round(heightOf(chart, scene, target.value)) + 0.5
    if (target.valueTo !== null) {
      const top = heightOf(chart, scene, target.valueTo)
      ctx.fillStyle = blend(theme.ink, theme.paper, 0.08)
      ctx.fillRect(ends.left, top, ends.right - ends.left, at - top)
    }
    ctx.strokeStyle = theme.ink
    ctx.lineWidth = 1.5
    ctx.setLineDash([5, 3])
    line(ctx, ends.left, at, ends.right, at)
    ctx.setLineDash([])
    ctx.beginPath()
    ctx.moveTo(ends.left, at - 4)
    ctx.lineTo(ends.left, at + 4)
    if (ends.open) {
      // An open end: the line goes on, nobody has said until when.
      ctx.moveTo(ends.right - 6, at - 4.5)
      ctx.lineTo(ends.right, at)
      ctx.lineTo(ends.right - 6, at + 4.5)
    } else {
      ctx.moveTo(ends.right, at - 6)
      ctx.lineTo(ends.right, at + 6)
    }
    ctx.stroke()
    drawPaths(chart, scene, target)
    for (const { on } of target.restated ?? []) {
      const x = restatedAt(chart, scene, on, ends)
      if (x !== null) marker(ctx, 'circle', 0, x, at, 3.5, theme.paper, theme.ink)
    }
  }
}

/** The growth that would lead from the base year to the target, in the colour of the line it begins at. */
function drawPaths(chart: Chart, scene: Scene, target: TargetLine) {
  const { ctx, chartArea } = chart
  const { x } = chart.scales
  if (!x) return
  for (const { series, points } of target.paths ?? []) {
    const place = scene.spec.series.findIndex(({ key }) => key === series)
    ctx.strokeStyle = scene.styles[place]?.color ?? scene.theme.muted
    ctx.lineWidth = 1.25
    ctx.setLineDash([1.5, 3])
    ctx.save()
    ctx.beginPath()
    ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top)
    ctx.clip()
    ctx.beginPath()
    points.forEach((p, i) => {
      const [left, top] = [x.getPixelForValue(middleMs(p)), heightOf(chart, scene, p.value)]
      if (i === 0) ctx.moveTo(left, top)
      else ctx.lineTo(left, top)
    })
    ctx.stroke()
    ctx.restore()
    ctx.setLineDash([])
  }
}

/** The stretch of time that each value belongs to, and the height of each range. */
function drawStretches(chart: Chart, scene: Scene, points: DrawnPoint[]) {
  const { ctx, chartArea } = chart
  const { x } = chart.scales
  if (!x) return
  const byStyle = scene.styles.map((style, i) => ({ style, own: points.filter((p) => p.series === i) }))
  for (const { style, own } of byStyle) {
    ctx.strokeStyle = blend(style.color, scene.theme.paper, 0.5)
    ctx.lineWidth = 1.25
    ctx.beginPath()
    for (const { point, y: at } of own) {
      const left = Math.max(x.getPixelForValue(toMs(point.starts)), chartArea.left)
      const right = Math.min(x.getPixelForValue(toMs(point.ends)), chartArea.right)
      if (right - left < 14) continue
      const heights = point.valueTo === null ? [at] : [point.value, point.valueTo].map((v) => heightOf(chart, scene, v))
      for (const height of heights) {
        ctx.moveTo(left + 1, height)
        ctx.lineTo(right - 1, height)
      }
    }
    ctx.stroke()
    drawRanges(chart, scene, own, style.color)
  }
}

function drawRanges(chart: Chart, scene: Scene, points: DrawnPoint[], color: string) {
  const { ctx } = chart
  const ranges = points.filter(({ point }) => point.valueTo !== null)
  if (ranges.length === 0) return
  ctx.strokeStyle = color
  ctx.lineWidth = 2
  ctx.beginPath()
  for (const { point, x } of ranges) {
    const low = heightOf(chart, scene, point.value)
    const high = heightOf(chart, scene, point.valueTo!)
    ctx.moveTo(x, low)
    ctx.lineTo(x, high)
    for (const end of [low, high]) {
      ctx.moveTo(x - 5, end)
      ctx.lineTo(x + 5, end)
    }
  }
  ctx.stroke()
}

function heightOf(chart: Chart, { divisor }: Scene, amount: string): number {
  return chart.scales.y!.getPixelForValue(Number(amount) / divisor)
}

/** An empty plot says so in the middle. */
function drawNothing(chart: Chart, { theme, spec }: Scene, { sizes }: FrameLayout) {
  const { ctx, chartArea } = chart
  ctx.font = sizes.text
  ctx.fillStyle = theme.muted
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(spec.words.noData, (chartArea.left + chartArea.right) / 2, (chartArea.top + chartArea.bottom) / 2)
}
