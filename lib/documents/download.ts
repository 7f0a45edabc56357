import { lookup as resolveName } from 'node:dns/promises'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublic } from './addresses'
import { noAddress } from './refused'

/** Which way into the network is open. Tests put their own server behind it; everything else uses `publicWeb`. */
export type Gate = {
  resolve: (host: string) => Promise<string[]>
  allows: (address: string) => boolean
  /** As in an address: '' is the port of the protocol. */
  ports: readonly string[]
  /** Milliseconds from the first question to the last byte, redirects included. */
  patience: number
}

export const publicWeb: Gate = {
  resolve: async (host) => (await resolveName(host, { all: true })).map(({ address }) => address),
  allows: isPublic,
  ports: ['', '80', '443'],
  patience: 12_000,
}

export type Wanted = {
  /** Content types that are taken, e.g. /^text\/html$/. An answer that names none is taken. */
  types: RegExp
  accept: string
  /** Bytes, as sent and as unpacked. */
  longest: number
  /** What was said last time, so that only what changed is sent again. */
  since?: { etag: string | null; modified: string | null }
}

export type Downloaded = {
  bytes: Uint8Array
  contentType: string | null
  finalUrl: string
  etag: string | null
  modified: string | null
  /** The server says that nothing changed; then there are no bytes. */
  unchanged: boolean
}

const mostRedirects = 5
const packed: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The address, when it may be asked at all. @throws Refusal */
function toAddress(text: string, base: URL | null, gate: Gate): URL {
  const shown = { value: text.slice(0, 200) }
  if (text.length > 2000 || !URL.canParse(text, base?.href)) throw noAddress('url', shown)
  const url = new URL(text, base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw noAddress('url', shown)
  if (url.username || url.password) throw noAddress('fetchCredentials')
  if (!gate.ports.includes(url.port)) throw noAddress('fetchPort', { value: url.port })
  return url
}

/** The addresses of the host, all of which may be asked: one that leads elsewhere is a trick. @throws Refusal */
async function hostAddresses(url: URL, gate: Gate): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [host] : await gate.resolve(host).catch(() => [])
  if (found.length === 0) throw noAddress('fetchNoHost', { value: host })
  if (!found.every(gate.allows)) throw noAddress('fetchNotPublic', { value: host })
  return found
}

/** Asks exactly the addresses that were looked at: the name is not resolved a second time. */
function ask(url: URL, addresses: readonly string[], wanted: Wanted, signal: AbortSignal): Promise<IncomingMessage> {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_, options, done) =>
    options.all ? done(null, all) : done(null, all[0]!.address, all[0]!.family)
  const headers: Record<string, string> = {
    accept: wanted.accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Mozilla/5.0 (compatible; Entente)',
    ...(wanted.since?.etag && { 'if-none-match': wanted.since.etag }),
    ...(wanted.since?.modified && { 'if-modified-since': wanted.since.modified }),
  }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp
    const asked = send(url, { lookup, headers, signal, agent: false, maxHeaderSize: 32_768 }, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

async function bodyOf(answer: IncomingMessage, longest: number): Promise<Uint8Array> {
  const tooLarge = () => noAddress('fetchTooLarge', { maximum: longest / 1_000_000 })
  if (Number(answer.headers['content-length'] ?? 0) > longest) throw tooLarge()
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase()
  const unpack = !encoding || encoding === 'identity' ? null : packed[encoding]
  if (unpack === undefined) throw noAddress('fetchFailed')
  const stream: Readable = unpack ? unpack() : answer
  if (unpack) answer.on('error', (error) => stream.destroy(error)).pipe(stream as Readable & NodeJS.WritableStream)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size > longest) throw tooLarge()
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * What an address answers, through the gate: every address on the way, that of each redirect too, is looked at after its
 * name was resolved, and the connection goes to what was looked at.
 * @throws Refusal `invalid`, field `url`
 */
export async function download(text: string, wanted: Wanted, gate: Gate): Promise<Downloaded> {
  const ending = new AbortController()
  const late = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(noAddress('fetchTooSlow')), { once: true })
  })
  late.catch(() => {})
  const clock = setTimeout(() => ending.abort(), gate.patience)
  try {
    return await Promise.race([follow(toAddress(text.trim(), null, gate), wanted, gate, ending.signal), late])
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw noAddress('fetchFailed')
  } finally {
    clearTimeout(clock)
    // Whatever is still open is closed, also after an answer nobody wants to the end.
    ending.abort()
  }
}

const longestAsked = 24 * 60

/**
 * For how many minutes a server asks to be left alone (`Retry-After`, RFC 9110: seconds or a date), at most a day; null
 * where it does not say.
 */
export function minutesAsked(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000
  return seconds > 0 ? Math.min(Math.ceil(seconds / 60), longestAsked) : null
}

async function follow(from: URL, wanted: Wanted, gate: Gate, signal: AbortSignal): Promise<Downloaded> {
  let url = from
  for (let turn = 0; turn <= mostRedirects; turn++) {
    const answer = await ask(url, await hostAddresses(url, gate), wanted, signal)
    const { statusCode = 0, headers } = answer
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location) {
      answer.destroy()
      url = toAddress(headers.location, url, gate)
      continue
    }
    const unchanged = statusCode === 304 && wanted.since !== undefined
    if (statusCode !== 200 && !unchanged) {
      const after = minutesAsked(headers['retry-after'], Date.now())
      throw noAddress('fetchStatus', { value: statusCode, ...(after !== null && { after }) })
    }
    const contentType = headers['content-type'] ?? null
    const type = contentType?.split(';')[0]?.trim().toLowerCase()
    if (type && !unchanged && !wanted.types.test(type)) throw noAddress('fetchType', { value: type.slice(0, 80) })
    return {
      bytes: unchanged ? new Uint8Array(0) : await bodyOf(answer, wanted.longest),
      contentType,
      finalUrl: url.href,
      etag: headers.etag ?? null,
      modified: headers['last-modified'] ?? null,
      unchanged,
    }
  }
  throw noAddress('fetchRedirects')
}
