import pg from 'pg'
import type { PageCache } from './page-cache'

const firstPause = 250
const longestPause = 5000
const heartbeat = 15_000

/**
 * Listens to what other servers of the same database publish and forgets the pages concerned.
 *
 * While the connection is lost nothing can be heard, so the cache is suspended until it is back. An idle connection
 * that died without a word is found by a heartbeat. The same connection tells whether the database is there at all.
 */
export class Announcements {
  #client: pg.Client | undefined
  #pause = firstPause
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #up = false

  /** @param databaseUrl asked at every attempt, because an embedded server that was started again may have moved. */
  constructor(
    private readonly databaseUrl: () => string,
    private readonly pages: PageCache,
    private readonly say: (line: string) => void = () => {},
  ) {
    pages.suspend()
  }

  /** Whether the database answers, as far as is known. */
  get isUp() {
    return this.#up
  }

  /** Resolves when the first attempt has succeeded or failed; after that it goes on by itself. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl(),
      application_name: 'entente listen',
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    })
    this.#client = client
    client.on('error', () => {})
    client.on('notification', ({ payload }) => this.pages.forget(readTags(payload)))
    try {
      await client.connect()
      await client.query('listen entente')
      if (this.#stopped) return
      client.once('end', () => this.#lost())
      this.#found()
    } catch {
      client.end().catch(() => {})
      this.#again()
    }
  }

  /** The answer to a yes-or-no question on the connection that is open anyway; no, while there is none. */
  async isSo(question: string): Promise<boolean> {
    if (!this.#up || !this.#client) return false
    const { rows } = await this.#client.query<{ so: boolean }>(`select (${question}) as so`)
    return rows[0]?.so === true
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#up = false
    clearTimeout(this.#timer)
    this.pages.suspend()
    await this.#client?.end().catch(() => {})
  }

  #found() {
    if (this.#pause > firstPause) this.say('The database answers again.')
    this.#pause = firstPause
    this.#up = true
    this.pages.resume()
    this.#beat()
  }

  #lost() {
    clearTimeout(this.#timer)
    this.#up = false
    this.pages.suspend()
    if (this.#stopped) return
    this.say('The connection to the database was lost; pages are not kept until it is back.')
    this.#again()
  }

  #again() {
    if (this.#stopped) return
    this.#timer = setTimeout(() => void this.start(), this.#pause)
    this.#pause = Math.min(this.#pause * 2, longestPause)
  }

  #beat() {
    this.#timer = setTimeout(() => {
      const client = this.#client
      client?.query('select 1').then(
        () => this.#up && client === this.#client && this.#beat(),
        // `end` would wait for an answer that never comes.
        () => client.connection.stream.destroy(),
      )
    }, heartbeat)
  }
}

/** The tags of an announcement; what cannot be understood forgets everything. */
export function readTags(payload: string | undefined): string[] {
  try {
    const tags: unknown = JSON.parse(payload ?? '')
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags
  } catch {
    // fall through
  }
  return ['all']
}
