import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepareData } from './data'
import type { Bench, Row } from './measure'
import { cached } from './measures/cached'
import { extraction } from './measures/extraction'
import { freshness } from './measures/freshness'
import { memory } from './measures/memory'
import { pictures } from './measures/pictures'
import { scripts } from './measures/scripts'
import { size } from './measures/size'
import { statements } from './measures/statements'
import { uncached } from './measures/uncached'
import { toTable, writeReport } from './report'
import { startNext, startProduct, stopAll } from './servers'

/** In this order: memory comes last, because it is about a server that has been through all the rest. */
const measures = { cached, uncached, size, statements, freshness, pictures, scripts, extraction, memory }
const help = `npm run bench -- [--size sample|1000000] [--only ${Object.keys(measures).join(',')}] [--seconds 5] [--rounds 2]`

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

function options() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '1000000' },
      only: { type: 'string', default: Object.keys(measures).join(',') },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '2' },
    },
  })
  const number = (name: 'seconds' | 'rounds', text: string) => {
    const n = Number(text)
    if (!Number.isInteger(n) || n < 1 || n > 600) throw new Error(`--${name} is a whole number from 1 to 600\n${help}`)
    return n
  }
  const size = values.size === 'sample' ? 0 : Number(values.size.replace(/[_,]/g, ''))
  // 248 neighbours among the countries of the world that are not in the sample, 5,000 observations each
  if (!Number.isInteger(size) || size < 0 || size > 1_230_000)
    throw new Error(`--size is "sample" or a number of observations up to 1230000\n${help}`)
  const only = values.only.split(',')
  const unknown = only.find((name) => !(name in measures))
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}"\n${help}`)
  const chosen = Object.entries(measures).filter(([name]) => only.includes(name))
  return { size, chosen, seconds: number('seconds', values.seconds), rounds: number('rounds', values.rounds) }
}

async function main() {
  const { size: asked, chosen, seconds, rounds } = options()
  const begun = Date.now()
  const say = (line: string) => console.error(`  ${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`)
  const needsLarge = asked > 0 && chosen.some(([name]) => name === 'size')
  const rows: Row[] = []
  let closeData = async () => {}
  const end = onlyOnce(async () => {
    await stopAll()
    await closeData()
  })
  // What has been measured is told, whatever ends the bench.
  const tell = onlyOnce(async () => {
    const path = writeReport(rows, { size: asked, seconds, rounds, only: chosen.map(([name]) => name) })
    const passed = Math.round((Date.now() - begun) / 1000)
    console.log(`\n${toTable(rows)}\n\nwritten to ${path} in ${passed} s`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      if (rows.length) tell()
      end().finally(() => process.exit(1))
    })
  process.on('unhandledRejection', (error) => say(`outside of any measure: ${reasonOf(error)}`))
  try {
    const data = await prepareData(needsLarge ? asked : 0, say, (close) => {
      closeData = close
    })
    say('starting the product (the first time it is built)')
    const product = await startProduct(data.sample)
    const large = data.large ? await startProduct(data.large) : null
    const next = await startNext()
    const { sample, large: largeUrl } = data
    const bench: Bench = {
      seconds,
      rounds,
      product,
      large,
      next,
      postgresPid: data.pid,
      databases: { sample, large: largeUrl },
      size: asked,
      say,
    }
    for (const [name, measure] of chosen) {
      say(`measuring: ${name}`)
      try {
        rows.push(...(await measure(bench)))
      } catch (error) {
        rows.push({ what: name, reach: 'can be measured', measured: reasonOf(error), reached: false, figures: {} })
      }
    }
  } finally {
    if (rows.length) await tell()
    await end()
  }
}

/** What failed and why: "fetch failed (connect ECONNREFUSED …)". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => {
    begun ??= work()
    return begun
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  // A connection or child that is still open must not keep a failed bench alive.
  return process.exit()
})
