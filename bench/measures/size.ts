import { type Bench, busyText, inTurns, milliseconds, type Row, rate, times } from '../measure'

const reach = 1.3
/** The first relation that large.sql makes: neighbours in the alphabet. */
const relation = 'abw-afg'
const pages = {
  dashboard: '/relations/aze-kaz?from={day}',
  conflicts: '/relations/aze-kaz/conflicts?from={day}',
  comparison: '/compare?line=aze-kaz:trade-turnover:kaz&line=aze-kaz:trade-turnover:aze&from={day}',
  indicator: '/relations/aze-kaz/indicators/trade-turnover?from={day}',
  brief: '/relations/aze-kaz/brief?from={day}',
  // Nobody keeps a search. Words of one relation's article, so that both bases find the same.
  search: '/search?q=midle+coridor',
}

/** What a page costs when the database holds much more than it shows. */
export async function size(bench: Bench): Promise<Row[]> {
  const { product, large } = bench
  if (!large) return []
  const measured = await inTurns(bench, {
    dashboard: { server: product, path: pages.dashboard },
    largeDashboard: { server: large, path: pages.dashboard },
    indicator: { server: product, path: pages.indicator },
    largeIndicator: { server: large, path: pages.indicator },
    conflicts: { server: product, path: pages.conflicts },
    largeConflicts: { server: large, path: pages.conflicts },
    brief: { server: product, path: pages.brief },
    largeBrief: { server: large, path: pages.brief },
    search: { server: product, path: pages.search },
    largeSearch: { server: large, path: pages.search },
    comparison: { server: product, path: pages.comparison },
    largeComparison: { server: large, path: pages.comparison },
    generated: { server: large, path: `/relations/${relation}?from={day}` },
  })
  const observations = bench.size.toLocaleString('en')
  const line = (
    what: string,
    of: 'largeDashboard' | 'largeIndicator' | 'largeConflicts' | 'largeBrief' | 'largeSearch' | 'largeComparison',
    base: keyof typeof pages,
  ): Row => {
    const ratio = measured[of].p50 / measured[base].p50
    return {
      what: `${what}, on ${observations} observations`,
      reach: `p50 ≤ ${reach} × the sample's`,
      measured: `p50 ${milliseconds(measured[of].p50)} against ${milliseconds(measured[base].p50)} = ${times(ratio)}`,
      reached: ratio <= reach,
      limit: busyText(measured[of]),
      figures: { large: measured[of], sample: measured[base], ratio },
    }
  }
  return [
    line('dashboard, uncached', 'largeDashboard', 'dashboard'),
    line('indicator page, uncached', 'largeIndicator', 'indicator'),
    line('conflicts, uncached', 'largeConflicts', 'conflicts'),
    line('brief, uncached', 'largeBrief', 'brief'),
    line('search with two slips', 'largeSearch', 'search'),
    line('comparison, uncached', 'largeComparison', 'comparison'),
    {
      what: `dashboard of ${relation}: 25 series of 200 observations`,
      reach: '',
      measured: `p50 ${milliseconds(measured.generated.p50)}, ${rate(measured.generated.perSecond)}`,
      reached: null,
      limit: busyText(measured.generated),
      figures: measured.generated,
    },
  ]
}
