import type { Chart } from 'chart.js'
import { dayText } from '../layout/days'
import type { FrameLayout } from '../layout/frame'
import { isNext } from '../layout/runs'
import { toMs } from '../layout/time'
import { wrap } from '../layout/wrap'
import type { Scene } from '../scene'
import type { EventMark, TargetLine } from '../spec'
import type { DrawnPoint } from './points'
import { drawEventNumber, eventWidth, line, type Pen } from './samples'

export type Box = { left: number; top: number; width: number; height: number }
/** Something beside the points that leads to evidence when it is clicked. */
export type Hit = Box & { entry: number; href: string; text: string }
const hits = new WeakMap<Chart, Hit[]>()

/** Event numbers and target labels of the last drawing, for the pointer. */
export function hitsOf(chart: Chart): readonly Hit[] {
  return hits.get(chart) ?? []
}

/** Where a target's line runs: from its announcement to its due day, or open to the edge. Null = not in this window. */
export function targetEnds(chart: Chart, { range }: Scene, target: TargetLine) {
  const x = chart.scales.x
  const due = target.due === null ? Number.POSITIVE_INFINITY : toMs(target.due)
  // A target known only from words said after its due day has no stretch, but a day.
  const from = Math.max(Math.min(toMs(target.from), due), range.from)
  const to = Math.min(due, range.to)
  if (!x || from > to || from >= range.to) return null
  const [left, right] = [x.getPixelForValue(from), x.getPixelForValue(to)]
  return { left: Math.min(left, right - 8), right, open: due > range.to }
}

/** Where on its line a target was said again; null where the line does not reach that day. */
export function restatedAt(chart: Chart, { range }: Scene, on: string, ends: { left: number; right: number }) {
  const x = chart.scales.x
  const day = toMs(on)
  if (!x || day < range.from || day >= range.to) return null
  const at = x.getPixelForValue(day)
  return at >= ends.left && at <= ends.right ? at : null
}

export function drawTargetLabels(chart: Chart, scene: Scene, layout: FrameLayout, points: DrawnPoint[]) {
  const { ctx, chartArea } = chart
  const y = chart.scales.y
  const { sizes } = layout
  const found: Hit[] = []
  hits.set(chart, found)
  if (!y) return
  const taken = [...points.map((p) => boxAround(p, 7)), ...alongLines(points)]
  ctx.font = sizes.small
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  const measure = (text: string) => ctx.measureText(text).width
  for (const target of scene.spec.targets) {
    const ends = targetEnds(chart, scene, target)
    if (!ends) continue
    const at = y.getPixelForValue(Number(target.value) / scene.divisor)
    const high = target.valueTo === null ? at : y.getPixelForValue(Number(target.valueTo) / scene.divisor)
    const most = Math.max(Math.min(ends.right - ends.left, 420), Math.min(220, chartArea.right - chartArea.left))
    const lines = wrap(`${scene.spec.words.target}: ${target.label}`, sizes.small, most, measure)
    const width = Math.max(...lines.map(measure))
    const height = lines.length * sizes.smallLine
    const lefts = [ends.left + 6, ends.right - width - 10, (ends.left + ends.right - width) / 2].map((left) =>
      Math.max(chartArea.left + 2, Math.min(left, chartArea.right - width - 2)),
    )
    const tops = [0, 1, 2]
      .flatMap((rows) => [high - height - 4 - rows * sizes.smallLine, at + 5 + rows * sizes.smallLine])
      .filter((top) => top >= chartArea.top - 2 && top + height <= chartArea.bottom)
    const boxes = (tops.length > 0 ? tops : [at + 5]).flatMap((top) =>
      lefts.map((left) => ({ left, top, width, height })),
    )
    const box = leastCovered(boxes, taken)
    taken.push(box, { left: ends.left, top: high - 2, width: ends.right - ends.left, height: at - high + 4 })
    ctx.fillStyle = scene.theme.paper
    ctx.fillRect(box.left - 2, box.top, width + 4, height)
    drawLeader(ctx, scene, box, ends, high, at)
    ctx.fillStyle = scene.theme.ink
    lines.forEach((text, i) => {
      ctx.fillText(text, box.left, box.top + (i + 0.76) * sizes.smallLine)
    })
    found.push({ ...box, entry: target.entry, href: target.href, text: target.label })
    for (const { on, ...step } of target.restated ?? []) {
      const middle = restatedAt(chart, scene, on, ends)
      if (middle === null) continue
      const text = `${target.label}: ${scene.spec.words.restated} ${dayText(on, scene.spec.lang)}`
      found.push({ ...boxAround({ x: middle, y: at }, 8), ...step, text })
    }
  }
}

/** Ties a label that had to move away to the line it names. */
function drawLeader(
  ctx: Pen,
  { theme }: Scene,
  box: Box,
  ends: { left: number; right: number },
  high: number,
  at: number,
) {
  const below = box.top > at
  const gap = below ? box.top - at : high - box.top - box.height
  if (gap < 12) return
  const onLine = Math.max(ends.left, Math.min(box.left + box.width / 2, ends.right))
  const onBox = Math.max(box.left, Math.min(onLine, box.left + box.width))
  ctx.strokeStyle = theme.muted
  ctx.lineWidth = 1
  line(ctx, onBox, below ? box.top : box.top + box.height, onLine, below ? at : high)
}

function boxAround({ x, y }: { x: number; y: number }, reach: number): Box {
  return { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach }
}

/** Small boxes along the joined lines, so that a label avoids them too. */
function alongLines(points: DrawnPoint[]): Box[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1]
    if (!from || from.series !== to.series || !isNext(from.point, to.point)) return []
    const parts = Math.min(40, Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / 10))
    return Array.from({ length: parts }, (_, k) => {
      const share = (k + 1) / (parts + 1)
      return boxAround({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 3)
    })
  })
}

/** The first of the boxes that covers least of what is already there. */
export function leastCovered(boxes: Box[], taken: Box[]): Box {
  let best = boxes[0]!
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const covered = taken.reduce((sum, t) => sum + overlap(box, t), 0)
    if (covered < least) {
      least = covered
      best = box
    }
  }
  return best
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

export type Flag = { text: string; x: number; width: number; events: EventMark[] }

/** Numbers of events above the plot; those that would overlap share one flag: "3–5". */
export function toFlags(events: { event: EventMark; x: number }[], widthOf: (text: string) => number): Flag[] {
  const flags: (Flag & { first: number; last: number; at: number[] })[] = []
  events.forEach(({ event, x }, i) => {
    const before = flags.at(-1)
    const width = widthOf(`${i + 1}`)
    if (before && x - width / 2 < before.x + before.width / 2 + 2) {
      before.last = i + 1
      before.at.push(x)
      before.events.push(event)
      before.text = `${before.first}–${before.last}`
      before.x = before.at.reduce((a, b) => a + b, 0) / before.at.length
      before.width = widthOf(before.text)
    } else flags.push({ text: `${i + 1}`, first: i + 1, last: i + 1, x, at: [x], width, events: [event] })
  })
  return flags.map(({ text, x, width, events: own }) => ({ text, x, width, events: own }))
}

export function drawFlags(chart: Chart, scene: Scene, layout: FrameLayout) {
  const { ctx, chartArea } = chart
  const x = chart.scales.x
  if (!x) return
  const { sizes } = layout
  const y = chartArea.top - layout.strip / 2 - 1
  // Numbers follow the key, whose order is the spec's; only those in the window are drawn.
  const placed = scene.spec.events.map((event) => ({ event, x: x.getPixelForValue(toMs(event.on)) }))
  const flags = toFlags(placed, (text) => eventWidth(text, sizes))
  for (const flag of flags) {
    if (flag.x < chartArea.left || flag.x > chartArea.right) continue
    drawEventNumber(ctx, scene, flag.text, flag.x, y, sizes)
    const first = flag.events[0]!
    const text = flag.events.map((e) => e.label).join('; ')
    const box = { left: flag.x - flag.width / 2, top: y - layout.strip / 2, width: flag.width, height: layout.strip }
    hits.get(chart)?.push({ ...box, entry: first.entry, href: first.href, text })
  }
}
