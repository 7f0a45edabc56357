import { setTimeout as wait } from 'node:timers/promises'
import { type Bench, milliseconds, type Row } from '../measure'
import { type Server, startProduct } from '../servers'

const writes = 40
const readers = 6
const pages = {
  event: '/relations/aze-kaz',
  observation: '/relations/aze-kaz/indicators/trade-turnover',
} as const
type Kind = keyof typeof pages

/** How soon a publication is seen: by the server that made it, and by another one of the same database. */
export async function freshness(bench: Bench): Promise<Row[]> {
  const other = await startProduct(bench.databases.sample)
  try {
    const here = await readWhilePublishing(bench.product)
    const there = await lagElsewhere(bench.product, other)
    const worst = Math.max(...there)
    const sorted = [...there].sort((a, b) => a - b)
    return [
      {
        what: 'after a publication, on the same server',
        reach: 'the next request shows it, also while others read',
        measured: `${here.stale} stale of ${here.reads} reads after ${here.writes} publications`,
        reached: here.stale === 0 && here.reads > here.writes,
        figures: here,
      },
      {
        what: 'after a publication, on another server of the same database',
        reach: 'within a second',
        measured: `p50 ${milliseconds(sorted[Math.floor(sorted.length / 2)]!)}, at most ${milliseconds(worst)} in ${there.length}`,
        reached: worst <= 1000,
        figures: { milliseconds: there },
      },
    ]
  } finally {
    await other.stop()
  }
}

let published = 0

/** Publishes and answers with the address that a page which knows of it links to. */
async function publish(server: Server, kind: Kind): Promise<string> {
  const answer = await fetch(`${server.url}/bench/publish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, n: ++published }),
  })
  if (!answer.ok) throw new Error(`publishing answered ${answer.status}: ${await answer.text()}`)
  return `/entries/${((await answer.json()) as { entry: number }).entry}`
}

async function shows(server: Server, kind: Kind, link: string): Promise<boolean> {
  const answer = await fetch(server.url + pages[kind])
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${pages[kind]} answered ${answer.status} while publishing`)
  return new RegExp(`${link}\\b`).test(text)
}

/** Readers ask all the time, so that renders begin before a write and end after it; none of these may be kept. */
async function readWhilePublishing(server: Server) {
  let last: { kind: Kind; link: string } | null = null
  let [reads, stale, done] = [0, 0, false]
  const read = async () => {
    while (!done) {
      const expected = last
      const fresh = expected ? await shows(server, expected.kind, expected.link) : await shows(server, 'event', '/')
      if (!expected) continue
      reads++
      if (!fresh) stale++
    }
  }
  const reading = Array.from({ length: readers }, read)
  // A reader that fails ends the measure, and none goes on asking after it.
  const failing = Promise.all(reading)
  failing.catch(() => {})
  try {
    for (let n = 0; n < writes; n++) {
      const kind = n % 2 ? 'event' : 'observation'
      const link = await publish(server, kind)
      last = { kind, link }
      reads++
      if (!(await shows(server, kind, link))) stale++
      // Some writes meet a page that is kept, others one that is being rendered.
      await wait((n * 37) % 150)
    }
  } finally {
    done = true
    await Promise.allSettled(reading)
  }
  await failing
  return { writes, reads, stale }
}

async function lagElsewhere(writer: Server, other: Server): Promise<number[]> {
  const lags: number[] = []
  for (let n = 0; n < 20; n++) {
    const kind = n % 2 ? 'event' : 'observation'
    await shows(other, kind, '/')
    const link = await publish(writer, kind)
    const answered = performance.now()
    for (;;) {
      const asked = performance.now()
      if (await shows(other, kind, link)) {
        lags.push(asked - answered)
        break
      }
      if (asked - answered > 10_000) throw new Error(`another server did not show ${link} within ten seconds`)
      await wait(2)
    }
  }
  return lags
}
