import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { download } from '@/lib/documents/download'
import { askThrough } from '@/lib/feeds/asking/queries'
import { addFeed } from '@/lib/feeds/mutations'
import { openDesk } from '@/scripts/tests/desk'
import { Watch } from './watch'

const { editor } = await openDesk()
const item = (title: string) => `<item><guid isPermaLink="false">${title}</guid><title>${title}</title></item>`
const rss = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>News</title>${titles.map(item).join('')}</channel></rss>`

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await db.feed.deleteMany()
})

/** A server of feeds on this machine, a path for each, and a watch that finds them behind any name. */
async function newsroom(feeds: Record<string, Answer>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    feeds[request.url!]?.(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  const port = String((server.address() as AddressInfo).port)
  const gate = { resolve: async () => ['127.0.0.1'], allows: () => true, ports: [port], patience: 1500 }
  const ask = askThrough((url, wanted) => download(url, wanted, gate))
  const watch = () => {
    const made = new Watch(
      async () => true,
      () => {},
      ask,
      1,
    )
    ends.push(() => made.stop())
    return made
  }
  const add = (path: string) => addFeed(editor, { url: `http://news.example:${port}${path}`, takeAll: true })
  return { asked, watch, add }
}
const lineOf = (id: number) => db.feed.findUniqueOrThrow({ where: { id } })
const polled = (id: number) =>
  expect.poll(async () => (await lineOf(id)).polledAt !== null, { timeout: 15_000 }).toBe(true)

test('one failing feed harms no other: the rest is read, and each failure says why', async () => {
  const gone: Answer = (_, response) => response.writeHead(503).end()
  const silent: Answer = () => {}
  const page: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>no</html>')
  const endless: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' })
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(64_000)));
    }
    response.on('drain', pour)
    pour()
  }
  const picture: Answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('png')
  const good: Answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss('Good news'))
  const { watch, add } = await newsroom({
    '/gone': gone,
    '/silent': silent,
    '/page': page,
    '/endless': endless,
    '/picture': picture,
    '/good': good,
  })
  const paths = ['/gone', '/silent', '/page', '/endless', '/picture', '/good']
  const ids: number[] = []
  for (const path of paths) ids.push((await add(path)).id)
  watch().start()
  for (const id of ids) await polled(id)
  const lines = await Promise.all(ids.map(lineOf))
  expect(lines.map((l) => (l.fault as { code: string } | null)?.code)).toEqual([
    'feedStatus',
    'feedTooSlow',
    'notAFeed',
    'fetchTooLarge',
    'feedType',
    undefined,
  ])
  expect(await db.intakeItem.count({ where: { title: 'Good news' } })).toBe(1)
  expect(lines.every((l) => l.leasedUntil === null && l.nextAt > new Date())).toBe(true)
}, 40_000)

test('several servers of one database ask a feed once', async () => {
  const { asked, watch, add } = await newsroom({
    '/once': (_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(rss('Told once')),
  })
  const { id } = await add('/once')
  for (const server of [watch(), watch(), watch()]) server.start()
  await polled(id)
  expect(asked).toEqual(['/once'])
  expect(await db.intakeItem.count({ where: { title: 'Told once' } })).toBe(1)
})

test('text in the encoding that the feed declares is read as it was written', async () => {
  const title = 'Казахстан и Азербайджан'
  const bytes = Buffer.from(
    [...`<?xml version="1.0" encoding="windows-1251"?>${rss(title)}`].map((c) => {
      const code = c.codePointAt(0)!
      return code < 128 ? code : code - 0x410 + 0xc0
    }),
  )
  const { watch, add } = await newsroom({
    '/1251': (_, response) => response.writeHead(200, { 'content-type': 'application/xml' }).end(bytes),
  })
  const { id } = await add('/1251')
  watch().start()
  await polled(id)
  expect(await db.intakeItem.count({ where: { title } })).toBe(1)
})

test('a server that ends in the middle of a poll gives the feed back, and ends at once', async () => {
  let arrived = () => {}
  const reached = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const { watch, add } = await newsroom({ '/slow': () => arrived() })
  const { id } = await add('/slow')
  const server = watch()
  server.start()
  await reached
  const before = Date.now()
  await server.stop()
  expect(Date.now() - before).toBeLessThan(1400)
  expect(await lineOf(id)).toMatchObject({ leasedUntil: null, polledAt: null, failures: 0 })
})

test('nothing is asked, nor loaded, while no feed is due', async () => {
  let looked = 0
  const watch = new Watch(async () => {
    looked++
    return false
  })
  watch.wake()
  await watch.stop()
  expect(looked).toBeGreaterThan(0)
})
