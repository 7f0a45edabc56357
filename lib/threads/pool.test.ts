import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Refusal } from '@/lib/errors/refusal'
import { ThreadPool } from './pool'

vi.setConfig({ testTimeout: 90_000 })

let folder: string

/** A thread that obeys its job: "hang" keeps it busy, "die" ends it, anything else is answered with itself. */
const obedient = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, job }) => {
  if (job === 'die') process.exit(1)
  if (job === 'hang') for (;;);
  if (job === 'hoard') for (const all = []; ; ) all.push(new Array(1000).fill(job))
  if (job === 'swell') for (const all = []; ; ) all.push(new Uint8Array(10_000_000).fill(1))
  if (job === 'fail') return parentPort.postMessage({ id, error: 'no pen' })
  if (job === 'no') return parentPort.postMessage({ id, refused: { code: 'invalid', faults: [{ field: 'a', code: 'b' }] } })
  parentPort.postMessage({ id, done: job })
})`

beforeAll(async () => {
  folder = await mkdtemp(join(process.cwd(), 'node_modules/.entente-pool-'))
  writeFileSync(join(folder, 'obedient.mjs'), obedient)
})
afterAll(() => rm(folder, { recursive: true }))

async function withPool<T>(over: object, work: (run: (job: string) => Promise<string>) => Promise<T>): Promise<T> {
  const pool = new ThreadPool<string, string>({
    module: relative(process.cwd(), join(folder, 'obedient.mjs')),
    threads: 2,
    mostWaiting: 200,
    msPerJob: 60_000,
    memory: 64,
    refusal: (why) => new Refusal('unavailable', [{ field: 'job', code: why }]),
    ...over,
  })
  try {
    return await work((job) => pool.run(job))
  } finally {
    await pool.close()
  }
}

test('every job gets its own answer, however many wait', async () => {
  const jobs = Array.from({ length: 40 }, (_, i) => `job ${i}`)
  expect(await withPool({}, (run) => Promise.all(jobs.map(run)))).toEqual(jobs)
})

test('a full queue refuses at once', async () => {
  const answers = await withPool({ mostWaiting: 3 }, (run) =>
    Promise.allSettled(['1', '2', '3', '4', '5', '6'].map(run)),
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

test('a job that takes too long is refused, and the next one is done by a new thread', async () => {
  await withPool({ threads: 1, msPerJob: 1_000 }, async (run) => {
    expect(await run('warm')).toBe('warm')
    const [hung, next] = await Promise.allSettled([run('hang'), run('next')])
    expect(hung).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', faults: [{ code: 'tooLong' }] } })
    expect(next).toEqual({ status: 'fulfilled', value: 'next' })
  })
})

test('a thread that dies is replaced', async () => {
  await withPool({ threads: 1 }, async (run) => {
    expect(await run('warm')).toBe('warm')
    await expect(run('die')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await run('again')).toBe('again')
  })
})

test('where no thread can start, nobody is kept waiting', async () => {
  const waiting = withPool({ module: 'not/there.mjs', msPerJob: 60_000 }, (run) =>
    Promise.allSettled([run('a'), run('b'), run('c')]),
  )
  expect((await waiting).map((a) => a.status)).toEqual(['rejected', 'rejected', 'rejected'])
})

test('failed work is an error of ours, not a refusal', async () => {
  await withPool({}, async (run) => {
    await expect(run('fail')).rejects.toThrow('no pen')
  })
})

test('a refusal of the work comes back as it was', async () => {
  await withPool({}, async (run) => {
    await expect(run('no')).rejects.toMatchObject({
      name: 'Refusal',
      code: 'invalid',
      faults: [{ field: 'a', code: 'b' }],
    })
  })
})

test('a thread that uses up its memory is refused alone, and the next job is done', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  await withPool({ threads: 1 }, async (run) => {
    expect(await run('warm')).toBe('warm')
    await expect(run('hoard')).rejects.toMatchObject({ faults: [{ code: 'failed' }] })
    expect(await run('again')).toBe('again')
  })
  silent.mockRestore()
})

test('a thread that fills buffers beyond what the process may grow by is ended, and the next job is done', async () => {
  await withPool({ threads: 1, growth: 200 }, async (run) => {
    expect(await run('warm')).toBe('warm')
    await expect(run('swell')).rejects.toMatchObject({ faults: [{ code: 'failed' }] })
    expect(await run('again')).toBe('again')
  })
})
