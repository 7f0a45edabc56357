import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { readSpec } from '@/lib/charts/render/pictures/specs'
import type { Block, Note, PaperDocument, Run } from './document'
import { toDocx } from './docx/write'
import { fitsPages, heightOf } from './length'
import { toPdf } from './pdf/write'

const letters = 'Ağdam, Şuşa, İlham Əliyev; Қазақстан, Ақтау, Құрық, Маңғыстау: 529,4 млн'
const claim = { entry: 7, href: '/relations/aze-kaz/entries/7' }

const note = (number: number, over: Partial<Note> = {}): Note => ({
  number,
  entry: number,
  href: `/relations/aze-kaz/entries/${number}`,
  quote: `sentence ${number}: the volume of trade has practically tripled`,
  said: `Somebody ${number}, said on 24 Aug 2022. APA, “Title”, published 24 Aug 2022.`,
  url: `https://example.org/articles/${number}/a-long-address-with-many-words`,
  ...over,
})

const row = (text: string, n: number): Run[][][] => [
  [[{ text, look: 'value', claim }, { note: n }]],
  [[{ text: '2023' }], [{ text: 'statistics office', look: 'quiet' }]],
]

const document = (rows = 3, notes = 3): PaperDocument => ({
  lang: 'en',
  title: 'Azerbaijan–Kazakhstan: brief on trade',
  subject: 'Where the relation stands.',
  facts: ['Period: 2022–2023', 'As known on 28 Nov 2026'],
  changedAt: '2026-11-28T10:00:00.000Z',
  blocks: [
    { kind: 'heading', id: 'glance', text: 'At a glance' },
    {
      kind: 'list',
      look: 'summary',
      items: [[{ text: 'Trade: ', look: 'strong' }, { text: '$529.4 m', claim }, { note: 1 }, { text: ' in 2023.' }]],
    },
    { kind: 'heading', id: 'figures', text: 'Where it stands' },
    {
      kind: 'table',
      caption: 'The latest figures',
      columns: [
        { heading: 'Figure', share: 50 },
        { heading: 'Period', share: 50 },
      ],
      groups: [
        {
          heading: letters,
          rows: Array.from({ length: rows }, (_, i) => row(`$${i + 1}29.4 m`, (i % notes) + 1)),
        },
      ],
    },
    { kind: 'heading', id: 'charts', text: 'How it moved' },
    { kind: 'figure', spec: readSpec('trade-turnover'), page: '/p', file: '/f' },
    { kind: 'figure', spec: readSpec('corridor-cargo'), page: '/p', file: '/f' },
    { kind: 'heading', id: 'corrections', text: 'What was corrected' },
    { kind: 'paragraph', look: 'quiet', runs: [{ text: 'Nothing.' }] },
  ],
  notes: Array.from({ length: notes }, (_, i) => note(i + 1)),
  words: { notes: 'Notes', page: '{page} of {pages}', footer: 'Azerbaijan–Kazakhstan: brief' },
})

type Node = { role?: string; alt?: string; lang?: string; children?: Node[] }
const rolesOf = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)]
const altsOf = (node: Node): string[] => [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(altsOf)]

async function readPdf(paper: PaperDocument) {
  const bytes = await toPdf(paper)
  const proxy = await getDocumentProxy(bytes.slice())
  const pages = await Promise.all(Array.from({ length: proxy.numPages }, (_, i) => proxy.getPage(i + 1)))
  const texts = await Promise.all(
    pages.map(async (page) => (await page.getTextContent()).items.map((i) => ('str' in i ? i.str : '')).join('')),
  )
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as Node[]
  return { bytes, proxy, text: texts.join(''), trees, pages: proxy.numPages }
}

const dense = (text: string) => text.replace(/\s+/g, '')

describe('a document as PDF', () => {
  test('is tagged, has a language, a title, and bookmarks of its parts', async () => {
    const { proxy, bytes } = await readPdf(document())
    const info = (await proxy.getMetadata()).info as Record<'Title' | 'Language', unknown>
    expect(info.Title).toBe('Azerbaijan–Kazakhstan: brief on trade')
    expect(info.Language).toBe('en')
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true })
    const outline = (await proxy.getOutline()).map((item) => item.title)
    expect(outline).toEqual([
      'Azerbaijan–Kazakhstan: brief on trade',
      'At a glance',
      'Where it stands',
      'How it moved',
      'What was corrected',
      'Notes',
    ])
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid')
  })

  test('says what each part is: headings, lists, tables, figures with their words, notes', async () => {
    const { trees } = await readPdf(document())
    const roles = trees.flatMap(rolesOf)
    for (const role of [
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Reference',
      'Link',
      'Note',
    ])
      expect(roles).toContain(role)
    expect(roles.filter((role) => role === 'Note')).toHaveLength(3)
    const alts = trees.flatMap(altsOf)
    const { title, unitLabel } = readSpec('trade-turnover')
    expect(alts.some((alt) => alt.startsWith(`${title} (${unitLabel}). `))).toBe(true)
  })

  test('holds every text to the letter, also of Azerbaijani and Kazakh', async () => {
    const paper = document()
    const { text } = await readPdf(paper)
    expect(dense(text)).toContain(dense(letters))
    for (const { quote, said, url } of paper.notes) {
      expect(dense(text)).toContain(dense(quote!))
      expect(dense(text)).toContain(dense(said))
      expect(dense(text)).toContain(url)
    }
  })

  test('carries its own fonts, and pictures as lines instead of pixels', async () => {
    const { bytes } = await readPdf(document())
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).not.toContain('/Subtype /Image')
    const fonts = raw.match(/\/Type \/FontDescriptor/g)!
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(fonts.length)
  })

  test('is the same file whenever it is written from the same', async () => {
    const [one, other] = [await toPdf(document()), await toPdf(document())]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  test('breaks a long table and long notes over pages and loses nothing', async () => {
    const paper = document(60, 80)
    const { text, pages } = await readPdf(paper)
    expect(pages).toBeGreaterThan(3)
    for (const { quote } of paper.notes) expect(dense(text)).toContain(dense(quote!))
    expect(dense(text)).toContain('$6029.4m')
  })

  test('is never longer than was reckoned', async () => {
    for (const [rows, notes] of [
      [3, 3],
      [20, 10],
      [45, 30],
      [60, 60],
    ] as const) {
      const paper = document(rows, notes)
      const { pages } = await readPdf(paper)
      const reckoned = [1, 2, 3, 4, 5, 6, 7, 8].find((n) => fitsPages(paper, n))!
      expect(pages).toBeLessThanOrEqual(reckoned)
    }
    expect(heightOf(document(40))).toBeGreaterThan(heightOf(document(20)))
  })
})

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const archive = await fromBufferPromise(Buffer.from(bytes))
  const found = new Map<string, string>()
  for await (const entry of archive.eachEntry()) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return found
}

const wordsOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

describe('a document as a Word file', () => {
  test('has real headings, tables with repeated heads, a language and a title', async () => {
    const parts = await partsOf(await toDocx(document()))
    const body = parts.get('word/document.xml')!
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(4)
    expect(body.match(/<w:tbl>/g)).toHaveLength(1)
    expect(body).toContain('<w:tblHeader/>')
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Azerbaijan–Kazakhstan: brief on trade</dc:title>')
  })

  test('has each note once as a footnote with the exact words, and every mark in its place', async () => {
    const paper = document(5, 3)
    const parts = await partsOf(await toDocx(paper))
    const notes = parts.get('word/footnotes.xml')!
    for (const { quote, url } of paper.notes) {
      expect(wordsOf(notes)).toContain(quote)
      expect(wordsOf(notes)).toContain(url)
    }
    const references = [...parts.get('word/document.xml')!.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(
      ([, digits]) => Number(digits),
    )
    expect(references).toEqual([1, 2, 3])
    // What is cited again is a raised number that leads to the first mark.
    expect(parts.get('word/document.xml')).toContain('w:anchor="note_mark_1"')
  })

  test('has each chart as a vector with a picture to fall back on, told in words', async () => {
    const parts = await partsOf(await toDocx(document()))
    const names = [...parts.keys()]
    expect(names.filter((name) => /^word\/media\/.*\.svg$/.test(name))).toHaveLength(2)
    expect(names.filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(2)
    const { title, unitLabel } = readSpec('trade-turnover')
    const told = /<wp:docPr [^>]*descr="([^"]{80,})"/.exec(parts.get('word/document.xml')!)![1]
    expect(told).toContain(`${title} (${unitLabel}). `)
  })

  test('says the same in the same order as the PDF', async () => {
    const told = (block: Block): string =>
      block.kind === 'table'
        ? block.groups
            .flatMap((g) => g.rows.flat(2))
            .map(plain)
            .join('')
        : block.kind === 'list'
          ? block.items.map(plain).join('')
          : ''
    const plain = (runs: readonly Run[]) => runs.map((r) => ('note' in r ? '' : r.text)).join('')
    const paper = document()
    const word = dense(wordsOf((await partsOf(await toDocx(paper))).get('word/document.xml')!))
    const pdf = dense((await readPdf(paper)).text)
    for (const text of paper.blocks.map(told).filter(Boolean)) {
      const figures = text.match(/\$\d+\.\d m/g)!.map(dense)
      for (const place of [word, pdf]) {
        let at = 0
        for (const figure of figures) {
          at = place.indexOf(figure, at)
          expect(at).toBeGreaterThanOrEqual(0)
          at += 1
        }
      }
    }
  })
})
