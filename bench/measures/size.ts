import { type Bench, busyText, inTurns, milliseconds, type Row, rate, times } from '../measure'
import { startProduct } from '../servers'
import { StatementCounter } from '../statement-counter'

const reach = { ratio: 1.3, statements: 6 }
/** The first relation that large.sql makes: neighbours in the alphabet. */
const relation = 'abw-afg'
const pages = {
  dashboard: '/relations/aze-kaz?from={day}',
  indicator: '/relations/aze-kaz/indicators/trade-turnover?from={day}',
}

/** What a page costs when the database holds much more than it shows. */
export async function size(bench: Bench): Promise<Row[]> {
  return [...(await againstSample(bench)), ...(await statements(bench))]
}

async function againstSample(bench: Bench): Promise<Row[]> {
  const { product, large } = bench
  if (!large) return []
  const measured = await inTurns(bench, {
    dashboard: { server: product, path: pages.dashboard },
    largeDashboard: { server: large, path: pages.dashboard },
    indicator: { server: product, path: pages.indicator },
    largeIndicator: { server: large, path: pages.indicator },
    generated: { server: large, path: `/relations/${relation}?from={day}` },
  })
  const observations = bench.size.toLocaleString('en')
  const line = (what: string, of: 'largeDashboard' | 'largeIndicator', base: 'dashboard' | 'indicator'): Row => {
    const ratio = measured[of].p50 / measured[base].p50
    return {
      what: `${what}, on ${observations} observations`,
      reach: `p50 ≤ ${reach.ratio} × the sample's`,
      measured: `p50 ${milliseconds(measured[of].p50)} against ${milliseconds(measured[base].p50)} = ${times(ratio)}`,
      reached: ratio <= reach.ratio,
      limit: busyText(measured[of]),
      figures: { large: measured[of], sample: measured[base], ratio },
    }
  }
  return [
    line('dashboard, uncached', 'largeDashboard', 'dashboard'),
    line('indicator page, uncached', 'largeIndicator', 'indicator'),
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

async function statements(bench: Bench): Promise<Row[]> {
  const counter = await StatementCounter.before(bench.databases.large ?? bench.databases.sample)
  const server = await startProduct(counter.url)
  try {
    const rows: Row[] = []
    for (const [name, path] of Object.entries(pages)) {
      const seen: string[][] = []
      for (let n = 0; n < 5; n++)
        seen.push(
          await counter.during(async () => {
            const day = new Date(Date.UTC(1850, 0, 1 + n)).toISOString().slice(0, 10)
            const answer = await fetch(server.url + path.replace('{day}', day))
            if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
            await answer.text()
          }),
        )
      const most = seen.reduce((a, b) => (b.length > a.length ? b : a))
      rows.push({
        what: `SQL statements of one ${name} page`,
        reach: `≤ ${reach.statements}`,
        measured: String(most.length),
        reached: most.length > 0 && most.length <= reach.statements,
        figures: {
          counts: seen.map((s) => s.length),
          statements: most.map((s) => s.replace(/\s+/g, ' ').trim().slice(0, 200)),
        },
      })
    }
    return rows
  } finally {
    await server.stop()
    await counter.stop()
  }
}
