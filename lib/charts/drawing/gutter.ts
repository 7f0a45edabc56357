import type { Chart } from 'chart.js'
import { sampleWidth } from '../layout/blocks'
import { type FrameLayout, itemHeight } from '../layout/frame'
import type { Scene } from '../scene'
import type { DrawnPoint } from './points'
import { drawSeriesSample, line } from './samples'

/** Names of the lines at the height of their last values, moved apart where they would overlap. */
export function drawGutter(chart: Chart, scene: Scene, layout: FrameLayout, points: DrawnPoint[]) {
  const { ctx, chartArea } = chart
  const { gutter, sizes } = layout
  if (!gutter) return
  const placed = gutter.items
    .map((item) => {
      const own = points.filter((p) => p.series === item.series)
      const last = own.reduce<DrawnPoint | undefined>((a, b) => (a && a.x >= b.x ? a : b), undefined)
      const height = itemHeight(item, sizes)
      return { item, last, height, top: (last?.y ?? chartArea.bottom) - sizes.textLine / 2 }
    })
    .sort((a, b) => a.top - b.top)
  spread(placed, chartArea.top - 4, chartArea.bottom)

  const left = chartArea.right + sizes.base * 0.6
  const textLeft = left + sampleWidth(sizes) + sizes.base * 0.4
  for (const { item, last, top } of placed) {
    const middle = top + sizes.textLine / 2
    if (last && left - last.x > 16 && last.x > chartArea.right - (chartArea.right - chartArea.left) * 0.13) {
      // Dotted, so that it is not taken for the stretch of time that the value belongs to.
      ctx.strokeStyle = scene.theme.muted
      ctx.lineWidth = 1
      ctx.setLineDash([1, 3])
      line(ctx, last.x + 8, last.y, left - 2, middle)
      ctx.setLineDash([])
    }
    drawSeriesSample(ctx, scene, item.series, left + sizes.base, middle, sizes)
    ctx.textAlign = 'left'
    ctx.textBaseline = 'alphabetic'
    ctx.font = sizes.strong
    ctx.fillStyle = scene.theme.ink
    item.lines.forEach((text, i) => {
      ctx.fillText(text, textLeft, top + (i + 0.76) * sizes.textLine)
    })
    ctx.font = sizes.small
    ctx.fillStyle = scene.theme.muted
    item.values.forEach((text, i) => {
      ctx.fillText(text, textLeft, top + item.lines.length * sizes.textLine + (i + 0.72) * sizes.smallLine)
    })
  }
}

/** Moves boxes in order down until none overlaps, then up again from the lower edge. */
export function spread(boxes: { top: number; height: number }[], from: number, to: number) {
  let free = from
  for (const box of boxes) {
    box.top = Math.max(box.top, free)
    free = box.top + box.height
  }
  let limit = to
  for (const box of [...boxes].reverse()) {
    box.top = Math.min(box.top, limit - box.height)
    limit = box.top
  }
}
