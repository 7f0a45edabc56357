import { z } from 'zod'
import type { ChartSpec } from '@/lib/charts/spec'
import { Slug } from '@/lib/entities/schema'
import { Theme } from '@/lib/indicators/schema'
import { Edition, isoDate, plainYear } from '@/lib/periods/schema'

/** A year or a day, as in `from=2016` or `from=2016-03-01`. */
const fromDay = z.union([
  isoDate,
  z
    .string()
    .regex(plainYear)
    .transform((y) => `${y}-01-01`),
])
const toDay = z.union([
  isoDate,
  z
    .string()
    .regex(plainYear)
    .transform((y) => `${Number(y) + 1}-01-01`),
])

/** The filters of a reader's page, as they stand in its URL; unknown values are dropped, never guessed. */
export const Filters = z.object({
  theme: Theme.nullable().catch(null),
  from: fromDay.nullable().catch(null),
  to: toDay.nullable().catch(null),
  reporter: Slug.nullable().catch(null),
  known: isoDate.nullable().catch(null),
  edition: Edition.nullable().catch(null),
})
export type Filters = z.output<typeof Filters>

/** Which way something moves, told by word and shape. */
export type Direction = 'up' | 'down' | 'flat'

/** A figure on a card: what, how much, when, whose, how sure, how fresh, which way. All strings are ready to read. */
export type CardFigure = {
  /** Root id of the entry and the page of its evidence. */
  entry: number
  href: string
  /** Whose figure: "Kazakhstan's statistics"; "nobody named". */
  whose: string
  /** "about $529.4 m" */
  text: string
  /** False where its evidence only names a page: it is then underlined with dots. */
  quoted?: boolean
  /** "2023", or the source's words "in recent years" */
  period: string
  /** "statistics office", "an official", "other" */
  basis: string | null
  /** "published 5 March 2024 · 992 days ago" */
  fresh: { code: 'fresh' | 'ageing' | 'stale' | 'unscheduled' | 'none'; text: string }
  /** Against the same period a year earlier, or why there is no comparison. */
  change: { direction: Direction; text: string; good: boolean | null } | { direction: null; text: string } | null
  /** Doubt or dispute in words. */
  doubt: string | null
  /** Values of the series' full periods, oldest first, for the sparkline (drawing only). */
  spark: number[]
}

/** Progress of one reporter towards a target. */
export type CardProgress = {
  whose: string
  /** 0–100 and beyond, drawn at most to 100. */
  percent: number
  /** "52.9 % · $529.4 m in 2023" */
  text: string
  entry: number
  href: string
}

export type CardTarget = {
  entry: number
  href: string
  /** "$1 bn" */
  text: string
  /** "announced 24 Aug 2022, restated 3 times, no deadline stated" */
  lead: string
  status: { code: string; text: string }
  progress: CardProgress[]
}

export type Card = {
  key: string
  title: string
  href: string | null
  /** One sentence under the title where needed. */
  lead: string | null
  figures: CardFigure[]
  targets: CardTarget[]
  /** "How is this computed?" lines. */
  computed: string[]
}

export type PromiseRow = {
  entry: number
  href: string
  kind: 'target' | 'commitment' | 'agreement'
  /** "Trade turnover: $1 bn" */
  what: string
  /** "Kazakhstan → Azerbaijan", or who announced it */
  who: string | null
  announced: string | null
  /** "by 2025", "no deadline stated", the source's words */
  due: string
  status: { code: string; text: string; open: boolean }
  steps: { entry: number; href: string; on: string; text: string }[]
}

export type TimelineRow = {
  entry: number
  href: string
  on: string
  onText: string
  code: string
  codeText: string
  title: string
  theme: string
}
export type ChangeRow = {
  entry: number
  href: string
  at: string
  what: 'added' | 'corrected' | 'withdrawn'
  title: string
  text: string
  /** What it said before it was corrected, where that was something else. */
  before: string | null
  why: string | null
}

export type RelationHead = {
  slug: string
  name: string
  countries: { slug: string; name: string }[]
  /** ISO instant of the last publication about it, and in words. */
  changedAt: string | null
  changedText: string | null
  /** ISO day of the first publication about it, whatever the clocks; null where there was none. */
  firstOn: string | null
}

/** What `/relations/<slug>` shows; null where the relation does not exist. */
export type Dashboard = {
  head: RelationHead
  cards: Card[]
  charts: ChartSpec[]
  promises: readonly PromiseRow[]
  timeline: TimelineRow[]
  changes: readonly ChangeRow[]
  /** Periods for which values exclude each other. */
  conflicts: number
  themes: { code: string; name: string }[]
  reporters: { slug: string; name: string }[]
  knownText: string
  /** True when nothing at all is stored for these filters. */
  empty: boolean
}

/** What `/` shows for each relation. */
/** `what` names the indicator. */
export type RelationCard = RelationHead & { figures: (CardFigure & { what: string })[]; promises: number }

export type ObservationLine = {
  entry: number
  href: string
  series: string
  period: string
  text: string
  whose: string
  basis: string
  status: string
  rank: 'preferred' | 'normal' | 'deprecated'
  note: string | null
  quote: string | null
  source: string
  sourceUrl: string | null
  knownOn: string
  version: number
}

export type IndicatorPage = {
  head: RelationHead
  indicator: {
    code: string
    name: string
    definition: string
    theme: string
    themeText: string
    unitText: string
    frequencyText: string
    desiredText: string
  }
  charts: ChartSpec[]
  observations: ObservationLine[]
  /** The chart and the table leave out older figures; a narrower window or the file holds them. */
  isCut: boolean
  /** Figures without a place on an axis ("in recent years"). */
  undated: ObservationLine[]
  conflicts: {
    period: string
    series: string
    lines: { entry: number; href: string; text: string; source: string }[]
    gap: string
    settled: boolean
  }[]
  revisions: readonly ChangeRow[]
  targets: readonly PromiseRow[]
  siblings: { code: string; name: string }[]
  reporters: { slug: string; name: string }[]
  knownText: string
}

export type EvidenceView = {
  id: number
  quote: string | null
  /** Where in the quote the figure stands (UTF-16), to mark it. */
  mark: [number, number] | null
  gradeText: string
  speaker: string | null
  saidText: string | null
  title: string
  publisher: string
  publishedText: string
  url: string | null
  /** URL with a text fragment that leads to the words. */
  deepUrl: string | null
  /** Where the words stand in what is kept of the source here. */
  sourceHref: string
  locator: string | null
}

/** The panel and page behind every figure. */
export type EntryPage = {
  head: RelationHead
  entry: number
  kind: string
  kindText: string
  version: number
  title: string
  /** The figure or the claim in words. */
  text: string
  period: string
  whose: string | null
  statusText: string | null
  note: string | null
  withdrawn: string | null
  evidence: EvidenceView[]
  /** How many sources state it independently of each other; null where one does. */
  corroboration: string | null
  /** Other figures of the same indicator for the same period. */
  others: { entry: number; href: string; text: string; whose: string; source: string }[]
  /** Steps of a promise, or the promise a step belongs to. */
  related: { entry: number; href: string; text: string; on: string }[]
  versions: { version: number; at: string; text: string; why: string | null; current: boolean }[]
  parties: { name: string; role: string }[]
  citation: string
  permalink: string
  indicatorHref: string | null
  /** The page of the corridor that alone shows it, at its place; left out where the relation's own pages do. */
  corridorHref?: string
}
