import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { makeSignature } from 'better-auth/crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PageCache } from './page-cache'
import { createHandler } from './request-handler'

const secret = 'signs sessions of nobody but this test'
/** The cookie of somebody who signed in, as better-auth writes it. */
const signedCookie = async (token: string) =>
  `entente.session_token=${encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)}`

type Render = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
const servers: Server[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

function signal<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** A server whose pages are made by `render`; counts how often it was asked. */
async function serve(
  render: Render,
  parts: { read?: 'public' | 'members'; limit?: number; up?: () => boolean; proxy?: boolean } = {},
) {
  const pages = new PageCache(10_000_000)
  let renders = 0
  const handler = createHandler({
    settings: {
      url: 'http://localhost',
      read: parts.read ?? 'public',
      behindProxy: parts.proxy ?? false,
      requestTimeout: parts.limit ?? 5000,
      secret,
    },
    render: async (req, res) => {
      renders++
      await render(req, res)
    },
    pages,
    databaseIsUp: parts.up ?? (() => true),
  })
  const server = createServer(handler).listen(0)
  servers.push(server)
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers })
  return { get, origin, pages, renders: () => renders }
}

const html = (response: ServerResponse, body: string, status = 200) => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.write(body.slice(0, 10))
  response.end(body.slice(10))
}
const setStatus = (status: number) =>
  (globalThis as unknown as Record<symbol, (status: number) => void>)[Symbol.for('entente.status')]!(status)

describe('pages that are kept', () => {
  test('the second reader gets the same bytes without a render, and 304 when they have them', async () => {
    const { get, renders } = await serve((_, response) => html(response, `<p>${Math.random()}</p>`))
    const first = await get('/relations/aze-kaz?from=2016')
    const second = await get('/relations/aze-kaz?from=2016')
    expect(await second.text()).toBe(await first.text())
    const third = await get('/relations/aze-kaz?from=2016', { 'if-none-match': first.headers.get('etag')! })
    expect([third.status, await third.text(), renders()]).toEqual([304, '', 1])
    expect(third.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  test('they carry the policy of their scripts, and revalidation instead of a lifetime', async () => {
    const { get } = await serve((_, response) => html(response, '<script>self.__next_f.push([0])</script>'))
    for (const answer of [await get('/'), await get('/')]) {
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('cache-control')).toBe('private, no-cache')
      expect(answer.headers.get('vary')).toMatch(/Cookie/)
    }
  })

  test('a reader with a session, a part of a page, an unknown parameter and a closed house are rendered every time', async () => {
    const { get, renders } = await serve((_, response) => html(response, 'x'))
    for (let i = 0; i < 2; i++) {
      await get('/', { cookie: 'entente.session_token=abc' })
      await get('/', { rsc: '1' })
      await get('/?utm_source=x')
    }
    expect(renders()).toBe(6)
    const members = await serve((_, response) => html(response, 'x'), { read: 'members' })
    await members.get('/')
    await members.get('/')
    expect(members.renders()).toBe(2)
  })

  test('a session never fills the cache and is never answered from it', async () => {
    const { get } = await serve((req, response) => html(response, req.headers.cookie ? 'for Aigerim' : 'for all'))
    const session = { cookie: '__Secure-entente.session_token=abc' }
    expect(await (await get('/', session)).text()).toBe('for Aigerim')
    expect(await (await get('/')).text()).toBe('for all')
    expect(await (await get('/', session)).text()).toBe('for Aigerim')
  })

  test('many readers of a cold page share one render', async () => {
    const rendering = signal<void>()
    const begun = signal<void>()
    const { get, renders } = await serve(async (_, response) => {
      begun.resolve()
      await rendering.promise
      html(response, `<p>${Math.random()}</p>`)
    })
    const first = get('/')
    await begun.promise
    const others = Array.from({ length: 10 }, () => get('/'))
    rendering.resolve()
    const bodies = await Promise.all([first, ...others].map(async (answer) => (await answer).text()))
    expect(new Set(bodies).size).toBe(1)
    expect(renders()).toBe(1)
  })

  test('a render that began before a publication is not kept, and whoever comes after does not get it', async () => {
    let published = 'old'
    const rendering = signal<void>()
    const begun = signal<void>()
    let slow = true
    const { get, pages } = await serve(async (_, response) => {
      const seen = published
      if (slow) {
        slow = false
        begun.resolve()
        await rendering.promise
      }
      html(response, seen)
    })
    const before = get('/relations/aze-kaz')
    await begun.promise
    published = 'new'
    pages.forget(['*', 'relation:aze-kaz'])
    expect(await (await get('/relations/aze-kaz')).text()).toBe('new')
    rendering.resolve()
    expect(await (await before).text()).toBe('old')
    expect(await (await get('/relations/aze-kaz')).text()).toBe('new')
  })

  test('a reader who leaves in the middle of a render leaves nobody else waiting', async () => {
    const begun = signal<void>()
    let calls = 0
    const { get, origin } = await serve((_, response) => {
      if (++calls > 1) return html(response, 'whole')
      begun.resolve()
    })
    const leaving = request(`${origin}/`).end()
    leaving.on('error', () => {})
    await begun.promise
    const waiting = get('/')
    leaving.destroy()
    expect(await (await waiting).text()).toBe('whole')
  })

  test('errors, empty-handed pages and answers with cookies are not kept', async () => {
    const { get, renders } = await serve((req, response) => {
      if (req.url === '/') return html(response, 'x', 500)
      if (req.url === '/relations/zzz-zzz') return html(response, 'x', 404)
      response.setHeader('set-cookie', 'a=b')
      html(response, 'x')
    })
    for (const path of ['/', '/relations/zzz-zzz', '/relations']) {
      await get(path)
      await get(path)
    }
    expect(renders()).toBe(6)
  })

  test('files of charts are kept too, whatever the client has already', async () => {
    const { get, renders } = await serve((req, response) => {
      if (req.headers['if-none-match']) return response.writeHead(304).end() as never
      response.writeHead(200, { 'content-type': 'image/png', etag: '"own"', 'cache-control': 'public, max-age=60' })
      response.end(Buffer.from([1, 2, 3]))
    })
    const first = await get('/relations/aze-kaz/charts/trade.png', { 'if-none-match': '"older"' })
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"own"'])
    expect((await get('/relations/aze-kaz/charts/trade.png', { 'if-none-match': '"own"' })).status).toBe(304)
    expect(renders()).toBe(1)
  })

  test('HEAD has the headers of the page and no body', async () => {
    const { get, origin } = await serve((_, response) => html(response, 'x'.repeat(1000)))
    await get('/')
    const head = await fetch(origin, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['1000', ''])
  })
})

describe('answers that are let through', () => {
  test.each([
    ['a redirect', 303, { location: '/sign-in' }, ''],
    ['nothing', 204, {}, ''],
    ['a picture', 200, { 'content-type': 'image/png' }, 'bytes of a picture'],
    ['a file longer than what is held', 200, { 'content-type': 'text/csv' }, 'a,b\n'.repeat(1_500_000)],
  ])('%s arrives as it was sent, with the headers of every answer', async (_, status, headers, body) => {
    const { origin } = await serve((_, response) => {
      response.writeHead(status, headers as Record<string, string>)
      for (let at = 0; at < body.length; at += 1_000_000) response.write(body.slice(at, at + 1_000_000))
      response.end()
    })
    const answer = await fetch(`${origin}/desk/x`, { redirect: 'manual' })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe(body)
    expect(answer.headers.get('location')).toBe('location' in headers ? headers.location : null)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('a stream that is let through arrives as it comes', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      response.write('data: 1\n\n')
    })
    const { body } = await fetch(`${origin}/events`)
    const { value } = await body!.getReader().read()
    expect(new TextDecoder().decode(value)).toBe('data: 1\n\n')
  })
})

describe('compression', () => {
  const raw = (origin: string, path: string, encoding: string) =>
    new Promise<{ encoding: string | undefined; body: Buffer }>((resolve) => {
      request(`${origin}${path}`, { headers: { 'accept-encoding': encoding } }, async (answer) => {
        const body = Buffer.concat(await answer.toArray())
        resolve({ encoding: answer.headers['content-encoding'], body })
      }).end()
    })

  test.each(['/', '/?unknown=1', '/desk'])('%s is sent compressed to whom it helps', async (path) => {
    const text = '<p>'.repeat(2000)
    const { origin } = await serve((_, response) => html(response, text))
    const small = await raw(origin, path, 'gzip, br')
    expect(small.encoding).toBe('gzip')
    expect(gunzipSync(small.body).toString()).toBe(text)
    const plain = await raw(origin, path, 'identity')
    expect([plain.encoding, plain.body.toString()]).toEqual([undefined, text])
  })

  test('built files are compressed once and kept for good', async () => {
    const { origin, renders } = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'application/javascript; charset=UTF-8',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      response.end('let a=1;'.repeat(1000))
    })
    expect((await raw(origin, '/_next/static/chunks/a.js', 'gzip, br')).encoding).toBe('br')
    expect((await raw(origin, '/_next/static/chunks/a.js', 'gzip')).encoding).toBe('gzip')
    expect(renders()).toBe(1)
    const answer = await fetch(`${origin}/_next/static/chunks/a.js`)
    expect(answer.headers.get('cache-control')).toMatch(/immutable/)
  })
})

describe('what goes wrong', () => {
  test('a page says its own status without being sent empty', async () => {
    const { get, renders } = await serve((_, response) => {
      setStatus(404)
      html(response, 'no such relation')
    })
    for (let i = 0; i < 2; i++) {
      const answer = await get('/relations/aaa-bbb')
      expect([answer.status, await answer.text()]).toEqual([404, 'no such relation'])
    }
    expect(renders()).toBe(2)
  })

  test('a page that failed after it had begun is an error and is not kept', async () => {
    const { get, renders } = await serve((_, response) => html(response, '<p>a</p><script>$RX("B:0","1")</script>'))
    expect((await get('/')).status).toBe(200)
    const failing = await serve((_, response) => html(response, '<p>a</p><script>$RX=function(){};$RX("B:0")</script>'))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect((await failing.get('/')).status).toBe(500)
    await failing.get('/')
    expect([renders(), failing.renders()]).toEqual([1, 2])
  })

  test('an empty error document says something to readers without scripts', async () => {
    const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'
    const failed = await serve((_, response) => html(response, empty, 500))
    expect(await (await failed.get('/')).text()).toContain('<noscript><main><h1>Something went wrong')
    const away = await serve((_, response) => html(response, empty, 500), { up: () => false })
    const answer = await away.get('/')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await answer.text()).toContain('The database cannot be reached')
  })

  test('a page that throws is answered without its message', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { get } = await serve(() => {
      throw new Error('select * from secret')
    })
    const answer = await get('/', { accept: 'text/html' })
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
  })

  test('a page that takes too long is given up with 503, for people and for machines', async () => {
    const { get } = await serve(() => {}, { limit: 30 })
    const forPeople = await get('/desk', { accept: 'text/html' })
    expect([forPeople.status, await forPeople.text()]).toEqual([503, expect.stringContaining('took too long')])
    const forMachines = await get('/api/v1/x', { accept: 'application/json' })
    expect(forMachines.headers.get('content-type')).toMatch(/problem\+json/)
    expect(await forMachines.json()).toMatchObject({ status: 503 })
  })

  test('what a page says after it was given up reaches nobody', async () => {
    const givenUp = signal<ServerResponse>()
    const { get } = await serve((_, response) => givenUp.resolve(response), { limit: 20 })
    const answer = await get('/', { accept: 'text/html' })
    const late = await givenUp.promise
    expect(() => html(late, 'late')).not.toThrow()
    expect(await answer.text()).not.toContain('late')
  })
})

describe('what is too large', () => {
  test('is refused at once when it says so', async () => {
    const { origin, renders } = await serve((_, response) => html(response, 'x'))
    const answer = await fetch(origin, { method: 'POST', body: 'x'.repeat(2_000_001) })
    expect(answer.status).toBe(413)
    const upload = await fetch(`${origin}/desk/intake`, {
      method: 'POST',
      body: Buffer.alloc(30_000_000),
      headers: { cookie: await signedCookie('x') },
    })
    expect([upload.status, await upload.json()]).toMatchObject([413, { detail: expect.stringContaining('20 MB') }])
    expect(renders()).toBe(0)
  })

  test('is refused as soon as it is, when it does not say so', async () => {
    const { origin } = await serve(async (req, response) => {
      for await (const _ of req);
      html(response, 'read all')
    })
    const sending = request(origin, { method: 'POST', headers: { accept: 'application/json' } })
    sending.on('error', () => {})
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>
    for (let i = 0; i < 30; i++) sending.write('x'.repeat(100_000))
    const [answer] = await answered
    expect(answer.statusCode).toBe(413)
    sending.destroy()
  })

  test('two megabytes are read whole, and a larger document from whoever signed in', async () => {
    const { origin } = await serve(async (req, response) => {
      let size = 0
      for await (const chunk of req) size += chunk.length
      html(response, String(size))
    })
    const answer = await fetch(origin, { method: 'POST', body: 'x'.repeat(2_000_000) })
    expect(await answer.text()).toBe('2000000')
    const [body, headers] = ['x'.repeat(2_000_001), { cookie: await signedCookie('x') }]
    const upload = await fetch(`${origin}/desk/intake`, { method: 'POST', body, headers })
    expect(await upload.text()).toBe('2000001')
  })
})

describe('the address a request comes from', () => {
  test.each([
    ['is the connection’s own, whatever the client claims', false, /127\.0\.0\.1|::1/],
    ['is what a proxy of ours says', true, /^203\.0\.113\.7$/],
  ])('%s', async (_, proxy, address) => {
    const { get } = await serve((request, response) => html(response, `<p>${request.headers['x-forwarded-for']}</p>`), {
      proxy,
    })
    const page = await get('/sign-in', { 'x-forwarded-for': '203.0.113.7' })
    expect((await page.text()).replace(/<\/?p>/g, '')).toMatch(address)
  })
})
