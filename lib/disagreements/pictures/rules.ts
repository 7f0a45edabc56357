import type { ChartGap, ChartSpec } from '@/lib/charts/spec'
import { toChartSpec } from '@/lib/dashboards/pictures/rules'
import { periodText, type StatedPoint, titleOf } from '@/lib/dashboards/points/rules'
import type { Clock } from '@/lib/entries/queries'
import { sayIn } from '@/lib/i18n/say'
import type { Found } from '../finding/rules'
import { amountText, type Context, finest } from '../telling/rules'

type Input = Context & {
  clock: Clock
  from: string | null
  to: string | null
  code: string
  points: readonly StatedPoint[]
  found: readonly Found[]
}

/** Both countries' counts of one indicator's flows, the gaps between them marked; null where the two never meet. */
export function toMirrorSpec(input: Input): ChartSpec | null {
  const { code, found, locale } = input
  const mirrors = found.filter(
    (f) => f.kind === 'mirror' && f.head.indicator === code && f.head.measure === 'level' && !f.settled,
  )
  const { head } = mirrors[0] ?? {}
  if (!head) return null
  const pairs = new Map(
    mirrors.map(({ sides }) => [sides!.map((side) => side.seriesId).join(' '), sides!.map((side) => side.seriesId)]),
  )
  const series = new Set([...pairs.values()].flat())
  const points = input.points.filter((p) => series.has(p.seriesId) && p.rank !== 'deprecated')
  const spec = toChartSpec({
    ...input,
    ...{ unit: head.unit, theme: head.theme, measure: 'level', promises: [], events: [], points },
  })
  if (!spec) return null
  const gaps = [...pairs.values()].map(
    (ids): ChartGap => ({
      between: [String(ids[0]), String(ids[1])],
      spans: mirrors
        .filter(({ sides }) => sides![0].seriesId === ids[0] && sides![1].seriesId === ids[1])
        .toReversed()
        .map((f) => ({
          starts: f.starts,
          ends: f.ends,
          periodLabel: periodText({ starts: f.starts, ends: f.ends, words: null }, locale),
          text: amountText(finest(f.sides!), f.gap, locale),
        })),
    }),
  )
  const title = sayIn(locale, 'conflicts')('chartTitle', { indicator: titleOf(input.slug, points).title })
  return { ...spec, title, gaps }
}
