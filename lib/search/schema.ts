import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { EntryKind } from '@/lib/entries/schema'
import { storable } from '@/lib/errors/issues'
import { type Citation, type Columns, citationColumns } from '@/lib/formats/csv'
import type { Highlighted } from '@/lib/library/schema'
import { Edition, isoDate } from '@/lib/periods/schema'

/** What can be found, in the order in which it is shown. */
export const groups = ['relation', 'indicator', 'entry', 'source', 'entity'] as const
export type Group = (typeof groups)[number]

/** Pages of one group; further down nobody reads, and what a page costs must not grow. */
export const mostPages = 10
/** Results of a group that are counted and shown: a search that finds more has to say more. */
export const mostFound = 200

/** A search as it stands in its URL; unknown values are dropped, never guessed. */
export const SearchFilters = z.object({
  q: z.string().trim().min(1).max(200).superRefine(storable).nullable().catch(null),
  /** One group alone, or one kind of entry. */
  kind: z
    .enum([...groups, ...EntryKind.options])
    .nullable()
    .catch(null),
  /** Only entries in which this person, organisation, country or place takes part. */
  of: Slug.nullable().catch(null),
  page: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(mostPages))
    .nullable()
    .catch(null),
  known: isoDate.nullable().catch(null),
  edition: Edition.nullable().catch(null),
})
export type SearchFilters = z.output<typeof SearchFilters>

/** Something that was found, ready to read. */
export type Hit = {
  key: string
  /** Null where no page of it can be shown. */
  href: string | null
  /** "relation", "figure", "agreement · Memorandum": what it is. */
  kindText: string
  title: Highlighted
  /** The figure as readers see it; empty where the title says all. */
  text: string
  /** Whose, of when, where: what stands beside it. */
  facts: string[]
  /** The words of a source in which it was found, or a name it also has. */
  quote: Highlighted | null
  /** Where it also leads. */
  links: { href: string; text: string }[]
}

export type Found = { group: Group; hits: Hit[]; count: number; more: boolean }

/** What `/search` shows. */
export type SearchPage = {
  found: Found[]
  /** How many of each kind of entry there are, for the filter. */
  kinds: { kind: EntryKind; count: number }[]
  /** The name behind `of`; null where it is not asked for. */
  of: string | null
  /** True where the search holds nothing to look for. */
  nothingAsked: boolean
  /** The next page of the group that is asked for alone. */
  next: number | null
}

/** A figure, promise or event that was found, as it leaves in a file. */
export type FoundRow = {
  kind: string
  what: string
  /** The figure as readers see it. */
  figure: string
  period: string
  start: string | null
  end: string | null
  about: string
  reporter: string | null
} & Citation
export const foundColumns: Columns<FoundRow> = {
  kind: 'kind',
  what: 'what',
  figure: 'figure',
  period: 'period',
  start: 'start',
  end: 'end',
  about: 'about',
  reporter: 'reporter',
  ...citationColumns,
}

/** What is offered while somebody types. */
export type Suggestion = { group: 'relation' | 'indicator' | 'entity'; href: string; title: string; note: string }
