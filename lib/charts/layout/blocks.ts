import type { KeySign } from './look'
import type { TypeSizes } from './type-sizes'
import { type Measure, wrap } from './wrap'

/** A text at a place: x is its left, right or middle by `align`, y its baseline. */
export type PlacedText = {
  text: string
  x: number
  y: number
  font: string
  tone: 'ink' | 'muted'
  align: 'left' | 'right' | 'center'
}
/** A sample of a series or of a sign, its middle at (x, y). */
export type PlacedSample = { x: number; y: number; sample: { series: number } | { sign: KeySign } | { event: string } }
export type Block = { height: number; texts: PlacedText[]; samples: PlacedSample[] }

export const sampleWidth = (sizes: TypeSizes) => Math.round(sizes.base * 2)

/** Lines of one text from the left margin. */
export function paragraph(
  text: string,
  font: string,
  line: number,
  tone: PlacedText['tone'],
  sizes: TypeSizes,
  width: number,
  measure: Measure,
): Block {
  const lines = wrap(text, font, width, measure)
  return {
    height: lines.length * line,
    texts: lines.map((t, i) => ({ text: t, x: sizes.margin, y: (i + 0.78) * line, font, tone, align: 'left' })),
    samples: [],
  }
}

export type LegendItem = { label: string; sample: { series: number } | { sign: KeySign } }

/** Samples with their words, in rows as wide as the picture. */
export function legendRows(items: LegendItem[], sizes: TypeSizes, width: number, measure: Measure): Block {
  const block: Block = { height: 0, texts: [], samples: [] }
  const gap = Math.round(sizes.base * 1.5)
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const { label, sample } of items) {
    const swatch = ('series' in sample ? sampleWidth(sizes) : Math.round(sizes.base)) + Math.round(sizes.base * 0.5)
    const lines = wrap(label, sizes.text, width - swatch, measure)
    const wide = swatch + Math.max(...lines.map((l) => measure(l, sizes.text)))
    if (x > 0 && x + wide > width) {
      x = 0
      y += rowHeight
      rowHeight = 0
    }
    const left = sizes.margin + x
    block.samples.push({ x: left + (swatch - sizes.base * 0.5) / 2, y: y + sizes.textLine * 0.5, sample })
    lines.forEach((text, i) => {
      const at = { x: left + swatch, y: y + (i + 0.78) * sizes.textLine }
      block.texts.push({ text, ...at, font: sizes.text, tone: 'ink', align: 'left' })
    })
    rowHeight = Math.max(rowHeight, lines.length * sizes.textLine)
    x += wide + gap
  }
  block.height = y + rowHeight
  return block
}

/** The numbered events in up to three columns, read downwards. */
export function eventKey(
  events: { number: string; date: string; label: string }[],
  sizes: TypeSizes,
  width: number,
  measure: Measure,
): Block {
  const block: Block = { height: 0, texts: [], samples: [] }
  if (events.length === 0) return block
  const gap = Math.round(sizes.base * 1.6)
  const columns = Math.min(3, events.length, Math.max(1, Math.floor(width / (sizes.base * 26))))
  const columnWidth = (width - gap * (columns - 1)) / columns
  const indent = Math.round(sizes.base * (events.length > 9 ? 2.3 : 1.9))
  const dateWidth = Math.max(...events.map((e) => measure(e.date, sizes.small))) + sizes.base * 0.7
  const perColumn = Math.ceil(events.length / columns)
  for (let column = 0; column < columns; column++) {
    const left = sizes.margin + column * (columnWidth + gap)
    let y = 0
    for (const event of events.slice(column * perColumn, (column + 1) * perColumn)) {
      const baseline = y + 0.76 * sizes.smallLine
      block.samples.push({
        x: left + (indent - sizes.base * 0.5) / 2,
        y: y + sizes.smallLine * 0.5,
        sample: { event: event.number },
      })
      block.texts.push(text(event.date, left + indent, baseline, 'muted', sizes))
      const lines = wrap(event.label, sizes.small, columnWidth - indent - dateWidth, measure)
      lines.forEach((line, i) => {
        block.texts.push(text(line, left + indent + dateWidth, baseline + i * sizes.smallLine, 'ink', sizes))
      })
      y += Math.max(1, lines.length) * sizes.smallLine + 1
    }
    block.height = Math.max(block.height, y)
  }
  return block
}

/** Sources from the left, the day they were known from the right: in one row where both fit. */
export function sourceRow(source: string, known: string, sizes: TypeSizes, width: number, measure: Measure): Block {
  const lines = wrap(source, sizes.small, width, measure)
  const wide = measure(known, sizes.small)
  const last = lines.at(-1)
  const together = last !== undefined && measure(last, sizes.small) + wide + sizes.base * 2 <= width
  const texts = lines.map((l, i) => text(l, sizes.margin, (i + 0.78) * sizes.smallLine, 'muted', sizes))
  const knownLines = together ? [known] : wrap(known, sizes.small, width, measure)
  const first = together ? lines.length - 1 : lines.length
  knownLines.forEach((l, i) => {
    const y = (first + i + 0.78) * sizes.smallLine
    texts.push(
      together
        ? { ...text(l, sizes.margin + width, y, 'muted', sizes), align: 'right' }
        : text(l, sizes.margin, y, 'muted', sizes),
    )
  })
  return { height: (first + knownLines.length) * sizes.smallLine, texts, samples: [] }
}

function text(value: string, x: number, y: number, tone: PlacedText['tone'], sizes: TypeSizes): PlacedText {
  return { text: value, x, y, font: sizes.small, tone, align: 'left' }
}

/** The block moved down by `y`. */
export function moved(block: Block, y: number): Block {
  return {
    height: block.height,
    texts: block.texts.map((t) => ({ ...t, y: t.y + y })),
    samples: block.samples.map((s) => ({ ...s, y: s.y + y })),
  }
}
