import type { AskFeed } from '@/lib/feeds/polling/mutations'

/** Feeds asked at the same moment by this process. */
const atOnce = 2

/**
 * Polls feeds when they are due. The queue is the table of feeds: every server of a database looks into it every few
 * seconds, and whoever takes a feed has it alone. `wake` looks at once.
 *
 * What polls (the database client, the readers of feeds) weighs some fifty megabytes here, beside the pages' own copy.
 * It is loaded when a feed is due for the first time: who watches none does not carry it.
 */
export class Watch {
  #timer: NodeJS.Timeout | undefined
  readonly #working = new Set<Promise<void>>()
  readonly #ending = new AbortController()

  /**
   * @param isDue whether any feed is due; asked before anything is loaded.
   * @param ask how a feed is asked; the guard of the public web where left out.
   */
  constructor(
    private readonly isDue: () => Promise<boolean>,
    private readonly say: (line: string) => void = () => {},
    private readonly ask?: AskFeed,
    private readonly everySeconds = 10,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.everySeconds * 1000)
    this.#timer.unref()
    this.wake()
  }

  wake(): void {
    while (!this.#ending.signal.aborted && this.#working.size < atOnce) {
      const work = this.#workThrough().finally(() => this.#working.delete(work))
      this.#working.add(work)
    }
  }

  /** Resolves when every poll under way has written down how far it came, or has given its feed back. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#ending.abort()
    await Promise.all(this.#working)
  }

  /** One feed after the other until none is due. What fails here is tried again at the next look. */
  async #workThrough(): Promise<void> {
    const { signal } = this.#ending
    try {
      if (!(await this.isDue())) return
      const [{ systemActor }, { claimFeed, pollFeed }, { askFeed }] = await Promise.all([
        import('@/lib/auth/actor'),
        import('@/lib/feeds/polling/mutations'),
        import('@/lib/feeds/asking/queries'),
      ])
      const actor = systemActor('watch list')
      while (!signal.aborted) {
        const feed = await claimFeed(actor)
        if (!feed) return
        await pollFeed(actor, feed, this.ask ?? askFeed, signal)
      }
    } catch (error) {
      if (!signal.aborted) this.say(error instanceof Error ? error.message : String(error))
    }
  }
}
