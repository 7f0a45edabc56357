import { number, type Point, pathArc, pathRound } from './svg-path'
import { escapeXml } from './xml'

/** Asks a real canvas: the width of a text in a CSS font, and how far a baseline lies from the alphabetic one. */
export type TextMeter = {
  width: (text: string, font: string) => number
  lift: (font: string, baseline: string) => number
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]
type State = {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  font: string
  textAlign: string
  textBaseline: string
  globalAlpha: number
  lineCap: string
  lineJoin: string
  lineDashOffset: number
  dash: number[]
  matrix: Matrix
}
type Stroke = { color: string; width: number; dash: number[]; join: string; cap: string }
type Shape = { d: string; fill: string | null; stroke: Stroke | null; alpha: number }
/** Words at the start, middle or end of which `x` lies; `y` is their baseline. */
type Words = {
  text: string
  x: number
  y: number
  size: number
  strong: boolean
  anchor: 'start' | 'middle' | 'end'
  width: number
  color: string
}
/** What a drawing is made of, in its order: other papers than SVG are drawn from the same. */
export type Drawn = Shape | Words

const start: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  font: '400 10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  dash: [],
  matrix: [1, 0, 0, 1, 0, 0],
}

/**
 * A 2d context that writes SVG instead of pixels. It knows what Chart.js's lines, points and linear axes and our two
 * plugins use; anything else (images, gradients, outlined text) is not there and throws.
 * Coordinates have one decimal; a filled and outlined path is one element, and so are neighbours of equal style.
 */
export class SvgPen {
  private state: State = { ...start }
  private readonly stack: State[] = []
  private readonly out: Drawn[] = []
  private pending: Shape | null = null
  private path = ''
  private at: Point | null = null
  private first: Point | null = null

  constructor(private readonly meter: TextMeter) {}

  get fillStyle() {
    return this.state.fillStyle
  }
  set fillStyle(value: string) {
    this.state.fillStyle = value
  }
  get strokeStyle() {
    return this.state.strokeStyle
  }
  set strokeStyle(value: string) {
    this.state.strokeStyle = value
  }
  get lineWidth() {
    return this.state.lineWidth
  }
  set lineWidth(value: number) {
    this.state.lineWidth = value
  }
  get font() {
    return this.state.font
  }
  set font(value: string) {
    this.state.font = value
  }
  get textAlign() {
    return this.state.textAlign
  }
  set textAlign(value: string) {
    this.state.textAlign = value
  }
  get textBaseline() {
    return this.state.textBaseline
  }
  set textBaseline(value: string) {
    this.state.textBaseline = value
  }
  get globalAlpha() {
    return this.state.globalAlpha
  }
  set globalAlpha(value: number) {
    this.state.globalAlpha = value
  }
  get lineCap() {
    return this.state.lineCap
  }
  set lineCap(value: string) {
    this.state.lineCap = value
  }
  get lineJoin() {
    return this.state.lineJoin
  }
  set lineJoin(value: string) {
    this.state.lineJoin = value
  }
  get lineDashOffset() {
    return this.state.lineDashOffset
  }
  set lineDashOffset(value: number) {
    this.state.lineDashOffset = value
  }

  save() {
    this.stack.push({ ...this.state })
  }
  restore() {
    this.state = this.stack.pop() ?? this.state
  }
  setLineDash(dash: number[]) {
    this.state.dash = dash
  }
  getLineDash() {
    return this.state.dash
  }
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number) {
    this.state.matrix = [a, b, c, d, e, f]
  }
  resetTransform() {
    this.state.matrix = [1, 0, 0, 1, 0, 0]
  }
  translate(x: number, y: number) {
    const [a, b, c, d, e, f] = this.state.matrix
    this.state.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
  }
  rotate(angle: number) {
    const [a, b, c, d, e, f] = this.state.matrix
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    this.state.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f]
  }
  scale(x: number, y: number) {
    const [a, b, c, d, e, f] = this.state.matrix
    this.state.matrix = [a * x, b * x, c * y, d * y, e, f]
  }

  beginPath() {
    this.path = ''
    this.at = null
  }
  closePath() {
    if (this.path === '') return
    this.path += 'z'
    this.at = this.first
  }
  moveTo(x: number, y: number) {
    const to = this.place(x, y)
    this.path += `M${number(to.x)} ${number(to.y)}`
    this.at = to
    this.first = to
  }
  lineTo(x: number, y: number) {
    if (!this.at) return this.moveTo(x, y)
    const to = this.place(x, y)
    this.path += this.step(to)
    this.at = to
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number) {
    const [a, b, to] = [this.place(x1, y1), this.place(x2, y2), this.place(x, y)]
    this.path += `C${[a, b, to].map((p) => `${number(p.x)} ${number(p.y)}`).join(' ')}`
    this.at = to
  }
  arc(x: number, y: number, radius: number, from: number, to: number, back = false) {
    const edge = (angle: number) => this.place(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    const begin = edge(from)
    if (this.at) this.path += this.step(begin)
    else {
      this.path += `M${number(begin.x)} ${number(begin.y)}`
      this.first = begin
    }
    const end = edge(to)
    this.path += pathArc(begin, end, radius * this.size(), to - from, back)
    this.at = end
  }
  rect(x: number, y: number, width: number, height: number) {
    this.moveTo(x, y)
    this.lineTo(x + width, y)
    this.lineTo(x + width, y + height)
    this.lineTo(x, y + height)
    this.closePath()
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number) {
    this.path += pathRound(this.place(x, y), width * this.size(), height * this.size(), radius * this.size())
    this.at = this.place(x, y)
  }
  clearRect() {}
  fillRect(x: number, y: number, width: number, height: number) {
    const kept = { path: this.path, at: this.at, first: this.first }
    this.beginPath()
    this.rect(x, y, width, height)
    this.fill()
    Object.assign(this, kept)
  }
  fill() {
    if (this.path === '') return
    this.flush()
    this.pending = { d: this.path, fill: this.state.fillStyle, stroke: null, alpha: this.state.globalAlpha }
  }
  stroke() {
    if (this.path === '') return
    const { strokeStyle, lineWidth, dash, lineJoin, lineCap } = this.state
    const stroke = { color: strokeStyle, width: lineWidth, dash, join: lineJoin, cap: lineCap }
    const last = this.pending
    const alpha = this.state.globalAlpha
    if (last && last.d === this.path && last.fill !== null && last.stroke === null && last.alpha === alpha)
      last.stroke = stroke
    else {
      this.flush()
      this.pending = { d: this.path, fill: null, stroke, alpha }
    }
  }
  /** Left out on purpose: Chart.js clips only axis labels, which lie inside their area, and our datasets say `clip: false`. */
  clip() {}

  measureText(text: string) {
    return { width: this.meter.width(text, this.state.font) }
  }
  fillText(text: string, x: number, y: number) {
    const words = text.trim()
    if (words === '') return
    this.flush()
    const { font, textAlign, textBaseline, fillStyle } = this.state
    const [, size = '10'] = /([\d.]+)px/.exec(font) ?? []
    const strong = /\b(?:600|bold)\b/.test(font)
    const at = this.place(x, y + this.meter.lift(font, textBaseline))
    const anchor = textAlign === 'center' ? 'middle' : textAlign === 'right' || textAlign === 'end' ? 'end' : 'start'
    const width = this.meter.width(words, font)
    this.out.push({ text: words, ...at, size: Number(size), strong, anchor, width, color: fillStyle })
  }

  /** All that was drawn. */
  drawn(): readonly Drawn[] {
    this.flush()
    return this.out
  }

  /** All that was drawn, as elements without their root. */
  elements(): string {
    return mergeNeighbours(this.drawn().map((d) => ('d' in d ? toPath(d) : toText(d)))).join('')
  }

  private place(x: number, y: number): Point {
    const [a, b, c, d, e, f] = this.state.matrix
    return { x: tenth(a * x + c * y + e), y: tenth(b * x + d * y + f) }
  }
  private size(): number {
    const [a, b] = this.state.matrix
    return Math.hypot(a, b)
  }
  private step(to: Point): string {
    return `l${number(to.x - this.at!.x)} ${number(to.y - this.at!.y)}`
  }
  private flush() {
    if (this.pending) this.out.push(this.pending)
    this.pending = null
  }
}

function toPath({ d, fill, stroke, alpha }: Shape): string {
  const filled = fill === null ? 'fill="none"' : `fill="${fill}"`
  const opacity = alpha === 1 ? '' : ` opacity="${alpha}"`
  return `<path ${filled}${stroke ? ` ${strokeAttributes(stroke)}` : ''}${opacity} d="${d}"/>`
}

function strokeAttributes({ color, width, dash, join, cap }: Stroke): string {
  return [
    `stroke="${color}"`,
    width === 1 ? '' : `stroke-width="${number(width)}"`,
    dash.length > 0 ? `stroke-dasharray="${dash.map(number).join(' ')}"` : '',
    join === 'miter' ? '' : `stroke-linejoin="${join}"`,
    cap === 'butt' ? '' : `stroke-linecap="${cap}"`,
  ]
    .filter(Boolean)
    .join(' ')
}

function toText({ text, x, y, size, strong, anchor, width, color }: Words): string {
  const attributes = [
    `x="${number(x)}" y="${number(y)}" font-size="${size}"`,
    strong ? 'font-weight="600"' : '',
    anchor === 'start' ? '' : `text-anchor="${anchor}"`,
    // Keeps the layout where the reader's machine has another font.
    text.length > 3 ? `textLength="${number(width)}"` : '',
    `fill="${color}"`,
  ]
  return `<text ${attributes.filter(Boolean).join(' ')}>${escapeXml(text)}</text>`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Neighbouring paths that differ in their way only become one. */
function mergeNeighbours(elements: string[]): string[] {
  const merged: string[] = []
  let style = ''
  for (const element of elements) {
    const cut = element.indexOf(' d="')
    const own = element.startsWith('<path') ? element.slice(0, cut) : ''
    if (own !== '' && own === style && !own.includes('opacity')) {
      merged[merged.length - 1] = `${merged.at(-1)!.slice(0, -3)}${element.slice(cut + 4)}`
    } else merged.push(element)
    style = own
  }
  return merged
}
