import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { Refusal } from '@/lib/errors/refusal'
import type { ChartSpec } from '../spec'
import type { PictureOptions } from './draw'

export type Job = { id: number; spec: ChartSpec; options: PictureOptions }
export type Answer = { id: number; bytes: Uint8Array } | { id: number; error: string }
type Waiting = Job & { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }
type Drawer = { worker: Worker; job: Waiting | null; clock: NodeJS.Timeout | null; answered: boolean }
export type PoolSettings = { threads: number; mostWaiting: number; msPerJob: number; entry: string }

/** Drawing keeps a core busy for its whole time: more threads than two would only take turns with the web server. */
const settings: PoolSettings = {
  threads: 2,
  mostWaiting: 200,
  msPerJob: 10_000,
  entry: 'lib/charts/render/start-worker.mjs',
}

// The bundler resolves every `new Worker` it can see while building; this file is found when running.
const startThread = (file: string): Worker =>
  Reflect.construct(process.getBuiltinModule('node:worker_threads').Worker, [
    file,
    { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 192 } },
  ])

/** Threads that draw. They start with the first picture, and anew after one has died or has taken too long. */
export class DrawingPool {
  private readonly drawers: Drawer[] = []
  private readonly queue: Waiting[] = []
  private lastId = 0
  private closed = false

  constructor(private readonly settings: PoolSettings) {}

  /** @throws Refusal `unavailable` when the queue is full, the job takes too long or its thread dies. */
  draw(spec: ChartSpec, options: PictureOptions): Promise<Uint8Array> {
    if (this.closed || this.queue.length >= this.settings.mostWaiting)
      return Promise.reject(new Refusal('unavailable', [{ field: 'chart', code: 'tooManyDrawings' }]))
    return new Promise((resolve, reject) => {
      this.queue.push({ id: ++this.lastId, spec, options, resolve, reject })
      this.next()
    })
  }

  /** Ends the threads. What still waits is refused. */
  async close(): Promise<void> {
    this.closed = true
    const workers = this.drawers.map(({ worker }) => worker)
    for (const job of this.queue.splice(0)) job.reject(new Refusal('unavailable'))
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  private next() {
    if (this.queue.length === 0) return
    const drawer = this.drawers.find(({ job }) => job === null) ?? this.start()
    const job = drawer && this.queue.shift()
    if (!job) return
    drawer.job = job
    drawer.worker.ref()
    drawer.clock = setTimeout(() => this.drop(drawer, 'drawingTooLong'), this.settings.msPerJob)
    drawer.worker.postMessage({ id: job.id, spec: job.spec, options: job.options } satisfies Job)
  }

  private start(): Drawer | undefined {
    if (this.closed || this.drawers.length >= this.settings.threads) return undefined
    const worker = startThread(join(/* turbopackIgnore: true */ process.cwd(), this.settings.entry))
    const drawer: Drawer = { worker, job: null, clock: null, answered: false }
    this.drawers.push(drawer)
    worker.on('message', (answer: Answer) => this.take(drawer, answer))
    worker.on('error', (error) => {
      console.error('charts: a drawing thread failed', error)
      this.drop(drawer, 'drawingFailed')
    })
    worker.on('exit', () => this.drop(drawer, 'drawingFailed'))
    return drawer
  }

  private take(drawer: Drawer, answer: Answer) {
    const { job } = drawer
    if (!job || job.id !== answer.id) return
    drawer.answered = true
    this.free(drawer)
    if ('bytes' in answer) job.resolve(answer.bytes)
    else job.reject(new Error(`the chart could not be drawn: ${answer.error}`))
    this.next()
  }

  /** Forgets a thread and refuses its job; whoever waits gets a new thread. */
  private drop(drawer: Drawer, code: 'drawingTooLong' | 'drawingFailed') {
    const place = this.drawers.indexOf(drawer)
    if (place < 0) return
    this.drawers.splice(place, 1)
    const { job } = drawer
    this.free(drawer)
    job?.reject(new Refusal('unavailable', [{ field: 'chart', code }]))
    void drawer.worker.terminate()
    // A thread that never managed one picture will not the next time either: nobody is kept waiting for it.
    if (drawer.answered) this.next()
    else for (const waiting of this.queue.splice(0)) waiting.reject(new Refusal('unavailable'))
  }

  private free(drawer: Drawer) {
    if (drawer.clock) clearTimeout(drawer.clock)
    drawer.clock = null
    drawer.job = null
    // An idle thread must not keep the process alive.
    drawer.worker.unref()
  }
}

const key = Symbol.for('entente.charts.pool')
const shared = globalThis as { [key]?: DrawingPool }

/**
 * Draws a chart to the bytes of a PNG, SVG or PDF file, off the web server's thread.
 * One pool per process, kept on `globalThis` because a development server loads this module again and again.
 * @throws Refusal `unavailable` when too many wait or the drawing fails
 */
export function drawChart(spec: ChartSpec, options: PictureOptions): Promise<Uint8Array> {
  shared[key] ??= new DrawingPool(settings)
  return shared[key].draw(spec, options)
}

/** For a clean shutdown; a later `drawChart` starts anew. */
export async function closeDrawing(): Promise<void> {
  const pool = shared[key]
  delete shared[key]
  await pool?.close()
}
