import type { IncomingHttpHeaders } from 'node:http'

/** Under which key a public page is kept, and which tag clears it. */
export type PageKey = { key: string; tag: string }

/** Pages that show more than one relation: cleared by every publication. */
export const everyWrite = '*'

/**
 * Parameters of the library. Words that are searched for and places in a list are not among them: there are as many as
 * anybody likes, and they would drive out what many read.
 */
const libraryParameters = new Set(['edition', 'known', 'language', 'publisher', 'relation', 'text', 'year'])
const sourceParameters = new Set(['edition', 'known'])

/** Parameters that pages and charts of relations read. A request with any other one is rendered and not kept: it makes no key. */
const knownParameters = new Set([
  'corridor',
  'download',
  'edition',
  'from',
  'height',
  'kind',
  'known',
  'lang',
  'measure',
  'mode',
  'move',
  'origin',
  'page',
  'reporter',
  'scale',
  'since',
  'sort',
  'state',
  'status',
  'theme',
  'to',
  'until',
  'view',
  'what',
  'who',
  'width',
])

/** Of a comparison its lines come besides: their order is that of their colours, and stays. */
const comparisonParameters = new Set([...knownParameters, 'base', 'line', 'relation'])

/**
 * The key of a page that may be kept, or null. Only plain paths are taken: a percent sign could hide a slug from the
 * tag, and a page under a wrong tag would never be cleared.
 * @param url path and query, as in `request.url`.
 */
export function pageKey(url: string): PageKey | null {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const slug = path.match(/^\/relations\/([a-zA-Z0-9-]+)(?:\/[\w.-]+)*$/)?.[1]
  const known = slug !== undefined ? knownParameters : manyRelations(path)
  if (!known) return null
  const tag = slug === undefined ? everyWrite : `relation:${slug.toLowerCase()}`
  if (cut < 0 || cut === url.length - 1) return { key: path, tag }
  const parameters = new URLSearchParams(url.slice(cut + 1))
  for (const name of parameters.keys()) if (!known.has(name)) return null
  parameters.sort()
  return { key: `${path}?${parameters}`, tag }
}

/** What a page reads that shows more than one relation; null where the path is no such page. */
function manyRelations(path: string): Set<string> | null {
  if (path === '/' || path === '/relations') return knownParameters
  if (path === '/sources') return libraryParameters
  if (/^\/compare(?:\.csv|\/charts\/[\w.-]+)?$/.test(path)) return comparisonParameters
  // Any publication may rest on a source, from any relation: its page is as old as the library is.
  return /^\/sources\/\d{1,10}$/.test(path) ? sourceParameters : null
}

const sessionCookie = /(?:^|;\s*)(?:[^=;]*entente|[^=;]*session_token=)/i

/** Whether a request brings a cookie of ours; whether it is a good one, is seen where it is read. */
const carriesSession = ({ cookie }: IncomingHttpHeaders): boolean => cookie !== undefined && sessionCookie.test(cookie)

/**
 * Whether the answer to a request depends on nothing but its address: no cookie of ours (a session, or anything else
 * that a page may read), and none of the headers by which Next asks for a part of a page.
 */
export function isAnonymousRead(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (headers.authorization !== undefined) return false
  if (carriesSession(headers)) return false
  return isWhole(headers)
}

/** Whether a page is asked for as a whole, by none of the headers by which Next asks for a part of it. */
export function isWhole(headers: IncomingHttpHeaders): boolean {
  if (headers.rsc !== undefined || headers['next-action'] !== undefined) return false
  for (const name in headers) if (name.startsWith('next-router-') || name.startsWith('next-url')) return false
  return true
}

/** Whether a client takes an encoding, by its `Accept-Encoding`. */
export function accepts(encoding: 'gzip' | 'br', header: string | undefined): boolean {
  if (header === undefined || !header.includes(encoding)) return false
  return new RegExp(`(?:^|[\\s,])${encoding}\\s*(?:$|,|;(?!\\s*q=0(?:\\.0+)?\\s*(?:,|$)))`, 'i').test(header)
}

/** Whether an `If-None-Match` names this entity tag; weak comparison, as RFC 9110 asks for a GET. */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const plain = (text: string) => text.trim().replace(/^W\//, '')
  return header.split(',').some((candidate) => plain(candidate) === plain(etag))
}
