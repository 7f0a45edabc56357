import { extract } from '@/lib/extraction/extract'
import { type Bench, megabytes, type Row, rate } from '../measure'

const reach = { perSecond: 200, growth: 30_000_000 }
const many = 10_000
const options = { date: '2024-03-12', pair: ['POL', 'UKR'] as [string, string] }

/** An article of the usual length (about 2,300 characters, 15 figures), another one for each number. */
function article(n: number): string {
  const value = (factor: number) => ((n % 900) + 100) * factor
  const paragraph = `Trade between the two countries rose by ${(n % 30) + 1} percent to $${value(0.01).toFixed(2)} billion in 2023, the statistics office said. Exports came to ${value(10)} million euros ($${value(11)} million), while imports fell 4.5 percent. Minister Marta Nowak said that the goal was to reach $20 billion by 2030. `
  const prose =
    'The sides discussed cooperation in farming, energy and transport, and agreed to go on with the talks in the spring. Much of the conversation was about the corridor and its bottlenecks at the border, where lorries wait for days. '
  return `${paragraph}${prose}\n\n${prose}${paragraph}\n\n${prose}${paragraph}${prose}${prose}`
}

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

  // The heap a full collection leaves is not to be had without a flag; the least of many samples comes close.
  const least = async (from: number, count: number) => {
    let bytes = Number.POSITIVE_INFINITY
    for (let n = 0; n < count; n++) {
      extract(article(from + n), options)
      if (n % 10 === 0) bytes = Math.min(bytes, process.memoryUsage().heapUsed)
    }
    await new Promise((resolve) => setImmediate(resolve))
    return bytes
  }
  const before = await least(0, 1000)
  await least(1000, many - 2000)
  const growth = (await least(many - 1000, 1000)) - before
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
