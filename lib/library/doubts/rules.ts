import { checkHeadline } from '@/lib/assessments/headline/rules'
import { evidenceHref, figureText, periodText } from '@/lib/dashboards/points/rules'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { yearEarlier } from '@/lib/periods/rules'
import type { Quantity } from '@/lib/quantities/schema'
import type { LevelRecord, RestRecord } from '../reading/queries'
import type { SourcePage } from '../schema'

type Clocks = { known: string | null; edition: string | null }
type Figure = Pick<RestRecord, 'value' | 'valueTo' | 'unitMult' | 'decimals' | 'qualifier'>
type Days = { starts: string; ends: string }

const quantityOf = (f: Figure): Quantity => ({
  value: f.value!,
  valueTo: f.valueTo,
  unitMult: f.unitMult ?? 0,
  decimals: f.decimals ?? 0,
  qualifier: f.qualifier ?? 'exact',
})
const isOf = (f: { starts: string; ends: string }, days: Days) => f.starts === days.starts && f.ends === days.ends

/**
 * Headline arithmetic of a source: growth it states beside a level of the same line and period implies a base; where the
 * stored figure for that base lies outside everything that rounding admits, one of the three is wrong. Levels that the
 * source states itself go before others.
 */
export function headlineDoubts(
  rests: readonly RestRecord[],
  levels: readonly LevelRecord[],
  clocks: Clocks,
  locale: Locale,
): SourcePage['doubts'] {
  const t = translator(locale, 'sources')
  const own = new Set(rests.map((r) => r.entry))
  const href = (f: { relation: string | null; entry: number }) =>
    f.relation && evidenceHref(f.relation, f.entry, clocks)
  const doubts = new Map<number, SourcePage['doubts'][number]>()
  for (const growth of rests) {
    const { unit, seriesId, starts, ends } = growth
    if (growth.measure !== 'change' || (unit !== 'PCT' && unit !== 'TIMES') || !starts || !ends) continue
    if (growth.kind !== 'observation') continue
    const before =
      growth.baseStarts && growth.baseEnds
        ? { starts: growth.baseStarts, ends: growth.baseEnds }
        : yearEarlier({ starts, ends })
    const line = levels.filter((l) => l.changeSeries === seriesId)
    const now = line.filter((l) => isOf(l, { starts, ends }))
    const level = now.find((l) => own.has(l.entry)) ?? now[0]
    const base = before && level && line.find((l) => isOf(l, before) && l.unit === level.unit)
    if (!level || !before || !base) continue
    const check = checkHeadline(
      { level: quantityOf(level), change: quantityOf(growth), changeUnit: unit },
      quantityOf(base),
    )
    if (check.code !== 'mismatch') continue
    const implied = figureText({ ...level, value: check.impliedBase, valueTo: null, qualifier: 'exact' }, locale)
    const words = null
    doubts.set(growth.entry, {
      text: t('doubt', {
        growth: figureText(growth, locale),
        level: figureText(level, locale),
        period: periodText({ starts, ends, words }, locale),
        implied,
        before: periodText({ ...before, words }, locale),
        stored: figureText(base, locale),
        factor: check.factor,
      }),
      entries: [growth, level, base].map((f) => ({ href: href(f), text: figureText(f, locale) })),
    })
  }
  return [...doubts.values()]
}
