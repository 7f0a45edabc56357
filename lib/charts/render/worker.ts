import { parentPort } from 'node:worker_threads'
import { drawPicture } from './draw'
import type { Answer, Job } from './pool'

/** A thread that draws one picture at a time: started by `pool.ts`, which sends one job and waits for its answer. */
parentPort?.on('message', ({ id, spec, options }: Job) => {
  parentPort?.postMessage(answer(id, () => drawPicture(spec, options)))
})

function answer(id: number, draw: () => Uint8Array): Answer {
  try {
    return { id, bytes: draw() }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
