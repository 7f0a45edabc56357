import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { drawPicture } from '@/lib/charts/render/draw'
import { altOf } from '../alternative'
import type { Block, Note, PaperDocument, Table as PaperTable, Run } from '../document'
import { ratios } from '../metrics'

type Figure = Extract<Block, { kind: 'figure' }>
type Child = Paragraph | Table

/** Faces that are at hand wherever Word or LibreOffice is; fonts inside would make the file ten times as large. */
const [sans, serif] = ['Calibri', 'Cambria']
const colors = { ink: '1C2024', muted: '5C6369', line: 'C9C5BA', accent: '0B5F66', tint: 'F3F1EA' }
/** Twentieths of a point; A4. */
const page = { width: 11906, height: 16838, side: 1080, top: 1000, bottom: 1080 }
const inner = page.width - 2 * page.side
/** Pixels of 1/96 inch, in which pictures are measured. */
const innerPixels = (inner / 1440) * 96

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair = { style: BorderStyle.SINGLE, size: 4, color: colors.line }

/** What has been cited in this document: a note has one mark, and what cites it again refers to that. */
type Marks = Set<number>

/**
 * Writes a document for Word and LibreOffice: headings, lists, tables, charts as vectors with their words, and notes as
 * real footnotes. Takes a core for some hundred milliseconds: servers call the pool.
 */
export async function toDocx(document: PaperDocument): Promise<Uint8Array> {
  const marks: Marks = new Set()
  const { blocks, words } = document
  const file = new Document({
    title: document.title,
    subject: document.subject,
    description: document.subject,
    creator: 'Entente',
    lastModifiedBy: 'Entente',
    styles: styles(document.lang),
    footnotes: Object.fromEntries(document.notes.map((note) => [note.number, { children: [footnote(note)] }])),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side, footer: 500 },
          },
        },
        footers: { default: footer(words) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(document.title)] }),
          new Paragraph({ spacing: { after: 120 }, children: [quiet(document.facts.join('  ·  '))] }),
          ...parts(blocks).flatMap((part) => (Array.isArray(part) ? figures(part) : written(part, marks))),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** Charts that follow one another belong into one line where two of them fit. */
function parts(blocks: readonly Block[]): (Exclude<Block, Figure> | Figure[])[] {
  const found: (Exclude<Block, Figure> | Figure[])[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.kind !== 'figure') found.push(block)
    else if (Array.isArray(last)) last.push(block)
    else found.push([block])
  }
  return found
}

function written(block: Exclude<Block, Figure>, marks: Marks): Child[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })]
    case 'paragraph':
      return [line(block.runs, marks, { spacing: { after: 80 } }, block.look === 'quiet')]
    case 'list':
      return block.items.map((runs) =>
        line(runs, marks, {
          bullet: { level: 0 },
          spacing: { after: 40 },
          ...(block.look === 'summary' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colors.tint } }),
        }),
      )
    case 'table':
      return [table(block, marks), new Paragraph({ spacing: { before: 0, after: 0 }, children: [] })]
  }
}

const quiet = (text: string) => new TextRun({ text, color: colors.muted, size: 17 })

function line(runs: readonly Run[], marks: Marks, options: IParagraphOptions = {}, hushed = false): Paragraph {
  return new Paragraph({ ...options, children: runs.map((run) => child(run, marks, hushed)) })
}

function child(run: Run, marks: Marks, hushed: boolean): ParagraphChild {
  if ('note' in run) return mark(run.note, marks)
  const { text, look } = run
  if (look === 'value') return new TextRun({ text, font: serif, size: 23 })
  if (look === 'strong') return new TextRun({ text, bold: true })
  return new TextRun({ text, ...((hushed || look === 'quiet') && { color: colors.muted }) })
}

function mark(number: number, marks: Marks): ParagraphChild {
  const id = `note_mark_${number}`
  if (marks.has(number)) {
    const again = new TextRun({ text: String(number), superScript: true, color: colors.accent })
    return new InternalHyperlink({ anchor: id, children: [again] })
  }
  marks.add(number)
  return new Bookmark({ id, children: [new FootnoteReferenceRun(number)] })
}

function footnote({ quote, said, url }: Note): Paragraph {
  return new Paragraph({
    children: [
      ...(quote === null ? [] : [new TextRun({ text: ` “${quote}”`, font: serif, size: 16 })]),
      new TextRun({ text: ` ${said}`, size: 15 }),
      ...(url === null ? [] : [new TextRun({ text: ` ${url}`, size: 14, color: colors.accent })]),
    ],
  })
}

function table({ columns, groups }: PaperTable, marks: Marks): Table {
  const widths = columns.map(({ share }) => Math.round((inner * share) / 100))
  const cell = (children: Paragraph[], place: number, over: { span?: number } = {}) =>
    new TableCell({
      children,
      width: { size: widths[place]!, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 120 },
      borders: { top: none, left: none, right: none, bottom: hair },
      columnSpan: over.span,
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, i) => cell([new Paragraph({ children: [quiet(heading)] })], i)),
  })
  const named = (name: string) =>
    new TableRow({
      cantSplit: true,
      children: [
        cell(
          [
            new Paragraph({
              keepNext: true,
              spacing: { before: 80 },
              children: [new TextRun({ text: name, bold: true, color: colors.accent })],
            }),
          ],
          0,
          { span: columns.length },
        ),
      ],
    })
  const rows = groups.flatMap(({ heading, rows: own }) => [
    ...(heading === null ? [] : [named(heading)]),
    ...own.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((lines, i) =>
            cell(lines.length ? lines.map((runs) => line(runs, marks)) : [new Paragraph({ children: [] })], i),
          ),
        }),
    ),
  ])
  return new Table({
    rows: [head, ...rows],
    width: { size: inner, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, left: none, right: none, bottom: none, insideHorizontal: none, insideVertical: none },
  })
}

function figures(all: readonly Figure[]): Paragraph[] {
  const wide = all.length % 2 === 1 ? all.slice(0, 1) : []
  const pairs = all.slice(wide.length)
  const half = innerPixels / 2 - 6
  return [
    ...wide.map((figure) => new Paragraph({ children: [image(figure, innerPixels, ratios.wide, 760)] })),
    ...pairs.flatMap((figure, i) => {
      if (i % 2) return []
      const other = pairs[i + 1]!
      return [
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: inner }],
          children: [
            image(figure, half, ratios.half, 420),
            new TextRun({ text: '\t' }),
            image(other, half, ratios.half, 420),
          ],
        }),
      ]
    }),
  ]
}

/** The chart as SVG, and as PNG for programs that draw none. */
function image({ spec }: Figure, width: number, ratio: number, pixels: number): ImageRun {
  const size = { width: pixels, height: Math.round(pixels * ratio), theme: 'print' } as const
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(drawPicture(spec, { ...size, format: 'svg', scale: 1 })),
    fallback: { type: 'png', data: Buffer.from(drawPicture(spec, { ...size, format: 'png', scale: 2 })) },
    transformation: { width: Math.round(width), height: Math.round(width * ratio) },
    altText: { name: spec.code, title: spec.title, description: altOf(spec) },
  })
}

function footer({ footer: what, page: told }: PaperDocument['words']): Footer {
  const [before = '', between = '', after = ''] = told.split(/\{pages?\}/)
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: inner }],
        alignment: AlignmentType.LEFT,
        children: [
          quiet(`${what}\t`),
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
            color: colors.muted,
            size: 15,
          }),
        ],
      }),
    ],
  })
}

function styles(lang: string) {
  return {
    default: {
      document: {
        run: { font: sans, size: 19, color: colors.ink, language: { value: lang === 'en' ? 'en-GB' : lang } },
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { font: serif, size: 46, color: colors.ink },
        paragraph: { spacing: { before: 0, after: 60, line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading2: {
        run: { font: serif, size: 26, bold: true, color: colors.ink },
        paragraph: {
          keepNext: true,
          spacing: { before: 240, after: 100 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: colors.ink } },
        },
      },
      footnoteText: {
        run: { size: 15, color: colors.ink },
        paragraph: { spacing: { after: 20, line: 220, lineRule: LineRuleType.AUTO } },
      },
      footnoteReference: { run: { superScript: true, color: colors.accent } },
    },
  }
}
