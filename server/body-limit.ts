import type { IncomingMessage } from 'node:http'
import { largestDocument } from '@/lib/documents/document'
import { carriesSession } from './page-key'

/** Bytes of an ordinary request. */
export const longestBody = 2_000_000
/** Bytes of a request with a document in it: what stands around the file counts too. */
export const longestUpload = largestDocument + 500_000

/** Documents come to the queue of the desk, from somebody who has signed in; nobody else may send as much. */
const mayUpload = ({ method, url, headers }: IncomingMessage) =>
  method === 'POST' && /^\/desk\/intake(?:\?|$)/.test(url ?? '') && carriesSession(headers)

/** How many bytes a request may have. */
export const longestOf = (request: IncomingMessage): number => (mayUpload(request) ? longestUpload : longestBody)

/** Whether a request says of itself that it is too large. */
export const announcesTooMuch = (request: IncomingMessage) =>
  Number(request.headers['content-length'] ?? 0) > longestOf(request)

/**
 * Counts what arrives and calls `refuse` once when it is too much: a request in chunks does not say how long it is.
 * Counting happens where node hands the bytes over, so that whoever reads the request is not disturbed.
 */
export function limitBody(request: IncomingMessage, refuse: () => void) {
  const push = request.push.bind(request)
  const longest = longestOf(request)
  let received = 0
  let refused = false
  request.push = (chunk: Buffer | string | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0
    if (received <= longest) return push(chunk, encoding)
    if (!refused) refuse()
    refused = true
    return false
  }
}
