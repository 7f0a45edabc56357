import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Settings } from '@/lib/env/settings'
import { announcesTooMuch, limitBody, longestOf } from './body-limit'
import { type OwnAnswer, ownAnswer, withoutScript } from './own-answers'
import { type Answer, isCompressible, PageCache, sendKept } from './page-cache'
import { accepts, isAnonymousRead, isWhole, type PageKey, pageKey } from './page-key'
import { RenderQueue } from './render-queue'
import { inContext } from './request-context'
import { captureResponse, type Treatment } from './response-capture'
import { baseHeaders, developmentPolicy, filePolicy, pagePolicy } from './security-headers'

const toGzip = promisify(gzip)
const isPage = (type: string) => type.startsWith('text/html')
/** What is not a page is held back to be compressed only up to this size; a longer one goes through as it comes. */
const longestHeld = 4_000_000

export type HandlerParts = {
  settings: Pick<Settings, 'url' | 'read' | 'behindProxy' | 'requestTimeout' | 'secret'>
  /** Next: renders a page, answers a route, sends a file. */
  render: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  pages: PageCache
  /** Whether the database was there when it was last heard of. */
  databaseIsUp: () => boolean
}

/** What every request of the production server goes through: limits, the cache, the page, the headers. */
export function createHandler({ settings, render, pages, databaseIsUp }: HandlerParts): RequestListener {
  const base = baseHeaders(settings.url)
  // The names of built files hold a hash of their content, so they are kept for good, compressed once.
  const files = new PageCache(16_000_000, () => Number.POSITIVE_INFINITY, true)
  const queue = new RenderQueue()

  return (request, response) => {
    const url = request.url ?? '/'
    // Sign-in attempts are counted per address: a client may not choose its own.
    if (!settings.behindProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    if (announcesTooMuch(request, longestOf(request, settings.secret)))
      return sendOwn('tooLarge', request, response, base)
    const built = url.startsWith('/_next/static/') && request.method === 'GET'
    const store = built ? files : pages
    const place = built ? { key: url, tag: 'build' } : keyOf(request, url)
    const kept = place && store.find(place.key)
    if (kept) return sendKept(kept, request, response)
    if (!place || !store.isOpen || request.method === 'HEAD') return answer(request, response, null, store)
    const running = store.underWay(place.key, store.stamp(place.tag))
    if (!running) return answer(request, response, place, store)
    running.then((page) => {
      if (response.destroyed) return
      if (page) sendKept(page, request, response)
      else answer(request, response, null, store)
    })
  }

  function keyOf(request: IncomingMessage, url: string): PageKey | null {
    const anonymous = settings.read === 'public' && isAnonymousRead(request.method, request.headers)
    return anonymous ? pageKey(url) : null
  }

  /** Lets Next answer. With a place, the answer is kept there and shared with those who ask meanwhile. */
  function answer(request: IncomingMessage, response: ServerResponse, place: PageKey | null, store: PageCache) {
    let wished: number | null = null
    const hear = (status: number) => {
      wished = status
    }
    inContext({ hear, isDocument: isWhole(request.headers) }, () => {
      for (const [name, value] of Object.entries(base)) response.setHeader(name, value)
      const encoding = request.headers['accept-encoding']
      const { giveBack } = place ? askForWhole(request) : askPlain(request)
      const stamp = place && store.stamp(place.tag)
      let settle: (page: Awaited<ReturnType<PageCache['keep']>>) => void = () => {}
      if (place) store.announce(place.key, stamp!, new Promise((resolve) => (settle = resolve)))

      let leave = () => {}
      const treat = (type: string, status: number): Treatment => {
        if (isPage(type) || (place && status === 200)) return { hold: true, atMost: Number.POSITIVE_INFINITY }
        leave()
        response.setHeader('content-security-policy', filePolicy(type))
        return { hold: isCompressible(type), atMost: longestHeld }
      }
      const finish = async (raw: Answer, send: (answer: Answer) => void) => {
        const whole = polish(raw, wished, databaseIsUp())
        const page = place && (await store.keep(place.key, place.tag, stamp!, whole))
        settle(page)
        giveBack()
        if (!page) send(await compressed(whole, encoding))
        else if (!response.headersSent && !response.destroyed) {
          for (const name of response.getHeaderNames()) response.removeHeader(name)
          sendKept(page, request, response)
        }
      }
      const { refuse } = captureResponse(response, treat, (raw, send) => {
        leave()
        finish(raw, send).catch((error) => {
          console.error(error)
          refuse(own('broken', request, base))
        })
      })

      const tooSlow = setTimeout(() => refuse(own('tooSlow', request, base)), settings.requestTimeout)
      response.once('close', () => {
        clearTimeout(tooSlow)
        settle(null)
      })
      limitBody(request, longestOf(request, settings.secret), () => {
        response.setHeader('connection', 'close')
        refuse(own('tooLarge', request, { ...base, connection: 'close' }))
      })
      const begin = (done: () => void) => {
        leave = done
        render(request, response).catch((error) => {
          console.error(error)
          refuse(own(databaseIsUp() ? 'broken' : 'databaseAway', request, base))
        })
      }
      if (!mayWait(request)) begin(() => {})
      else if (!queue.run(response, begin)) refuse(own('busy', request, base))
    })
  }
}

/** Not what has a body (a slow sender would hold a place), nor what is cheap or asked by a probe. */
const mayWait = ({ method, url = '' }: IncomingMessage) =>
  method === 'GET' && !url.startsWith('/_next/static/') && !url.startsWith('/api/health')

/** Takes headers off a request until `giveBack`. */
function without(request: IncomingMessage, names: readonly string[]) {
  const taken = names.map((name) => [name, request.headers[name]] as const)
  for (const name of names) delete request.headers[name]
  return {
    giveBack() {
      for (const [name, value] of taken) if (value !== undefined) request.headers[name] = value
    },
  }
}

/** Captured plain; compressed once, here. */
const askPlain = (request: IncomingMessage) => without(request, ['accept-encoding'])
/** What is rendered for everybody must be whole, whatever this client has of it already. */
const askForWhole = (request: IncomingMessage) =>
  without(request, ['accept-encoding', 'if-none-match', 'if-modified-since', 'range'])

/** A page gets its status, a sentence for readers without scripts where Next left it empty, and its policy. */
function polish({ status, headers, body }: Answer, asked: number | null, databaseIsUp: boolean): Answer {
  const type = String(headers['content-type'] ?? '')
  if (!isPage(type)) {
    const policy = headers['content-security-policy'] ?? filePolicy(type)
    return { status, headers: { ...headers, 'content-security-policy': policy, 'content-length': body.length }, body }
  }
  // One sign a byte: all that is looked for is ASCII, and reading a whole page as UTF-8 takes longer than compressing it.
  const text = body.toString('latin1')
  let bytes = body
  let final = status === 200 && asked !== null ? asked : status
  // React marks a part that failed after the page had begun; such a page must not be kept as if it were whole.
  if (final === 200 && /<script>\$RX=|<template data-dgst=/.test(text)) final = databaseIsUp ? 500 : 503
  if (final === 500 && !databaseIsUp) final = 503
  if (text.startsWith('<!DOCTYPE html><html id="__next_error__">')) {
    const kind = final === 404 ? 'notFound' : final === 503 ? 'databaseAway' : 'broken'
    bytes = Buffer.from(withoutScript(body.toString(), kind))
  }
  return {
    status: final,
    headers: {
      ...headers,
      // What Next made while building it gives to shared caches for a year; they would not notice the next version.
      ...(/s-maxage/.test(String(headers['cache-control'])) && { 'cache-control': 'private, no-cache' }),
      ...(final === 503 && { 'retry-after': '10' }),
      'content-security-policy': pagePolicy(bytes),
      'content-length': bytes.length,
    },
    body: bytes,
  }
}

async function compressed(answer: Answer, acceptEncoding: string | undefined): Promise<Answer> {
  const { headers, body } = answer
  const type = String(headers['content-type'] ?? '')
  const worth = body.length > 600 && isCompressible(type) && headers['content-encoding'] === undefined
  if (!worth || !accepts('gzip', acceptEncoding)) return answer
  const small = await toGzip(body)
  const vary = [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ')
  return {
    ...answer,
    headers: { ...headers, vary, 'content-encoding': 'gzip', 'content-length': small.length },
    body: small,
  }
}

function own(kind: OwnAnswer, request: IncomingMessage, base: Record<string, string>): Answer {
  const { status, headers, body } = ownAnswer(kind, request.headers.accept)
  return { status, headers: { ...base, ...headers, 'content-length': body.length }, body }
}

/**
 * Answers in place of a page. The rest of a body that is too large is thrown away as it comes: a browser whose connection
 * is closed while it still sends shows its own fault and not this answer.
 */
export function sendOwn(kind: OwnAnswer, request: IncomingMessage, response: ServerResponse, base = {}) {
  const { status, headers, body } = own(kind, request, base)
  response.writeHead(status, kind === 'stopping' ? { ...headers, connection: 'close' } : headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** While developing: no cache, no holding back, a policy that lets the tools work. */
export function createDevelopmentHandler(render: HandlerParts['render']): RequestListener {
  return (request, response) => {
    response.setHeader('content-security-policy', developmentPolicy)
    response.setHeader('x-content-type-options', 'nosniff')
    const hear = (status: number) => {
      if (!response.headersSent) response.statusCode = status
    }
    const failed = (error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else sendOwn('broken', request, response)
    }
    inContext({ hear, isDocument: false }, () => void render(request, response).catch(failed))
  }
}
