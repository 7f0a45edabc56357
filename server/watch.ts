import { systemActor } from '@/lib/auth/actor'
import type { AskFeed } from '@/lib/feeds/polling/mutations'
import { claimFeed, pollFeed } from '@/lib/feeds/polling/mutations'

const actor = systemActor('watch list')
/** Feeds asked at the same moment by this process. */
const atOnce = 2

/**
 * Polls feeds when they are due. The queue is the table of feeds: every server of a database looks into it every few
 * seconds, and whoever takes a feed has it alone. `wake` looks at once.
 */
export class Watch {
  #timer: NodeJS.Timeout | undefined
  readonly #working = new Set<Promise<void>>()
  readonly #ending = new AbortController()

  /** @param everySeconds how long a feed may be due before somebody notices. */
  constructor(
    private readonly ask: AskFeed,
    private readonly everySeconds = 15,
    private readonly say: (line: string) => void = () => {},
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

  /** Resolves when every poll under way has written down how far it came. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#ending.abort()
    await Promise.all(this.#working)
  }

  /** One feed after the other until none is due. What fails here is tried again at the next look. */
  async #workThrough(): Promise<void> {
    try {
      while (!this.#ending.signal.aborted) {
        const feed = await claimFeed(actor)
        if (!feed) return
        const { fault } = await pollFeed(actor, feed, this.ask, this.#ending.signal)
        if (fault) this.say(`${feed.url}: ${fault.code}`)
      }
    } catch (error) {
      if (!this.#ending.signal.aborted) this.say(error instanceof Error ? error.message : String(error))
    }
  }
}
