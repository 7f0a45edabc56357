import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { accepts, everyWrite, matchesTag } from './page-key'

/** A whole answer as the page wrote it. */
export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

type Form = { body: Buffer; headers: OutgoingHttpHeaders }
/** A kept answer with its headers ready for every encoding it is kept in. */
type Kept = { etag: string; tag: string; expires: number; plain: Form; gzip?: Form; br?: Form }

/** The moment a render began, as seen by the tag it will be kept under. Equal stamps: nothing was written between. */
export type Stamp = string

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)
/** Pages count days ("fresh", "as known on today"), so none outlives its day; ten minutes bound what nobody announced. */
const longestLife = 10 * 60_000
const untilMidnight = (now: number) => 86_400_000 - (now % 86_400_000)

export const isCompressible = (type: string) =>
  /^(?:text\/|application\/(?:[\w.+-]*json|javascript|xml|manifest)|image\/svg)/.test(type) &&
  !type.startsWith('text/event-stream')

/**
 * Whole answers in memory, because rendering, not asking the database, is what a page costs.
 *
 * Correct under writes by three rules. What is kept is cleared by the tag of the relation that was written. A render
 * takes a stamp before it begins and is kept only if the stamp still holds: one that began before a write is never
 * kept. While the announcements of other servers cannot be heard (`suspend`), nothing is kept and nothing is served.
 */
export class PageCache {
  readonly #kept: LRUCache<string, Kept>
  readonly #flights = new Map<string, Promise<Kept | null>>()
  readonly #generations = new Map<string, number>()
  #generation = 0
  #open: boolean
  private readonly enabled: boolean

  /**
   * @param maxBytes what the bodies in all encodings may take together; 0 keeps nothing.
   * @param life how long an answer may be kept, in milliseconds, asked when it is stored.
   */
  constructor(
    maxBytes: number,
    private readonly life: (now: number) => number = (now) => Math.min(longestLife, untilMidnight(now)),
    private readonly brotli = false,
  ) {
    this.#open = this.enabled = maxBytes > 0
    this.#kept = new LRUCache<string, Kept>({
      maxSize: Math.max(maxBytes, 1),
      maxEntrySize: Math.max(Math.floor(maxBytes / 8), 1),
      sizeCalculation: (page, key) =>
        page.plain.body.length + (page.gzip?.body.length ?? 0) + (page.br?.body.length ?? 0) + key.length * 2 + 1500,
    })
  }

  /** Whether pages may be kept and served now. */
  get isOpen() {
    return this.#open
  }

  /** Keeps and serves nothing until `resume`. */
  suspend() {
    this.#open = false
    this.forget(['all'])
  }

  resume() {
    this.forget(['all'])
    this.#open = this.enabled
  }

  /**
   * Forgets what a write changed: `relation:<slug>` the pages of that relation, `all` every page. Any write forgets the
   * pages that show several relations (`*`); one that names no relation forgets everything, to be safe.
   */
  forget(tags: readonly string[]) {
    if (tags.includes('all') || tags.every((tag) => tag === everyWrite)) {
      this.#generation++
      this.#generations.clear()
      this.#kept.clear()
      return
    }
    const gone = new Set([...tags, everyWrite])
    for (const tag of gone) this.#generations.set(tag, (this.#generations.get(tag) ?? 0) + 1)
    for (const [key, page] of this.#kept.entries()) if (gone.has(page.tag)) this.#kept.delete(key)
  }

  stamp(tag: string): Stamp {
    return `${this.#generation}.${this.#generations.get(tag) ?? 0}`
  }

  find(key: string): Kept | undefined {
    if (!this.#open) return undefined
    const page = this.#kept.get(key)
    if (page && page.expires <= Date.now()) {
      this.#kept.delete(key)
      return undefined
    }
    return page
  }

  /** The render of this page that is under way and began after the last write, if there is one. */
  underWay(key: string, stamp: Stamp): Promise<Kept | null> | undefined {
    return this.#flights.get(`${stamp} ${key}`)
  }

  /** Announces a render, so that others wait for it instead of doing the same. Settles with null if it is not to be shared. */
  announce(key: string, stamp: Stamp, render: Promise<Kept | null>) {
    const name = `${stamp} ${key}`
    const flight = render.catch(() => null).finally(() => this.#flights.delete(name))
    this.#flights.set(name, flight)
  }

  /**
   * Makes an answer ready to be sent to many, and keeps it if nothing was written since the stamp.
   * @returns null for an answer that belongs to one client: not 200, or with a cookie.
   */
  async keep(key: string, tag: string, stamp: Stamp, answer: Answer): Promise<Kept | null> {
    if (answer.status !== 200 || answer.headers['set-cookie'] !== undefined) return null
    const now = Date.now()
    const page = await this.#prepare(answer, tag, now + this.life(now))
    if (this.#open && stamp === this.stamp(tag)) this.#kept.set(key, page)
    return page
  }

  async #prepare({ headers, body }: Answer, tag: string, expires: number): Promise<Kept> {
    const own = typeof headers.etag === 'string' ? headers.etag : undefined
    // Weak, because one tag stands for the page in every encoding.
    const etag = own ?? `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const rest = shared(headers, etag)
    const form = (bytes: Buffer, encoding?: string): Form => ({
      body: bytes,
      headers: { ...rest, 'content-length': bytes.length, ...(encoding && { 'content-encoding': encoding }) },
    })
    const page: Kept = { etag, tag, expires, plain: form(body) }
    if (body.length > 600 && isCompressible(String(headers['content-type'] ?? ''))) {
      page.gzip = form(await toGzip(body), 'gzip')
      if (this.brotli) {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
        page.br = form(await toBrotli(body, { params }), 'br')
      }
    }
    return page
  }
}

/** The headers of a kept answer: what belongs to one connection is dropped, and browsers ask again every time. */
function shared(headers: OutgoingHttpHeaders, etag: string): OutgoingHttpHeaders {
  const rest: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers))
    if (!['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'].includes(name)) rest[name] = value
  const vary = new Set([...String(headers.vary ?? '').split(','), 'Cookie', 'Accept-Encoding'].map((v) => v.trim()))
  vary.delete('')
  const immutable = String(headers['cache-control'] ?? '').includes('immutable')
  return {
    ...rest,
    etag,
    vary: immutable ? 'Accept-Encoding' : [...vary].join(', '),
    // Not `no-store`: the tag makes a second look cost 304, and "back" in a browser instant.
    'cache-control': immutable ? headers['cache-control'] : 'private, no-cache',
  }
}

/** Answers a request from a kept page: 304 if the client has it, else the smallest form it takes. */
export function sendKept(page: Kept, request: IncomingMessage, response: ServerResponse) {
  if (matchesTag(request.headers['if-none-match'], page.etag)) {
    const { etag, vary, 'cache-control': cacheControl } = page.plain.headers
    response.writeHead(304, { etag, vary, 'cache-control': cacheControl }).end()
    return
  }
  const encoding = request.headers['accept-encoding']
  const form =
    (page.br && accepts('br', encoding) && page.br) ||
    (page.gzip && accepts('gzip', encoding) && page.gzip) ||
    page.plain
  response.writeHead(200, form.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(form.body)
}
