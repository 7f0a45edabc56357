import { z } from 'zod'
import { Filters, type RelationHead } from '@/lib/dashboards/schema'
import { isoDate } from '@/lib/periods/schema'

/** What can happen to an entry once it is public. */
export const acts = ['added', 'corrected', 'withdrawn'] as const
export type Act = (typeof acts)[number]

export const RevisionFilters = Filters.extend({
  /** First and last day of the changes shown, by the clock of this database. */
  since: isoDate.nullable().catch(null),
  until: isoDate.nullable().catch(null),
  what: z.enum(acts).nullable().catch(null),
  page: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .nullable()
    .catch(null),
})
export type RevisionFilters = z.output<typeof RevisionFilters>

/** One field that a correction changed, in words; null where it was, or is, empty. */
export type FieldChange = { field: string; from: string | null; to: string | null }

/** One change, ready to read. */
export type RevisionLine = {
  act: Act
  /** ISO instant, and its day and time in UTC. */
  at: string
  dayText: string
  timeText: string
  version: number
  claim: { entry: number; href: string; text: string; quoted: boolean }
  /** Where all versions of it stand. */
  historyHref: string
  kindText: string
  /** "$463.3 m, 2022", "signed" */
  text: string
  whose: string | null
  why: string | null
  fields: FieldChange[]
  source: string
}

export type RevisionDay = { day: string; name: string; lines: RevisionLine[] }

/** What `/relations/<slug>/changes` shows. */
export type RevisionsPage = {
  head: RelationHead
  days: RevisionDay[]
  counts: Record<Act, number>
  found: number
  page: number
  pages: number
  shown: { first: number; last: number }
  /** The days shown, ISO; both included. */
  since: string
  until: string
  /** True where nothing was asked and the last 90 days were empty, so that the last change is shown instead. */
  reachedBack: boolean
  themes: { code: string; name: string }[]
  knownText: string
  /** True where the days asked for lie before the first publication. */
  tooEarly: boolean
}
