import { drawVectors } from '@/lib/charts/render/draw'
import type { ChartSpec } from '@/lib/charts/spec'
import { altOf } from '../alternative'
import { inFonts } from './faces'
import type { Element, Sheet } from './sheet'

/** Draws a chart as lines and words into a box, as a figure with its alternative text. */
export function drawFigure(
  sheet: Sheet,
  parent: Element,
  spec: ChartSpec,
  box: { x: number; y: number; width: number; height: number },
  pixels: number,
): void {
  const { doc } = sheet
  const { x, y, width, height } = box
  const scale = width / pixels
  const figure = sheet.element('Figure', parent, {
    alt: altOf(spec),
    bbox: [x, y, x + width, y + height],
    placement: 'Block',
  })
  const content = doc.markStructureContent('Figure')
  doc.save().translate(x, y).scale(scale)
  for (const drawn of drawVectors(spec, { width: pixels, height: Math.round(height / scale) })) {
    if ('d' in drawn) {
      const { d, fill, stroke, alpha } = drawn
      doc.save().path(d)
      if (alpha !== 1) doc.opacity(alpha)
      if (stroke) {
        doc.lineWidth(stroke.width).lineJoin(joinOf(stroke.join)).lineCap(capOf(stroke.cap))
        if (stroke.dash.length) doc.dash(stroke.dash[0]!, { space: stroke.dash[1] })
        if (stroke.dash.length > 2) doc.addContent(`[${stroke.dash.join(' ')}] 0 d`)
      }
      if (fill !== null && stroke) doc.fillAndStroke(fill, stroke.color)
      else if (fill !== null) doc.fill(fill)
      else if (stroke) doc.stroke(stroke.color)
      doc.restore()
      continue
    }
    const { text, anchor, size, strong, color } = drawn
    const pieces = inFonts(text, strong ? 'strong' : 'sans').map((piece) => ({
      ...piece,
      width: sheet.measure(piece.text, piece.font, size),
    }))
    const whole = pieces.reduce((sum, piece) => sum + piece.width, 0)
    let at = drawn.x - (anchor === 'middle' ? whole / 2 : anchor === 'end' ? whole : 0)
    for (const piece of pieces) {
      doc
        .font(piece.font)
        .fontSize(size)
        .fillColor(color)
        .text(piece.text, at, drawn.y, { lineBreak: false, baseline: 'alphabetic' })
      at += piece.width
    }
  }
  doc.restore()
  doc.endMarkedContent()
  figure.add(content)
}

const joinOf = (join: string) => (join === 'round' || join === 'bevel' ? join : 'miter')
const capOf = (cap: string) => (cap === 'round' || cap === 'square' ? cap : 'butt')
