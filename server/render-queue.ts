import type { ServerResponse } from 'node:http'

/**
 * How many pages are rendered at once. One thread renders, so more at once make nothing faster; they only hold their
 * half-made pages in memory together.
 */
const atOnce = 12
/** More than this many waiting could not be answered in time anyway. */
const longestQueue = 500

/** Lets a bounded number of renders run; the others wait in the order they came. */
export class RenderQueue {
  #running = 0
  readonly #waiting: { response: ServerResponse; begin: () => void }[] = []

  constructor(
    private readonly limit = atOnce,
    private readonly longest = longestQueue,
  ) {}

  /**
   * Runs a render as soon as it is its turn. It gives its place back by `done`, at the latest when its connection is
   * closed; not when its answer has arrived, because a slow reader would keep everybody waiting.
   * @returns false when too many are waiting; then it never runs.
   */
  run(response: ServerResponse, render: (done: () => void) => void): boolean {
    const begin = () => {
      let isDone = false
      const done = () => {
        if (!isDone) this.#ended()
        isDone = true
      }
      this.#running++
      response.once('close', done)
      render(done)
    }
    if (this.#running < this.limit) begin()
    else if (this.#waiting.length < this.longest) this.#waiting.push({ response, begin })
    else return false
    return true
  }

  #ended() {
    this.#running--
    // Whoever has left, or was answered because it took too long, is not rendered any more.
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      if (!next.response.writableEnded && !next.response.destroyed) return next.begin()
  }
}
