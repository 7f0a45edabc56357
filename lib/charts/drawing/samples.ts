import { drawPoint } from 'chart.js/helpers'
import type { KeySign } from '../layout/look'
import { blend } from '../layout/look'
import type { TypeSizes } from '../layout/type-sizes'
import type { Scene } from '../scene'
import type { ChartTheme, Marker } from '../theme'

export type Pen = CanvasRenderingContext2D

/** A piece of the line with its marker, as in the plot. */
export function drawSeriesSample(ctx: Pen, scene: Scene, series: number, x: number, y: number, sizes: TypeSizes) {
  const style = scene.styles[series]!
  ctx.strokeStyle = style.color
  if (scene.spec.series[series]?.joined) {
    ctx.lineWidth = 2
    ctx.setLineDash(style.dash)
    line(ctx, x - sizes.base, y, x + sizes.base, y)
    ctx.setLineDash([])
  }
  marker(ctx, style.marker, style.rotation, x, y, 4, style.color, style.color)
}

/** A sign of the key in neutral ink: what it means holds for every series. */
export function drawSign(ctx: Pen, scene: Scene, sign: KeySign, x: number, y: number, sizes: TypeSizes) {
  const { theme } = scene
  if (sign === 'partYear') return marker(ctx, 'rectRot', 0, x, y, 4.6, theme.paper, theme.muted)
  if (sign === 'atLeast') return arrow(ctx, x, y + 5, 'up', theme.muted)
  if (sign === 'atMost') return arrow(ctx, x, y - 5, 'down', theme.muted)
  if (sign === 'break') return breakSign(ctx, x, y, theme)
  if (sign === 'gap') {
    ctx.fillStyle = gapTone(theme)
    ctx.strokeStyle = blend(theme.ink, theme.paper, 0.3)
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.rect(x - 6, y - 5, 12, 10)
    ctx.fill()
    ctx.stroke()
    return
  }
  const letters = { provisional: 'p', estimated: 'e', forecast: 'f', doubtful: '?' } as const
  const fill = sign === 'provisional' ? blend(theme.muted, theme.paper, 0.45) : theme.paper
  marker(ctx, 'circle', 0, x - 3, y, 3.6, fill, theme.muted)
  letter(ctx, letters[sign], x + 2, y - 1, theme, sizes)
}

/** The tone between two series that count the same. */
export const gapTone = (theme: ChartTheme) => blend(theme.ink, theme.paper, 0.1)

export function marker(
  ctx: Pen,
  shape: Marker,
  rotation: number,
  x: number,
  y: number,
  radius: number,
  fill: string,
  border: string,
) {
  ctx.fillStyle = fill
  ctx.strokeStyle = border
  ctx.lineWidth = 1.5
  drawPoint(ctx, { pointStyle: shape, rotation, radius, borderWidth: 1.5 }, x, y)
}

/** From (x, y) towards where the true value lies. */
export function arrow(ctx: Pen, x: number, y: number, way: 'up' | 'down', color: string) {
  const sign = way === 'up' ? -1 : 1
  ctx.strokeStyle = color
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x, y + sign * 10)
  ctx.moveTo(x - 3.5, y + sign * 6.5)
  ctx.lineTo(x, y + sign * 10)
  ctx.lineTo(x + 3.5, y + sign * 6.5)
  ctx.stroke()
}

/** Two short strokes across the way: what comes after is counted otherwise. */
export function breakSign(ctx: Pen, x: number, y: number, theme: ChartTheme) {
  ctx.strokeStyle = theme.muted
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.moveTo(x - 4, y + 6)
  ctx.lineTo(x, y - 6)
  ctx.moveTo(x, y + 6)
  ctx.lineTo(x + 4, y - 6)
  ctx.stroke()
}

/** Status letter, its lower left corner at (x, y). */
export function letter(ctx: Pen, text: string, x: number, y: number, theme: ChartTheme, sizes: TypeSizes) {
  ctx.font = sizes.tiny
  ctx.fillStyle = theme.muted
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(text, x, y)
}

/** The number of an event in its pill, the middle at (x, y). Gives the width drawn. */
export function drawEventNumber(ctx: Pen, scene: Scene, text: string, x: number, y: number, sizes: TypeSizes): number {
  const { theme } = scene
  const height = Math.round(sizes.tinySize * 1.45)
  const width = eventWidth(text, sizes)
  ctx.fillStyle = theme.paper
  ctx.strokeStyle = theme.muted
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(x - width / 2, y - height / 2, width, height, height / 2)
  ctx.fill()
  ctx.stroke()
  ctx.font = sizes.tiny
  ctx.fillStyle = theme.ink
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(text, x, y + sizes.tinySize * 0.35)
  return width
}

export function eventWidth(text: string, sizes: TypeSizes): number {
  return Math.round(sizes.tinySize * (1 + 0.6 * text.length))
}

export function line(ctx: Pen, x1: number, y1: number, x2: number, y2: number) {
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}
