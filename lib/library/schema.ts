import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import type { EntryKind } from '@/lib/entries/schema'
import { storable } from '@/lib/errors/issues'
import { Edition, isoDate, plainYear } from '@/lib/periods/schema'
import type { Marked } from './marks/rules'

/** What a list can be ordered by: a day of the calendar, or a rank as PostgreSQL's `real` holds it. */
const isOrder = (order: string) =>
  order.includes('-') && !order.includes('e')
    ? isoDate.safeParse(order).success
    : /^0+(?:\.0+)?$/.test(order) || (Number(order) > 1e-37 && Number(order) < 1e38)

/** Where the next page of a list begins: what the last row was ordered by, and its number. */
const Cursor = z
  .string()
  .max(60)
  .regex(/^(\d{4}-\d{2}-\d{2}|\d+(\.\d+)?(e-?\d+)?)_\d{1,9}$/)
  .transform((text) => {
    const cut = text.lastIndexOf('_')
    return { order: text.slice(0, cut), id: Number(text.slice(cut + 1)) }
  })
  .refine(({ order }) => isOrder(order))

/** The filters of the library, as they stand in its URL; unknown values are dropped, never guessed. */
export const LibraryFilters = z.object({
  /** Words as in a search engine: "in quotes", or, -without. */
  q: z.string().trim().min(1).max(200).superRefine(storable).nullable().catch(null),
  publisher: Slug.nullable().catch(null),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .catch(null),
  relation: Slug.nullable().catch(null),
  /** The year in which it was published. */
  year: z.string().regex(plainYear).nullable().catch(null),
  text: z.enum(['stored', 'none']).nullable().catch(null),
  known: isoDate.nullable().catch(null),
  edition: Edition.nullable().catch(null),
  after: Cursor.nullable().catch(null),
})
export type LibraryFilters = z.output<typeof LibraryFilters>

/** Around found words as the database gives them: private characters of Unicode, taken out of the text first. */
export const marks = { start: '\uE000', stop: '\uE001' }

/** Text with the words that were searched for: every second piece is one. */
export type Highlighted = string[]

export type SourceLine = {
  id: number
  href: string
  title: Highlighted
  publisher: string
  publishedText: string
  language: string
  stored: boolean
  /** Where the searched words stand; empty without a search, or where only the head holds them. */
  snippets: Highlighted[]
  /** How many entries of each kind rest on it. */
  counts: { kind: EntryKind; count: number }[]
}

export type Choice = { value: string; label: string; count: number | null }

/** What `/sources` shows. */
export type Library = {
  lines: SourceLine[]
  /** How many fit the filters, and how many there are at all. */
  found: number
  all: number
  publishers: Choice[]
  languages: Choice[]
  relations: Choice[]
  /** The value of `after` for the next page; null on the last. */
  next: string | null
  /** True where the search holds nothing but words that every text holds. */
  nothingAsked: boolean
}

/** One entry that rests on a source, with the words it rests on. */
export type Rest = {
  entry: number
  kind: EntryKind
  kindText: string
  /** "Trade turnover, 2022" */
  what: string
  /** "$463.3 m", or nothing where the title says all. */
  text: string
  about: string
  whose: string
  /** Its evidence on a page of a relation; null where no relation shows it. */
  href: string | null
  speaker: string | null
  locator: string | null
}

/** A passage of a source and what rests on it. */
export type Passage = {
  /** Its number in the text; null where the place in the text is not known. */
  number: number | null
  /** Fragment of its mark in the text; null where it is not marked. */
  anchor: string | null
  /** Fragment of this passage in the list. */
  id: string
  /** Null for a page reference without words. */
  quote: string | null
  /** Leads to the words in the original, where the address is known. */
  deepUrl: string | null
  rests: Rest[]
}

export type SourceLink = { id: number; href: string; title: string; publisher: string; dayText: string }

/** What `/sources/<id>` shows. */
export type SourcePage = {
  id: number
  title: string
  publisher: string
  byline: string | null
  language: string
  languageCode: string
  url: string | null
  publishedText: string
  /** Null where the day is not known. */
  publishedDay: string | null
  accessedText: string
  /** How the text is shown: all of it, its quotes with a few words around, or the quotes alone. */
  showing: 'whole' | 'excerpts' | 'quotes'
  /** The text, marked; one piece when whole, several when excerpts. */
  pieces: { marks: Marked[]; startsText: boolean; endsText: boolean }[]
  /** Fragments of the marks, by number. */
  anchors: Record<number, string>
  passages: Passage[]
  counts: { kind: EntryKind; count: number }[]
  older: SourceLink[]
  newer: SourceLink[]
  carriedFrom: SourceLink | null
  carriedBy: SourceLink[]
  /** Growth and level that contradict each other, in sentences, each with the entries it is about. */
  doubts: { text: string; entries: { href: string | null; text: string }[] }[]
  citation: string
  permalink: string
  /** True where more rests on it than is shown. */
  more: boolean
}
