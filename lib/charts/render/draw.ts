import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { toConfig } from '../config'
import { plainText } from '../layout/plain-text'
import { drawMapInto } from '../map/draw'
import type { MapSpec } from '../map/spec'
import type { Size } from '../scene'
import type { ChartSpec } from '../spec'
import { toSummary } from '../summary'
import { type ChartTheme, printTheme, themes } from '../theme'
import { drawOnce, type Paper } from './chart-js'
import { canvasFont, registerFonts } from './fonts'
import { PdfPage } from './pdf'
import { toPng } from './png'
import { svgPen, toSvg } from './svg'
import type { Drawn } from './svg-pen'

/** What a picture is asked to be: size in CSS pixels, `scale` device pixels each. */
export type PictureOptions = {
  format: 'png' | 'svg' | 'pdf'
  width: number
  height: number
  scale: number
  /** `print` is light on white. */
  theme: 'light' | 'dark' | 'print'
}

/** Draws a chart or a map to the bytes of a file, in this thread. Servers call `drawChart` in `pool.ts` instead. */
export function drawPicture(spec: ChartSpec | MapSpec, options: PictureOptions): Uint8Array {
  registerFonts()
  const theme = { ...themes[options.theme], font: canvasFont }
  if ('kind' in spec) return mapDrawers[options.format](spec, options, theme)
  const config = toConfig(spec, theme, options)
  return drawers[options.format](spec, options, config)
}

const mapDrawers: Record<
  PictureOptions['format'],
  (spec: MapSpec, options: PictureOptions, theme: ChartTheme) => Uint8Array
> = {
  png(spec, { width, height, scale }, theme) {
    const [across, down] = [Math.floor(width * scale), Math.floor(height * scale)]
    const canvas = createCanvas(across, down)
    const context = canvas.getContext('2d')
    context.scale(scale, scale)
    drawMapInto(context as unknown as CanvasRenderingContext2D, spec, { width, height }, theme)
    return toPng(canvas.data(), across, down, {
      Title: plainText(spec.title),
      Source: plainText(`${spec.sourceLine} ${spec.knownLine}`),
    })
  },
  svg(spec, { width, height, scale }, theme) {
    const pen = svgPen()
    drawMapInto(pen as unknown as CanvasRenderingContext2D, spec, { width, height }, theme)
    return Buffer.from(
      toSvg(pen, width, height, scale, { title: spec.title, description: spec.summary, lang: spec.lang }),
    )
  },
  pdf(spec, { width, height, scale }, theme) {
    const text = {
      title: plainText(spec.title),
      subject: plainText(spec.summary),
      keywords: plainText(spec.nodes.map((n) => n.name).join(', ')),
    }
    const page = new PdfPage(width, height, scale, text)
    drawMapInto(page.context, spec, { width, height }, theme)
    return page.bytes()
  },
}

/** Draws a chart on white as lines and words, for a document that has its own way of drawing those. */
export function drawVectors(spec: ChartSpec, { width, height }: Size): readonly Drawn[] {
  registerFonts()
  const config = toConfig(spec, { ...printTheme, font: canvasFont }, { width, height })
  const pen = svgPen()
  return drawOnce(paperOf(pen as unknown as CanvasRenderingContext2D, width, height), config, 1, () => pen.drawn())
}

type Drawer = (spec: ChartSpec, options: PictureOptions, config: ReturnType<typeof toConfig>) => Uint8Array

const drawers: Record<PictureOptions['format'], Drawer> = {
  png(spec, { width, height, scale }, config) {
    const [across, down] = [Math.floor(width * scale), Math.floor(height * scale)]
    const canvas = surface(across, down)
    // Chart.js sets the size it finds again, which would make the surface anew.
    Object.defineProperty(canvas, 'width', { value: width, writable: true, configurable: true })
    Object.defineProperty(canvas, 'height', { value: height, writable: true, configurable: true })
    const context = canvas.getContext('2d')
    context.save()
    try {
      return drawOnce(canvas as unknown as Paper, config, scale, () =>
        toPng(canvas.data(), across, down, {
          Title: plainText(spec.title),
          Source: plainText(`${spec.sourceLine} ${spec.knownLine}`),
        }),
      )
    } finally {
      context.restore()
    }
  },
  svg(spec, { width, height, scale }, config) {
    const pen = svgPen()
    const text = { title: spec.title, description: toSummary(spec), lang: spec.lang }
    return drawOnce(paperOf(pen as unknown as CanvasRenderingContext2D, width, height), config, 1, () =>
      Buffer.from(toSvg(pen, width, height, scale, text)),
    )
  },
  pdf(spec, { width, height, scale }, config) {
    const text = {
      title: plainText(spec.title),
      subject: plainText(toSummary(spec)),
      keywords: plainText(spec.series.map((s) => s.label).join(', ')),
    }
    const page = new PdfPage(width, height, scale, text)
    const paper = paperOf(withoutTransform(page.context), width, height)
    return drawOnce(paper, config, 1, () => page.bytes())
  },
}

/** Pixels of a surface that is worth keeping: 8 MB a thread. */
const mostKept = 2_000_000
let kept: { canvas: Canvas; across: number; down: number } | undefined

/**
 * The surface of the last picture if it had this size: fresh memory costs as much as drawing on it. A drawing fills all
 * of it, and nothing waits while one is made, so that two never share it.
 */
function surface(across: number, down: number): Canvas {
  if (kept?.across === across && kept.down === down) return kept.canvas
  const canvas = createCanvas(across, down)
  if (across * down <= mostKept) kept = { canvas, across, down }
  return canvas
}

/** A canvas in CSS pixels around a context that is none of a canvas's. */
function paperOf(context: CanvasRenderingContext2D, width: number, height: number): Paper {
  const paper: Paper = { width, height, getContext: () => context }
  Object.defineProperty(context, 'canvas', { value: paper, configurable: true })
  return paper
}

/** Chart.js sets the transform to 1 at the start, which would undo the page's scale. */
function withoutTransform(context: CanvasRenderingContext2D): CanvasRenderingContext2D {
  context.setTransform = () => {}
  context.resetTransform = () => {}
  return context
}
