import { z } from 'zod'
import { Filters, type RelationHead } from '@/lib/dashboards/schema'
import type { Unit } from './windows/rules'

/** What stands on a time line, in the order of its lanes. */
export const momentKinds = ['event', 'signing', 'announcement', 'step', 'move', 'statement'] as const
export type MomentKind = (typeof momentKinds)[number]

/** Percent a figure must differ from the same days a year earlier to be a large move, as offered. */
export const leastMoves = ['10', '25', '50', '100'] as const
export const leastMove = 25

export const TimelineFilters = Filters.extend({
  kind: z.enum(momentKinds).nullable().catch(null),
  move: z.enum(leastMoves).transform(Number).nullable().catch(null),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .nullable()
    .catch(null),
})
export type TimelineFilters = z.output<typeof TimelineFilters>

type Link = { entry: number; href: string; text: string; quoted: boolean }

/** One line, ready to read. */
export type TimelineLine = {
  kind: MomentKind
  /** ISO day of its place on the line, and the day or period as it is read. */
  day: string
  /** False where no source says on which day it was. */
  dated: boolean
  dayText: string
  claim: Link
  /** "Consult, Baku"; "signed"; "Target" */
  typeText: string
  themeText: string
  /** Whom it is between, by when it is due, in words. */
  told: string[]
  /** "Akorda, 24 Aug 2022" */
  source: string
  /** Of a large move: both figures, with the percentage as the claim's text. */
  figures: { now: Link; earlier: Link; nowText: string; earlierText: string } | null
}

export type TimelineYear = { year: string; months: { month: string; name: string; lines: TimelineLine[] }[] }

/** A stretch as an address has it. */
export type Span = { from: string; to: string }
export type Zoom = Span & { text: string }

/** One column of the overview: how much of each kind falls into a stretch. */
export type StripColumn = Span & {
  /** "2022", "Q3 2022" */
  name: string
  /** Under the column: "2022"; "Q3"; and where a new year begins, its number. */
  label: string
  year: string | null
  counts: Record<MomentKind, number>
  total: number
}
export type Strip = {
  unit: Unit
  /** Oldest first. */
  columns: StripColumn[]
  window: string
  earlier: Zoom | null
  later: Zoom | null
  zoomIn: Zoom | null
  zoomOut: (Span & { text: string }) | { from: null; to: null; text: string } | null
}

/** What `/relations/<slug>/timeline` shows. */
export type TimelinePage = {
  head: RelationHead
  strip: Strip | null
  years: TimelineYear[]
  /** What has no place on the line, because no source says on which day it was; only where no days are asked for. */
  undated: TimelineLine[]
  /** How many of each kind fit the other filters. */
  counts: Record<MomentKind, number>
  found: number
  page: number
  pages: number
  /** First and last line of the page, counted from 1. */
  shown: { first: number; last: number }
  themes: { code: string; name: string }[]
  reporters: { slug: string; name: string }[]
  /** Types of events in sight. */
  types: { code: string; name: string }[]
  least: number
  /** Day before which not everything was read, because there is too much; null where all was. */
  cutAt: string | null
  knownText: string
  /** True where nothing at all stands by these clocks. */
  empty: boolean
}
