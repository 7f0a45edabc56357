import type { ChartSpec } from '@/lib/charts/spec'
import type { Locale } from '@/lib/i18n/locales'

/**
 * A document as plain data: everything that is read, in the reader's language and in its order, so that the page on a
 * screen, the PDF and the Word file are made from one thing and cannot differ.
 */
export type PaperDocument = {
  lang: Locale
  title: string
  /** What it is about in one sentence, for whoever looks a file over before opening it. */
  subject: string
  /** Short facts under the title: the period, the day it was known. */
  facts: string[]
  /** ISO instant of the last change of what it tells: the date that the file carries. Null where nothing was published. */
  changedAt: string | null
  blocks: Block[]
  notes: Note[]
  words: {
    /** Heading above the notes where they stand together. */
    notes: string
    /** "{page} of {pages}" */
    page: string
    /** Beside the number of a page: what the sheet is, once it has come loose. */
    footer: string
  }
}

/** `value` is set as a figure, `strong` as words that lead, `quiet` as what is said beside. */
export type Look = 'value' | 'strong' | 'quiet'

/** A stretch of text; or the number of a note, which stands where it is read. */
export type Run =
  | {
      text: string
      look?: Look
      /** The entry that states it, where its evidence is read, and whether a sentence stands behind it or only a page. */
      claim?: { entry: number; href: string; quoted?: boolean }
    }
  | { note: number }

/** One cell: lines below one another. */
export type Cell = Run[][]

export type Table = {
  kind: 'table'
  /** What the table holds, for whoever cannot see it; the heading above says it to the others. */
  caption: string
  /** Shares of the width in percent. The first cell of a row is its heading. */
  columns: { heading: string; share: number }[]
  /** Rows that belong together, under their name where they have one. */
  groups: { heading: string | null; rows: Cell[][] }[]
}

export type Block =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'paragraph'; runs: Run[]; look?: 'quiet' }
  /** `summary`: what must be read if nothing else is. */
  | { kind: 'list'; items: Run[][]; look?: 'summary' }
  | Table
  /** `page`: where the chart can be read point by point; `file`: its picture without the format. */
  | { kind: 'figure'; spec: ChartSpec; page: string; file: string }

/** A sentence that stands behind a figure: its words, who said them, where and when. */
export type Note = {
  number: number
  entry: number
  href: string
  /** The exact words; null where only a page is named. */
  quote: string | null
  /** "Kassym-Jomart Tokayev, said on 24 Aug 2022. Akorda, “Title”, published 24 Aug 2022." */
  said: string
  url: string | null
}
