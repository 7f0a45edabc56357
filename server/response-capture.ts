import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Answer } from './page-cache'

/** What is done with an answer once its headers are known: held back until it is whole, or let through as it comes. */
export type Treatment = { hold: boolean; atMost: number }

/**
 * Stands between a page and its client: the answer is held back and handed over whole, or let through.
 * Node's `ServerResponse` is changed in place, because Next wants a real one.
 * @param treat asked once, when the first byte would have been sent.
 * @param finish gets the whole answer and sends something by `send`.
 * @returns `refuse`, which answers in place of the page if nothing was sent yet, and cuts the connection if it was.
 */
export function captureResponse(
  response: ServerResponse,
  treat: (contentType: string, status: number) => Treatment,
  finish: (answer: Answer, send: (answer: Answer) => void) => void,
) {
  const original = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  let treatment: Treatment | undefined
  let held: Buffer[] = []
  let size = 0
  let over = false

  const restore = () => Object.assign(response, original)
  const decide = () => {
    treatment ??= treat(String(response.getHeader('content-type') ?? ''), response.statusCode)
    // Node itself calls `writeHead` when the first byte is sent: it must find its own.
    if (!treatment.hold) restore()
    return treatment
  }
  const letThrough = () => {
    treatment = { hold: false, atMost: 0 }
    restore()
    for (const chunk of held) response.write(chunk)
    held = []
  }
  const send = (answer: Answer) => {
    if (response.headersSent || response.destroyed) return
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    original.writeHead(answer.status, answer.headers)
    original.end(response.req.method === 'HEAD' ? undefined : answer.body)
  }
  const take = (chunk: unknown, encoding: unknown) => {
    if (chunk === null || chunk === undefined || typeof chunk === 'function') return
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk as Uint8Array)
    held.push(bytes)
    size += bytes.length
  }
  const callbackIn = (args: unknown[]) => args.find((arg): arg is () => void => typeof arg === 'function')

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (over) return response
    response.statusCode = status
    const headers = rest.find((arg) => typeof arg === 'object' && arg !== null)
    for (const [name, value] of headerPairs(headers)) response.setHeader(name, value)
    if (typeof rest[0] === 'string') response.statusMessage = rest[0]
    return response
  }) as typeof response.writeHead

  response.flushHeaders = () => {
    if (!over && !decide().hold) original.flushHeaders()
  }

  response.write = ((...args: Parameters<typeof original.write>) => {
    if (!over && !decide().hold) return original.write(...args)
    if (!over) take(args[0], args[1])
    if (!over && size > decide().atMost) letThrough()
    const callback = callbackIn(args)
    if (callback) process.nextTick(callback)
    return true
  }) as typeof response.write

  response.end = ((...args: Parameters<typeof original.end>) => {
    if (over) return response
    if (!decide().hold) return original.end(...args)
    over = true
    take(args[0], args[1])
    const callback = callbackIn(args)
    if (callback) response.once('finish', callback)
    restore()
    const body = Buffer.concat(held)
    held = []
    finish({ status: response.statusCode, headers: { ...response.getHeaders() }, body }, send)
    return response
  }) as typeof response.end

  return {
    refuse(answer: Answer) {
      if (response.headersSent) {
        response.destroy()
        return
      }
      over = true
      held = []
      send(answer)
    },
  }
}

function headerPairs(headers: unknown): [string, OutgoingHttpHeader][] {
  if (Array.isArray(headers)) {
    const pairs: [string, OutgoingHttpHeader][] = []
    for (let i = 0; i + 1 < headers.length; i += 2) pairs.push([String(headers[i]), headers[i + 1]])
    return pairs
  }
  return Object.entries((headers ?? {}) as OutgoingHttpHeaders).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
}
