import { type Bench, busyText, inTurns, type Row, rate, times } from '../measure'

const reach = 5

/** Pages that are kept, against a page that Next serves from a file. */
export async function cached(bench: Bench): Promise<Row[]> {
  const { product, next } = bench
  const measured = await inTurns(bench, {
    next: { server: next, path: '/bench/static' },
    static: { server: product, path: '/bench/static' },
    dashboard: { server: product, path: '/relations/aze-kaz' },
    indicator: { server: product, path: '/relations/aze-kaz/indicators/trade-turnover' },
  })
  // The faster of the two, so that nothing of ours makes the comparison easier.
  const base = Math.max(measured.next.perSecond, measured.static.perSecond)
  const line = (what: string, of: 'dashboard' | 'indicator'): Row => {
    const ratio = measured[of].perSecond / base
    return {
      what,
      reach: `≥ ${reach} × a static page`,
      measured: `${rate(measured[of].perSecond)} = ${times(ratio)}`,
      reached: ratio >= reach,
      limit: busyText(measured[of]),
      figures: { ...measured[of], ratio },
    }
  }
  return [
    {
      what: 'static page: next start; the same behind our server',
      reach: '',
      measured: `${rate(measured.next.perSecond)}; ${rate(measured.static.perSecond)}`,
      reached: null,
      figures: { next: measured.next, behindOurServer: measured.static },
    },
    line('dashboard, cached', 'dashboard'),
    line('indicator page, cached', 'indicator'),
  ]
}
