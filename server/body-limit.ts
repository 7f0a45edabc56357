import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { largestDocument } from '@/lib/documents/document'

/** Bytes of an ordinary request. */
export const longestBody = 2_000_000
/** Bytes of a request with a document in it: what stands around the file counts too. */
export const longestUpload = largestDocument + 500_000

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?entente\.session_token=([\w.%~-]{1,500})(?:;|$)/

/**
 * Whether a request brings a session of ours, signed as better-auth signs it: `token.signature`, HMAC-SHA256. A name of a
 * cookie can be written by anybody. Whether the session still holds is seen where it is read.
 */
function isSigned({ cookie }: IncomingMessage['headers'], secret: string): boolean {
  const [token, signature] = (sessionCookie.exec(cookie ?? '')?.[1] ?? '').split('.')
  if (!token || !signature) return false
  const due = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='), 'base64')
  return given.length === due.length && timingSafeEqual(given, due)
}

/**
 * How many bytes a request may have. Documents come to the queue of the desk, from somebody who has signed in; nobody
 * else may send as much, because all of it is held in memory before anybody asks who sent it.
 */
export function longestOf({ method, url, headers }: IncomingMessage, secret: string | null): number {
  const uploads = method === 'POST' && /^\/desk\/intake(?:\?|$)/.test(url ?? '')
  return uploads && secret !== null && isSigned(headers, secret) ? longestUpload : longestBody
}

/** Whether a request says of itself that it is too large. */
export const announcesTooMuch = (request: IncomingMessage, longest: number) =>
  Number(request.headers['content-length'] ?? 0) > longest

/**
 * Counts what arrives and calls `refuse` once when it is too much: a request in chunks does not say how long it is.
 * Counting happens where node hands the bytes over, so that whoever reads the request is not disturbed.
 */
export function limitBody(request: IncomingMessage, longest: number, refuse: () => void) {
  const push = request.push.bind(request)
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
