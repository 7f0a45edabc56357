import { PDFDocument } from '@napi-rs/canvas'

export type PdfText = { title: string; subject: string; keywords: string }

/** A page of one picture: one CSS pixel is 0.75 points, as browsers print. Text stays text, its fonts are embedded. */
export class PdfPage {
  private readonly document: PDFDocument
  readonly context: CanvasRenderingContext2D

  constructor(width: number, height: number, scale: number, text: PdfText) {
    this.document = new PDFDocument({ ...text, creator: 'Entente', producer: 'Entente' })
    const page = this.document.beginPage(width * scale * 0.75, height * scale * 0.75)
    page.scale(scale * 0.75, scale * 0.75)
    // The library's context is the DOM's but for methods a chart does not use.
    this.context = page as unknown as CanvasRenderingContext2D
  }

  bytes(): Buffer {
    this.document.endPage()
    return this.document.close()
  }
}
