import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Load = {
  url: string
  /** May hold `{day}`, which is another one in every request. */
  path: string
  connections: number
  seconds: number
  headers: Record<string, string>
  first: number
}

export type LoadResult = {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  requests: number
  failures: number
  /** How many answers had which status. */
  statuses: Record<string, number | undefined>
  bytesPerRequest: number
}

/** Requests with a day of their own made so far: no round meets a page that an earlier one left in a cache. */
let days = 0
const daysOfOneLoad = 2500

/** Asks for a path again and again from a process of its own. Throws when an answer was not a page. */
export async function load(
  url: string,
  path: string,
  seconds: number,
  { connections = 32, headers = {} }: { connections?: number; headers?: Record<string, string> } = {},
): Promise<LoadResult> {
  const child = fork(fileURLToPath(new URL('autocannon-process.ts', import.meta.url)))
  const job: Load = { url, path, seconds, connections, headers: { 'accept-encoding': 'gzip', ...headers }, first: days }
  if (path.includes('{day}')) days = (days + daysOfOneLoad) % 37_500
  child.send(job)
  const [result] = (await Promise.race([once(child, 'message'), failed(child)])) as [LoadResult]
  if (result.failures)
    throw new Error(`${url}${path}: ${result.failures} failures, answers by status: ${JSON.stringify(result.statuses)}`)
  // Half of too few answers is no figure; a slower machine is given more time.
  if (result.requests >= 2 * connections) return result
  if (seconds >= 60) throw new Error(`${url}${path} gave ${result.requests} answers within ${seconds} s`)
  return load(url, path, seconds * 4, { connections, headers })
}

async function failed(child: ReturnType<typeof fork>): Promise<never> {
  const [code] = await once(child, 'exit')
  // The answer and the end of the process arrive at nearly the same moment.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  throw new Error(`the load generator ended with ${code}`)
}
