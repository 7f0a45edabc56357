import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { type Fault, Refusal, type RefusalCode } from '@/lib/errors/refusal'

export type Numbered<Job> = { id: number; job: Job }
export type Answer<Done> =
  | { id: number; done: Done }
  | { id: number; refused: { code: RefusalCode; faults: readonly Fault[] } }
  | { id: number; error: string }

type Waiting<Job, Done> = Numbered<Job> & { resolve: (done: Done) => void; reject: (error: Error) => void }
type Thread<Job, Done> = {
  worker: Worker
  job: Waiting<Job, Done> | null
  clock: NodeJS.Timeout | null
  watch: NodeJS.Timeout | null
  /** It has loaded its module. */
  ready: boolean
}

export type PoolSettings = {
  /** The module a thread runs, from the folder of the product. It calls `answerJobs`. */
  module: string
  threads: number
  mostWaiting: number
  msPerJob: number
  /** Megabytes of objects a thread may hold; buffers are not counted. */
  memory: number
  /** Megabytes the whole process may grow by while a job runs, which counts buffers too. Not watched when left out. */
  growth?: number
  /** What is said when too many wait, a job takes too long, or its thread dies, as it does when its memory is used up. */
  refusal: (why: 'full' | 'tooLong' | 'failed') => Refusal
}

// The bundler resolves every `new Worker` it can see while building; these files are found when running.
const startThread = (module: string, memory: number): Worker =>
  Reflect.construct(process.getBuiltinModule('node:worker_threads').Worker, [
    join(/* turbopackIgnore: true */ process.cwd(), 'lib/threads/start-worker.mjs'),
    {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
      workerData: { module: pathToFileURL(join(/* turbopackIgnore: true */ process.cwd(), module)).href },
    },
  ])

/** What a thread says once, when it has loaded its module (`start-worker.mjs`). */
const ready = 'ready'
/** Loading takes a second, and many on a busy machine: it is not held against the job. */
const msToStart = 30_000

/**
 * Threads for work that takes a core's whole time or reads what strangers wrote. They start with the first job, and anew
 * after one has died or has taken too long.
 */
export class ThreadPool<Job, Done> {
  private readonly threads: Thread<Job, Done>[] = []
  private readonly queue: Waiting<Job, Done>[] = []
  private lastId = 0
  private closed = false

  constructor(private readonly settings: PoolSettings) {}

  /** @throws what `refusal` makes of a full queue, a job that takes too long or a dead thread; a Refusal of the work itself */
  run(job: Job): Promise<Done> {
    if (this.closed || this.queue.length >= this.settings.mostWaiting)
      return Promise.reject(this.settings.refusal('full'))
    return new Promise((resolve, reject) => {
      this.queue.push({ id: ++this.lastId, job, resolve, reject })
      this.next()
    })
  }

  /** Ends the threads. What still waits is refused. */
  async close(): Promise<void> {
    this.closed = true
    const workers = this.threads.map(({ worker }) => worker)
    for (const job of this.queue.splice(0)) job.reject(new Refusal('unavailable'))
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  private next() {
    if (this.queue.length === 0) return
    const thread = this.threads.find(({ job }) => job === null) ?? this.start()
    const waiting = thread && this.queue.shift()
    if (!waiting) return
    thread.job = waiting
    thread.worker.ref()
    this.wind(thread, this.settings.msPerJob + (thread.ready ? 0 : msToStart))
    this.watch(thread)
    thread.worker.postMessage({ id: waiting.id, job: waiting.job } satisfies Numbered<Job>)
  }

  private wind(thread: Thread<Job, Done>, ms: number) {
    if (thread.clock) clearTimeout(thread.clock)
    thread.clock = setTimeout(() => this.drop(thread, 'tooLong'), ms)
  }

  private watch(thread: Thread<Job, Done>) {
    const { growth } = this.settings
    if (growth === undefined) return
    const most = process.memoryUsage.rss() + growth * 1_000_000
    thread.watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) this.drop(thread, 'failed')
    }, 50)
  }

  private start(): Thread<Job, Done> | undefined {
    const { threads, module, memory } = this.settings
    if (this.closed || this.threads.length >= threads) return undefined
    const thread: Thread<Job, Done> = {
      worker: startThread(module, memory),
      job: null,
      clock: null,
      watch: null,
      ready: false,
    }
    this.threads.push(thread)
    thread.worker.on('message', (message: typeof ready | Answer<Done>) => {
      if (message !== ready) return this.take(thread, message)
      thread.ready = true
      if (thread.job) this.wind(thread, this.settings.msPerJob)
    })
    thread.worker.on('error', (error) => {
      console.error(`a thread of ${module} failed`, error)
      this.drop(thread, 'failed')
    })
    thread.worker.on('exit', () => this.drop(thread, 'failed'))
    return thread
  }

  private take(thread: Thread<Job, Done>, answer: Answer<Done>) {
    const { job } = thread
    if (!job || job.id !== answer.id) return
    this.free(thread)
    if ('done' in answer) job.resolve(answer.done)
    else if ('refused' in answer) job.reject(new Refusal(answer.refused.code, answer.refused.faults))
    else job.reject(new Error(`a thread of ${this.settings.module} could not do its work: ${answer.error}`))
    this.next()
  }

  /** Forgets a thread and refuses its job; whoever waits gets a new thread. */
  private drop(thread: Thread<Job, Done>, why: 'tooLong' | 'failed') {
    const place = this.threads.indexOf(thread)
    if (place < 0) return
    this.threads.splice(place, 1)
    const { job } = thread
    this.free(thread)
    job?.reject(this.settings.refusal(why))
    void thread.worker.terminate()
    // A thread that cannot even start will not the next time either: nobody is kept waiting for it.
    if (thread.ready) this.next()
    else for (const waiting of this.queue.splice(0)) waiting.reject(new Refusal('unavailable'))
  }

  private free(thread: Thread<Job, Done>) {
    if (thread.clock) clearTimeout(thread.clock)
    if (thread.watch) clearInterval(thread.watch)
    thread.clock = null
    thread.watch = null
    thread.job = null
    // An idle thread must not keep the process alive.
    thread.worker.unref()
  }
}

/**
 * The pool of that name in this process, made when it is first asked for. Kept on `globalThis`, because a development
 * server loads modules again and again.
 */
export function sharedPool<Job, Done>(name: string, settings: PoolSettings): ThreadPool<Job, Done> {
  const key = Symbol.for(`entente.threads.${name}`)
  const shared = globalThis as { [key]?: ThreadPool<Job, Done> }
  shared[key] ??= new ThreadPool(settings)
  return shared[key]
}
