import { rememberWidths, wrap } from '../layout/wrap'
import type { Point } from '../render/svg-path'
import type { ChartTheme } from '../theme'
import { layoutMap, mapType } from './layout'
import type { MapScene, MapSize } from './scene'
import type { MapLeg, MapSign, MapSpec } from './spec'

export const dashes: Record<MapLeg['mode'], number[]> = { rail: [], sea: [7, 4], road: [2, 3], pipeline: [9, 3, 2, 3] }

/** Fills of the land: what the corridor leads through is lit. */
const lands = { light: { land: '#efece4', lit: '#e3eceb' }, dark: { land: '#1d2226', lit: '#1b302f' } }
/** Capacity, drawn behind what is carried. */
const bands = { light: '#9cc7c8', dark: '#2c6263' }

/** Draws a map with its title, legend and sources into a picture of any size. */
export function drawMapInto(context: CanvasRenderingContext2D, spec: MapSpec, size: MapSize, theme: ChartTheme): void {
  const measure = rememberWidths((text, font) => {
    context.font = font
    return context.measureText(text).width
  })
  const font = (weight: number, px: number) => `${weight} ${px}px ${theme.font}`
  const margin = Math.round(size.width * 0.02) + 4
  const width = size.width - 2 * margin
  context.fillStyle = theme.paper
  context.fillRect(0, 0, size.width, size.height)
  const write = (lines: readonly string[], x: number, y: number, style: string, color: string, step: number) => {
    context.font = style
    context.fillStyle = color
    context.textAlign = 'left'
    for (const [i, text] of lines.entries()) context.fillText(text, x, y + i * step)
    return y + lines.length * step
  }
  let top = write(wrap(spec.title, font(600, 19), width, measure), margin, margin + 18, font(600, 19), theme.ink, 24)
  top = write(wrap(spec.subtitle, font(400, 13), width, measure), margin, top, font(400, 13), theme.muted, 18)
  const source = wrap(`${spec.sourceLine} ${spec.knownLine}`, font(400, 11.5), width, measure)
  const legend = legendRows(spec, width, (text) => measure(text, font(400, 12)))
  const below = source.length * 16 + legend.length * 20 + 16
  const box = { width, height: Math.max(120, size.height - top - below - margin) }
  context.save()
  context.translate(margin, top)
  drawScene(context, layoutMap(spec, box), theme)
  context.restore()
  let y = top + box.height + 22
  for (const row of legend) {
    for (const { sign, text, x } of row) {
      drawSign(context, sign, margin + x, y - 4, theme)
      write([text], margin + x + 38, y, font(400, 12), theme.ink, 0)
    }
    y += 20
  }
  write(source, margin, y + 2, font(400, 11.5), theme.muted, 16)
}

type LegendItem = { sign: MapSign; text: string; x: number }
function legendRows(spec: MapSpec, width: number, measure: (text: string) => number): LegendItem[][] {
  const rows: LegendItem[][] = []
  let x = 0
  for (const { sign, text } of spec.legend) {
    const w = 38 + measure(text) + 24
    if (!rows.length || x + w > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)!.push({ sign, text, x })
    x += w
  }
  return rows
}

function drawSign(context: CanvasRenderingContext2D, sign: MapSign, x: number, y: number, theme: ChartTheme) {
  const line = (color: string, wide: number, dash: number[] = []) =>
    stroke(context, { x, y }, { x: x + 30, y }, color, wide, dash)
  if (sign === 'capacity') line(bands[theme.name], 10)
  else if (sign === 'flow') {
    line(bands[theme.name], 10)
    line(theme.accent, 5)
  } else line(theme.ink, 1.6, dashes[sign])
}

function stroke(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  color: string,
  wide: number,
  dash: number[] = [],
) {
  context.strokeStyle = color
  context.lineWidth = wide
  context.setLineDash(dash)
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
  context.setLineDash([])
}

function disc(context: CanvasRenderingContext2D, { x, y }: Point, radius: number, fill: string, border: string | null) {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  if (border === null) return
  context.strokeStyle = border
  context.lineWidth = 1.4
  context.stroke()
}

function drawScene(context: CanvasRenderingContext2D, scene: MapScene, theme: ChartTheme) {
  const { land, lit } = lands[theme.name]
  for (const { rings, code } of scene.countries) {
    context.beginPath()
    for (const ring of rings) {
      for (const [i, { x, y }] of ring.entries()) i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)
      context.closePath()
    }
    context.fillStyle = code ? lit : land
    context.fill()
    if (!code) continue
    context.strokeStyle = theme.paper
    context.lineWidth = 1.2
    context.stroke()
  }
  context.textAlign = 'center'
  context.font = `400 ${mapType.place}px ${theme.font}`
  context.fillStyle = theme.muted
  for (const { name, x, y } of scene.places) context.fillText(name.toUpperCase(), x, y)
  for (const { from, to, band } of scene.legs) if (band) stroke(context, from, to, bands[theme.name], band)
  for (const { leg, from, to, line } of scene.legs)
    stroke(context, from, to, line ? theme.accent : theme.ink, line ?? 1.6, dashes[leg.mode])
  for (const { at, ring, disc: carried } of scene.nodes) {
    if (ring) disc(context, at, ring / 2, bands[theme.name], theme.ink)
    if (carried) disc(context, at, carried / 2, theme.accent, null)
    if (!ring && !carried) disc(context, at, 4, theme.paper, theme.ink)
  }
  for (const label of scene.labels) {
    if (label.leader) stroke(context, label.leader[0], label.leader[1], theme.muted, 0.8)
    context.textAlign = label.align === 'start' ? 'left' : label.align === 'end' ? 'right' : 'center'
    context.font = `600 ${mapType.name}px ${theme.font}`
    context.fillStyle = theme.ink
    context.fillText(label.name, label.x, label.y)
    if (!label.detail) continue
    context.font = `400 ${mapType.detail}px ${theme.font}`
    context.fillStyle = theme.muted
    context.fillText(label.detail, label.x, label.y + 14)
  }
}
