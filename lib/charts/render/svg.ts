import { createCanvas } from '@napi-rs/canvas'
import { rememberWidths } from '../layout/wrap'
import { SvgPen, type TextMeter } from './svg-pen'
import { escapeXml } from './xml'

/** Real widths from the registered fonts; one small canvas per thread, never read across an await. */
function canvasMeter(): TextMeter {
  const ctx = createCanvas(1, 1).getContext('2d')
  const lifts = new Map<string, number>()
  return {
    width: rememberWidths((text, font) => {
      if (ctx.font !== font) ctx.font = font
      return ctx.measureText(text).width
    }),
    lift(font, baseline) {
      if (baseline === 'alphabetic') return 0
      const key = `${font} ${baseline}`
      let lift = lifts.get(key)
      if (lift === undefined) {
        ctx.font = font
        const plain = ctx.measureText('0').actualBoundingBoxAscent
        ctx.textBaseline = baseline as CanvasTextBaseline
        lift = plain - ctx.measureText('0').actualBoundingBoxAscent
        ctx.textBaseline = 'alphabetic'
        lifts.set(key, lift)
      }
      return lift
    },
  }
}

let meter: TextMeter | undefined

export function svgPen(): SvgPen {
  meter ??= canvasMeter()
  return new SvgPen(meter)
}

export type SvgText = { title: string; description: string; lang: string }

/** The whole document. Text stays text: searchable, small, read aloud, and translated by the reader's tools. */
export function toSvg(pen: SvgPen, width: number, height: number, scale: number, text: SvgText): string {
  const size = `width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}"`
  const font = 'font-family="IBM Plex Sans,Helvetica Neue,Arial,sans-serif"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} role="img" aria-labelledby="t d" xml:lang="${escapeXml(text.lang)}">`,
    `<title id="t">${escapeXml(text.title)}</title><desc id="d">${escapeXml(text.description)}</desc>`,
    pen.elements(),
    '</svg>\n',
  ].join('')
}
