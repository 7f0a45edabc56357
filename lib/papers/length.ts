import type { Block, Cell, PaperDocument, Run } from './document'
import { gaps, inner, page, ratios, title, type } from './metrics'

/** Mean width of a letter in the size of its type; a little more than it is, so that no document grows longer than reckoned. */
const letter = 0.53
/** What stays empty at the foot of a page because the next row or chart does not fit. */
const waste = 45

const lettersIn = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + ('note' in run ? 1 : run.text.length), 0)

const linesIn = (letters: number, size: number, width: number): number =>
  Math.max(1, Math.ceil((letters * size * letter) / width))

function cellHeight(cell: Cell, width: number): number {
  return cell.reduce((sum, runs) => {
    const large = runs.some((run) => 'text' in run && run.look === 'value')
    const { size, leading } = large ? type.value : type.cell
    // Only the figure itself is large.
    return sum + leading * linesIn(lettersIn(runs), large ? (size + type.cell.size) / 2 : size, width)
  }, 0)
}

function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return 37
    case 'paragraph':
      return 6 + linesIn(lettersIn(block.runs), type.text.size, inner) * type.text.leading
    case 'list': {
      const items = block.items.map(
        (runs) => linesIn(lettersIn(runs), type.text.size, inner - 31) * type.text.leading + 3,
      )
      return items.reduce((sum, height) => sum + height, block.look === 'summary' ? 20 : 0)
    }
    case 'table': {
      const rows = block.groups.flatMap(({ heading, rows: own }) => [
        heading === null ? 0 : 18,
        ...own.map(
          (row) =>
            6.5 +
            Math.max(...row.map((cell, i) => cellHeight(cell, (inner * block.columns[i]!.share) / 100 - gaps.cell))),
        ),
      ])
      return rows.reduce((sum, height) => sum + height, 16)
    }
    case 'figure':
      return 0
  }
}

function figuresHeight(count: number): number {
  const half = (inner - gaps.figures) / 2
  const pairs = Math.floor(count / 2) * (half * ratios.half + 6)
  return pairs + (count % 2) * (inner * ratios.wide + 6)
}

/** How many points of height a document takes, its notes in two columns. */
export function heightOf({ title: name, blocks, notes }: PaperDocument): number {
  const head = 38 + linesIn(name.length, title.size, inner) * title.leading
  const column = (inner - gaps.notes) / 2 - gaps.note
  const noted = notes.reduce((sum, { quote, said, url }) => {
    const letters =
      (quote === null ? 0 : (quote.length + 3) * 1.08) + said.length + (url === null ? 0 : url.length * 0.92 + 4)
    return sum + 3.5 + type.note.leading * linesIn(letters, type.note.size, column)
  }, 0)
  const figures = blocks.filter((block) => block.kind === 'figure').length
  const body = blocks.reduce((sum, block) => sum + blockHeight(block), 0)
  return head + body + figuresHeight(figures) + (notes.length ? 37 + noted / 2 + 12 : 0)
}

/** Whether a document stays within so many pages. */
export const fitsPages = (document: PaperDocument, pages: number): boolean =>
  heightOf(document) <= pages * (page.height - page.top - page.bottom - waste)
