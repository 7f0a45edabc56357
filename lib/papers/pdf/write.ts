import type { Block, Cell, Note, PaperDocument, Run, Table } from '../document'
import { gaps, inner, page, ratios, title as titleType, type } from '../metrics'
import type { Line, Stretch } from './lines'
import { drawFigure } from './picture'
import { colors, type Element, Sheet } from './sheet'

type Figure = Extract<Block, { kind: 'figure' }>

/** Runs as they are set in a size; the number of a note stands above the line. */
function set(runs: readonly Run[], size: number, value = size * 1.06): Stretch[] {
  return runs.map((run): Stretch => {
    if ('note' in run)
      return {
        text: String(run.note),
        face: 'sans',
        size: size * 0.72,
        color: colors.accent,
        rise: size * 0.36,
        note: run.note,
      }
    const { text, look } = run
    if (look === 'value') return { text, face: 'serif', size: value, color: colors.ink }
    return {
      text,
      face: look === 'strong' ? 'strong' : 'sans',
      size,
      color: look === 'quiet' ? colors.muted : colors.ink,
    }
  })
}

/**
 * Writes a document as a tagged PDF (PDF/UA): headings, lists, tables, figures with their words, notes that lead to and
 * fro, bookmarks, page numbers, fonts inside. Takes a core for some hundred milliseconds: servers call the pool.
 */
export async function toPdf(document: PaperDocument): Promise<Uint8Array> {
  const sheet = new Sheet(document)
  head(sheet, document)
  const { blocks } = document
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'figure') {
      let last = i
      while (blocks[last + 1]?.kind === 'figure') last++
      figures(sheet, blocks.slice(i, last + 1) as Figure[])
      i = last
    } else draw(sheet, block, blocks[i + 1])
  }
  notes(sheet, document)
  return sheet.end()
}

function draw(sheet: Sheet, block: Exclude<Block, Figure>, next: Block | undefined): void {
  if (block.kind === 'heading') heading(sheet, block.text, next?.kind === 'figure' ? 190 : 64)
  else if (block.kind === 'paragraph') paragraph(sheet, block.runs, block.look === 'quiet')
  else if (block.kind === 'list') list(sheet, block.items, block.look === 'summary')
  else table(sheet, block)
}

function head(sheet: Sheet, { title, facts }: PaperDocument): void {
  const { doc, root } = sheet
  sheet.artifact(() => doc.rect(page.side, sheet.y, 30, 3).fill(colors.accent))
  sheet.y += 13
  const lines = sheet.lines([{ text: title, face: 'serif', size: titleType.size, color: colors.ink }], inner)
  sheet.y = sheet.write(sheet.element('H1', root), 'H1', lines, page.side, sheet.y, titleType.leading)
  doc.outline.addItem(title)
  const told = sheet.lines([{ text: facts.join('  ·  '), face: 'sans', size: 8.3, color: colors.muted }], inner)
  sheet.y = sheet.write(sheet.element('P', root), 'P', told, page.side, sheet.y + 3, 12) + 10
}

function heading(sheet: Sheet, text: string, after: number): void {
  sheet.y += sheet.y === page.top ? 0 : 13
  sheet.need(24 + after)
  const lines = sheet.lines([{ text, face: 'title', size: 12.5, color: colors.ink }], inner)
  sheet.y = sheet.write(sheet.element('H2', sheet.root), 'H2', lines, page.side, sheet.y, 16)
  sheet.rule(page.side, sheet.y + 2.5, inner, colors.ink, 0.7)
  sheet.y += 8
  sheet.doc.outline.addItem(text)
}

function paragraph(sheet: Sheet, runs: readonly Run[], quiet: boolean): void {
  const { size, leading } = quiet ? type.cell : type.text
  const shown = quiet ? runs.map((run): Run => ('note' in run ? run : { look: 'quiet', ...run })) : runs
  const lines = sheet.lines(set(shown, size), inner)
  sheet.need(lines.length * leading)
  sheet.y = sheet.write(sheet.element('P', sheet.root), 'P', lines, page.side, sheet.y + 2, leading) + 4
}

function list(sheet: Sheet, items: readonly Run[][], summary: boolean): void {
  const { size, leading } = type.text
  const [pad, indent] = [summary ? 10 : 0, gaps.list]
  const all = items.map((runs) => sheet.lines(set(runs, size), inner - indent - 2 * pad))
  const height = all.reduce((sum, lines) => sum + lines.length * leading + 3, 0)
  if (summary) {
    const tall = height + 2 * pad - 5
    sheet.need(tall)
    sheet.artifact(() => {
      sheet.doc.rect(page.side, sheet.y, inner, tall).fill(colors.tint)
      sheet.doc.rect(page.side, sheet.y, 2.5, tall).fill(colors.accent)
    })
    sheet.y += pad - 1
  }
  const parent = sheet.element('L', sheet.root)
  for (const lines of all) {
    sheet.need(lines.length * leading)
    const item = sheet.element('LI', parent)
    const dash = sheet.lines([{ text: '–', face: 'sans', size, color: colors.accent }], inner)
    sheet.write(sheet.element('Lbl', item), 'Lbl', dash, page.side + pad, sheet.y, leading)
    const body = sheet.element('LBody', item)
    sheet.y = sheet.write(body, 'LBody', lines, page.side + pad + indent, sheet.y, leading) + 3
  }
  if (summary) sheet.y += pad - 3
}

type SetCell = { lines: Line[]; leading: number }[]

function table(sheet: Sheet, { caption, columns, groups }: Table): void {
  const gap = gaps.cell
  const spans = columns.map(({ share }) => (inner * share) / 100)
  const lefts = spans.map((_, i) => page.side + spans.slice(0, i).reduce((sum, w) => sum + w, 0))
  const parent = sheet.element('Table', sheet.root)
  sheet.tell(parent, { A: { O: 'Table', Summary: new String(caption) } })
  const inCell = (cell: Cell, place: number): SetCell =>
    cell.map((runs) => {
      const large = runs.some((run) => 'text' in run && run.look === 'value')
      const { size } = type.cell
      const width = spans[place]! - (place < columns.length - 1 ? gap : 0)
      return {
        lines: sheet.lines(set(runs, size, type.value.size), width),
        leading: large ? type.value.leading : type.cell.leading,
      }
    })
  const heightOf = (cells: SetCell[]) =>
    Math.max(...cells.map((cell) => cell.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0))) + 6.5

  const heads = columns.map(({ heading }, i) =>
    sheet.lines([{ text: heading, face: 'sans', size: 7.3, color: colors.muted }], spans[i]! - gap),
  )
  const first = sheet.element('TR', parent)
  heads.forEach((lines, i) => {
    sheet.write(sheet.element('TH', first, { scope: 'Column' }), 'TH', lines, lefts[i]!, sheet.y, 10)
  })
  sheet.y += 11
  sheet.rule(page.side, sheet.y, inner, colors.line, 0.6)
  sheet.y += 2
  /** Headings again on a new page: for the eye only, the tree has them once. */
  const again = () => {
    heads.forEach((lines, i) => {
      sheet.artifact(() => {
        let at = lefts[i]!
        for (const piece of lines[0]?.pieces ?? []) {
          sheet.doc
            .font(piece.font)
            .fontSize(piece.size)
            .fillColor(piece.color)
            .text(piece.text, at, sheet.y + 7.4, { lineBreak: false, baseline: 'alphabetic' })
          at += piece.width
        }
      })
    })
    sheet.rule(page.side, sheet.y + 11, inner, colors.line, 0.6)
    sheet.y += 13
  }

  for (const { heading: name, rows } of groups) {
    const set = rows.map((row) => row.map(inCell))
    if (name !== null) {
      if (sheet.need(18 + heightOf(set[0]!))) again()
      const cell = sheet.element('TH', sheet.element('TR', parent))
      sheet.tell(cell, { A: { O: 'Table', Scope: 'Row', ColSpan: columns.length } })
      const lines = sheet.lines([{ text: name, face: 'strong', size: type.cell.size, color: colors.accent }], inner)
      sheet.y = sheet.write(cell, 'TH', lines, page.side, sheet.y + 5, 11) + 2
    }
    for (const cells of set) {
      const height = heightOf(cells)
      if (sheet.need(height)) again()
      const row = sheet.element('TR', parent)
      cells.forEach((cell, i) => {
        const tag = i === 0 ? 'TH' : 'TD'
        const element = sheet.element(tag, row, i === 0 ? { scope: 'Row' } : {})
        // A first line in a small type stands on the line of the large figure beside it.
        let y =
          sheet.y +
          2.5 +
          (cell[0]?.leading === type.cell.leading && cells[0]![0]?.leading !== type.cell.leading ? 1.6 : 0)
        for (const { lines, leading } of cell) y = sheet.write(element, tag, lines, lefts[i]!, y, leading)
      })
      sheet.y += height
      sheet.rule(page.side, sheet.y, inner, colors.line, 0.4)
    }
  }
  sheet.y += 3
}

function figures(sheet: Sheet, all: readonly Figure[]): void {
  const gap = gaps.figures
  const half = (inner - gap) / 2
  const wide = all.length % 2 === 1 ? all.slice(0, 1) : []
  for (const { spec } of wide) {
    const height = inner * ratios.wide
    sheet.need(height)
    drawFigure(sheet, sheet.root, spec, { x: page.side, y: sheet.y, width: inner, height }, 760)
    sheet.y += height + 6
  }
  const pairs = all.slice(wide.length)
  for (let i = 0; i < pairs.length; i += 2) {
    const height = half * ratios.half
    sheet.need(height)
    pairs.slice(i, i + 2).forEach(({ spec }, n) => {
      drawFigure(sheet, sheet.root, spec, { x: page.side + n * (half + gap), y: sheet.y, width: half, height }, 420)
    })
    sheet.y += height + 6
  }
}

function notes(sheet: Sheet, { notes: all, words }: PaperDocument): void {
  if (!all.length) return
  const gap = gaps.notes
  const [width, indent] = [(inner - gap) / 2, gaps.note]
  const { size, leading } = type.note
  heading(sheet, words.notes, 60)
  const set = all.map((note) => sheet.lines(noteStretches(note, size), width - indent))
  const heights = set.map((lines) => lines.length * leading + 3.5)
  let at = 0
  while (at < all.length) {
    const column = columnHeight(heights.slice(at), sheet.room)
    const top = sheet.y
    let lowest = top
    for (const x of [page.side, page.side + width + gap]) {
      let y = top
      for (const end = fill(heights, at, column); at < end; at++) {
        drawNote(sheet, sheet.root, all[at]!, set[at]!, x, y, indent)
        y += heights[at]!
      }
      lowest = Math.max(lowest, y)
    }
    sheet.y = lowest
    if (at < all.length) sheet.need(page.height)
  }
}

/** How many of these heights a column holds from a place on; one at least, or nothing would ever be drawn. */
function fill(heights: readonly number[], from: number, column: number): number {
  let [to, sum] = [from, 0]
  while (to < heights.length && (to === from || sum + heights[to]! <= column + 0.01)) sum += heights[to++]!
  return to
}

/** Two columns are as long as the page, and on the last page as short as holds what is left. */
function columnHeight(heights: readonly number[], room: number): number {
  const holds = (column: number) => fill(heights, fill(heights, 0, column), column) >= heights.length
  if (!holds(room)) return room
  let column = heights.reduce((sum, h) => sum + h, 0) / 2
  while (!holds(column)) column += 4
  return Math.min(column, room)
}

function noteStretches({ quote, said, url }: Note, size: number): Stretch[] {
  return [
    ...(quote === null ? [] : [{ text: `“${quote}” `, face: 'serif', size: size * 1.08, color: colors.ink } as const]),
    { text: url === null ? said : `${said} `, face: 'sans', size, color: quote === null ? colors.ink : colors.muted },
    ...(url === null ? [] : [{ text: url, face: 'sans', size: size * 0.92, color: colors.accent, url } as const]),
  ]
}

function drawNote(
  sheet: Sheet,
  parent: Element,
  note: Note,
  lines: Line[],
  x: number,
  y: number,
  indent: number,
): void {
  const { size, leading } = type.note
  const element = sheet.element('Note', parent)
  sheet.tell(element, { ID: new String(`note-${note.number}`) })
  sheet.doc.addNamedDestination(`note-${note.number}`, 'XYZ', x, y - 4, null)
  const number = sheet.lines([{ text: `${note.number} `, face: 'strong', size, color: colors.accent }], indent)
  sheet.write(sheet.element('Lbl', element), 'Lbl', number, x, y, leading)
  sheet.write(sheet.element('P', element), 'P', lines, x + indent, y, leading)
}
