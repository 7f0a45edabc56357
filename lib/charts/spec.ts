import type { Locale } from '@/lib/i18n/locales'

/** Words the drawing and its table need that are not data; `chartWords` (lib/charts/words.ts) fills them all. */
export type ChartWord =
  | 'period'
  | 'value'
  | 'reporter'
  | 'source'
  | 'status'
  | 'target'
  | 'event'
  | 'forecast'
  | 'provisional'
  | 'estimated'
  | 'doubtful'
  | 'break'
  | 'normal'
  | 'partYear'
  | 'atLeast'
  | 'atMost'
  | 'announced'
  | 'restated'
  | 'due'
  | 'noDeadline'
  | 'noData'
  | 'cut'
  | 'gap'

/**
 * A chart as plain data: everything that is drawn, already in the reader's language, so that the browser,
 * the picture on the server, the table beside it and the spoken summary are made from one thing.
 */
export type ChartSpec = {
  /** Code of the indicator, as in the URL. */
  code: string
  /** Language of every text in here; the drawing writes its numbers and dates in it. */
  lang: Locale
  measure: 'level' | 'change'
  title: string
  /** "US dollars, millions": what one tick of the axis is. */
  unitLabel: string
  /** Power of ten the axis is divided by (SDMX UNIT_MULT); values in points are whole amounts. */
  axisMult: number
  /** First and last day shown (half-open); null = from the data. */
  from: string | null
  to: string | null
  series: ChartSeries[]
  targets: TargetLine[]
  events: EventMark[]
  /** Pairs of series between which the distance is shaded; none where left out. */
  gaps?: ChartGap[]
  /** Doubts, breaks, scope notes: printed below the picture. */
  footnotes: string[]
  /** "Sources: Akorda; State Customs Committee of Azerbaijan …" */
  sourceLine: string
  /** "As known on 22 November 2026" */
  knownLine: string
  /** ISO day behind `knownLine`. */
  known: string
  words: Record<ChartWord, string>
}

export type ChartSeries = {
  /** Stable key of the series: colour, dash and marker follow its place, never its value. */
  key: string
  label: string
  /** False where nobody is named as reporter: points, never a line. */
  joined: boolean
  points: ChartPoint[]
}

export type ChartPoint = {
  /** Root id of the entry: the way to its evidence. */
  entry: number
  /** Where its evidence is read, e.g. `/relations/aze-kaz/entries/12`. */
  href: string
  /** Half-open days. Points without both stand on cards, never on an axis. */
  starts: string
  ends: string
  /** "2022", "Jan–Jul 2025" */
  periodLabel: string
  /** Whole amount, decimal string. */
  value: string
  valueTo: string | null
  /** As a reader reads it: "about $529.4 m". */
  text: string
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to'
  /** SDMX CL_OBS_STATUS: A normal, P provisional, E estimated, F forecast, U doubtful, B break … */
  status: string
  /** "year" values may be joined to the next year's; part-year sums never to a year. */
  span: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'partYear' | 'interval'
  /** "Akorda, 11 April 2023" */
  source: string
  note: string | null
}

export type TargetLine = {
  entry: number
  href: string
  /** "$1 bn, no deadline stated" */
  label: string
  value: string
  valueTo: string | null
  /** Day it was first announced; the line starts there. */
  from: string
  /** Due day (exclusive end), null = no deadline stated: the line runs to the edge and is open. */
  due: string | null
  /** The days on which it was said again: marks on its line. */
  restated?: { entry: number; href: string; on: string }[]
  /** Per series the way of equal growth from the base year to the target, where a day is stated. */
  paths?: TargetPath[]
}

/** `series`: key of the series whose figure it begins at. Values are whole amounts, computed, one for each year. */
export type TargetPath = { series: string; points: { starts: string; ends: string; value: string }[] }

export type EventMark = { entry: number; href: string; on: string; label: string }

/** Two series of one flow, and how far apart they are for every period that both have, oldest first. */
export type ChartGap = {
  /** Keys of the two series. */
  between: [string, string]
  spans: {
    starts: string
    ends: string
    /** "2022" */
    periodLabel: string
    /** "$216.7 m" */
    text: string
  }[]
}
