import type { IncomingMessage } from 'node:http'

export const longestBody = 2_000_000

/** Whether a request says of itself that it is too large. */
export const announcesTooMuch = (request: IncomingMessage) =>
  Number(request.headers['content-length'] ?? 0) > longestBody

/**
 * Counts what arrives and calls `refuse` once when it is too much: a request in chunks does not say how long it is.
 * Counting happens where node hands the bytes over, so that whoever reads the request is not disturbed.
 */
export function limitBody(request: IncomingMessage, refuse: () => void) {
  const push = request.push.bind(request)
  let received = 0
  let refused = false
  request.push = (chunk: Buffer | string | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0
    if (received <= longestBody) return push(chunk, encoding)
    if (!refused) refuse()
    refused = true
    return false
  }
}
