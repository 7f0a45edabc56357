import PDFDocument from 'pdfkit'
import type { PaperDocument } from '../document'
import { inner, page } from '../metrics'
import { faceFiles } from './faces'
import { type Line, type Stretch, toLines } from './lines'

const floor = page.height - page.bottom

export const colors = { ink: '#1c2024', muted: '#5c6369', line: '#d8d5cc', accent: '#0b5f66', tint: '#f3f1ea' }

export type Element = PDFKit.PDFStructureElement
type ElementWithData = Element & { dictionary: { data: Record<string, unknown> } }

/**
 * A tagged document under the pen: where on which page it is, and the tree that says what each mark means. Whatever is
 * drawn is either part of an element of the tree or an artifact.
 */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly root: Element
  y = page.top

  constructor(private readonly document: PaperDocument) {
    const made = new Date(document.changedAt ?? 0)
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      // The types do not know this one yet.
      subset: 'PDF/UA' as 'PDF/A-2a',
      tagged: true,
      lang: document.lang,
      displayTitle: true,
      bufferPages: true,
      font: null as unknown as string,
      info: {
        Title: document.title,
        Subject: document.subject,
        Author: 'Entente',
        Creator: 'Entente',
        CreationDate: made,
        ModDate: made,
      },
    })
    for (const { name, file } of faceFiles()) this.doc.registerFont(name, file)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  readonly measure = (text: string, font: string, size: number): number =>
    this.doc.font(font).fontSize(size).widthOfString(text)

  lines(stretches: readonly Stretch[], width: number): Line[] {
    return toLines(stretches, width, this.measure)
  }

  element(tag: string, parent: Element, options: object = {}): Element {
    const made = this.doc.struct(tag, options)
    parent.add(made)
    return made
  }

  /** What the library has no option for: an identity, how many columns a cell spans. */
  tell(element: Element, data: Record<string, unknown>): void {
    Object.assign((element as ElementWithData).dictionary.data, data)
  }

  get room(): number {
    return floor - this.y
  }

  /** A new page, unless so much still has room on this one. */
  need(height: number): boolean {
    if (height <= this.room || this.y === page.top) return false
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = page.top
    return true
  }

  /** Marks that mean nothing: rules, tints, numbers of pages. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  rule(x: number, y: number, width: number, color: string, weight: number): void {
    this.artifact(() =>
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .strokeColor(color)
        .stroke(),
    )
  }

  /** Draws lines into an element; `top` is the upper edge of the first. Returns the lower edge of the last. */
  write(element: Element, tag: string, lines: readonly Line[], x: number, top: number, leading: number): number {
    let open: PDFKit.PDFStructureContent | null = null
    const close = () => {
      if (!open) return
      this.doc.endMarkedContent()
      element.add(open)
      open = null
    }
    for (const [n, line] of lines.entries()) {
      const base = top + n * leading + leading * 0.74
      let at = x
      for (const piece of line.pieces) {
        const isLink = piece.note !== undefined || piece.url !== undefined
        if (isLink) {
          close()
          this.link(element, piece, at, base, leading)
        } else {
          open ??= this.doc.markStructureContent(tag)
          this.ink(piece, at, base)
        }
        at += piece.width
      }
    }
    close()
    return top + lines.length * leading
  }

  private ink(piece: Line['pieces'][number], x: number, base: number): void {
    this.doc
      .font(piece.font)
      .fontSize(piece.size)
      .fillColor(piece.color)
      .text(piece.text, x, base - (piece.rise ?? 0), { lineBreak: false, baseline: 'alphabetic' })
  }

  private link(parent: Element, piece: Line['pieces'][number], x: number, base: number, leading: number): void {
    const { note, url } = piece
    const holder = note === undefined ? parent : this.element('Reference', parent)
    const link = this.element('Link', holder)
    const content = this.doc.markStructureContent('Link')
    this.ink(piece, x, base)
    this.doc.endMarkedContent()
    link.add(content)
    const box = [x, base - leading * 0.72, piece.width, leading * 0.9] as const
    // A text in the tree of the document, not a name: the library tells them apart by the class.
    const Contents = new String(url ?? `${this.document.words.notes} ${note}`) as string
    const options = { structParent: link, Contents } as PDFKit.Mixins.AnnotationOption
    if (url !== undefined) this.doc.link(...box, url, options)
    else this.doc.goTo(...box, `note-${note}`, options)
  }

  /** The number of each page and what the sheet belongs to, then the bytes. */
  async end(): Promise<Uint8Array> {
    const { words } = this.document
    const { start, count } = this.doc.bufferedPageRange()
    for (let i = start; i < start + count; i++) {
      this.doc.switchToPage(i)
      const y = page.height - 38
      const told = words.page.replace('{page}', String(i + 1)).replace('{pages}', String(count))
      this.rule(page.side, y, inner, colors.line, 0.6)
      this.artifact(() => {
        const look = { face: 'sans', size: 7.5, color: colors.muted } as const
        const [left] = this.lines([{ text: words.footer, ...look }], inner)
        const [right] = this.lines([{ text: told, ...look }], inner)
        let at = page.side
        for (const piece of left?.pieces ?? []) {
          this.ink(piece, at, y + 13)
          at += piece.width
        }
        at = page.side + inner - (right?.width ?? 0)
        for (const piece of right?.pieces ?? []) {
          this.ink(piece, at, y + 13)
          at += piece.width
        }
      }, 'Pagination')
    }
    this.root.end()
    const chunks: Uint8Array[] = []
    this.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const done = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve)
      this.doc.on('error', reject)
    })
    this.doc.end()
    await done
    return new Uint8Array(Buffer.concat(chunks))
  }
}
