import { Refusal } from '@/lib/errors/refusal'
import { sharedPool } from '@/lib/threads/pool'
import type { MapSpec } from '../map/spec'
import type { ChartSpec } from '../spec'
import type { PictureOptions } from './draw'

export type Job = { spec: ChartSpec | MapSpec; options: PictureOptions }

const codes = { full: 'tooManyDrawings', tooLong: 'drawingTooLong', failed: 'drawingFailed' } as const

/** Drawing keeps a core busy for its whole time: more threads than two would only take turns with the web server. */
const pool = () =>
  sharedPool<Job, Uint8Array>('charts', {
    module: 'lib/charts/render/worker.ts',
    threads: 2,
    mostWaiting: 200,
    msPerJob: 10_000,
    memory: 128,
    refusal: (why) => new Refusal('unavailable', [{ field: 'chart', code: codes[why] }]),
  })

/**
 * Draws a chart or a map to the bytes of a PNG, SVG or PDF file, off the web server's thread.
 * @throws Refusal `unavailable` when too many wait or the drawing fails
 */
export function drawChart(spec: ChartSpec | MapSpec, options: PictureOptions): Promise<Uint8Array> {
  return pool().run({ spec, options })
}
