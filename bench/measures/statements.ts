import type { Bench, Row } from '../measure'
import { startProduct } from '../servers'
import { StatementCounter } from '../statement-counter'

const reach = 6
const pages = {
  dashboard: '/relations/aze-kaz?from={day}',
  indicator: '/relations/aze-kaz/indicators/trade-turnover?from={day}',
  conflicts: '/relations/aze-kaz/conflicts?from={day}',
  brief: '/relations/aze-kaz/brief?from={day}&theme=trade&theme=transport',
  timeline: '/relations/aze-kaz/timeline?from={day}',
  comparison: '/compare?line=aze-kaz:trade-turnover:kaz&line=aze-kaz:trade-turnover:aze&from={day}',
  changes: '/relations/aze-kaz/changes?since={day}',
  corridor: '/relations/aze-kaz/corridor?from={day}',
  promises: '/relations/aze-kaz/promises?from={day}',
  agreements: '/relations/aze-kaz/agreements?from={day}',
  library: '/sources?q=trade+-{day}',
  search: '/search?q=trade+turnver',
}

/** How many statements a page sends, by counting them on their way to the database. */
export async function statements(bench: Bench): Promise<Row[]> {
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
        reach: `≤ ${reach}`,
        measured: String(most.length),
        reached: most.length > 0 && most.length <= reach,
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
