import { parentPort } from 'node:worker_threads'
import { Refusal } from '@/lib/errors/refusal'
import type { Answer, Numbered } from './pool'

/** For the module that a thread runs: answers one job at a time with what `work` makes of it, or says why not. */
export function answerJobs<Job, Done>(work: (job: Job) => Done | Promise<Done>): void {
  parentPort?.on('message', async ({ id, job }: Numbered<Job>) => {
    parentPort?.postMessage(await answer(id, () => work(job)))
  })
}

async function answer<Done>(id: number, work: () => Done | Promise<Done>): Promise<Answer<Done>> {
  try {
    return { id, done: await work() }
  } catch (error) {
    // A class does not survive the way between threads.
    if (error instanceof Refusal) return { id, refused: { code: error.code, faults: error.faults } }
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
