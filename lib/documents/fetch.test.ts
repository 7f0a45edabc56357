import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { encoded, madePdf } from '@/scripts/tests/made-files'
import { isPublic } from './addresses'
import { download, type Gate, minutesAsked, publicWeb } from './download'
import { fetchDocument, fetchPublic, fetchThrough } from './fetch'

const sentence = 'The volume of trade between the two has practically tripled in recent years. '
const page = `<html><head><title>Trade</title></head><body><p>${sentence.repeat(5)}</p></body></html>`
const any = { types: /./, accept: '*/*', longest: 1_000_000 }

/** Open connections, so that the test can see them closed. */
const sockets = new Set<Socket>()
const servers: Server[] = []
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

async function listening<T extends Server>(server: T): Promise<string> {
  servers.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return String((server.address() as AddressInfo).port)
}
const serving = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  listening(createServer(answer))

/** A gate that knows these hosts and holds exactly the addresses of this test for public. */
const gate = (over: Partial<Gate> & { port?: string } = {}): Gate => ({
  resolve: async (host) => (host === 'news.example' ? ['127.0.0.1'] : []),
  allows: (address) => address === '127.0.0.1',
  ports: over.port ? [over.port] : [''],
  patience: 5000,
  ...over,
})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error) => (error.name === 'Refusal' ? error.faults[0].code : String(error)),
  )

describe('an article at an address', () => {
  test('is fetched and read, with the address it was found at in the end', async () => {
    const port = await serving((request, response) => {
      if (request.url === '/old') return response.writeHead(302, { location: '/new?x=1' }).end()
      response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    })
    const read = await fetchThrough(gate({ port }), ` http://news.example:${port}/old `)
    expect(read).toMatchObject({ kind: 'html', title: 'Trade', finalUrl: `http://news.example:${port}/new?x=1` })
    expect(read.text).toContain(sentence.trim())
  })

  test('is decoded as the server says, and unpacked', async () => {
    const port = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=koi8-r', 'content-encoding': 'gzip' })
      response.end(gzipSync(encoded(`<p>${'Товарооборот вырос в три раза. '.repeat(9)}</p>`, 'koi8-r')))
    })
    expect((await fetchThrough(gate({ port }), `http://news.example:${port}/`)).text).toContain('Товарооборот вырос')
  })

  test('may be a PDF', async () => {
    const port = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(madePdf([[{ text: 'Words.', y: 700 }]]))
    })
    expect(await fetchThrough(gate({ port }), `http://news.example:${port}/`)).toMatchObject({
      kind: 'pdf',
      text: 'Words.',
    })
  })
})

describe('the gate', () => {
  let asked: string[] = []
  let port = ''
  beforeEach(async () => {
    asked = []
    port = await serving((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(200, { 'content-type': 'text/plain' }).end('secret')
    })
  })

  test.each([
    ['ftp://news.example/', 'url'],
    ['file:///etc/passwd', 'url'],
    ['javascript:alert(1)', 'url'],
    ['news.example', 'url'],
    [`http://news.example/${'x'.repeat(2000)}`, 'url'],
    ['http://user:word@news.example/', 'fetchCredentials'],
    ['http://news.example:22/', 'fetchPort'],
    ['http://nowhere.example/', 'fetchNoHost'],
  ])('is closed to %s', async (url, code) => {
    expect(await codeOf(download(url, any, gate()))).toBe(code)
  })

  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.1',
    '0',
  ])('is closed to %s, however it is written', async (host) => {
    const real = gate({ allows: isPublic, ports: [port] })
    expect(await codeOf(download(`http://${host}:${port}/`, any, real))).toBe('fetchNotPublic')
    expect(asked).toEqual([])
  })

  test('looks at what a name means, all of it', async () => {
    const names: Record<string, string[]> = {
      'inside.example': ['127.0.0.1'],
      'mixed.example': ['93.184.216.34', '10.0.0.1'],
    }
    const real = gate({ allows: isPublic, ports: [port], resolve: async (host) => names[host] ?? [] })
    for (const name of Object.keys(names))
      expect(await codeOf(download(`http://${name}:${port}/`, any, real))).toBe('fetchNotPublic')
    expect(asked).toEqual([])
  })

  test('asks the address it looked at, whatever the name means a moment later', async () => {
    let turn = 0
    const rebinding = gate({ port, resolve: async () => (turn++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']) })
    expect(await codeOf(download(`http://news.example:${port}/`, any, rebinding))).toBe('fetched')
    expect(turn).toBe(1)
    expect(await codeOf(download(`http://news.example:${port}/`, any, rebinding))).toBe('fetchNotPublic')
  })

  test('looks again at every redirect', async () => {
    for (const [target, code] of [
      [`http://127.0.0.2:${port}/secret`, 'fetchNotPublic'],
      ['http://inside.example/', 'fetchNoHost'],
      ['http://news.example:22/', 'fetchPort'],
      ['file:///etc/passwd', 'url'],
      ['http://user:word@news.example/', 'fetchCredentials'],
    ] as const) {
      const leading = await serving((_, response) => response.writeHead(301, { location: target }).end())
      const both = gate({ ports: ['', leading, port] })
      expect(await codeOf(download(`http://news.example:${leading}/`, any, both))).toBe(code)
    }
    expect(asked).toEqual([])
  })

  test('of the product lets nothing into this machine, and can be shut', async () => {
    expect(publicWeb.allows('127.0.0.1')).toBe(false)
    expect(await codeOf(fetchDocument(`http://127.0.0.1:${port}/`))).toBe('fetchPort')
    expect(await codeOf(fetchDocument('http://127.0.0.1/'))).toBe('fetchNotPublic')
    expect(await codeOf(fetchPublic('http://localhost/', any))).toBe('fetchNotPublic')
    expect(asked).toEqual([])
  })
})

describe('a server that means harm', () => {
  afterEach(() => vi.restoreAllMocks())
  const fetching = async (
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    over: Partial<Gate> = {},
  ) => {
    const port = await serving(answer)
    return codeOf(download(`http://news.example:${port}/`, any, gate({ port, ...over })))
  }

  test('and leads in a circle is followed five times', async () => {
    let turns = 0
    expect(await fetching((_, response) => response.writeHead(302, { location: `/${turns++}` }).end())).toBe(
      'fetchRedirects',
    )
    expect(turns).toBe(6)
  })

  test('and sends without end is cut off, whether it says so or not', async () => {
    expect(
      await fetching((_, response) => {
        response.writeHead(200, { 'content-length': 5_000_000_000 }).write('x')
      }),
    ).toBe('fetchTooLarge')
    const part = Buffer.alloc(65_536)
    expect(
      await fetching((_, response) => {
        const send = () => !response.destroyed && response.write(part, () => setImmediate(send))
        send()
      }),
    ).toBe('fetchTooLarge')
  })

  test('and packs a hundred megabytes into a hundred kilobytes is cut off while they are unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await fetching((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))).toBe(
      'fetchTooLarge',
    )
  })

  test('and sends a letter now and then is left after a while, in the body as in the head', async () => {
    expect(
      await fetching(
        (_, response) => {
          const drip = setInterval(() => response.write('x'), 20)
          response.on('close', () => clearInterval(drip))
        },
        { patience: 300 },
      ),
    ).toBe('fetchTooSlow')
    const head = await listening(createSocketServer((socket) => socket.resume().write('HTTP/1.1 200 OK\r\nx: ')))
    expect(await codeOf(download(`http://news.example:${head}/`, any, gate({ port: head, patience: 300 })))).toBe(
      'fetchTooSlow',
    )
    const names = gate({ patience: 300, resolve: () => new Promise(() => {}) })
    expect(await codeOf(download('http://news.example/', any, names))).toBe('fetchTooSlow')
    await vi.waitFor(() => expect(sockets.size).toBe(0))
  })

  test('and answers with nonsense, too long a head, another kind, no page, or hangs up is told as that', async () => {
    const raw = (text: string) => listening(createSocketServer((socket) => socket.end(text)))
    for (const text of ['nonsense\r\n\r\n', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, '']) {
      const port = await raw(text)
      expect(await codeOf(download(`http://news.example:${port}/`, any, gate({ port })))).toBe('fetchFailed')
    }
    expect(
      await fetching((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')),
    ).toBe('fetchFailed')
    expect(await fetching((_, response) => response.writeHead(200, { 'content-encoding': 'zip' }).end('x'))).toBe(
      'fetchFailed',
    )
    expect(await fetching((_, response) => response.writeHead(500).end('x'))).toBe('fetchStatus')
    expect(await fetching((_, response) => response.writeHead(304).end())).toBe('fetchStatus')
    const port = await serving((_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('x'))
    expect(await codeOf(fetchThrough(gate({ port }), `http://news.example:${port}/`))).toBe('fetchType')
  })
})

test('what did not change is not sent again', async () => {
  const port = await serving((request, response) => {
    if (request.headers['if-none-match'] === '"a"') return response.writeHead(304).end()
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"a"' }).end('<rss/>')
  })
  const url = `http://news.example:${port}/`
  const first = await download(url, any, gate({ port }))
  expect(first).toMatchObject({ unchanged: false, etag: '"a"', modified: null })
  const since = { etag: first.etag, modified: first.modified }
  expect(await download(url, { ...any, since }, gate({ port }))).toMatchObject({
    unchanged: true,
    bytes: new Uint8Array(0),
  })
})

test('how long a server asks to be left alone is read as seconds or a date, and bounded by a day', () => {
  const now = Date.parse('2024-03-11T10:00:00Z')
  expect(minutesAsked('90', now)).toBe(2)
  expect(minutesAsked('Mon, 11 Mar 2024 10:30:00 GMT', now)).toBe(30)
  expect(minutesAsked('999999999', now)).toBe(1440)
  for (const nothing of [undefined, '0', 'soon', '-5', 'Mon, 11 Mar 2024 09:30:00 GMT'])
    expect(minutesAsked(nothing, now)).toBeNull()
})
