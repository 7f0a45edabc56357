import { conflictsOf } from '@/lib/assessments/conflicts/rules'
import { keptWith } from '@/lib/i18n/kept'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import {
  evidenceHref,
  figureText,
  formatDay,
  groupBySeries,
  type PointRow,
  periodText,
  seriesLabel,
  sourceText,
} from '../points/rules'
import type { IndicatorPage, ObservationLine } from '../schema'

type Context = { slug: string; locale: Locale; clocks: { known: string | null; edition: string | null } }

const linesKept = keptWith<ObservationLine>()

export const toObservationLine = (c: Context, p: PointRow): ObservationLine =>
  linesKept(p, JSON.stringify([c.slug, c.locale, c.clocks]), () => madeLine(c, p))

function madeLine(c: Context, p: PointRow): ObservationLine {
  const say = sayIn(c.locale)
  const base =
    p.baseStarts || p.baseWords
      ? say('base', { base: periodText({ starts: p.baseStarts, ends: p.baseEnds, words: p.baseWords }, c.locale) })
      : ''
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    series: seriesLabel(p, say),
    period: [periodText(p, c.locale), base].filter(Boolean).join(', '),
    text: figureText(p, c.locale),
    whose: p.reporterName ?? say('nobody'),
    basis: say(`basis.${p.basis}`),
    status: p.obsStatus === 'A' ? '' : say(`obsStatus.${p.obsStatus}`),
    rank: p.rank,
    note: p.note,
    quote: p.quote,
    source: sourceText(p, say, c.locale),
    sourceUrl: p.url,
    knownOn: formatDay(p.knownOn, c.locale),
    version: p.version,
  }
}

/** How many periods there are of which `toConflicts` tells. */
export const countConflicts = (points: readonly PointRow[]): number =>
  groupBySeries(points).reduce((sum, { points: rows }) => sum + conflictsOf(rows).length, 0)

/** Periods of a series whose figures cannot all be true, newest first. */
export function toConflicts(c: Context, points: readonly PointRow[]): IndicatorPage['conflicts'] {
  const say = sayIn(c.locale)
  const tell = sayIn(c.locale, 'assessments')
  return groupBySeries(points).flatMap(({ points: rows, head }) =>
    conflictsOf(rows)
      .map((found) => {
        const finest = found.readings.reduce((a, b) => (b.unitMult - b.decimals < a.unitMult - a.decimals ? b : a))
        const gap = figureText(
          { ...finest, value: found.gap, valueTo: null, qualifier: 'exact', measure: 'level' },
          c.locale,
        )
        return {
          period: periodText(found.readings[0]!, c.locale),
          series: seriesLabel(head, say),
          lines: found.readings.map((p) => ({
            entry: p.entry,
            href: evidenceHref(c.slug, p.entry, c.clocks),
            text: figureText(p, c.locale),
            source: sourceText(p, say, c.locale),
          })),
          gap:
            found.gapPercent === null
              ? tell('conflicts.gapOnly', { gap })
              : tell('conflicts.gap', { gap, percent: found.gapPercent }),
          settled: found.settled,
        }
      })
      .reverse(),
  )
}
