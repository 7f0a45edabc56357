import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { extract } from '@/lib/extraction/extract'
import { article, options } from '../articles'
import { type Bench, megabytes, type Row, rate } from '../measure'

const reach = { perSecond: 200, growth: 30_000_000 }
const many = 10_000

/** How many articles one core reads in a second, and whether ten thousand of them leave anything behind. */
export async function extraction(bench: Bench): Promise<Row[]> {
  const characters = article(1).length
  for (let n = 0; n < 300; n++) extract(article(n), options)
  const begun = process.cpuUsage()
  const until = performance.now() + bench.seconds * 1000
  let [read, found] = [0, 0]
  while (performance.now() < until) found += extract(article(read++), options).candidates.length
  const { user, system } = process.cpuUsage(begun)
  const perSecond = read / ((user + system) / 1e6)

  const growth = await growthApart()
  return [
    {
      what: `extraction, articles of ${characters} characters, one core`,
      reach: `≥ ${rate(reach.perSecond)}`,
      measured: `${rate(perSecond)}, ${(found / read).toFixed(0)} candidates each`,
      reached: perSecond >= reach.perSecond,
      figures: { perSecond, read, found, characters },
    },
    {
      what: `memory after ${many.toLocaleString('en')} articles`,
      reach: `≤ ${megabytes(reach.growth)} more than after 1,000`,
      measured: `${megabytes(growth)} more`,
      reached: growth <= reach.growth,
      figures: { growth },
    },
  ]
}

/** Bytes of heap that reading goes on holding between 1,000 articles and `many`, in a process that does nothing else. */
async function growthApart(): Promise<number> {
  const file = fileURLToPath(new URL('../extraction-process.ts', import.meta.url))
  const child = fork(file, [String(many)], { execArgv: ['--expose-gc', ...process.execArgv] })
  const [growth] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`reading articles ended with ${code}`))),
  ])) as [number]
  return growth
}
