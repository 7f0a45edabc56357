import autocannon from 'autocannon'
import type { Load, LoadResult } from './load'

/** Runs in a process of its own, so that making requests does not slow what answers them or the one who counts. */
process.once('message', async (load: Load) => {
  let n = load.first
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    timeout: 60,
    headers: load.headers,
    setupClient: withoutBodies,
    requests: [{ path: '/', setupRequest: (request) => ({ ...request, path: filled(load.path, n++) }) }],
  })
  const answer: LoadResult = {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requests: result.requests.total,
    failures: result.non2xx + result.errors,
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([code, { count }]) => [code, count]),
    ),
    bytesPerRequest: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
  }
  process.send!(answer, () => process.exit())
})

/**
 * autocannon makes a text of every body, also of compressed pages and pictures: a millisecond for a PNG of 90 kB, so that
 * a load of kept pictures measured the generator. Bytes are counted and bodies dropped, for every row alike.
 */
function withoutBodies(client: object) {
  const { pipelinedRequests } = client as { pipelinedRequests?: { addBody: (data: unknown) => void } }
  if (!pipelinedRequests) throw new Error('this autocannon keeps its bodies somewhere else')
  pipelinedRequests.addBody = () => {}
}

// Whoever wanted the answer has gone.
process.once('disconnect', () => process.exit())

/** `{day}` becomes the n-th day after 1900, all of them before the first figure: another key, the same content. */
function filled(path: string, n: number): string {
  if (!path.includes('{day}')) return path
  return path.replace('{day}', new Date(Date.UTC(1900, 0, 1 + n)).toISOString().slice(0, 10))
}
