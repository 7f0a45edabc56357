import { load } from '../load'
import { type Bench, megabytes, type Row } from '../measure'
import { memoryOf } from '../processes'

const reach = { bytes: 450_000_000, growth: 0.05 }
const paths = [
  '/relations/aze-kaz?from={day}',
  '/relations/aze-kaz/indicators/trade-turnover?from={day}',
  '/relations/aze-kaz',
  '/relations/aze-kaz/charts/trade-turnover.svg?width=1000&height=500&from={day}',
]

/** What the server holds after all of this, and whether it goes on growing with requests. */
export async function memory(bench: Bench): Promise<Row[]> {
  const { product } = bench
  const after = memoryOf(product.pid)
  const marks = [after]
  let requests = 0
  for (let round = 0; round < 3; round++) {
    for (const path of paths) requests += (await load(product.url, path, bench.seconds)).requests
    marks.push(memoryOf(product.pid))
  }
  const growth = marks.at(-1)! / marks.at(-2)! - 1
  const most = Math.max(...marks)
  return [
    {
      what: 'memory of the server after the bench',
      reach: `≤ ${megabytes(reach.bytes)}`,
      measured: `${megabytes(after)}, at most ${megabytes(most)} in ${requests.toLocaleString('en')} further requests`,
      reached: most <= reach.bytes,
      figures: { marks, requests },
    },
    {
      what: 'growth of that memory in the last third of them',
      reach: `≤ ${reach.growth * 100} %`,
      measured: `${(growth * 100).toFixed(1)} %`,
      reached: growth <= reach.growth,
      figures: { growth },
    },
  ]
}
