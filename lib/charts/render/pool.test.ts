import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '@/lib/errors/refusal'
import { readSpec } from './pictures/specs'
import { DrawingPool } from './pool'

const spec = readSpec('dense-months')
const options = { format: 'svg', width: 600, height: 400, scale: 1, theme: 'light' } as const
let folder: string

/** A thread that obeys the title: "hang" keeps it busy, "die" ends it, anything else is answered with itself. */
const obedient = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, spec }) => {
  if (spec.title === 'die') process.exit(1)
  if (spec.title === 'hang') for (;;);
  if (spec.title === 'fail') return parentPort.postMessage({ id, error: 'no pen' })
  parentPort.postMessage({ id, bytes: new TextEncoder().encode(spec.title) })
})`

beforeAll(async () => {
  folder = await mkdtemp(join(process.cwd(), 'node_modules/.entente-pool-'))
  writeFileSync(join(folder, 'obedient.mjs'), obedient)
})
afterAll(() => rm(folder, { recursive: true }))

async function withPool<T>(over: object, work: (draw: (title: string) => Promise<string>) => Promise<T>): Promise<T> {
  const entry = relative(process.cwd(), join(folder, 'obedient.mjs'))
  const pool = new DrawingPool({ threads: 2, mostWaiting: 200, msPerJob: 5000, entry, ...over })
  try {
    return await work(async (title) => new TextDecoder().decode(await pool.draw({ ...spec, title }, options)))
  } finally {
    await pool.close()
  }
}

test('every job gets its own answer, however many wait', async () => {
  const titles = Array.from({ length: 40 }, (_, i) => `chart ${i}`)
  expect(await withPool({}, (draw) => Promise.all(titles.map(draw)))).toEqual(titles)
})

test('a full queue refuses at once', async () => {
  const answers = await withPool({ mostWaiting: 3 }, (draw) =>
    Promise.allSettled(['1', '2', '3', '4', '5', '6'].map(draw)),
  )
  expect(answers.map((a) => a.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ])
  expect((answers.at(-1) as PromiseRejectedResult).reason).toBeInstanceOf(Refusal)
})

test('a job that takes too long is refused, and the next one is drawn by a new thread', async () => {
  await withPool({ threads: 1, msPerJob: 700 }, async (draw) => {
    expect(await draw('warm')).toBe('warm')
    const [hung, next] = await Promise.allSettled([draw('hang'), draw('next')])
    expect(hung).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
    expect(next).toEqual({ status: 'fulfilled', value: 'next' })
  })
})

test('a thread that dies is replaced', async () => {
  await withPool({ threads: 1 }, async (draw) => {
    expect(await draw('warm')).toBe('warm')
    await expect(draw('die')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await draw('again')).toBe('again')
  })
})

test('where no thread can start, nobody is kept waiting', async () => {
  const waiting = withPool({ entry: 'not/there.mjs', msPerJob: 60_000 }, (draw) =>
    Promise.allSettled([draw('a'), draw('b'), draw('c')]),
  )
  expect((await waiting).map((a) => a.status)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('a failed drawing is an error of ours, not a refusal', async () => {
  await withPool({}, async (draw) => {
    await expect(draw('fail')).rejects.toThrow('no pen')
  })
})

test('the real threads draw', async () => {
  const pool = new DrawingPool({
    threads: 1,
    mostWaiting: 10,
    msPerJob: 30_000,
    entry: 'lib/charts/render/start-worker.mjs',
  })
  try {
    const bytes = await pool.draw(spec, options)
    expect(new TextDecoder().decode(bytes)).toContain('<svg')
  } finally {
    await pool.close()
  }
}, 40_000)
