import { type Bench, busyText, inTurns, milliseconds, type Row, rate, times } from '../measure'

const reach = 2.5

/** Pages that nobody asked for before, against a page that asks and shows nothing. */
export async function uncached(bench: Bench): Promise<Row[]> {
  const server = bench.product
  const measured = await inTurns(bench, {
    empty: { server, path: '/bench/empty' },
    dashboard: { server, path: '/relations/aze-kaz?from={day}' },
    indicator: { server, path: '/relations/aze-kaz/indicators/trade-turnover?from={day}' },
    brief: { server, path: '/relations/aze-kaz/brief?from={day}' },
    promises: { server, path: '/relations/aze-kaz/promises?from={day}' },
    agreements: { server, path: '/relations/aze-kaz/agreements?from={day}' },
  })
  const base = measured.empty.p50
  const line = (what: string, of: 'dashboard' | 'indicator' | 'brief' | 'promises' | 'agreements'): Row => {
    const ratio = measured[of].p50 / base
    return {
      what,
      reach: `p50 ≤ ${reach} × an empty dynamic page`,
      measured: `p50 ${milliseconds(measured[of].p50)} = ${times(ratio)}, ${rate(measured[of].perSecond)}`,
      reached: ratio <= reach,
      limit: busyText(measured[of]),
      figures: { ...measured[of], ratio },
    }
  }
  return [
    {
      what: 'empty dynamic page',
      reach: '',
      measured: `p50 ${milliseconds(base)}, ${rate(measured.empty.perSecond)}`,
      reached: null,
      figures: measured.empty,
    },
    line('dashboard, uncached', 'dashboard'),
    line('indicator page, uncached', 'indicator'),
    line('brief, uncached', 'brief'),
    line('promises, uncached', 'promises'),
    line('agreements, uncached', 'agreements'),
  ]
}
