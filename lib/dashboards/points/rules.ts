import Big from 'big.js'
import type { ObservationRow } from '@/lib/formats/csv'
import { withClocks } from '@/lib/http/address'
import { keptTexts } from '@/lib/i18n/kept'
import type { Locale } from '@/lib/i18n/locales'
import type { Say } from '@/lib/i18n/say'
import { formatPeriod } from '@/lib/periods/rules'
import { formatQuantity } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'

/** One observation with the series it belongs to and the first of its evidence, as `listPoints` reads it. */
export type PointRow = {
  seriesId: number
  indicator: string
  indicatorName: string
  theme: string
  indicatorUnit: string
  frequency: 'A' | 'S' | 'Q' | 'M' | 'I'
  desired: -1 | 0 | 1
  headline: number | null
  about: string
  aboutName: string
  reporter: string | null
  reporterName: string | null
  origin: string | null
  originName: string | null
  measure: 'level' | 'change'
  unit: string
  scope: string
  entry: number
  version: number
  starts: string | null
  ends: string | null
  words: string | null
  value: string
  valueTo: string | null
  unitMult: number
  decimals: number
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to'
  baseStarts: string | null
  baseEnds: string | null
  baseWords: string | null
  obsStatus: string
  rank: 'preferred' | 'normal' | 'deprecated'
  basis: 'office' | 'official' | 'other'
  note: string | null
  knownOn: string
  publisher: string | null
  sourceTitle: string | null
  url: string | null
  publishedOn: string | null
  quote: string | null
}

/** An observation with everything that is known about how it came to be said. */
export type StatedPoint = PointRow & {
  speaker: string | null
  speakerAs: string | null
  saidOn: string | null
  /** How many pieces of evidence state it. */
  sources: number
  /** Day since which this version, with its rank, stands in this database. */
  storedOn: string
  /** The indicator's definition where it names a valuation. */
  valuedBy: string | null
}

/** Where the evidence of an entry is read, with the clocks of the page it is read from. */
export function evidenceHref(
  slug: string,
  entry: number,
  clocks: { known: string | null; edition: string | null },
): string {
  return withClocks(`/relations/${slug}/entries/${entry}`, clocks)
}

const days = keptTexts()

/** "24 Aug 2022" */
export const formatDay = (iso: string, locale: Locale): string =>
  days(`${locale} ${iso}`, () => {
    const next = new Date(`${iso}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    return periodText({ starts: iso, ends: next.toISOString().slice(0, 10), words: null }, locale)
  })

/** "24 Aug 2022"; of a moment also the time: "24 Aug 2022, 09:30:00 UTC" */
export function formatEdition(edition: string, locale: Locale): string {
  const [day = '', time] = edition.split('T')
  return time ? `${formatDay(day, locale)}, ${time.slice(0, 8)} UTC` : formatDay(day, locale)
}

/** The columns of a figure that say how much. */
export type FigureColumns = {
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: Quantity['qualifier'] | null
  unit: string | null
  measure: 'level' | 'change' | null
}

const figures = keptTexts()

/** A figure as it is read: "about $529.4 m"; a change carries its sign. Empty where the row holds no figure. */
export function figureText(f: FigureColumns, locale: Locale, style: 'short' | 'long' | 'exact' = 'short'): string {
  const { value, valueTo, unit, measure } = f
  if (value === null || unit === null) return ''
  const [unitMult, decimals, qualifier] = [f.unitMult ?? 0, f.decimals ?? 0, f.qualifier ?? 'exact']
  const key = `${locale} ${style} ${measure} ${unit} ${qualifier} ${unitMult} ${decimals} ${value} ${valueTo}`
  return figures(key, () =>
    formatQuantity({ value, valueTo, unitMult, decimals, qualifier }, unit, locale, {
      style,
      signed: measure === 'change',
    }),
  )
}

const periods = keptTexts()

/** "Jan–Jul 2025" */
export const periodText = (p: Pick<PointRow, 'starts' | 'ends' | 'words'>, locale: Locale): string =>
  periods(`${locale} ${p.starts} ${p.ends} ${p.words ?? ''}`, () =>
    formatPeriod({ starts: p.starts, ends: p.ends, words: p.words }, locale),
  )

/**
 * "Kazakhstan's figures", "Exports from Azerbaijan: Kazakhstan's figures (through the seaports)"; with `about` where
 * figures of several entities stand side by side.
 */
export function seriesLabel(p: PointRow, say: Say, about = false): string {
  const whose = p.reporterName ? say('whose', { name: p.reporterName }) : say('nobody')
  const flow = [about ? p.aboutName : '', p.originName ? say('exportsFrom', { name: p.originName }) : '', whose]
    .filter(Boolean)
    .join(': ')
  return p.scope ? say('scoped', { series: flow, scope: p.scope }) : flow
}

/** "Akorda, 11 Apr 2023" */
export const sourceText = (p: Pick<PointRow, 'publisher' | 'publishedOn'>, say: Say, locale: Locale): string =>
  p.publisher === null
    ? say('noSource')
    : p.publishedOn
      ? say('dated', { publisher: p.publisher, day: formatDay(p.publishedOn, locale) })
      : say('undatedSource', { publisher: p.publisher })

/**
 * "3.1 times" and "+210 %" are the same growth, so changes are compared and drawn in percent and one reporter's rates
 * and multiples are one line; their words stay as stated.
 */
export function toPercent<T extends PointRow>(p: T): T {
  if (p.measure !== 'change' || p.unit !== 'TIMES') return p
  const rate = (times: string) => new Big(times).minus(1).times(100).toFixed()
  return {
    ...p,
    unit: 'PCT',
    value: rate(p.value),
    valueTo: p.valueTo && rate(p.valueTo),
    unitMult: 0,
    decimals: Math.max(0, p.decimals - 2),
  }
}

/** Rows with the same key, in the order in which the keys first come. */
export function groupRows<T extends PointRow>(points: readonly T[], keyOf: (p: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const p of points) {
    const there = groups.get(keyOf(p))
    if (there) there.push(p)
    else groups.set(keyOf(p), [p])
  }
  return [...groups.values()]
}

/** Points of one series, oldest first. */
export type SeriesGroup = { head: PointRow; points: PointRow[] }

const order = (a: string | null, b: string | null) => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1)

export const groupBySeries = (points: readonly PointRow[]): SeriesGroup[] =>
  groupRows(points, (p) => String(p.seriesId)).map((rows) => ({
    head: rows[0]!,
    points: [...rows].sort((a, b) => order(a.ends, b.ends) || order(a.starts, b.starts)),
  }))

/** An indicator with whom it is about, unless that is the relation itself or several: "Middle Corridor · Cargo carried". */
export function titleOf(slug: string, points: readonly PointRow[]): { title: string; several: boolean } {
  const abouts = new Map(points.map((p) => [p.about, p.aboutName]))
  const name = points[0]!.indicatorName
  const [only] = abouts
  return { title: abouts.size === 1 && only![0] !== slug ? `${only![1]} · ${name}` : name, several: abouts.size > 1 }
}

/** Who counted any of these figures, each once, in the order in which they first come: for choosing one. */
export const reportersOf = (points: readonly PointRow[]): { slug: string; name: string }[] => [
  ...new Map(
    points.flatMap(({ reporter, reporterName }) =>
      reporter === null ? [] : [[reporter, { slug: reporter, name: reporterName! }] as const],
    ),
  ).values(),
]

/** An observation as a row of a file, with the first of its evidence. */
export const toRow = (p: PointRow, locale: Locale): ObservationRow => ({
  indicator: p.indicator,
  period: periodText(p, locale),
  start: p.starts,
  end: p.ends,
  value: p.value,
  valueTo: p.valueTo,
  unit: p.unit,
  multiplier: p.unitMult,
  qualifier: p.qualifier,
  status: p.obsStatus,
  reporter: p.reporterName,
  sourceTitle: p.sourceTitle,
  publisher: p.publisher,
  date: p.publishedOn,
  url: p.url,
  quote: p.quote,
  entry: p.entry,
  version: p.version,
})
