import { z } from 'zod'
import { Filters } from '@/lib/dashboards/schema'
import { Theme, themes } from '@/lib/indicators/schema'
import type { PaperDocument } from '@/lib/papers/document'

/** The filters of a brief: those of every page, and any number of themes; none means all. */
export const BriefFilters = Filters.omit({ theme: true }).extend({
  themes: z.array(Theme).transform((asked) => themes.filter((theme) => asked.includes(theme))),
})
export type BriefFilters = z.output<typeof BriefFilters>

/** A brief, and what its page offers to choose from. */
export type Brief = {
  head: { slug: string; name: string }
  document: PaperDocument
  /** What the notes cite, for the file of them. */
  cited: CitedRow[]
  reporters: { slug: string; name: string }[]
  knownText: string
  /** Nothing at all is stored for these filters. */
  empty: boolean
}

/** One place of the brief that cites a sentence. */
export type CitedRow = {
  /** Number of the note. */
  note: number
  /** "Where it stands" */
  part: string
  /** "Trade turnover: $470 m, 2024" */
  claim: string
  speaker: string | null
  said: string | null
  sourceTitle: string | null
  publisher: string | null
  date: string | null
  url: string | null
  quote: string | null
  entry: number
  version: number
}
