import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Run } from '@/lib/papers/document'
import type { CitationRecord } from './queries'
import { entriesOf, saidText, withNotes } from './rules'

const citation = (entry: number, over: Partial<CitationRecord> = {}): CitationRecord => ({
  entry,
  version: 1,
  quote: `sentence ${entry}`,
  locator: null,
  speaker: 'Ilham Aliyev',
  speakerAs: 'President',
  saidOn: '2022-08-24',
  title: 'A page',
  publisher: 'APA',
  url: 'https://example.org',
  publishedOn: '2022-08-24',
  accessedOn: '2026-09-01',
  sources: 1,
  ...over,
})
const line = (entry: number): Run[] => [
  { text: `claim ${entry}`, claim: { entry, href: `/e/${entry}` } },
  { note: entry },
]
const drafted = (entries: readonly number[]): Block[] => [
  { kind: 'heading', id: 'a', text: 'Part' },
  { kind: 'list', items: entries.filter((_, i) => i % 2 === 0).map(line) },
  {
    kind: 'table',
    caption: 'c',
    columns: [{ heading: 'h', share: 100 }],
    groups: [{ heading: null, rows: entries.filter((_, i) => i % 2 === 1).map((entry) => [[line(entry)]]) }],
  },
]
const noted = (draft: readonly Block[], citations: readonly CitationRecord[]) =>
  withNotes(draft, citations, (entry) => `/e/${entry}`, 'en')

test('notes are numbered in the order of reading without a gap, and every mark has its note', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 })), fc.integer({ min: 0, max: 12 }), (entries, known) => {
      const draft = drafted(entries)
      const { blocks, notes, cited } = noted(
        draft,
        Array.from({ length: known }, (_, i) => citation(i + 1)),
      )
      expect(notes.map((n) => n.number)).toEqual(notes.map((_, i) => i + 1))
      const marks = entriesOf(blocks)
      expect(marks).toEqual(notes.map((n) => n.number))
      expect(notes.map((n) => n.entry)).toEqual(entriesOf(draft).filter((entry) => entry <= known))
      expect(cited).toHaveLength(entries.filter((entry) => entry <= known).length)
      for (const row of cited) expect(notes[row.note - 1]!.quote).toBe(row.quote)
    }),
  )
})

test('what one sentence states has one note; what another says of the same page has its own', () => {
  const same = { quote: 'one sentence for both' }
  const { notes } = noted(drafted([1, 2, 3]), [citation(1, same), citation(2, same), citation(3)])
  expect(notes.map((n) => n.quote)).toEqual(['one sentence for both', 'sentence 3'])
})

test('a claim without evidence that stands is told without a mark', () => {
  const { blocks, notes } = noted(drafted([1, 9]), [citation(1)])
  expect(notes).toHaveLength(1)
  expect(JSON.stringify(blocks)).toContain('claim 9')
})

test('a claim says whether a sentence stands behind it or only a page', () => {
  const { blocks } = noted(drafted([1, 3]), [citation(1), citation(3, { quote: null })])
  expect(JSON.stringify(blocks)).toContain('"entry":1,"href":"/e/1","quoted":true')
  expect(JSON.stringify(blocks)).toContain('"entry":3,"href":"/e/3","quoted":false')
})

test('a note names speaker, day of the words, outlet, title and day; a page without words says so', () => {
  expect(saidText(citation(1), 'en')).toBe(
    'Ilham Aliyev, President, said on 24 Aug 2022. APA, “A page”, published 24 Aug 2022.',
  )
  expect(saidText(citation(1, { quote: null, publishedOn: null, sources: 3 }), 'en')).toBe(
    'Page reference, no quote. APA, “A page”, read 1 Sep 2026, publication day unknown. 2 more sources state it.',
  )
})
