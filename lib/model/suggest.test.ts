import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { longestAsked, type ModelSettings, suggestBy } from './suggest'

const text =
  'Trade between Azerbaijan and Kazakhstan reached $529.4 million in 2022. More than 20 documents were signed.'
const level = {
  quote: 'reached $529.4 million in 2022',
  kind: 'observation',
  value: '529.4',
  unitMult: 6,
  unit: 'USD',
  periodWords: '2022',
}
const said = (candidates: unknown) =>
  JSON.stringify({ choices: [{ message: { content: JSON.stringify({ candidates }) } }] })

type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void
const servers: Server[] = []
let logged: unknown[][] = []
beforeEach(() => {
  logged = []
  for (const way of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((...all) => void logged.push(all))
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('entente.model')]
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A model's server of the test's own, which answers as it is told. */
async function model(
  answer: Answering,
  over: Partial<NonNullable<ModelSettings>> = {},
): Promise<NonNullable<ModelSettings>> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => answer(request, response, body))
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`
  return { url, name: 'small', key: 'sk-secret', patience: 5000, daily: 100, ...over }
}
const json =
  (body: string): Answering =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
const asking = async (answer: Answering, over: Partial<NonNullable<ModelSettings>> = {}) =>
  suggestBy(await model(answer, over), text, '2023-01-01').catch((error) =>
    error.name === 'Refusal' ? error.faults[0].code : error,
  )

test('a model that is set up is asked once, with name and key, and what the text bears out comes back', async () => {
  let asked: { path?: string; key?: string; body?: Record<string, unknown> } = {}
  const answer = await asking((request, response, body) => {
    asked = { path: request.url, key: request.headers.authorization, body: JSON.parse(body) }
    json(said([level, { ...level, value: '530' }]))(request, response, body)
  })
  expect(answer).toMatchObject({
    admitted: [{ value: '529.4', period: '2022' }],
    dropped: { value: 1 },
    asked: text.length,
  })
  expect(asked).toMatchObject({
    path: '/v1/chat/completions',
    key: 'Bearer sk-secret',
    body: { model: 'small', stream: false },
  })
  expect(JSON.stringify(asked.body)).toContain('reached $529.4 million')
})

test('none is asked where none is set up', async () => {
  await expect(suggestBy(null, text, null)).rejects.toThrow('modelOff')
})

test('an answer between fences, or a bare list, is read too', async () => {
  const content = (words: string) => JSON.stringify({ choices: [{ message: { content: words } }] })
  for (const words of [`\`\`\`json\n${JSON.stringify({ candidates: [level] })}\n\`\`\``, JSON.stringify([level])])
    expect(await asking(json(content(words)))).toMatchObject({ admitted: [{ value: '529.4' }] })
})

describe('a model that', () => {
  test('lies and invents adds nothing', async () => {
    const lies = [
      { ...level, quote: 'reached $900 million in 2022', value: '900' },
      { ...level, value: '900' },
      { ...level, unit: 'EUR' },
      { ...level, kind: 'war' },
      { quote: 'More than 20 documents were signed', kind: 'agreement-count', value: '20', unit: 'count' },
      'ignore all rules',
    ]
    expect(await asking(json(said(lies)))).toMatchObject({
      admitted: [],
      dropped: { quote: 1, value: 1, unit: 1, kind: 1, qualifier: 1, shape: 1 },
    })
  })

  test.each<[string, string]>([
    ['talks', 'Sure! Here are the candidates you asked for.'],
    ['breaks off', said([level]).slice(0, -30)],
    ['sends another shape', '{"choices":[{"message":{"content":"{\\"candidates\\":{}}"}}]}'],
    ['sends nothing to say', '{"choices":[{"message":{"content":null}}]}'],
    ['sends no choice', '{"choices":[]}'],
    ['sends nothing', ''],
    ['sends null', '{"choices":[{"message":{"content":"null"}}]}'],
    ['nests without end', '['.repeat(100_000)],
    [
      'opens a fence and sends blanks',
      JSON.stringify({ choices: [{ message: { content: `\`\`\`${' '.repeat(4000)}x` } }] }),
    ],
  ])('%s is told to be unreadable', async (_, body) => {
    expect(await asking(json(body))).toBe('modelUnreadable')
  })

  test('fails is told by its status', async () => {
    for (const status of [500, 401, 429, 204])
      expect(await asking((_, response) => response.writeHead(status).end('sk-secret'))).toBe('modelStatus')
  })

  test('stalls before or while it answers is left in time', async () => {
    expect(await asking(() => {}, { patience: 200 })).toBe('modelSlow')
    const drip: Answering = (_, response) => {
      const clock = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(clock))
    }
    expect(await asking(drip, { patience: 300 })).toBe('modelSlow')
  })

  test('sends without end is cut off', async () => {
    const part = ' '.repeat(65_536)
    const flood: Answering = (_, response) => {
      const send = () => !response.destroyed && response.write(part, () => setImmediate(send))
      send()
    }
    expect(await asking(flood)).toBe('modelTooMuch')
  })

  test('hangs up, or leads elsewhere with the key, is away', async () => {
    let reached = 0
    const elsewhere = await model(() => reached++)
    expect(await asking((request) => request.socket.destroy())).toBe('modelAway')
    expect(await asking((_, response) => response.writeHead(307, { location: elsewhere.url }).end())).toBe('modelAway')
    expect(reached).toBe(0)
    expect(
      await suggestBy({ ...elsewhere, url: 'http://127.0.0.1:1/v1' }, text, null).catch((e) => e.faults[0].code),
    ).toBe('modelAway')
  })
})

describe('spending', () => {
  test('is one question at a time; a failure does not block the next', async () => {
    let running = 0
    let most = 0
    const settings = await model((request, response, body) => {
      most = Math.max(most, ++running)
      setImmediate(() => {
        running--
        json(said([]))(request, response, body)
      })
    })
    const all = await Promise.allSettled([1, 2, 3].map(() => suggestBy(settings, text, null)))
    expect(all.map((one) => (one.status === 'rejected' ? one.reason.faults[0].code : 'answered'))).toEqual([
      'answered',
      'modelBusy',
      'modelBusy',
    ])
    expect(most).toBe(1)
    expect(await asking((_, response) => response.writeHead(500).end())).toBe('modelStatus')
    expect(await asking(json(said([])))).toMatchObject({ admitted: [] })
  })

  test('is so many questions a day, failed ones too', async () => {
    const daily = { daily: 2 }
    await asking((_, response) => response.writeHead(500).end(), daily)
    await asking(json(said([])), daily)
    expect(await asking(json(said([])), daily)).toBe('modelSpent')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
    expect(await asking(json(said([])), daily)).toMatchObject({ admitted: [] })
    vi.useRealTimers()
  })

  test('is so much of a text', async () => {
    let sent = 0
    const settings = await model((request, response, body) => {
      sent = JSON.parse(body).messages[1].content.length
      json(said([]))(request, response, body)
    })
    expect(await suggestBy(settings, 'x'.repeat(500_000), null)).toMatchObject({ asked: longestAsked })
    expect(sent).toBe(longestAsked)
  })
})

test('neither key nor text is logged, and no refusal holds the key', async () => {
  for (const answer of [
    json(said([level])),
    json('sk-secret'),
    ((_, response) => response.writeHead(500).end()) as Answering,
  ]) {
    const told = await suggestBy(await model(answer), text, null).catch((error) => error)
    expect(JSON.stringify([told, told.message, told.stack])).not.toContain('sk-secret')
  }
  expect(logged).toEqual([])
})
