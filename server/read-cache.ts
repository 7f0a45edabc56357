import { LRUCache } from 'lru-cache'
import type { PageCache, Stamp } from './page-cache'

type Kept = { stamp: Stamp; asked: number; answer: Promise<unknown> }

/** As for pages: a bound for what nobody announced. */
const longestLife = 10 * 60_000

/**
 * What pages of a relation have in common whatever their filters are, read once between two publications. It keeps to
 * the pages' own rules: an answer carries the stamp of the moment before it was asked for and counts only while the
 * stamp holds, so one that began before a write is never given to a reader who came after it; while the announcements
 * of other servers cannot be heard, nothing is kept.
 */
export class ReadCache {
  readonly #kept: LRUCache<string, Kept>

  /** @param most how many rows may be held together; a row with its texts takes one to two kilobytes. */
  constructor(
    private readonly pages: Pick<PageCache, 'isOpen' | 'stamp'>,
    most = 15_000,
  ) {
    this.#kept = new LRUCache<string, Kept>({ maxSize: most })
  }

  /**
   * The answer that is kept under this key since the last write to what the tag names, or that of `ask`.
   * @param sizeOf how many rows an answer holds.
   */
  find<T>(tag: string, key: string, ask: () => Promise<T>, sizeOf: (answer: T) => number): Promise<T> {
    if (!this.pages.isOpen) return ask()
    const name = `${tag} ${key}`
    const stamp = this.pages.stamp(tag)
    const there = this.#kept.get(name)
    if (there?.stamp === stamp && Date.now() - there.asked < longestLife) return there.answer as Promise<T>
    const answer = ask()
    const entry: Kept = { stamp, asked: Date.now(), answer }
    this.#kept.set(name, entry, { size: 1 })
    answer.then(
      (found) => {
        if (this.#kept.peek(name) !== entry) return
        // Names that anybody can invent must not push out what is there.
        if (found === null) this.#kept.delete(name)
        // A new object: the store takes no new size for the one it holds.
        else this.#kept.set(name, { ...entry }, { size: 1 + sizeOf(found) })
      },
      () => {
        if (this.#kept.peek(name) === entry) this.#kept.delete(name)
      },
    )
    return answer
  }
}
